"""Groups judged claims into positions: by side, or by the answer that they give; one entry per claimant."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.answers.grouping import Given, Group, collide, groups_of
from retrieval.answers.told import Told
from retrieval.language.normalise import words
from retrieval.language.stem import stem
from retrieval.models import (
    Claim,
    Entry,
    Judgement,
    Outcome,
    Position,
    QuestionLanguage,
    Stance,
)
from retrieval.search import Found
from retrieval.stance import Relevance

STANCES: tuple[Stance, ...] = ("supports", "refutes", "neutral")
# Words that only say that a source is unnamed.
_UNDESCRIBING = {
    stem(word)
    for word in words(
        "a an the some several few who did not want to be named asked unnamed on condition of anonymity"
    )
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that bears on a question, with what was judged of it.

    Attributes:
        found: the claim.
        relevance: how far it bears on the question.
        judgement: its side, or for an open question its answer.
        told: the answer that it gives to an open question.
        leaves_open: whether it says that nobody knows the answer yet.
    """

    found: Found
    relevance: Relevance
    judgement: Judgement
    told: Told | None = None
    leaves_open: bool = False


def positions_of(judged: Sequence[Judged], top: int | None = None) -> tuple[Position, ...]:
    """Group judged claims into sides, one entry per claimant."""
    sides = (
        _position(stance, None, [item for item in judged if item.judgement.stance == stance], top)
        for stance in STANCES
    )
    return tuple(side for side in sides if side.entries)


def answers_of(
    judged: Sequence[Judged], language: QuestionLanguage, top: int | None = None
) -> tuple[Position, ...]:
    """Group claims by the answer that they give to an open question; those without one come last.

    Args:
        judged: claims with the answers that they give.
        language: of the question: an answer is told in words of that language where a claim has some.
        top: at most so many claimants for each answer.
    """
    groups = groups_of(_given(judged))
    sides = [
        _position("neutral", _words(group, language), [one.item for one in group.given], top)
        for group in groups
    ]
    inside = {id(one.item) for group in groups for one in group.given}
    rest = _position("neutral", None, [item for item in judged if id(item) not in inside], top)
    return (*sides, *((rest,) if rest.entries else ()))


def outcome_of(positions: Sequence[Position]) -> Outcome:
    """Disputed where there are both sides."""
    stances = {position.stance for position in positions}
    if {"supports", "refutes"} <= stances:
        return "disputed"
    return "uncontested" if positions else "unanswered"


def outcome_of_answers(judged: Sequence[Judged]) -> Outcome:
    """Disputed where two sources give answers of which only one can be true."""
    if collide(_given(judged)):
        return "disputed"
    return "uncontested" if judged else "unanswered"


def _given(judged: Sequence[Judged]) -> list[Given[Judged]]:
    best = sorted(judged, key=lambda item: -item.found.score * item.relevance.claim)
    return [Given(item, who_of(item.found.claim), item.told) for item in best if item.told]


def _words(group: Group[Judged], language: QuestionLanguage) -> str:
    """The answer in the words of the best claim of the reader's language, else of the best claim."""
    readers = "en" if language == "en" else "bn"
    own = (one.told.words for one in group.given if one.item.found.claim.language == readers)
    return next(own, group.told.words)


def _position(stance: Stance, answer: str | None, judged: Sequence[Judged], top: int | None) -> Position:
    entries = _entries(judged)
    origins = {e.claim.origin for entry in entries for e in (entry, *entry.also)}
    return Position(stance, answer, tuple(entries[:top]), len(origins), len(entries))


def _entries(judged: Sequence[Judged]) -> list[Entry]:
    by_claimant: dict[tuple[str, ...], list[Entry]] = {}
    for item in judged:
        score = round(item.found.score * item.relevance.claim, 4)
        entry = Entry(item.found.claim, score, item.judgement)
        by_claimant.setdefault(who_of(item.found.claim), []).append(entry)
    grouped = [sorted(entries, key=_directness, reverse=True) for entries in by_claimant.values()]
    firsts = [replace(entries[0], also=tuple(entries[1:])) for entries in grouped]
    return sorted(firsts, key=_directness, reverse=True)


def who_of(claim: Claim) -> tuple[str, ...]:
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
