"""The updates that wait for the bot, until it confirms them."""

from collections.abc import Sequence
from typing import Any

JSON = dict[str, Any]
# What a bot gets only when it asks for it by name.
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Updates:
    """A queue with Telegram's offsets: an update stays until a higher offset confirms it."""

    def __init__(self, first: int = 700_000_001) -> None:
        self.pending: list[JSON] = []
        self.sent = 0
        self._next = first
        self._allowed: frozenset[str] | None = None

    def add(self, kind: str, payload: JSON) -> int | None:
        """Queue an update.

        Returns:
            Its id; None when the bot did not ask for this kind.
        """
        if kind in UNASKED if self._allowed is None else kind not in self._allowed:
            return None
        update_id, self._next = self._next, self._next + 1
        self.pending.append({"update_id": update_id, kind: payload})
        return update_id

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Later updates are of these kinds; an empty list is the usual kinds, None is no change."""
        if kinds is not None:
            self._allowed = frozenset(kinds) if kinds else None

    def confirm(self, offset: int) -> None:
        """Forget what lies below an offset; a negative one keeps so many from the end."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def first(self, limit: int) -> list[JSON]:
        """The next updates."""
        return self.pending[:limit]

    def clear(self) -> None:
        """Drop them all."""
        self.pending = []
