"""What is kept of readers: little, not for long, nothing after /forgetme, and nothing in the log."""

import sqlite3
from contextlib import closing

from bot_house import House, Open, check_log

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"
NOTHING = "is the moon made of green cheese?"
FACTORY = "has the steel factory at Bogra closed?"


def everything(house: House) -> str:
    """All that the bot remembers, as text."""
    with closing(sqlite3.connect(house.data / "readers.db")) as connection:
        return "\n".join(connection.iterdump())


def test_forgetting(house: House) -> None:
    """/forgetme leaves no row with the reader's id, questions or name, in groups either."""
    seat, other = house.reader("Zulaikha", "en", username="zulaikha_z"), house.reader()
    house.asks(seat, BRIDGE)
    nothing = house.asks(seat, NOTHING)
    seat.wait_for_notice(seat.presses(nothing, "✉️"))
    house.asks(seat, f"/follow {FACTORY}")
    group = house.group()
    there = group.member(seat.user)
    there.wait_for_reply(there.says(f"/check {BRIDGE}"))
    choice = house.asks(seat, "/language")
    seat.presses(choice, "English")
    seat.wait_for_edit(choice)
    house.asks(other, FACTORY)
    house.quiet()
    kept = everything(house)
    assert str(seat.user.id) in kept
    assert "Zulaikha" not in kept
    told = house.asks(seat, "/forgetme")
    assert told.text.startswith("Erased: 3 questions, 1 followed, 1 sent to the moderators.")
    house.quiet()
    kept = everything(house)
    for words in (str(seat.user.id), "zulaikha", BRIDGE):
        assert words not in kept
    assert NOTHING in kept  # the moderators still have the question, from nobody
    assert house.rows("select count(*) from asked where user_id = ?", other.user.id) == [(1,)]


def test_old_buttons_after_forgetting(house: House) -> None:
    """A button under an answer from before /forgetme says that the question is forgotten."""
    seat = house.reader(language_code="en")
    answer = house.asks(seat, BRIDGE)
    house.asks(seat, "/forgetme")
    notice = seat.wait_for_notice(seat.presses(answer, "🔔"))
    assert notice.text == "That question has been forgotten by now. Please ask it again."


def test_the_log(house: House) -> None:
    """Neither what is asked nor who asks stands in the log."""
    seat = house.reader("Zulaikha", "en", username="zulaikha_z")
    house.asks(seat, BRIDGE)
    house.telegram.fail_next("sendMessage", 400, chat_id=seat.id)
    seat.says(NOTHING)
    house.quiet()
    seat.forwards(FACTORY, from_user="Secret Sender")
    house.quiet()
    check_log(house.bot.stderr, ["Rupsha", "cheese", "Zulaikha", "zulaikha_z", "Secret", str(seat.user.id)])


def test_what_is_handled_is_emptied(house: House) -> None:
    """Of an update that is handled only its number is kept."""
    house.asks(house.reader(), BRIDGE)
    house.quiet()
    assert house.rows("select count(*) from updates where body is not null") == [(0,)]


def test_retention(opens: Open) -> None:
    """What was asked longer ago than the setting allows is forgotten at the next start."""
    house = opens(retention_days="3")
    house.bot.start()
    old, new = house.reader(), house.reader()
    nothing = house.asks(old, NOTHING)
    old.wait_for_notice(old.presses(nothing, "✉️"))
    house.asks(new, BRIDGE)
    assert "৩ দিন" in house.asks(new, "/privacy").text
    assert house.bot.stop() == 0
    with closing(sqlite3.connect(house.data / "readers.db")) as connection, connection:
        for table, column in (("asked", "asked_at"), ("waiting", "asked_at"), ("reports", "reported_at")):
            connection.execute(
                f"update {table} set {column} = datetime({column}, '-4 days') where user_id = ?",  # noqa: S608
                (old.user.id,),
            )
    house.bot.start()
    house.telegram.wait_for(lambda: str(old.user.id) not in everything(house))
    assert house.rows("select count(*) from asked where user_id = ?", new.user.id) == [(1,)]
