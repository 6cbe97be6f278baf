"""The pipeline out: question -> search -> relevance -> stance -> positions -> Answer.

Both sides appear whenever both exist among the relevant claims, however many claims one side has:
claims are grouped by who made them, and copies of one story count as one origin.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from retrieval.language.normalise import words
from retrieval.language.stem import stem
from retrieval.models import Answer, Claim, Entry, Judgement, Outcome, Position, Stance
from retrieval.question import Question, read_question
from retrieval.search import Found, Search, Wording
from retrieval.stance import Judge, Relevance, relevance_of
from retrieval.stance.judge import claim_text_of
from retrieval.stance.relevance import rarity
from retrieval.stance.statement import Unit, statement_of

STANCES: tuple[Stance, ...] = ("supports", "refutes", "neutral")
# Words that only say that a source is unnamed.
_UNDESCRIBING = {
    stem(word)
    for word in words(
        "a an the some several few who did not want to be named asked unnamed on condition of anonymity"
    )
}
_LEAST_PASSAGE = 0.6
_LEAST_NEAR = 0.3  # to be offered as "did you mean"
_LEAST_CLAIM = 0.5
_LEAST_NEUTRAL = 0.7


@dataclass(frozen=True, slots=True)
class _Judged:
    found: Found
    relevance: Relevance
    judgement: Judgement


class Answerer:
    """Answers questions from one library.

    Args:
        search: finds claims.
        judge: tells their side.
    """

    def __init__(self, search: Search, judge: Judge) -> None:
        self._search, self._judge = search, judge

    def answer(self, text: str, top: int | None = None) -> Answer:
        """The competing claims on a question.

        Args:
            text: the question as asked.
            top: at most so many claimants on each side.

        Raises:
            BadQuestion: nothing to ask in it, or too long.
        """
        clock = _Clock()
        with clock("understand"):
            question = read_question(text)
            wording = self._search.wording(question)
        with clock("search"):
            found = self._search.find(question, wording)
        with clock("relevance"):
            relevant = self._relevant(wording, found)
        with clock("stance"):
            judged = self._judged(wording, relevant)
        positions = positions_of(_telling(judged), top)
        return Answer(question.text, question.language, _outcome(positions), positions, clock.done())

    def relevant(self, text: str) -> list[Claim]:
        """The claims that bear on a question, best first, unjudged.

        Raises:
            BadQuestion: nothing to ask in it, or too long.
        """
        question = read_question(text)
        wording = self._search.wording(question)
        found = self._relevant(wording, self._search.find(question, wording))
        return [item.claim for item, _ in sorted(found, key=lambda pair: -pair[0].score * pair[1].claim)]

    def near(self, text: str, limit: int) -> list[str]:
        """Titles of the articles that speak of some of what was asked, though not of enough of it.

        Raises:
            BadQuestion: nothing to ask in it, or too long.
        """
        question = read_question(text)
        wording = self._search.wording(question)
        units = self._units(wording)
        looked = [(item, relevance_of(units, item.claim)) for item in self._search.find(question, wording)]
        near = [pair for pair in looked if pair[1].passage >= _LEAST_NEAR]
        near.sort(key=lambda pair: -pair[1].passage * pair[0].score)
        return list(dict.fromkeys(item.claim.article.title for item, _ in near))[:limit]

    def _relevant(self, wording: Wording, found: Sequence[Found]) -> list[tuple[Found, Relevance]]:
        units = self._units(wording)
        if not units:
            return []
        looked = [(item, relevance_of(units, item.claim)) for item in found]
        return [pair for pair in looked if _bears(pair[1])]

    def _units(self, wording: Wording) -> dict[Unit, float]:
        return rarity(statement_of(wording.text).units, self._search.document_share)

    def _judged(self, wording: Wording, relevant: Sequence[tuple[Found, Relevance]]) -> list[_Judged]:
        return [
            _Judged(item, relevance, self._judge_one(wording, item.claim)) for item, relevance in relevant
        ]

    def _judge_one(self, wording: Wording, claim: Claim) -> Judgement:
        denied = self._search.claim(claim.refers_to) if claim.refers_to else None
        return self._judge.judge(wording.text, claim_text_of(claim, denied))


def _bears(relevance: Relevance) -> bool:
    return relevance.passage >= _LEAST_PASSAGE and relevance.claim >= _LEAST_CLAIM


def _telling(judged: list[_Judged]) -> list[_Judged]:
    """Claims worth showing: both sides, and neutral ones that add something."""
    sided = {_who(item.found.claim) for item in judged if item.judgement.stance != "neutral"}
    return [item for item in judged if item.judgement.stance != "neutral" or _adds(item, sided)]


def _adds(item: _Judged, sided: set[tuple[str, ...]]) -> bool:
    """Whether a neutral claim tells something beside the sides: near the question, of someone new."""
    near = item.relevance.held >= _LEAST_NEUTRAL and not item.relevance.unsaid
    return near and _who(item.found.claim) not in sided


def positions_of(judged: Sequence[_Judged], top: int | None = None) -> tuple[Position, ...]:
    """Group judged claims into sides, one entry per claimant."""
    sides: list[Position] = []
    for stance in STANCES:
        entries = _entries([item for item in judged if item.judgement.stance == stance])
        if entries:
            origins = {e.claim.origin for entry in entries for e in (entry, *entry.also)}
            sides.append(Position(stance, None, tuple(entries[:top]), len(origins), len(entries)))
    return tuple(sides)


def _entries(judged: Sequence[_Judged]) -> list[Entry]:
    by_claimant: dict[tuple[str, ...], list[Entry]] = {}
    for item in judged:
        score = round(item.found.score * item.relevance.claim, 4)
        entry = Entry(item.found.claim, score, item.judgement)
        by_claimant.setdefault(_who(item.found.claim), []).append(entry)
    grouped = [sorted(entries, key=_directness, reverse=True) for entries in by_claimant.values()]
    firsts = [replace(entries[0], also=tuple(entries[1:])) for entries in grouped]
    return sorted(firsts, key=_directness, reverse=True)


def _who(claim: Claim) -> tuple[str, ...]:
    """What makes two claims the same claimant's.

    Unnamed sources of one story are one where the same words describe them in whatever language:
    "two unnamed Russian officials" in two retellings. Of different stories they never are.
    """
    claimant = claim.claimant
    if claimant.kind != "unnamed" or not claimant.name_en:
        return (claimant.id,)
    described = {stem(word) for word in words(claimant.name_en)} - _UNDESCRIBING
    return (claim.origin, *sorted(described))


def _directness(entry: Entry) -> tuple[bool, float, float]:
    """A denial that answers a claim says most of where its claimant stands; then relevance."""
    denies = entry.claim.cue == "deny" and entry.claim.refers_to is not None
    return (denies, entry.score * (0.5 + entry.judgement.confidence), entry.score)


def _outcome(positions: Sequence[Position]) -> Outcome:
    stances = {position.stance for position in positions}
    if {"supports", "refutes"} <= stances:
        return "disputed"
    return "uncontested" if positions else "unanswered"


class _Clock:
    """Milliseconds per step."""

    def __init__(self) -> None:
        self._started = time.perf_counter()
        self._steps: dict[str, float] = {}

    @contextmanager
    def __call__(self, step: str) -> Iterator[None]:
        begun = time.perf_counter()
        yield
        self._steps[step] = round((time.perf_counter() - begun) * 1000, 2)

    def done(self) -> dict[str, float]:
        total = round((time.perf_counter() - self._started) * 1000, 2)
        return {**self._steps, "total": total}


__all__ = ["Answerer", "Question", "positions_of"]
