"""How much one person or group may ask in a minute, and who was told so already."""

import time
from collections import defaultdict, deque
from collections.abc import Callable, Hashable
from typing import Literal

Verdict = Literal["welcome", "tell", "ignore"]
_MINUTE = 60.0


class Limits:
    """A sliding window of a minute for each key.

    Args:
        clock: seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._taken: dict[Hashable, deque[float]] = defaultdict(deque)
        self._told: dict[Hashable, float] = {}

    def take(self, key: Hashable, most: int) -> Verdict:
        """Count one question.

        Args:
            key: who asks.
            most: questions a minute.

        Returns:
            Whether it is welcome; if not, whether to say so: once a minute.
        """
        now = self._clock()
        taken = self._taken[key]
        while taken and taken[0] <= now - _MINUTE:
            taken.popleft()
        if len(taken) < most:
            taken.append(now)
            return "welcome"
        if self._told.get(key, -_MINUTE) > now - _MINUTE:
            return "ignore"
        self._told[key] = now
        return "tell"

    def forget_idle(self) -> None:
        """Let go of everybody who asked nothing for a minute."""
        old = self._clock() - _MINUTE
        for key in [key for key, taken in self._taken.items() if not taken or taken[-1] <= old]:
            del self._taken[key]
            self._told.pop(key, None)
