"""What goes wrong on demand: errors, slow answers, connections closed without an answer."""

import threading
from dataclasses import dataclass
from typing import Any

from fake_errors import ApiError

JSON = dict[str, Any]


@dataclass
class Fault:
    """One thing that goes wrong.

    Attributes:
        method: of the API; ``*`` is any but getUpdates.
        chat_id: only for this chat; None for all.
        times: how often it still happens; None for always.
        error: answered instead of a result.
        seconds: how late the answer comes.
        drop: whether the connection is closed instead of an answer.
        done: whether the call has its effect all the same; only the answer is spoilt.
    """

    method: str
    chat_id: int | None
    times: int | None
    error: ApiError | None = None
    seconds: float = 0.0
    drop: bool = False
    done: bool = False

    def meets(self, method: str, params: JSON) -> bool:
        """Whether a call runs into it."""
        named = self.method == method or (self.method == "*" and method != "getUpdates")
        here = self.chat_id is None or params.get("chat_id") == self.chat_id
        return named and here and self.times != 0


class Faults:
    """The faults that are set, the first set first."""

    def __init__(self) -> None:
        self._set: list[Fault] = []
        self._lock = threading.Lock()

    def add(self, fault: Fault) -> None:
        """Set one."""
        with self._lock:
            self._set.append(fault)

    def clear(self) -> None:
        """All is well again."""
        with self._lock:
            self._set.clear()

    def take(self, method: str, params: JSON) -> Fault | None:
        """The fault that a call runs into; it is used up by one."""
        with self._lock:
            found = next((fault for fault in self._set if fault.meets(method, params)), None)
            if found is not None and found.times is not None:
                found.times -= 1
            return found
