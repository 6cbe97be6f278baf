"""The language that a chat chose."""

from sqlalchemy import delete, select

from bot.telegram.memory.database import Database
from bot.telegram.memory.schema import ChatRow
from bot.texts import Language
from retrieval.migrations.connect import upsert


class Chats:
    """Choices by chat; in a private chat that is by reader."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def language(self, chat: int) -> Language | None:
        """The language chosen in a chat; None where nobody chose."""
        wanted = select(ChatRow.language).where(ChatRow.chat_id == chat)
        with self._database.reading() as connection:
            found = connection.execute(wanted).scalar()
        return "bn" if found == "bn" else "en" if found == "en" else None

    def choose(self, chat: int, language: Language) -> None:
        """Note the language of a chat."""
        with self._database.writing() as connection:
            put = upsert(connection, ChatRow).values(chat_id=chat, language=language)
            connection.execute(
                put.on_conflict_do_update(index_elements=["chat_id"], set_={"language": language})
            )

    def forget(self, chat: int) -> None:
        """Forget what a chat chose."""
        with self._database.writing() as connection:
            connection.execute(delete(ChatRow).where(ChatRow.chat_id == chat))
