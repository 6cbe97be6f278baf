"""Which language: the question's, else the reader's choice, else Telegram's, else the setting's."""

import pytest
from bot_house import House, Open

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"


@pytest.mark.parametrize(
    ("code", "start"),
    [("bn", "কেউ একটা"), ("bn-BD", "কেউ একটা"), ("en-US", "Somebody"), ("fr", "কেউ একটা"), (None, "কেউ একটা")],
)
def test_telegrams_language(house: House, code: str | None, start: str) -> None:
    """Without a choice Telegram's language counts, and the setting where that is neither."""
    assert house.asks(house.reader(language_code=code), "/start").text.startswith(start)


@pytest.mark.parametrize(
    ("first", "press", "chosen", "then"),
    [
        (
            "bn",
            "English",
            "From now on English here. A question is answered in its own language.",
            "Somebody",
        ),
        ("en", "বাংলা", "এখন থেকে এখানে বাংলায় কথা হবে।", "কেউ একটা"),
    ],
)
def test_choosing(house: House, first: str, press: str, chosen: str, then: str) -> None:
    """A choice outweighs Telegram's language, in groups too; a question's own language outweighs it."""
    seat = house.reader(language_code=first)
    choice = house.asks(seat, "/language")
    assert choice.labels == (("বাংলা", "English"),)
    seat.presses(choice, press)
    assert seat.wait_for_edit(choice).text.startswith(chosen)
    assert house.asks(seat, "/start").text.startswith(then)
    group = house.group()
    there = group.member(seat.user)
    assert there.wait_for_reply(there.says("/start")).text.startswith(then)
    assert "Deny it" in house.asks(seat, BRIDGE).text
    assert "বিপক্ষে" in house.asks(seat, "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?").text


def test_the_setting(opens: Open) -> None:
    """The setting counts where nothing else tells."""
    house = opens(language="en")
    house.bot.start()
    assert "@mukhomukhi_test_bot answers. Stop it with Ctrl-C." in house.bot.stderr
    assert house.asks(house.reader(language_code=None), "/start").text.startswith("Somebody")
