"""Every command, in both languages."""

from pathlib import Path

import pytest
from bot_house import House, Open, library_of
from fake_world import BOT_USERNAME

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"
COMMANDS = ["check", "sources", "language", "follow", "following", "help", "privacy", "forgetme"]
IN_BOTH = {
    "/start": ("Somebody sent you news and you wonder whether it is so? Ask here.", "কেউ একটা খবর পাঠিয়েছে"),
    "/help": (
        "Write a question, or forward a post: each claim in it is checked.",
        "প্রশ্ন লিখুন, বা কোনো পোস্ট ফরোয়ার্ড",
    ),
    "/check": ("Write what is to be checked after /check", "কী যাচাই করতে চান /check-এর পরে লিখুন"),
    "/sources": ("10 articles, 77 claims, 31 sources", "খবর ১০টি, বক্তব্য ৭৭টি, সূত্র ৩১টি"),
    "/language": ("Which language shall we speak here?", "এখানে কোন ভাষায় কথা বলব?"),
    "/follow": ("Answer one of our answers with /follow", "আমাদের কোনো উত্তরের জবাবে /follow লিখুন"),
    "/following": ("You follow no question.", "আপনি কোনো প্রশ্নের খোঁজ রাখছেন না।"),
    "/privacy": ("What you ask is kept for 30 days", "আপনি কী জিজ্ঞেস করেছেন তা ৩০ দিন রাখা হয়"),
    "/forgetme": ("There is nothing about you here.", "আপনার কিছুই এখানে রাখা নেই।"),
}


@pytest.mark.parametrize("command", IN_BOTH)
def test_each_command(house: House, command: str) -> None:
    """A command is answered in the language of Telegram's settings, with or without the bot's name."""
    english, bengali = IN_BOTH[command]
    assert house.asks(house.reader(language_code="en-GB"), command).text.startswith(english)
    assert house.asks(house.reader(language_code="bn"), f"{command}@{BOT_USERNAME}").text.startswith(bengali)


def test_an_unknown_command(house: House) -> None:
    """A command that does not exist is answered with what there is."""
    assert "/check" in house.asks(house.reader(language_code="en"), "/serach Musk").text


def test_help_names_every_command(house: House) -> None:
    """Help and the menus of both languages name the same commands."""
    for code in ("bn", "en"):
        told = house.asks(house.reader(language_code=code), "/help").text
        assert all(f"/{command} – " in told for command in COMMANDS if command != "help")
        assert list(house.telegram.commands(code)) == COMMANDS
    assert house.telegram.commands() == house.telegram.commands("bn")
    assert house.telegram.commands("en")["check"] == "Look something up"
    assert house.telegram.commands("bn")["check"] == "কিছু যাচাই করুন"


def test_the_profile(house: House) -> None:
    """The bot's profile is told to Telegram in both languages and for everybody else."""
    assert house.telegram.profile("description", "en").startswith("Who said what in the news")
    assert house.telegram.profile("description", "bn").startswith("খবরে কে কী বলেছেন")
    assert house.telegram.profile("description") == house.telegram.profile("description", "bn")
    assert house.telegram.profile("short_description", "en").startswith("Rumour or news?")
    assert house.telegram.profile("short_description", "bn").startswith("গুজব না খবর?")


def test_check_with_a_question(house: House) -> None:
    """/check and a question is answered like the question, to the command's message."""
    seat = house.reader()
    asked = seat.says(f"/check {BRIDGE}")
    answer = seat.wait_for_reply(asked)
    assert answer.text.startswith(f"❓ {BRIDGE}")
    assert answer.reply_to == asked.id


def test_check_that_is_edited(house: House) -> None:
    """An edited /check changes its answer; a bare one that gets its question is answered."""
    seat = house.reader()
    asked = seat.says(f"/check {BRIDGE}")
    answer = seat.wait_for_reply(asked)
    seat.edits(asked, "/check how many people died when the ferry sank in the Meghna?")
    assert "Rashed Khan" in seat.wait_for_edit(answer).text
    bare = seat.says("/check")
    told = seat.wait_for_reply(bare)
    seat.edits(bare, f"/check {BRIDGE}")
    assert "Jamal Sheikh" in seat.wait_for_reply(told).text


def test_check_in_answer_to_a_message(house: House) -> None:
    """/check in answer to a message checks that message."""
    seat = house.reader()
    said = seat.says("???")
    seat.wait_for_reply(said)
    post = seat.says(BRIDGE)
    first = seat.wait_for_reply(post)
    check = seat.says("/check", reply_to=post)
    again = seat.wait_for_reply(check)
    assert again.text == first.text
    assert again.reply_to == post.id


@pytest.mark.parametrize(
    ("code", "followed", "following", "stop", "none"),
    [
        (
            "en",
            "You will be told when a new claim on this comes in.",
            "You follow 2 questions. Press one to stop:",
            "You follow 1 question. Press it to stop:",
            "You follow no question.",
        ),
        (
            "bn",
            "এ নিয়ে নতুন বক্তব্য এলে আপনাকে জানানো হবে।",
            "আপনি ২টি প্রশ্নের খোঁজ রাখছেন।",
            "আপনি ১টি প্রশ্নের খোঁজ রাখছেন।",
            "আপনি কোনো প্রশ্নের খোঁজ রাখছেন না।",
        ),
    ],
)
def test_following_by_command(
    house: House, code: str, followed: str, following: str, stop: str, none: str
) -> None:
    """/follow takes a question or answers an answer; /following lists them, each with a button to stop."""
    seat = house.reader(language_code=code)
    assert house.asks(seat, "/follow has the steel factory at Bogra closed?").text == followed
    answer = house.asks(seat, BRIDGE)
    command = seat.says("/follow", reply_to=answer)
    assert seat.wait_for_reply(command).text == followed
    listed = house.asks(seat, "/following")
    assert listed.text.startswith(following)
    assert [row[0] for row in listed.labels] == ["✕ has the steel factory at Bogra closed?", f"✕ {BRIDGE}"]
    seat.presses(listed, "Bogra")
    listed = seat.wait_for_edit(listed)
    assert listed.text.startswith(stop)
    seat.presses(listed, BRIDGE)
    listed = seat.wait_for_edit(listed)
    assert listed.text.startswith(none)
    assert listed.buttons == ()


def test_following_what_cannot_be_asked(house: House) -> None:
    """/follow with nothing to search says how."""
    seat = house.reader(language_code="en")
    assert house.asks(seat, "/follow ???").text.startswith("Answer one of our answers with /follow")


@pytest.mark.parametrize(
    ("code", "erased"), [("en", "Erased: 1 question, 1 followed, 1 sent"), ("bn", "মুছে ফেলা হয়েছে")]
)
def test_forgetting(house: House, code: str, erased: str) -> None:
    """/forgetme says what it erased; the second time there is nothing left."""
    seat = house.reader(language_code=code)
    nothing = house.asks(seat, "is the moon made of green cheese?")
    seat.wait_for_notice(seat.presses(nothing, "✉️"))
    house.asks(seat, "/follow has the steel factory at Bogra closed?")
    assert house.asks(seat, "/forgetme").text.startswith(erased)
    assert house.asks(seat, "/forgetme").text == IN_BOTH["/forgetme"][0 if code == "en" else 1]


def test_an_empty_library(opens: Open, tmp_path: Path) -> None:
    """/start of a library without news says so, with the cure, and offers no example."""
    with library_of(tmp_path / "data"):
        (tmp_path / "corpus").mkdir()
    house = opens(tmp_path / "data", corpus_dir=str(tmp_path / "corpus"))
    house.bot.start()
    start = house.asks(house.reader(language_code="en"), "/start")
    assert start.text.endswith("The one who runs this bot can add some with: mukhomukhi ingest")
    assert start.buttons == ()
    start = house.asks(house.reader(), "/start")
    assert "যিনি বটটি চালান, তিনি খবর যোগ করতে পারেন: mukhomukhi ingest" in start.text
