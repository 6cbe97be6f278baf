"""What goes wrong is survived: one chat's trouble is its own, and nothing is said twice."""

import re

import pytest
from bot_house import QUICK, House, Open, check_log
from bot_process import BotProcess

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"
FACTORY = "has the steel factory at Bogra closed?"
BREAKS = QUICK.replace(
    "from bot.cli",
    """
from retrieval.engine import ClaimEngine
ask = ClaimEngine.ask
def fragile(self, question, top=None):
    if "explode" in question:
        raise RuntimeError("the search broke")
    return ask(self, question, top)
ClaimEngine.ask = fragile
from bot.cli""",
)


@pytest.fixture(autouse=True)
def _heal(house: House) -> None:
    house.telegram.heal()


def test_one_chat_has_to_wait(house: House) -> None:
    """A 429 for one chat holds up no other; after it the answer comes, once."""
    slow, other = house.reader(), house.reader()
    house.telegram.fail_next("sendMessage", 429, retry_after=2, chat_id=slow.id)
    asked = slow.says(BRIDGE)
    house.telegram.wait_for(lambda: any(not c.ok for c in house.telegram.called("sendMessage")))
    answer = house.asks(other, BRIDGE)
    late = slow.wait_for_reply(asked)
    assert answer.at < late.at
    house.quiet()
    assert len(slow.replies) == 1


@pytest.mark.parametrize("status", [500, 502])
def test_telegram_is_broken(house: House, status: int) -> None:
    """An answer that Telegram failed on is sent again, and stands there once."""
    seat = house.reader()
    house.telegram.fail_next("sendMessage", status, chat_id=seat.id)
    assert "Jamal Sheikh" in house.asks(seat, BRIDGE).text
    house.quiet()
    assert len(seat.replies) == 1


def test_a_dropped_connection(house: House) -> None:
    """A connection that drops after the message arrived does not bring it twice."""
    seat = house.reader()
    house.telegram.drop("sendMessage", chat_id=seat.id, done=True)
    house.asks(seat, BRIDGE)
    house.telegram.settle(1.5)
    assert len(seat.replies) == 1
    assert "Anwar Pasha" in seat.wait_for_reply(seat.says(FACTORY)).text


def test_a_chat_that_is_refused(house: House) -> None:
    """A 400 for one chat is its own trouble; it is served again when that is over."""
    seat, other = house.reader(), house.reader()
    house.telegram.fail_next("sendMessage", 400, chat_id=seat.id, times=2)
    seat.says(BRIDGE)
    assert "Jamal Sheikh" in house.asks(other, BRIDGE).text
    house.quiet()
    assert "Anwar Pasha" in house.asks(seat, FACTORY).text


def test_a_blocked_bot(house: House) -> None:
    """Who blocks the bot while it answers is let go: nothing is promised to them any more."""
    seat, other = house.reader(), house.reader()
    house.asks(seat, f"/follow {FACTORY}")
    house.telegram.fail_next("sendMessage", 403, chat_id=seat.id)
    seat.says(BRIDGE)
    assert "Jamal Sheikh" in house.asks(other, BRIDGE).text
    house.quiet()
    assert house.rows("select id from follows where user_id = ?", seat.user.id) == []
    house.asks(other, f"/follow {FACTORY}")
    other.blocks()
    house.quiet()
    assert house.rows("select id from follows where user_id = ?", other.user.id) == []


def test_a_migrated_group(house: House) -> None:
    """A group that becomes a supergroup keeps its language and what it follows, and gets its answers."""
    group = house.group(kind="group")
    seat = house.member(group, status="creator")
    choice = seat.wait_for_reply(seat.says("/language"))
    seat.presses(choice, "English")
    seat.wait_for_edit(choice)
    seat.wait_for_reply(seat.says(f"/follow {FACTORY}"))
    new = group.migrates(group.id - 10**10)
    there = new.member(seat.user)
    assert there.wait_for_reply(there.says("/check")).text.startswith("Write what is to be checked")
    assert house.rows("select chat_id from follows where user_id = ?", seat.user.id) == [(new.id,)]


def test_a_group_that_migrates_meanwhile(house: House) -> None:
    """An answer on its way to a group that has just become another arrives in the new one."""
    group, new = house.group(kind="group"), house.group()
    seat = house.member(group)
    house.telegram.fail_next("sendMessage", 400, chat_id=group.id, migrate_to_chat_id=new.id)
    seat.says(f"/check {BRIDGE}")
    assert "Jamal Sheikh" in new.wait_for_reply().text


def test_a_press_that_is_too_old(house: House) -> None:
    """A press that Telegram takes no answer to any more does its work in silence."""
    seat = house.reader()
    answer = house.asks(seat, BRIDGE)
    house.telegram.fail_next(
        "answerCallbackQuery",
        400,
        description="Bad Request: query is too old and response timeout expired or query ID is invalid",
    )
    seat.presses(answer, "🔔")
    assert "🔕" in seat.wait_for_edit(answer).labels[0][1]
    house.quiet()
    assert len(seat.replies) == 1


def test_an_outage(house: House) -> None:
    """After an outage what was asked meanwhile is answered, once."""
    seat = house.reader()
    house.asks(seat, BRIDGE)
    house.telegram.outage()
    asked = seat.says(FACTORY)
    house.telegram.restore()
    assert "Anwar Pasha" in seat.wait_for_reply(asked).text
    house.quiet()
    assert len(seat.replies) == 2


@pytest.mark.parametrize(
    ("code", "sorry"),
    [
        ("en", "Something went wrong on our side. Please ask again in a little while."),
        ("bn", "আমাদের দিকে একটা সমস্যা হয়েছে। একটু পরে আবার প্রশ্ন করুন।"),
    ],
)
def test_the_search_breaks(broken: House, code: str, sorry: str) -> None:
    """Where the search fails the reader is told in their language, and the next question is answered."""
    seat = broken.reader(language_code=code)
    asked = seat.says("did the harbour explode?")
    told = seat.wait_for_reply(asked)
    assert (told.text, told.reply_to) == (sorry, asked.id)
    assert "Jamal Sheikh" in broken.asks(seat, BRIDGE).text
    assert "the search broke" in broken.bot.stderr
    assert "harbour" not in broken.bot.stderr


@pytest.fixture(scope="module")
def broken(opens_for_all: Open) -> House:
    """A bot whose search can break."""
    house = opens_for_all()
    house.bot = BotProcess(house.telegram, house.data, program=BREAKS, burst_seconds="0.2", language="bn")
    house.bot.start()
    return house


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            {"telegram_token": ""},
            r"The bot needs a token: write /newbot to @BotFather .* MUKHOMUKHI_TELEGRAM_TOKEN",
        ),
        (
            {"telegram_token": "nonsense"},
            r"MUKHOMUKHI_TELEGRAM_TOKEN is no token: it looks like 123456:ABC-def",
        ),
        ({"telegram_token": "123:WRONG"}, r"Telegram does not know the token in MUKHOMUKHI_TELEGRAM_TOKEN"),
        ({"telegram_api_url": "telegram.org"}, r"MUKHOMUKHI_TELEGRAM_API_URL does not begin with https://"),
        ({"burst_seconds": "often"}, r"MUKHOMUKHI_BURST_SECONDS does not work"),
        ({"owners": "rina"}, r"MUKHOMUKHI_OWNERS\S* does not work"),
        ({"webhook_url": "https://x.example/h"}, r"A webhook needs MUKHOMUKHI_WEBHOOK_SECRET"),
        ({"webhook_url": "x.example"}, r"MUKHOMUKHI_WEBHOOK_URL is the public https:// address"),
        (
            {"webhook_url": "https://x.example/h", "webhook_secret": "s", "webhook_listen": "here"},
            r"MUKHOMUKHI_WEBHOOK_LISTEN is written as host:port",
        ),
    ],
)
def test_bad_settings(opens: Open, settings: dict[str, str], told: str) -> None:
    """What cannot work ends the bot with one sentence that says what to do, and never shows a secret."""
    house = opens(**settings)
    house.bot.start(wait=False)
    assert house.bot.wait() in (1, 2)
    assert re.search(told, house.bot.stderr)
    assert len(house.bot.stderr.strip().splitlines()) == 1
    check_log(house.bot.stderr, ["WRONG", "nonsense"])
