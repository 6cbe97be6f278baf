"""Notes of the bot to itself that outlive the process."""

from sqlalchemy import select

from bot.telegram.memory.database import Database
from bot.telegram.memory.schema import MarkRow
from retrieval.migrations.connect import upsert


class Marks:
    """Named notes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> str:
        """A note; empty where there is none."""
        wanted = select(MarkRow.value).where(MarkRow.name == name)
        with self._database.reading() as connection:
            return connection.execute(wanted).scalar() or ""

    def put(self, name: str, value: str) -> None:
        """Keep a note in place of the one before."""
        with self._database.writing() as connection:
            kept = upsert(connection, MarkRow).values(name=name, value=value)
            connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
