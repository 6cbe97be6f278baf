"""Finds the claims that bear on a question, on two levels and in four channels.

The passage around a claim tells what it is about, the claim itself what is said. Both are searched
by meaning (dense), by words, by sound (names and Banglish) and by concept (across languages), and
the orders are fused by rank. What bears on the question at all is decided in ``relevance``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retrieval.index.fusion import fuse
from retrieval.index.indexes import Indexes
from retrieval.index.lexical import Column
from retrieval.index.vectors import LEVELS, Hit
from retrieval.language.concepts import concepts
from retrieval.language.phonetic import phonetic_key
from retrieval.language.stem import stem
from retrieval.language.transliterate import to_bengali
from retrieval.library import Library
from retrieval.models import Claim, QuestionLanguage
from retrieval.question import Question, function_words
from retrieval.stance.statement import Unit

_DEPTH = 60  # neighbours taken from each channel
_CANDIDATES = 60  # claims looked at after fusion
# Of claims with a negation, and of those without, so many are looked at whatever the fused order says:
# a hundred claims on one side must not push the only one of the other side out of sight.
_EACH_SIDE = 15

# Which channel to trust, by the way the question is written: Banglish is unreadable to the dense
# channel except through its transliteration, English reaches Bengali words by concept and name only.
_WEIGHTS: dict[QuestionLanguage, dict[str, float]] = {
    "bn": {"dense": 1.0, "stems": 1.0, "keys": 0.5, "concepts": 0.5},
    "en": {"dense": 1.0, "stems": 0.7, "keys": 0.5, "concepts": 1.0},
    "bn-Latn": {"dense": 0.6, "stems": 0.7, "keys": 1.0, "concepts": 0.7},
}


def _with(fused: list[tuple[str, float]], sides: Sequence[Hit]) -> list[tuple[str, float]]:
    """The fused candidates, and behind them those of either side that are not among them."""
    known = dict(fused)
    least = min(known.values(), default=1.0)
    return fused + [(hit.id, least) for hit in sides if hit.id not in known]


@dataclass(frozen=True, slots=True)
class Found:
    """A claim that search brought up.

    Attributes:
        claim: published, from the database.
        score: fused score as a share of the best one, 0 to 1.
        dense: cosine of question and claim, 0 where the dense channel did not bring it.
    """

    claim: Claim
    score: float
    dense: float


@dataclass(frozen=True, slots=True)
class Wording:
    """A question in the forms in which each channel reads it.

    Attributes:
        text: for the dense channel; Banglish is put into Bengali.
        words: content words, normalised, of ``text`` and of the question as asked.
    """

    text: str
    words: tuple[str, ...]


class Search:
    """The search over one library.

    Args:
        library: the truth; only what it holds as published is found.
        indexes: dense and lexical.
    """

    def __init__(self, library: Library, indexes: Indexes) -> None:
        self._library, self._indexes = library, indexes

    def wording(self, question: Question) -> Wording:
        """The question as the channels read it."""
        if question.language != "bn-Latn":
            return Wording(question.core, tuple(question.content))
        known = self._indexes.lexical.words_by_key
        bengali = to_bengali(" ".join(question.content), known)
        return Wording(to_bengali(question.core, known, function_words()), tuple(bengali.split()))

    def find(self, question: Question, wording: Wording) -> list[Found]:
        """Claims that may bear on the question, best first."""
        dense = self._dense(wording)
        channels = {f"dense {level}": self._as_claims(level, hits) for level, hits in dense.items()}
        wanted = self._terms(question, wording)
        for column, terms in wanted.items():
            for level in LEVELS:
                hits = self._indexes.lexical.search(level, column, terms, _DEPTH)
                channels[f"{column} {level}"] = self._as_claims(level, hits)
        weights = _WEIGHTS[question.language]
        fused = fuse(channels, {name: weights[name.split()[0]] for name in channels})[:_CANDIDATES]
        sides = self._indexes.lexical.search_sides(wanted, _EACH_SIDE)
        return self._load(_with(fused, sides), {hit.id: hit.score for hit in dense["claims"]})

    def _dense(self, wording: Wording) -> dict[str, list[Hit]]:
        vector = self._indexes.embeddings.embed_query(wording.text)
        return {level: self._indexes.vectors.search(level, vector, _DEPTH) for level in LEVELS}

    def _terms(self, question: Question, wording: Wording) -> dict[Column, list[str]]:
        asked = question.content or question.words
        return {
            "stems": [stem(word) for word in (*wording.words, *asked)],
            "keys": [key for word in asked if len(key := phonetic_key(word)) > 1],
            "concepts": [c.replace("-", "") for c in concepts(wording.text)],
        }

    def _as_claims(self, level: str, hits: Sequence[Hit]) -> list[str]:
        if level == "claims":
            return [hit.id for hit in hits]
        members = self._indexes.lexical.claims_of([hit.id for hit in hits])
        return [claim for hit in hits for claim in members[hit.id]]

    def _load(self, fused: Iterable[tuple[str, float]], dense: dict[str, float]) -> list[Found]:
        scores = dict(fused)
        best = max(scores.values(), default=1.0)
        claims = self._library.claims_by_id(list(scores))
        return [
            Found(claim, scores[identity] / best, dense.get(identity, 0.0))
            for identity, claim in claims.items()
        ]

    def claim(self, identity: str) -> Claim | None:
        """One published claim by its id."""
        return self._library.claims_by_id([identity]).get(identity)

    def document_share(self, unit: Unit) -> float:
        """Share of the library's passages that speak of a unit, by stem, sound or concept: 0 to 1."""
        lexical = self._indexes.lexical
        passages = max(1, lexical.count("passages"))
        held = [lexical.document_frequency("passages", "stems", unit.stem)]
        if len(unit.key) > 2 and (unit.named or not unit.ids):
            held.append(lexical.document_frequency("passages", "keys", unit.key))
        for concept in () if unit.named else unit.ids:
            term = concept.replace("-", "")
            held.append(lexical.document_frequency("passages", "concepts", term))
        return max(held) / passages
