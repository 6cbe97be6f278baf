"""The words of the project as frozen values: article, claim, claimant, answer.

They hold what is known and nothing else: no reading, no storing, no rendering.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

ArticleLanguage = Literal["bn", "en"]
QuestionLanguage = Literal["bn", "en", "bn-Latn"]
ClaimantKind = Literal["person", "organisation", "outlet", "office", "document", "unnamed"]
Cue = Literal["report", "claim", "confirm", "deny", "announce", "accuse", "admit", "opinion", "demand"]
Precision = Literal["day", "week", "month", "year"]
Script = Literal["en", "bn"]
Stance = Literal["supports", "refutes", "neutral"]
Outcome = Literal["disputed", "uncontested", "unanswered"]


@dataclass(frozen=True, slots=True)
class Article:
    """One published text, its body told apart from the furniture of its page.

    Attributes:
        path: where it was read from: an absolute file path or a URL; it identifies the article.
        title: the headline.
        publisher: who published it; None where the page does not say.
        url: where a reader finds the original; None where unknown.
        published: the day it was published; None where unknown.
        language: the language of the text.
        text: the text as it was read; claims are slices of exactly this string.
        body: start and end of each paragraph of ``text`` that belongs to the article, in order.
            What lies outside (headline, date lines, captions, related links, adverts, comment
            counters) is page furniture and never a claim.
    """

    path: str
    title: str
    publisher: str | None
    url: str | None
    published: date | None
    language: ArticleLanguage
    text: str
    body: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who made a claim.

    Attributes:
        id: the register's id, or one derived from the name.
        name: as the article's language writes it, without title and case ending.
        name_en: in Latin script.
        name_bn: in Bengali script.
        kind: what kind of source it is.
        transliterated: which of the two names is only a transliteration of the other, if one is.
    """

    id: str
    name: str
    name_en: str | None
    name_bn: str | None
    kind: ClaimantKind
    transliterated: Script | None = None


@dataclass(frozen=True, slots=True)
class ExtractedClaim:
    """A claim as found in an article's text, before it is stored.

    Attributes:
        start: first character of the claim in ``article.text``.
        end: one past its last character.
        claimant: who made it; None where nobody is named (it is then the publisher's own).
        via: through whom it came, nearest to the article first.
        cue: the kind of reporting verb; None where nobody is named.
        context: what a reader needs to understand the span alone; never quoted.
        said: when it was said: a day, or the first day of the week, month or year that the text
            names; None where it names none.
        refers_to: position, in the article's list of claims, of the claim that this one answers.
        passage: start and end of the stretch around the claim (what it is about).
        said_precision: how exactly ``said`` is known.
    """

    start: int
    end: int
    claimant: Claimant | None
    via: tuple[Claimant, ...]
    cue: Cue | None
    context: str
    said: date | None
    refers_to: int | None
    passage: tuple[int, int]
    said_precision: Precision = "day"


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """What a citation says of an article: see ``Article`` and ``origin`` in ``Claim``."""

    id: str
    path: str
    title: str
    publisher: str | None
    url: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A stored claim. ``quote`` is ``article.text[start:end]``, verbatim.

    Attributes:
        id: stable over re-ingesting as long as the article holds the same words.
        claimant: who made it; the publisher where ``cue`` is None.
        context: what a reader needs beside the quotation, shown as context only.
        refers_to: id of the claim that this one answers (a denial's object), if any.
        origin: the independent source behind copies; equal for copies of one story.
        passage: text of the stretch around the claim.
        said_precision: how exactly ``said`` is known: then ``said`` is the first day of that time.
    """

    id: str
    article: ArticleRef
    language: ArticleLanguage
    claimant: Claimant
    via: tuple[Claimant, ...]
    cue: Cue | None
    quote: str
    start: int
    end: int
    context: str
    said: date | None
    refers_to: str | None
    origin: str
    passage: str
    said_precision: Precision = "day"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judge's word on one claim and one question.

    Attributes:
        stance: of the claim towards the question.
        confidence: 0 to 1.
        reason: why, in words that a moderator understands.
        answer: what the claim answers to an open question ("37 dead"); None for yes-no questions.
    """

    stance: Stance
    confidence: float
    reason: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One claimant in a position: the claim that speaks most directly, and the others behind it.

    Attributes:
        claim: the claim shown.
        score: how well it bears on the question, 0 to 1.
        judgement: the stance and why.
        also: further claims of the same claimant with the same stance, best first.
    """

    claim: Claim
    score: float
    judgement: Judgement
    also: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """All claims of one stance in an answer, one entry per claimant.

    Attributes:
        stance: the side.
        answer: for an open question, the answer that these claims give; else None.
        entries: one per claimant, best first.
        origins: number of independent sources behind them.
        claimants: how many there are in all, should ``entries`` be cut to the first few.
    """

    stance: Stance
    answer: str | None
    entries: tuple[Entry, ...]
    origins: int
    claimants: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question: the sides face to face, never a verdict.

    Attributes:
        question: as asked.
        language: of the question.
        outcome: disputed where two positions collide, uncontested where none does,
            unanswered where nothing relevant is known.
        positions: the sides: supports, refutes, then neutral (open questions: one per answer).
        timings_ms: milliseconds per step.
        open: whether the question has no yes and no.
    """

    question: str
    language: QuestionLanguage
    outcome: Outcome
    positions: tuple[Position, ...]
    timings_ms: dict[str, float]
    open: bool = False
