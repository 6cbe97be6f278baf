"""Fixtures of the bot's tests: a library that is filled once, a process per module.

Use them by ``pytest_plugins = ["bot_fixtures"]``. The processes embed without a model, all else is real.
"""

import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from bot_house import House, Open, check_log, library_of
from bot_news import write_articles
from bot_process import ROOT
from conftest import HashingEmbeddings
from fake_api import FakeTelegram


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the news of ``corpus/`` and of ``bot_news``."""
    folder = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("retrieval.engine.SentenceEmbeddings", HashingEmbeddings)
        with library_of(folder / "data") as engine:
            report = engine.ingest([str(ROOT / "corpus"), str(write_articles(folder / "articles"))])
            assert not report.counts()["refused"], report
    return folder / "data"


@pytest.fixture
def hashing_here(hashing: None) -> None:
    """Engines that the test itself opens embed as the bot's does."""


@pytest.fixture
def opens(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Opens houses for one test; their bots are started by it."""
    yield from _opening(filled, tmp_path_factory)


@pytest.fixture(scope="module")
def opens_for_all(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Opens houses for all tests of a module."""
    yield from _opening(filled, tmp_path_factory)


def _opening(filled: Path, folders: pytest.TempPathFactory) -> Iterator[Open]:
    with ExitStack() as opened:

        def opens(library: Path = filled, **settings: str) -> House:
            telegram = opened.enter_context(FakeTelegram())
            house = House(telegram, folders.mktemp("house"), library, **settings)
            opened.callback(house.end)
            return house

        yield opens


@pytest.fixture(scope="module")
def house(opens_for_all: Open) -> Iterator[House]:
    """A bot for all tests of a module. It calls nothing that is unknown, logs no failure and no secret."""
    house = opens_for_all()
    house.bot.start()
    yield house
    assert house.bot.stop(with_signal=signal.SIGTERM) == 0, house.bot.stderr
    assert house.telegram.unknown == []
    check_log(house.bot.stderr)
