"""Updates from Telegram, kept from the moment they arrive until they are handled.

Telegram forgets an update once the next ones are asked for, and sends it again when it heard nothing:
what arrived is written down first, and handled once. From the moment before the first word of an
answer goes out an update is not begun again: after a kill in just that moment nobody can know
whether the word arrived, and nothing is ever said twice.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

from bot.telegram.memory.database import Database, now
from bot.telegram.memory.schema import UpdateRow
from retrieval.migrations.connect import upsert

_WAITING, _ANSWERING, _DONE = "waiting", "answering", "done"
Body = dict[str, Any]


class Updates:
    """The inbox on disk."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def arrived(self, update_id: int, body: Body) -> bool:
        """Write an update down; False where it is known already."""
        row = {"update_id": update_id, "state": _WAITING, "body": body, "received_at": now()}
        with self._database.writing() as connection:
            put = upsert(connection, UpdateRow).values(**row).on_conflict_do_nothing()
            return bool(connection.execute(put).rowcount)

    def answering(self, update_ids: Sequence[int]) -> None:
        """Note that the first word of an answer is about to go out."""
        self._set(update_ids, state=_ANSWERING)

    def done(self, update_ids: Sequence[int]) -> None:
        """Note that updates are handled; what they said is forgotten."""
        self._set(update_ids, state=_DONE, body=None)

    def _set(self, update_ids: Sequence[int], **values: object) -> None:
        change = update(UpdateRow).where(UpdateRow.update_id.in_(update_ids)).values(**values)
        with self._database.writing() as connection:
            connection.execute(change)

    def waiting(self) -> list[Body]:
        """Bodies of the updates that nobody began to answer, oldest first.

        Those that were being answered when the process died are settled here.
        """
        settle = update(UpdateRow).where(UpdateRow.state == _ANSWERING).values(state=_DONE, body=None)
        wanted = select(UpdateRow.body).where(UpdateRow.state == _WAITING).order_by(UpdateRow.update_id)
        with self._database.writing() as connection:
            connection.execute(settle)
            return list(connection.scalars(wanted))

    def forget(self, before: datetime) -> None:
        """Forget the numbers of updates that were handled before a moment."""
        old = (UpdateRow.state == _DONE) & (UpdateRow.received_at < before)
        with self._database.writing() as connection:
            connection.execute(delete(UpdateRow).where(old))
