"""The pipeline out: question -> search -> relevance -> stance -> positions -> Answer.

Both sides appear whenever both exist among the relevant claims, however many claims one side has. An
open question has no sides: there each answer that claims give is a position of its own.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from retrieval.answers.find import Finder
from retrieval.answers.names import name_of
from retrieval.answers.told import Told
from retrieval.asked import content_of, topic_of
from retrieval.corrections import StanceCorrection
from retrieval.language.negation import turns
from retrieval.language.scripts import in_both_scripts
from retrieval.models import Answer, Claim, Judgement, Outcome, Position, QuestionLanguage
from retrieval.positions import (
    Judged,
    answers_of,
    outcome_of,
    outcome_of_answers,
    positions_of,
    who_of,
)
from retrieval.question import Question, read_question
from retrieval.search import Found, Search, Wording
from retrieval.stance import Judge, Relevance, relevance_of
from retrieval.stance.judge import ClaimText, claim_text_of
from retrieval.stance.relevance import rarity
from retrieval.stance.statement import Unit, statement_of

Corrections = Callable[[str], Mapping[str, StanceCorrection]]
# A claim that a moderator put into an answer bears on the question, whatever its words.
_DECIDED = Relevance(1.0, 1.0, 1.0, 0, ())
_LEAST_PASSAGE = 0.6
_LEAST_NEAR = 0.3  # to be offered as "did you mean"
_LEAST_CLAIM = 0.5
_LEAST_NEUTRAL = 0.7
_ANSWERS = 0.7  # how sure an answer read out of a claim is: see the figures in the README


class Answerer:
    """Answers questions from one library.

    Args:
        search: finds claims.
        judge: tells their side.
        corrections: what moderators decided of a question, by the id of the claim; it is the last word.
    """

    def __init__(self, search: Search, judge: Judge, corrections: Corrections) -> None:
        self._search, self._judge, self._corrections = search, judge, corrections

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
            relevant = self._relevant(question, wording, found)
        with clock("stance"):
            judged = self._corrected(question, wording, self._answering(question, wording, relevant))
        outcome, positions = _sides(question, judged, top)
        return Answer(
            question.text, question.language, outcome, positions, clock.done(), question.asked is not None
        )

    def relevant(self, text: str) -> list[Claim]:
        """The claims that bear on a question, best first, unjudged.

        Raises:
            BadQuestion: nothing to ask in it, or too long.
        """
        question = read_question(text)
        wording = self._search.wording(question)
        found = self._relevant(question, wording, self._search.find(question, wording))
        return [item.claim for item, _ in sorted(found, key=lambda pair: -pair[0].score * pair[1].claim)]

    def near(self, text: str, limit: int) -> list[str]:
        """Titles of the articles that speak of some of what was asked, though not of enough of it.

        Raises:
            BadQuestion: nothing to ask in it, or too long.
        """
        question = read_question(text)
        wording = self._search.wording(question)
        looked = self._looked(question, wording, self._search.find(question, wording))
        near = [pair for pair in looked if pair[1].passage >= _LEAST_NEAR]
        near.sort(key=lambda pair: -pair[1].passage * pair[0].score)
        return list(dict.fromkeys(item.claim.article.title for item, _ in near))[:limit]

    def _relevant(
        self, question: Question, wording: Wording, found: Sequence[Found]
    ) -> list[tuple[Found, Relevance]]:
        return [pair for pair in self._looked(question, wording, found, _LEAST_CLAIM) if _bears(pair[1])]

    def _looked(
        self, question: Question, wording: Wording, found: Sequence[Found], least: float = 0.0
    ) -> list[tuple[Found, Relevance]]:
        units = self._units(content_of(wording.text) if question.asked else wording.text)
        return [(item, relevance_of(units, item.claim, least)) for item in found] if units else []

    def _units(self, text: str) -> dict[Unit, float]:
        return rarity(statement_of(text).units, self._search.document_share)

    def _answering(
        self, question: Question, wording: Wording, relevant: Sequence[tuple[Found, Relevance]]
    ) -> list[Judged]:
        """Each claim with its side, or for an open question with the answer that it gives."""
        if question.asked is None:
            return self._judged(wording, relevant)
        if question.asked.speech:
            return self._speakers(question, wording, relevant)
        finder = Finder(wording.text, question.asked)
        return [_answered(item, relevance, finder) for item, relevance in relevant]

    def _corrected(self, question: Question, wording: Wording, judged: list[Judged]) -> list[Judged]:
        """What moderators decided in place of what was judged, found by the search or not."""
        decided = self._corrections(question.key)
        if not decided:
            return judged
        finder = Finder(wording.text, question.asked) if question.asked else None
        by_id = {item.found.claim.id: item for item in judged}
        for claim_id in decided.keys() - by_id.keys():
            if claim := self._search.claim(claim_id):
                by_id[claim_id] = Judged(Found(claim, 1.0, 0.0), _DECIDED, Judgement("neutral", 1.0, ""))
        return [
            correct(item, decided[claim_id], finder) if claim_id in decided else item
            for claim_id, item in by_id.items()
        ]

    def _speakers(
        self, question: Question, wording: Wording, relevant: Sequence[tuple[Found, Relevance]]
    ) -> list[Judged]:
        """Who said so: the claimants of the claims that do; who denied it: of those that deny."""
        asked = question.asked
        wanted = "refutes" if asked and asked.speech == "denies" else "supports"
        judged = self._judged(replace(wording, text=topic_of(wording.text)), relevant)
        return [
            replace(item, judgement=judgement, told=told)
            for item in judged
            for judgement, told in [_speaker(item, wanted, question.language)]
        ]

    def _judged(self, wording: Wording, relevant: Sequence[tuple[Found, Relevance]]) -> list[Judged]:
        texts = [self._text(item.claim) for item, _ in relevant]
        judgements = self._judge.judge_all(wording.text, texts)
        return [Judged(*pair, judgement) for pair, judgement in zip(relevant, judgements, strict=True)]

    def _text(self, claim: Claim) -> ClaimText:
        denied = self._search.claim(claim.refers_to) if claim.refers_to else None
        return claim_text_of(claim, denied)


def _bears(relevance: Relevance) -> bool:
    return relevance.passage >= _LEAST_PASSAGE and relevance.claim >= _LEAST_CLAIM


def _sides(
    question: Question, judged: Sequence[Judged], top: int | None
) -> tuple[Outcome, tuple[Position, ...]]:
    telling = _telling(question, judged)
    if question.asked is None:
        positions = positions_of(telling, top)
        return outcome_of(positions), positions
    return outcome_of_answers(telling), answers_of(telling, question.language, top)


def correct(item: Judged, made: StanceCorrection, finder: Finder | None) -> Judged:
    """A claim with a moderator's word in place of the judge's."""
    reason = f"corrected by a moderator: {made.reason}"
    judgement = Judgement(made.stance or "neutral", 1.0, reason, made.answer)
    told = finder.told_by(made.answer) if finder and made.answer else None
    return replace(item, judgement=judgement, told=told, leaves_open=False)


def _answered(item: Found, relevance: Relevance, finder: Finder) -> Judged:
    """A claim with its answer to an open question."""
    told = finder.told(item.claim)
    if told is None:
        leaves_open = finder.leaves_open(item.claim)
        reason = "says that it is open" if leaves_open else "gives no answer"
        return Judged(item, relevance, Judgement("neutral", _ANSWERS, reason), leaves_open=leaves_open)
    if told.denied:
        return Judged(item, relevance, Judgement("neutral", _ANSWERS, f"says that not: {told.words}"), told)
    return Judged(item, relevance, Judgement("neutral", _ANSWERS, f"answers: {told.words}", told.words), told)


def _speaker(item: Judged, wanted: str, language: QuestionLanguage) -> tuple[Judgement, Told | None]:
    """The claimant as the answer to who said so."""
    judgement = item.judgement
    # Who gives another figure speaks against it, and has denied nothing.
    denies = item.found.claim.cue == "deny" or turns(item.found.claim.quote)
    if judgement.stance != wanted or (wanted == "refutes" and not denies):
        return replace(judgement, stance="neutral"), None
    claimant = in_both_scripts(item.found.claim.claimant)
    name = (claimant.name_en if language == "en" else claimant.name_bn) or claimant.name
    told = Told(name, name_of(claimant))
    return replace(judgement, stance="neutral", answer=name), told


def _telling(question: Question, judged: Sequence[Judged]) -> list[Judged]:
    """Claims worth showing: both sides or all answers, and others that add something.

    Beside the answers to an open question only who says that it is open adds something.
    """
    sided = {who_of(item.found.claim) for item in judged if _tells(item)}
    answered = question.asked is not None and bool(sided)
    return [
        item for item in judged if _tells(item) or (_adds(item, sided) and (item.leaves_open or not answered))
    ]


def _tells(item: Judged) -> bool:
    return item.judgement.stance != "neutral" or item.told is not None


def _adds(item: Judged, sided: set[tuple[str, ...]]) -> bool:
    """Whether a neutral claim tells something beside the sides: near the question, of someone new."""
    near = item.relevance.held >= _LEAST_NEUTRAL and not item.relevance.unsaid
    return near and who_of(item.found.claim) not in sided


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
