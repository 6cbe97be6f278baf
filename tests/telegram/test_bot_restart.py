"""Stops and kills: what was asked is answered, and nothing is answered twice."""

import signal
from collections import Counter

import pytest
from bot_house import QUICK, House, Open
from bot_process import BotProcess

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"
FACTORY = "has the steel factory at Bogra closed?"
SLOW = QUICK.replace(
    "from bot.cli",
    """
import time
from retrieval.engine import ClaimEngine
ask = ClaimEngine.ask
def slowly(self, question, top=None):
    time.sleep(0.7)
    return ask(self, question, top)
ClaimEngine.ask = slowly
from bot.cli""",
)


@pytest.fixture
def house(opens: Open) -> House:
    """A bot that takes its time to search, one question after the other."""
    house = opens()
    house.bot = BotProcess(house.telegram, house.data, program=SLOW, burst_seconds="0.3", workers="1")
    house.bot.start()
    return house


@pytest.mark.parametrize("with_signal", [signal.SIGTERM, signal.SIGINT])
def test_a_clean_stop(house: House, with_signal: int) -> None:
    """Told to end, it delivers the answers under way, those still being gathered too, and ends with 0."""
    working, gathering = house.reader(), house.reader()
    first = working.says(f"/check {BRIDGE}")
    house.telegram.wait_for_call("sendChatAction")
    second = gathering.says(FACTORY)
    house.telegram.wait_for(lambda: not house.telegram.world.updates.pending)
    assert house.bot.stop(with_signal=with_signal) == 0
    assert ["Jamal Sheikh" in r.text for r in working.answers_to(first)] == [True]
    assert ["Anwar Pasha" in r.text for r in gathering.answers_to(second)] == [True]
    house.bot.start()
    house.telegram.settle(1.5)
    assert (len(working.replies), len(gathering.replies)) == (1, 1)
    assert "Traceback" not in house.bot.stderr


def test_a_kill_in_mid_update(house: House) -> None:
    """After a kill everything that was waiting is answered at the next start, and nothing twice."""
    answered = house.reader()
    house.asks(answered, BRIDGE)
    seats = [house.reader(f"R{n}") for n in range(6)]
    for seat in seats[:4]:
        seat.says(f"/check {BRIDGE}")
    house.telegram.wait_for(lambda: not house.telegram.world.updates.pending)
    seats[0].wait_for_reply()
    house.bot.kill()
    for seat in seats[4:]:
        seat.says(f"/check {FACTORY}")
    house.bot.start()
    for seat in seats:
        seat.wait_for_reply()
    house.telegram.settle(1.5)
    sent = Counter(c.params["chat_id"] for c in house.telegram.called("sendMessage") if c.ok)
    assert sent == {seat.id: 1 for seat in [answered, *seats]}


def test_a_burst_that_was_being_gathered(house: House) -> None:
    """Messages that wait for the next one when the process is killed are one question after it."""
    seat = house.reader()
    seat.says("ভাই")
    last = seat.says(BRIDGE)
    house.telegram.wait_for(lambda: not house.telegram.world.updates.pending)
    house.bot.kill()
    house.bot.start()
    assert "Jamal Sheikh" in seat.wait_for_reply(last).text
    house.telegram.settle(1.5)
    assert len(seat.replies) == 1


def test_updates_that_come_again(house: House) -> None:
    """An update that Telegram delivers a second time is passed over, after a restart too."""
    seat = house.reader()
    asked = seat.says(f"/check {BRIDGE}")
    house.telegram.wait_for(lambda: bool(house.telegram.world.updates.pending) or house.telegram.calls)
    with house.telegram.world.changed:
        again = [u for u in house.telegram.world.updates.pending if "message" in u]
    seat.wait_for_reply(asked)
    numbers = house.rows("select update_id from updates order by update_id desc limit 1")
    update = {"update_id": numbers[0][0], "message": asked.payload}
    assert not again or again[0] == update
    for _ in range(2):
        with house.telegram.world.changed:
            house.telegram.world.updates.pending.append(update)
            house.telegram.world.changed.notify_all()
        house.telegram.settle(1.2)
        assert len(seat.replies) == 1
        assert house.bot.stop() == 0
        house.bot.start()
