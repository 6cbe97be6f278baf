"""Answers built by hand from the two stories, and an engine that plays back what it is given."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.services import Services
from retrieval.errors import BadQuestion
from retrieval.ingest import IngestItem, IngestReport, OnStep
from retrieval.library import ArticleSummary, ClaimantSummary
from retrieval.models import (
    Answer,
    ArticleRef,
    Claim,
    Claimant,
    Cue,
    Entry,
    Judgement,
    Outcome,
    Position,
    QuestionLanguage,
    Stance,
)
from retrieval.settings import Settings

MUSK = ArticleRef(
    "a-1",
    "/news/musk.md",
    "মাস্ক–পুতিন যোগাযোগ: কে কী বলছেন",
    "Công Thương",
    "https://congthuong.vn/musk-354683.html",
    None,
)
TALKS = ArticleRef("a-2", "/news/talks.md", "Talks", None, None, date(2025, 7, 4))
WSJ = Claimant("wsj", "The Wall Street Journal", "The Wall Street Journal", "ওয়াল স্ট্রিট জার্নাল", "outlet")
PESKOV = Claimant("dmitry-peskov", "Dmitry Peskov", "Dmitry Peskov", "দিমিত্রি পেসকভ", "person")
ELON = Claimant("elon-musk", "Elon Musk", "Elon Musk", "ইলন মাস্ক", "person")
OFFICIALS = Claimant("two", "two Russian officials", "two Russian officials", None, "unnamed")
REGULAR = "ইলন মাস্ক ও ভ্লাদিমির পুতিনের মধ্যে নিয়মিত কথা হচ্ছে বলে জানিয়েছে ওয়াল স্ট্রিট জার্নাল।"
ONCE = "মাস্কের সঙ্গে পুতিনের কথা হয়েছে মাত্র একবার, বলেছেন ক্রেমলিনের মুখপাত্র দিমিত্রি পেসকভ।"
DENIAL = "মাস্ক পরে ব্রেমারের এই বক্তব্য অস্বীকার করেন।"
BREMMER = "ব্রেমার লেখেন, পুতিনের সঙ্গে আলাপের কথা মাস্ক নিশ্চিত করেছেন।"


def claim(
    claimant: Claimant,
    quote: str,
    *,
    article: ArticleRef = MUSK,
    cue: Cue | None = "report",
    **changes: Any,
) -> Claim:
    values: dict[str, Any] = {
        "id": f"c-{claimant.id}",
        "article": article,
        "language": "bn",
        "claimant": claimant,
        "via": (),
        "cue": cue,
        "quote": quote,
        "start": 0,
        "end": len(quote),
        "context": "",
        "said": None,
        "refers_to": None,
        "origin": article.id,
        "passage": quote,
    }
    return Claim(**{**values, **changes})


def entry(spoken: Claim, stance: Stance, *also: Entry) -> Entry:
    return Entry(spoken, 0.87654321, Judgement(stance, 0.91239, "same words"), also)


def position(stance: Stance, *entries: Entry, answer: str | None = None) -> Position:
    return Position(stance, answer, entries, 1)


def answer(outcome: Outcome, *positions: Position, question: str, language: QuestionLanguage) -> Answer:
    return Answer(question, language, outcome, positions, {"search": 12.3456})


def disputed(
    language: QuestionLanguage = "en", question: str = "did Musk talk to Putin regularly?"
) -> Answer:
    denial = claim(ELON, DENIAL, cue="deny", context=BREMMER, refers_to="c-bremmer")
    twice = claim(OFFICIALS, "They talked several times.", article=TALKS, via=(WSJ,))
    more = entry(claim(WSJ, "আলাপ চলছে গোপনে।"), "supports")
    return answer(
        "disputed",
        position("supports", entry(claim(WSJ, REGULAR), "supports", more), entry(twice, "supports")),
        position("refutes", entry(claim(PESKOV, ONCE), "refutes")),
        position("neutral", entry(denial, "neutral")),
        question=question,
        language=language,
    )


def unanswered(language: QuestionLanguage = "en") -> Answer:
    return answer("unanswered", question="Did it rain?", language=language)


ADDED = IngestReport((IngestItem("/news/musk.md", "added", "a-1", 2),))


@dataclass
class FakeShelf:
    """A library with one article."""

    def articles(self) -> Sequence[ArticleSummary]:
        """One, whose file is gone."""
        return [
            ArticleSummary("a-1", "/news/musk.md", "Musk", None, None, "bn", date(2025, 7, 4), "a-1", 2, True)
        ]

    def claimants(self) -> Sequence[ClaimantSummary]:
        """One."""
        return [ClaimantSummary(PESKOV, 3)]


@dataclass
class FakeEngine:
    """Plays back an answer, or raises an error, and remembers what it was asked to do.

    A question with "bad" in it cannot be asked.
    """

    reply: Answer = field(default_factory=disputed)
    error: BaseException | None = None
    empty: bool = False
    report: IngestReport = ADDED
    calls: list[Any] = field(default_factory=list)
    library: FakeShelf = field(default_factory=FakeShelf)

    def ask(self, question: str, top: int | None = None) -> Answer:
        """The reply, or the error."""
        self.calls.append(("ask", question, top))
        if self.error:
            raise self.error
        if "bad" in question:
            raise BadQuestion("It holds nothing to ask; write a question.")
        return self.reply

    def ingest(self, inputs: Sequence[str], *, remove_missing: bool, on_step: OnStep | None) -> IngestReport:
        """The report."""
        self.calls.append(("ingest", tuple(inputs), remove_missing))
        if on_step:
            on_step("reading", 1, 1)
        return self.report

    def ingest_corpus(self, on_step: OnStep | None) -> IngestReport:
        """The library is not empty afterwards."""
        del on_step
        self.calls.append("ingest_corpus")
        self.empty = False
        return self.report

    def claims(self, name: str | None) -> Iterable[Claim]:
        """Two."""
        self.calls.append(("claims", name))
        return [claim(PESKOV, ONCE), claim(ELON, DENIAL, cue="deny", context=BREMMER)]

    def reindex(self, on_progress: Any) -> int:
        """Four articles."""
        on_progress(1, 1)
        return 4


def services(engine: FakeEngine) -> Services:
    @contextmanager
    def opened(settings: Settings) -> Iterator[FakeEngine]:
        del settings
        yield engine

    return Services(
        lambda: Settings(_env_file=None, language="en"),
        opened,
        lambda question, claim: Judgement("supports", 0.666666, f"{question} / {claim}"),
    )
