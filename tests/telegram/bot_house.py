"""The bot at work for tests: a library, a process, people who are new."""

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

from bot_process import ROOT, BotProcess
from fake_api import TOKEN, FakeTelegram
from fake_groups import Group
from fake_messages import Message
from fake_people import Seat

from retrieval.engine import ClaimEngine
from retrieval.settings import Settings

# The command line, with embeddings that need no model in place of those that do.
QUICK = f"""
import sys
sys.path.insert(0, {str(ROOT / "tests")!r})
import retrieval.engine
from conftest import HashingEmbeddings
retrieval.engine.SentenceEmbeddings = HashingEmbeddings
from bot.cli import main
sys.exit(main())
"""
QUIET = {"burst_seconds": "0.2", "news_seconds": "600", "language": "bn", "questions_per_minute": "1000"}


class House:
    """A Telegram with the bot in it, and people who come to it.

    Args:
        telegram: the fake.
        folder: empty, for the bot's state.
        library: a filled data folder that is copied.
        settings: of the bot, in place of the usual ones of the tests.
    """

    _ids = count(1001)  # of people: nobody is met twice

    def __init__(self, telegram: FakeTelegram, folder: Path, library: Path, **settings: str) -> None:
        self.telegram = telegram
        self.data = folder / "data"
        shutil.copytree(library, self.data)
        self.bot = BotProcess(telegram, self.data, program=QUICK, **{**QUIET, **settings})

    def end(self) -> None:
        """No bot any more, however it was doing."""
        if self.bot.running:
            self.bot.kill()

    def reader(self, name: str = "Rina", language_code: str | None = "bn", **more: str) -> Seat:
        """Somebody new, alone with the bot; nothing is said yet."""
        seat = self.telegram.private(self.telegram.user(next(self._ids), name, language_code, **more))
        with self.telegram.world.changed:
            seat.chat.refusal = None  # pressed "start" once
        return seat

    def group(self, title: str = "পাড়া", **more: Any) -> Group:
        """A new group with the bot in it."""
        return self.telegram.group(-100_000_000 - next(self._ids), title, **more)

    def member(self, group: Group, name: str = "Rina", language_code: str | None = "bn", **more: Any) -> Seat:
        """Somebody new in a group."""
        return group.member(self.telegram.user(next(self._ids), name, language_code), **more)

    def asks(self, seat: Seat, question: str, holding: str = "") -> Message:
        """A question and the bot's answer to it."""
        return seat.wait_for_reply(seat.says(question), holding=holding)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What the bot remembers, by SQL over ``readers.db``."""
        with closing(sqlite3.connect(self.data / "readers.db")) as connection:
            return connection.execute(sql, values).fetchall()

    def quiet(self) -> None:
        """Until the bot has nothing to do."""
        self.telegram.settle(0.4)


Open = Callable[..., House]


def library_of(data: Path) -> ClaimEngine:
    """The library in a data folder whose bot is not running."""
    return ClaimEngine(Settings(_env_file=None, data_dir=data, database_url="", chroma_url=""))


def check_log(stderr: str, forbidden: Sequence[str] = ()) -> None:
    """Nothing failed, and no secret was written."""
    for words in ("Traceback", "ERROR", TOKEN, *forbidden):
        assert words not in stderr, stderr
