"""How the bot bears many readers: the real process against the fake Telegram, over a library that exists.

    python tests/telegram/measure_load.py build --library DIR --passages FILE
    python tests/telegram/measure_load.py crowd --library DIR --questions FILE
    python tests/telegram/measure_load.py soak --library DIR --questions FILE

``build``: a library out of passages (JSON lines with "passage_id" and "text"); its vectors are random, for
they cost a search what real ones do and nothing to make: what is measured is time, not what is found.
``crowd``: 50 chats ask at once, round after round; time to answer, and whether each chat got its answers
in the order of its questions. ``soak``: an hour's worth of updates, 3,600, as quickly as the bot takes
them; its memory along the way. FILE holds a question a line, as JSON with "question" or as plain text.
The library is copied first: what is asked leaves no trace in it.
"""

import argparse
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from unittest.mock import patch

import numpy as np
from bot_process import BotProcess
from fake_api import FakeTelegram
from fake_people import Seat

from retrieval.engine import ClaimEngine
from retrieval.evaluation.claims import passage_texts
from retrieval.evaluation.questions import save_passages
from retrieval.index.embeddings import SentenceEmbeddings
from retrieval.settings import Settings

DIMENSION = 384
PATIENCE_S = 120.0
UNLIMITED = {"questions_per_minute": "100000", "chat_questions_per_minute": "100000"}


@dataclass(frozen=True)
class Told:
    """One question and its answer: seconds between them, and whether it was the chat's next."""

    seconds: float
    in_order: bool


def questions_in(file: Path) -> list[str]:
    """The questions of a file, one a line."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [json.loads(line)["question"] if line.startswith("{") else line for line in lines]


def ask(chat: Seat, question: str) -> Told:
    """Ask, and wait for the answer."""
    asked = chat.says(question)
    answer = chat.wait_for_reply(after=asked, timeout=PATIENCE_S)
    return Told(answer.at - asked.at, answer.reply_to == asked.id)


def ask_all(chat: Seat, questions: Sequence[str]) -> list[Told]:
    """Ask one question after the other, each when the last is answered."""
    return [ask(chat, question) for question in questions]


def ahead(chat: Seat, questions: Sequence[str]) -> list[Told]:
    """Ask with ``/check``, all at once, and wait: the answers must come in the order of the questions."""
    asked = [chat.says(f"/check {question}") for question in questions]
    last = chat.wait_for_reply(after=asked[-1], timeout=PATIENCE_S)
    while len(chat.replies) < len(asked):
        last = chat.wait_for_reply(after=last, timeout=PATIENCE_S)
    return [
        Told(reply.at - question.at, reply.reply_to == question.id)
        for question, reply in zip(asked, chat.replies, strict=True)
    ]


def crowd(telegram: FakeTelegram, questions: list[str], chats: int, rounds: int) -> None:
    """Many chats at once: one question after the other, and once three questions ahead."""
    seats = [telegram.private(telegram.user(1000 + n, f"Reader {n}", "bn")) for n in range(chats)]
    supply = cycle(questions)
    with ThreadPoolExecutor(chats) as pool:
        for number in range(rounds):
            work = [list(islice(supply, 1)) for _ in seats]
            told = [one for found in pool.map(ask_all, seats, work) for one in found]
            report(f"round {number + 1}: {chats} chats, one question each", told)
        fresh = [telegram.private(telegram.user(5000 + n, f"Reader {n}", "bn")) for n in range(chats)]
        work = [list(islice(supply, 3)) for _ in fresh]
        told = [one for found in pool.map(ahead, fresh, work) for one in found]
        report(f"{chats} chats, three questions each without waiting", told)


def report(what: str, told: Sequence[Told]) -> None:
    """Print median, p95 and how many came in order."""
    times = sorted(one.seconds for one in told)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    in_order = sum(one.in_order for one in told)
    print(  # noqa: T201
        f"{what}: answered {len(told)}, in order {in_order}, "
        f"median {statistics.median(times):.2f} s, p95 {p95:.2f} s, longest {times[-1]:.2f} s",
        flush=True,
    )


def soak(telegram: FakeTelegram, bot: BotProcess, questions: list[str], updates: int, chats: int) -> None:
    """Many updates through a few chats; the process's memory at ten points of the way."""
    seats = [telegram.private(telegram.user(1000 + n, f"Reader {n}", "bn")) for n in range(chats)]
    supply = cycle(questions)
    step, begun = max(1, updates // 10), time.monotonic()
    with ThreadPoolExecutor(chats) as pool:
        for done in range(0, updates, step):
            each = step // chats
            work = [list(islice(supply, each)) for _ in seats]
            answered = sum(len(found) for found in pool.map(ask_all, seats, work))
            spent = time.monotonic() - begun
            print(  # noqa: T201
                f"{done + answered} updates, {spent:.0f} s, {bot.memory / 2**20:.0f} MiB", flush=True
            )


class _Random(SentenceEmbeddings):
    """Unit vectors of the packaged model's length that mean nothing."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector per text."""
        vectors = np.random.default_rng(len(texts)).normal(size=(len(texts), DIMENSION))
        rows: list[list[float]] = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).tolist()
        return rows


def build(library: Path, passages: Path) -> None:
    """Make a library out of passages."""
    settings = Settings(_env_file=None, data_dir=library)
    with patch("retrieval.engine.SentenceEmbeddings", _Random), ClaimEngine(settings) as engine:
        save_passages(engine, passage_texts(passages))
        print(engine.library.counts())  # noqa: T201


def copied(library: Path, scratch: Path) -> Path:
    """A library's folder, copied without what readers asked of it."""
    return Path(
        shutil.copytree(library, scratch / "data", ignore=shutil.ignore_patterns("readers.db*", "owner*"))
    )


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """What to measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["build", "crowd", "soak"])
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--passages", type=Path)
    parser.add_argument("--chats", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--updates", type=int, default=3600)
    return parser.parse_args(given)


def running(options: argparse.Namespace) -> Iterator[tuple[FakeTelegram, BotProcess]]:
    """The bot, warm, over a copy of the library."""
    with tempfile.TemporaryDirectory() as scratch, FakeTelegram() as telegram:
        folder = copied(options.library, Path(scratch))
        with BotProcess(telegram, folder, burst_seconds="0.2", **UNLIMITED) as bot:
            ask(telegram.private(telegram.user(1, "First", "bn")), "মুখোমুখি কী কাজে লাগে?")
            yield telegram, bot
            print(f"stopped with exit code {bot.stop()}")  # noqa: T201


def main(given: Sequence[str]) -> None:
    """Measure, and print what came out."""
    options = arguments(given)
    if options.what == "build":
        build(options.library, options.passages)
        return
    questions = questions_in(options.questions)
    for telegram, bot in running(options):
        if options.what == "crowd":
            crowd(telegram, questions, options.chats, options.rounds)
        else:
            soak(telegram, bot, questions, options.updates, min(options.chats, 20))
        if telegram.refused or telegram.unknown:
            print(f"refused: {telegram.refused[:3]}, unknown: {telegram.unknown[:3]}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
