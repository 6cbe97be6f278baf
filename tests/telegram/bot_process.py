"""The real bot as a child process, against the fake Telegram."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from types import TracebackType

from fake_api import TOKEN, FakeTelegram

PROGRAM = "import sys; from bot.cli import main; sys.exit(main())"
STARTS_IN = 120.0
STOPS_IN = 30.0
ROOT = Path(__file__).parents[2]
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "ftp_proxy")


class BotProcess:
    """``mukhomukhi bot``, from its start to its end.

    Args:
        telegram: where it connects.
        data_dir: its state; a folder of its own.
        program: Python that runs the command line.
        settings: more settings by their names without MUKHOMUKHI_ in lower or upper case.
    """

    def __init__(
        self, telegram: FakeTelegram, data_dir: Path, *, program: str = PROGRAM, **settings: str
    ) -> None:
        self.telegram = telegram
        self.environment = environment(telegram, data_dir, **settings)
        self._program = program
        self._folder = data_dir.parent  # no .env of the repository
        self._child: subprocess.Popen[str] | None = None
        self._lines: deque[str] = deque()
        self._reader: threading.Thread | None = None

    def __enter__(self) -> "BotProcess":
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.running:
            self.kill()

    def start(self, *, wait: bool = True) -> "BotProcess":
        """Start it, and wait until it takes updates."""
        polls = self.telegram.delivery.polls
        hooks = len(self.telegram.called("setWebhook"))
        self._child = subprocess.Popen(
            [sys.executable, "-c", self._program, "bot"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=self.environment,
            cwd=self._folder,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self._reader = threading.Thread(target=self._read, args=(self._child,), daemon=True)
        self._reader.start()
        if wait:
            self._wait_until_listening(polls, hooks)
        return self

    @property
    def child(self) -> "subprocess.Popen[str]":
        """The process."""
        assert self._child is not None, "start it first"
        return self._child

    @property
    def running(self) -> bool:
        """Whether it was started and has not ended."""
        return self._child is not None and self._child.poll() is None

    @property
    def stderr(self) -> str:
        """What it said so far, over all its starts."""
        return "".join(list(self._lines))

    def wait_for_words(self, words: str, timeout: float = STOPS_IN) -> None:
        """Until it said something to stderr."""
        ends = time.monotonic() + timeout
        while words not in self.stderr:
            if time.monotonic() > ends:
                raise AssertionError(f"the bot did not say {words!r} in {timeout} s:\n{self.stderr}")
            time.sleep(0.02)

    @property
    def memory(self) -> int:
        """What it holds in memory now, in bytes."""
        status = Path(f"/proc/{self.child.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * 1024

    def stop(self, timeout: float = STOPS_IN, with_signal: int = signal.SIGTERM) -> int:
        """Ask it to end.

        Returns:
            Its exit code.
        """
        self.child.send_signal(with_signal)
        return self.wait(timeout)

    def kill(self) -> int:
        """End it at once, as the system does when memory runs out."""
        self.child.kill()
        return self.wait(STOPS_IN)

    def wait(self, timeout: float = STOPS_IN) -> int:
        """Until it ends.

        Returns:
            Its exit code.

        Raises:
            AssertionError: it did not end in time; it is killed then.
        """
        try:
            code = self.child.wait(timeout)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
            raise AssertionError(f"the bot did not end in {timeout} s:\n{self.stderr}") from None
        finally:
            if self._reader is not None:
                self._reader.join(STOPS_IN)
        return code

    def _wait_until_listening(self, polls: int, hooks: int) -> None:
        ends = time.monotonic() + STARTS_IN
        while time.monotonic() < ends:
            if self.telegram.delivery.polls > polls or len(self.telegram.called("setWebhook")) > hooks:
                return
            if not self.running:
                raise AssertionError(f"the bot ended with {self.child.returncode}:\n{self.stderr}")
            time.sleep(0.02)
        self.kill()
        raise AssertionError(f"the bot took no updates in {STARTS_IN} s:\n{self.stderr}")

    def _read(self, child: "subprocess.Popen[str]") -> None:
        assert child.stderr is not None
        with child.stderr:
            self._lines.extend(child.stderr)


def environment(telegram: FakeTelegram, data_dir: Path, **settings: str) -> dict[str, str]:
    """The environment of a bot: no settings, proxies or .env of whoever runs the tests."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("MUKHOMUKHI_") and name.lower() not in PROXIES
    }
    given = {
        "data_dir": str(data_dir),
        "telegram_token": TOKEN,
        "telegram_api_url": telegram.url,
        **settings,
    }
    return {
        **kept,
        "NO_PROXY": "*",
        "PYTHONPATH": str(ROOT),
        **{f"MUKHOMUKHI_{name.upper()}": value for name, value in given.items()},
    }
