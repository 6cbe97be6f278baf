"""Labelled pairs out of families: which question goes with which claim, and how both are varied."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from retrieval.index.embeddings import SentenceEmbeddings
from retrieval.models import Stance
from retrieval.stance.judge import question_text
from retrieval.stance.training.families import Asked, Family, Told
from retrieval.stance.training.wraps import turned, wrap

_TURNED: dict[Stance, Stance] = {"supports": "refutes", "refutes": "supports", "neutral": "neutral"}

_SHORT = 22  # words of a claim that may stand for a question


@dataclass(frozen=True, slots=True)
class Labelled:
    """One pair with its stance.

    Attributes:
        group: language of the question, then of the claim.
        family: the event's id.
    """

    question: str
    claim: str
    context: str
    stance: Stance
    group: str
    family: str
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variation:
    """How pairs are varied: shares between 0 and 1, and draws of questions per claim.

    Attributes:
        questions: drawn for each claim in an epoch.
        elsewhere: share of added pairs whose claim is of another event (neutral).
        beside: share of claims clear in themselves that get some context all the same.
        raw: share of questions as typed, chat and Latin letters kept.
        said: share of added pairs that ask with the words of another claim of the event.
        made: share of added pairs whose claim is made out of a question of the event.
    """

    questions: int = 5
    elsewhere: float = 0.15
    beside: float = 0.35
    raw: float = 0.3
    said: float = 0.2
    made: float = 0.5


class PairMaker:
    """Makes the pairs of one epoch after another.

    Args:
        families: to draw from.
        variation: how much to vary.
        seed: of all chance.
    """

    def __init__(self, families: Sequence[Family], variation: Variation, seed: int) -> None:
        self._families, self._variation = list(families), variation
        self._chance = random.Random(seed)  # noqa: S311  # no secret
        self._near = _neighbours(self._families)

    def epoch(self) -> list[Labelled]:
        """The pairs of one epoch."""
        pairs = []
        for at, family in enumerate(self._families):
            for told in family.told:
                asked = self._chance.sample(family.asked, min(self._variation.questions, len(family.asked)))
                pairs += [self._pair(family, question, told) for question in asked]
                if self._chance.random() < self._variation.elsewhere * self._variation.questions:
                    pairs.append(self._elsewhere(at))
            pairs += [*self._said(family), *self._made(family)]
        self._chance.shuffle(pairs)
        return pairs

    def _pair(self, family: Family, asked: Asked, told: Told) -> Labelled:
        stance = _TURNED[told.stance] if asked.opposite else told.stance
        question = self._question(family, asked)
        group = f"{asked.language} {told.language}"
        context = self._context(family, told)
        return Labelled(question, told.text, context, stance, group, family.id, told.how)

    def _question(self, family: Family, asked: Asked) -> str:
        if self._chance.random() < self._variation.raw:
            return asked.text
        return as_judged(asked, family.told)

    def _context(self, family: Family, told: Told) -> str:
        if told.context:
            if self._chance.random() < self._variation.beside / 2:
                return f"{self._chance.choice(family.told).text} {told.context}"
            return told.context
        if self._chance.random() >= self._variation.beside:
            return ""
        source = family if self._chance.random() < 0.7 else self._chance.choice(self._families)
        other = self._chance.choice(source.told)
        return "" if other is told else other.text

    def _elsewhere(self, at: int) -> Labelled:
        family = self._families[at]
        other = self._families[self._chance.choice(self._near[at])]
        asked, told = self._chance.choice(family.asked), self._chance.choice(other.told)
        group = f"{asked.language} {told.language}"
        question = self._question(family, asked)
        return Labelled(question, told.text, told.context, "neutral", group, family.id, ("other-event",))

    def _said(self, family: Family) -> list[Labelled]:
        """Pairs in which a short claim of the event stands for the question."""
        sided = [told for told in family.told if _stands_alone(told)]
        number = round(self._variation.said * self._variation.questions * len(family.told))
        pairs = []
        for _ in range(number if len(sided) > 1 else 0):
            asked = self._chance.choice(sided)
            told = self._chance.choice([other for other in family.told if other is not asked])
            stance = _towards(asked, told)
            group = f"{asked.language} {told.language}"
            context = self._context(family, told)
            pairs.append(Labelled(asked.text, told.text, context, stance, group, family.id, ("said",)))
        return pairs

    def _made(self, family: Family) -> list[Labelled]:
        """Pairs whose claim is made out of a question of the event (see ``wraps``)."""
        pairs = []
        for _ in range(round(self._variation.made * self._variation.questions * len(family.told))):
            source, asked = self._chance.choice(family.asked), self._chance.choice(family.asked)
            wrapped = wrap(source, self._chance)
            if wrapped is None:
                continue
            stance = turned(wrapped.sign, source.opposite != asked.opposite)
            question, group = self._question(family, asked), f"{asked.language} {wrapped.language}"
            context = ""
            if self._chance.random() < self._variation.beside / 2:
                context = self._chance.choice(family.told).text
            pairs.append(Labelled(question, wrapped.text, context, stance, group, family.id, ("made",)))
        return pairs


def _stands_alone(told: Told) -> bool:
    return told.stance != "neutral" and not told.context and len(told.text.split()) <= _SHORT


def _towards(asked: Told, told: Told) -> Stance:
    if told.stance == "neutral":
        return "neutral"
    return "supports" if told.stance == asked.stance else "refutes"


def as_judged(asked: Asked, told: Iterable[Told]) -> str:
    """A question as the running system hands it to a judge: without chat, Banglish in Bengali."""
    return question_text(asked.text, [claim.text for claim in told if claim.language == "bn"])


def _neighbours(families: Sequence[Family], nearest: int = 20) -> list[list[int]]:
    """For each family those most like it in subject: the likeliest to be taken for the same event."""
    vectors = np.array(SentenceEmbeddings().embed_documents([family.asked[0].text for family in families]))
    order = np.argsort(-(vectors @ vectors.T), axis=1)
    return [row[1 : nearest + 1].tolist() for row in order]


def validation_pairs(families: Sequence[Family], questions: int, seed: int) -> list[Labelled]:
    """Pairs as the running system would judge them, nothing varied."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    return [
        Labelled(
            as_judged(asked, family.told),
            told.text,
            told.context,
            _TURNED[told.stance] if asked.opposite else told.stance,
            f"{asked.language} {told.language}",
            family.id,
            told.how,
        )
        for family in families
        for told in family.told
        for asked in chance.sample(family.asked, questions)
    ]
