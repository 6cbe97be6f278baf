"""What the bot remembers: stored, found again, forgotten; on SQLite, and PostgreSQL where there is one."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.telegram.memory.asked import Asked
from bot.telegram.memory.follows import Follow
from bot.telegram.memory.memory import Memory
from bot.telegram.memory.reports import Report
from bot.telegram.memory.waiting import Waiting

SERVER = os.environ.get("MUKHOMUKHI_TEST_DATABASE_URL", "")  # PostgreSQL, to test on both
BIG = 2**52  # Telegram's ids need more than 32 bits
ASKED = Asked(
    -BIG, BIG, 7, {6: "ভাই", 7: "সেতু কি ভেঙেছে?"}, "সেতু কি ভেঙেছে?", "সেতু ভেঙেছে", "bn", near=("ক", "খ")
)
FOLLOW = Follow(-BIG, BIG, "q", "k", "en", frozenset({"a", "b"}))
WAITING = Waiting(-BIG, BIG, 7, "q", "k", "bn")
REPORT = Report("missing", -BIG, BIG, "q")


@pytest.fixture(params=["sqlite", "postgresql"] if SERVER else ["sqlite"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Memory]:
    """An empty memory."""
    url = ""
    if request.param == "postgresql":
        url = SERVER
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
        engine.dispose()
    with Memory.open(tmp_path, url) as opened:
        yield opened


def test_questions(memory: Memory) -> None:
    """A question comes back as it was noted, by its id, its messages and its answer."""
    asked = replace(ASKED, id=memory.questions.add(ASKED), answer_id=9)
    memory.questions.answered(asked, None)
    assert memory.questions.get(asked.id) == asked
    assert memory.questions.of_message(-BIG, 6) == [asked]
    assert memory.questions.of_message(BIG, 6) == []
    assert memory.questions.of_answer(-BIG, 9) == asked
    memory.questions.drop(asked.id)
    assert memory.questions.get(asked.id) is None


def test_updates(memory: Memory) -> None:
    """An update arrives once; what nobody began to answer waits, what was being answered does not."""
    for number in (3, 1, 2):
        assert memory.updates.arrived(number, {"update_id": number})
    assert not memory.updates.arrived(2, {"update_id": 2})
    memory.updates.answering([1])
    memory.updates.done([3])
    assert [body["update_id"] for body in memory.updates.waiting()] == [2]
    assert not memory.updates.arrived(1, {})
    memory.forget(datetime.now(UTC) + timedelta(days=1))
    assert memory.updates.arrived(1, {})
    assert not memory.updates.arrived(2, {})


def test_follows_and_waiting(memory: Memory) -> None:
    """What somebody follows or waits for is noted once, and dropped only by themselves."""
    memory.follows.add(FOLLOW)
    memory.follows.add(replace(FOLLOW, known=frozenset({"c"})))
    (kept,) = memory.follows.all()
    assert kept.known == {"c"}
    memory.follows.drop_id(kept.id, BIG + 1)
    assert memory.follows.has(-BIG, BIG, "k")
    memory.follows.drop_id(kept.id, BIG)
    assert memory.follows.of(BIG) == []
    assert memory.waiting.add(WAITING)
    assert not memory.waiting.add(WAITING)
    memory.waiting.settle(memory.waiting.all()[0].id)
    assert memory.waiting.all() == []


def test_forgetting_somebody(memory: Memory) -> None:
    """Everything of a person goes, another's stays; what they told the moderators stays, nameless."""
    for user in (BIG, BIG + 1):
        memory.questions.add(replace(ASKED, user_id=user))
        memory.follows.add(replace(FOLLOW, user_id=user))
        memory.waiting.add(replace(WAITING, user_id=user))
        memory.reports.add(replace(REPORT, user_id=user))
        memory.chats.choose(user, "en")
    assert not memory.reports.add(REPORT)
    erased = memory.forget_user(BIG)
    assert (erased.questions, erased.follows, erased.waiting, erased.reports) == (1, 1, 1, 1)
    assert memory.forget_user(BIG).nothing
    assert memory.chats.language(BIG) is None
    assert memory.chats.language(BIG + 1) == "en"
    assert [report.user_id for report in memory.reports.all()] == [None, BIG + 1]
    assert len(memory.follows.all()) == len(memory.waiting.all()) == 1


def test_a_chat_that_moves_and_goes(memory: Memory) -> None:
    """What is noted for a chat moves with it, and what the new one has stays; what was promised goes."""
    memory.chats.choose(-1, "en")
    memory.chats.choose(-2, "bn")
    memory.follows.add(replace(FOLLOW, chat_id=-1))
    memory.follows.add(replace(FOLLOW, chat_id=-2))
    memory.waiting.add(replace(WAITING, chat_id=-1))
    memory.move(-1, -2)
    memory.move(-1, -2)
    assert memory.chats.language(-2) == "bn"
    assert [follow.chat_id for follow in memory.follows.all()] == [-2]
    memory.leave(-2)
    assert memory.follows.all() == []
    assert memory.waiting.all() == []


def test_what_is_old(memory: Memory) -> None:
    """What is older than a moment is forgotten, what is followed is not."""
    memory.questions.add(ASKED)
    memory.waiting.add(WAITING)
    memory.reports.add(REPORT)
    memory.follows.add(FOLLOW)
    memory.forget(datetime.now(UTC) - timedelta(days=1))
    assert len(memory.waiting.all()) == 1
    memory.forget(datetime.now(UTC) + timedelta(days=1))
    assert memory.waiting.all() == []
    assert memory.reports.all()[0].user_id is None
    assert memory.questions.of_message(-BIG, 7) == []
    assert len(memory.follows.all()) == 1
