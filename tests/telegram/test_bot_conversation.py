"""A whole conversation with the bot as it is installed, model and all, kept as readable text.

``MUKHOMUKHI_REWRITE=1 pytest tests/telegram/test_bot_conversation.py`` writes ``conversation.txt`` anew;
read the difference before it is kept.
"""

import os
from pathlib import Path

from bot_house import QUIET, check_log
from bot_process import BotProcess
from fake_api import FakeTelegram
from fake_people import Seat

pytest_plugins = ["fake_fixtures"]
KEPT = Path(__file__).with_name("conversation.txt")
MUSK_BN = "মাস্ক কি পুতিনের সঙ্গে নিয়মিত কথা বলতেন?"
MUSK = "did Musk talk to Putin regularly?"


def says(seat: Seat, *texts: str) -> None:
    """Says things one after the other, each after the answer to the one before."""
    for text in texts:
        seat.wait_for_reply(seat.says(text))


def rina_speaks(rina: Seat) -> None:
    """A reader in Bengali: a question, its evidence, following, nothing found, commands."""
    says(rina, "/start", "/help")
    rina.says("ভাই")
    answer = rina.wait_for_reply(rina.says(MUSK_BN))
    rina.presses(answer, "🔎")
    rina.wait_for_reply(answer)
    rina.presses(answer, "🔔")
    answer = rina.wait_for_edit(answer)
    rina.presses(answer, "⚠️")
    choice = rina.wait_for_edit(answer)
    rina.presses(choice, "কিছু বাদ পড়েছে")
    rina.wait_for_edit(choice)
    nothing = rina.wait_for_reply(rina.says("কাল কি ঢাকায় হরতাল?"))
    rina.wait_for_notice(rina.presses(nothing, "✉️"))
    says(rina, "???", "https://example.com/unknown", "/following", "/sources", "/privacy", "/forgetme")


def ray_speaks(ray: Seat) -> None:
    """A reader in English: a question that is edited, a forwarded post, another language."""
    says(ray, "/start")
    asked = ray.says("is the moon made of green cheese?")
    answer = ray.wait_for_reply(asked)
    ray.edits(asked, MUSK)
    ray.wait_for_edit(answer)
    post = ray.forwards(
        "Musk has talked to Putin regularly. The moon is made of green cheese.", from_channel="News"
    )
    ray.wait_for_reply(post, holding="On these parts")
    choice = ray.wait_for_reply(ray.says("/language"))
    ray.presses(choice, "বাংলা")
    ray.wait_for_edit(choice)
    says(ray, "/check")


def test_a_whole_conversation(telegram: FakeTelegram, tmp_path: Path) -> None:
    """A Bengali reader, an English one and a group: every word of it is as it was kept."""
    rina = telegram.private(telegram.user(11, "Rina", "bn"))
    ray = telegram.private(telegram.user(12, "Ray", "en"))
    group = telegram.group(-100_1, "পাড়ার খবর")
    with BotProcess(telegram, tmp_path / "data", **QUIET) as bot:
        rina_speaks(rina)
        ray_speaks(ray)
        first, second = group.member(rina.user), group.member(ray.user)
        first.adds_bot()
        first.wait_for_reply()
        said = second.says(MUSK)
        first.wait_for_reply(first.says("/check", reply_to=said))
        first.wait_for_reply(first.mentions(MUSK_BN))
        telegram.settle(0.5)
        assert bot.stop() == 0
    check_log(bot.stderr)
    assert telegram.unknown == []
    told = "\n".join(
        f"======== {head} ========\n\n{seat.conversation()}"
        for head, seat in (("Rina, alone", rina), ("Ray, alone", ray), ("A group", group))
    )
    if os.environ.get("MUKHOMUKHI_REWRITE"):
        KEPT.write_text(told, encoding="utf-8")
    assert told == KEPT.read_text(encoding="utf-8")
