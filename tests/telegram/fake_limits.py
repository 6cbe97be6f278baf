"""Telegram's limits on what a bot sends: past them it answers 429.

Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
"""

import math
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any

from fake_errors import ApiError, usual

JSON = dict[str, Any]
SENDING = ("send", "copy", "forward")
SILENT = ("sendChatAction",)


@dataclass
class Limits:
    """How much may be sent.

    Attributes:
        overall: messages in a second.
        group: messages to one group in a minute.
    """

    overall: int = 30
    group: int = 20
    _sent: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def check(self, method: str, params: JSON) -> None:
        """Count a message.

        Raises:
            ApiError: 429 when it is one too many; it is not counted then.
        """
        if not method.startswith(SENDING) or method in SILENT:
            return
        chat_id = params.get("chat_id")
        windows = [(0, self.overall, 1.0)]
        if isinstance(chat_id, int) and chat_id < 0:
            windows.append((chat_id, self.group, 60.0))
        now = time.monotonic()
        for key, most, seconds in windows:
            if error := self._full(self._sent[key], most, seconds, now):
                raise error
        for key, _, _ in windows:
            self._sent[key].append(now)

    def _full(self, sent: deque[float], most: int, seconds: float, now: float) -> ApiError | None:
        while sent and sent[0] <= now - seconds:
            sent.popleft()
        return usual(429, retry_after=math.ceil(sent[0] + seconds - now)) if len(sent) >= most else None
