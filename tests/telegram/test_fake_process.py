"""A bot as a child process takes updates from the fake, by polling and at a webhook, and ends when told."""

import signal
import socket
from pathlib import Path

import echo_bot
import pytest
from bot_process import BotProcess
from fake_api import FakeTelegram
from fake_people import Seat

pytest_plugins = ["fake_fixtures"]
ECHO = f"import runpy; runpy.run_path({echo_bot.__file__!r}, run_name='__main__')"


def echo_process(telegram: FakeTelegram, folder: Path, **settings: str) -> BotProcess:
    return BotProcess(telegram, folder / "data", program=ECHO, **settings)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_bot_that_polls(telegram: FakeTelegram, rahim: Seat, tmp_path: Path) -> None:
    """It answers in order, outlives floods and outages, and ends with 0 when told to."""
    with echo_process(telegram, tmp_path) as bot:
        assert rahim.wait_for_reply().text == "/start"
        telegram.fail_next("sendMessage", 429, retry_after=1)
        assert rahim.wait_for_reply(after=rahim.says("flood")).text == "flood"
        telegram.settle(0.2)
        telegram.outage()
        asked = rahim.says("outage")
        telegram.restore()
        assert rahim.wait_for_reply(after=asked).text == "outage"
        assert bot.memory > 2**20
        assert bot.stop() == 0
    assert [reply.text for reply in rahim.replies] == ["/start", "flood", "outage"]


def test_a_bot_that_is_killed(telegram: FakeTelegram, rahim: Seat, tmp_path: Path) -> None:
    """After a kill, another start takes what was left unconfirmed."""
    with echo_process(telegram, tmp_path) as bot:
        rahim.wait_for_reply()
        telegram.settle(0.2)
        assert bot.kill() == -signal.SIGKILL
        asked = rahim.says("while away")
        bot.start()
        assert rahim.wait_for_reply(after=asked).text == "while away"
        assert bot.stop() == 0


def test_a_bot_that_does_not_start(telegram: FakeTelegram, tmp_path: Path) -> None:
    """A bot that ends before it takes updates fails the test with what it said."""
    bot = BotProcess(telegram, tmp_path / "data", program="raise SystemExit('no token')")
    with pytest.raises(AssertionError, match=r"the bot ended with 1:\nno token"):
        bot.start()


def test_a_bot_at_a_webhook(telegram: FakeTelegram, rahim: Seat, tmp_path: Path) -> None:
    """Updates are pushed with the secret, in order, and again until they are taken."""
    port = free_port()
    telegram.delivery.reroute = f"http://127.0.0.1:{port}"
    with echo_process(
        telegram,
        tmp_path,
        webhook_url="https://bot.example.org/hook",
        webhook_listen=f"127.0.0.1:{port}",
        webhook_secret="s3cret",  # noqa: S106  (of a bot that is not there)
    ) as bot:
        first = rahim.wait_for_reply()
        rahim.says("two")
        assert rahim.wait_for_reply(after=rahim.says("three"), holding="three")
        assert [reply.text for reply in rahim.replies] == [first.text, "two", "three"]
        telegram.settle(0.2)
        assert telegram.world.webhook["secret_token"] == "s3cret"  # noqa: S105
        assert bot.stop() == 0
    assert [status for _, status in telegram.delivery.pushed if status == 200] == [200] * 3
