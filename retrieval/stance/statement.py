"""Takes a statement apart: content words with their concepts, clauses, negations, numbers, how often.

Works on words in normalised form, in all three ways of writing. It knows nothing of questions.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from typing import Any

from retrieval.claims.bengali_words import (
    without_accusative,
    without_emphasis,
    without_genitive,
    without_locative,
)
from retrieval.claims.register import project_register
from retrieval.datafiles import load_data
from retrieval.language.concepts import Sense, senses
from retrieval.language.negation import negates, turning
from retrieval.language.normalise import WORD, normalise
from retrieval.language.phonetic import phonetic_key
from retrieval.language.stem import stem
from retrieval.models import Claimant
from retrieval.question import function_words

_MARK = re.compile(rf"({WORD.pattern}(?:'t)?)|([,;:।.!?—–\"()])")
Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Signs:
    """The groups of ``signs.yaml`` in compared form."""

    undecided: Phrases
    unreal: Phrases
    frequency: Mapping[tuple[str, ...], float]
    comparisons: Mapping[tuple[str, ...], str]
    numbers: Mapping[str, int]
    multipliers: Mapping[str, int]
    number_endings: tuple[str, ...]
    clause_words: frozenset[str]
    identifiers: frozenset[str]


def _phrases(items: Iterable[str]) -> Phrases:
    return frozenset(tuple(normalise(str(item)).split()) for item in items)


def _all(groups: Mapping[str, Sequence[str]]) -> list[str]:
    return [item for group in groups.values() for item in group]


@cache
def signs() -> Signs:
    """The signs, read once."""
    data: dict[str, Any] = load_data("retrieval.stance", "signs.yaml")
    levels = data["frequency"].values()
    return Signs(
        undecided=_phrases(_all(data["undecided"])),
        unreal=_phrases(_all(data["unreal"])),
        frequency={p: row["level"] for row in levels for p in _phrases(row["words"])},
        comparisons={p: kind for kind, items in data["comparisons"].items() for p in _phrases(items)},
        numbers={normalise(str(w)): n for w, n in data["numbers"].items()},
        multipliers={normalise(str(w)): n for w, n in data["multipliers"].items()},
        number_endings=tuple(normalise(str(e)) for e in data["number_endings"]),
        clause_words=frozenset(normalise(w) for w in data["clause_words"]),
        identifiers=frozenset(normalise(w) for w in data["identifiers"]),
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word, or a phrase that names one concept.

    Attributes:
        at: index of its first word in the statement.
        word: as normalised.
        stem: its stem.
        key: its phonetic key.
        ids: concepts it names; the one of a known claimant, after an @; empty for unknown words.
        clause: index of the clause it stands in.
        named: whether it is the name of a known claimant.
    """

    at: int
    word: str
    stem: str
    key: str
    ids: frozenset[str]
    clause: int
    named: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what stands beside it.

    Attributes:
        value: the number, multipliers applied.
        relation: "", or more, least, less, most.
        beside: stems and concepts of the next two words (what is counted).
        clause: index of the clause it stands in.
    """

    value: float
    relation: str
    beside: frozenset[str]
    clause: int


class Statement:
    """A statement taken apart.

    Args:
        text: any text, in any of the three ways of writing.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.clauses: list[int] = []
        clause = 0
        for match in _MARK.finditer(normalise(text)):
            if match.group(2):
                clause += bool(self.words) and self.clauses[-1] == clause
                continue
            word = match.group(1)
            if word in signs().clause_words and self.words:
                clause += self.clauses[-1] == clause
            self.words.append(word)
            self.clauses.append(clause)

    @cached_property
    def _senses(self) -> list[Sense]:
        return senses(self.words)

    @cached_property
    def units(self) -> list[Unit]:
        """The content units in order; negations, numbers and words of frequency are none."""
        covered: set[int] = set()
        found: list[Unit] = []
        for name in self._names:
            inside = range(name.at, name.at + name.width)
            covered.update(inside)
            found.append(replace(self._unit(inside[-1], name.ids), named=True))
        for at in (n for n in range(1, len(self.words)) if self._identifies(n)):
            covered.add(at)
            found.append(replace(self._unit(at, frozenset((f"#{self.words[at]}",))), named=True))
        for sense in self._senses:
            if covered & set(range(sense.at, sense.at + sense.width)):
                continue
            inside = range(sense.at, sense.at + sense.width)
            covered.update(inside)
            if not all(self._empty(at) for at in inside):
                found.append(self._unit(sense.at, sense.ids))
        rest = [at for at in range(len(self.words)) if at not in covered and not self._empty(at)]
        return sorted(found + [self._unit(at, frozenset()) for at in rest], key=lambda u: u.at)

    @cached_property
    def _names(self) -> list[Sense]:
        """Names of the register, longest first, whatever their script and case ending."""
        names = project_register().names()
        found: list[Sense] = []
        at = 0
        while at < len(self.words):
            sense = self._name_at(at, names)
            if sense:
                found.append(sense)
            at += sense.width if sense else 1
        return found

    def _name_at(self, at: int, names: Mapping[str, Claimant]) -> Sense | None:
        longest = project_register().longest
        for width in range(min(longest, len(self.words) - at), 0, -1):
            *first, last = self.words[at : at + width]
            for bare in _without_case(last):
                if known := names.get(" ".join([*first, bare])):
                    return Sense(at, width, frozenset((f"@{known.id}",)))
        return None

    def _unit(self, at: int, ids: frozenset[str]) -> Unit:
        word = self.words[at]
        return Unit(at, word, stem(word), phonetic_key(word), ids, self.clauses[at])

    def _empty(self, at: int) -> bool:
        word = self.words[at]
        known = signs()
        return (
            word in function_words()
            or word in turning().negations
            or at in self._frequent
            or self._number_at(at) is not None
            or word in known.multipliers
        )

    @cached_property
    def negations(self) -> list[int]:
        """Indexes of the words that negate, at most one per clause: "nobody said nothing" is one.

        Bengali says কেউই … বলেননি and English neither … nor for a single negation.
        """
        first: dict[int, int] = {}
        for at, word in enumerate(self.words):
            if negates(word):
                first.setdefault(self.clauses[at], at)
        return list(first.values())

    @cached_property
    def falsities(self) -> list[int]:
        """Indexes of the words that call something false."""
        return [
            at
            for at, word in enumerate(self.words)
            if word in turning().falsity or stem(word) in turning().falsity
        ]

    @cached_property
    def denials(self) -> list[int]:
        """Indexes of verbs of denial."""
        return self._places(turning().denials)

    @property
    def undecided(self) -> bool:
        """Whether it says that something is open."""
        return bool(self._places(signs().undecided))

    @property
    def unreal(self) -> bool:
        """Whether it asks, orders or supposes rather than states."""
        return bool(self._places(signs().unreal))

    def _places(self, phrases: Phrases) -> list[int]:
        widths = {len(phrase) for phrase in phrases}
        return [
            at
            for at in range(len(self.words))
            for width in widths
            if tuple(self.words[at : at + width]) in phrases
        ]

    @cached_property
    def _frequent(self) -> dict[int, float]:
        """Level of frequency by word index, longest phrase first."""
        known = signs().frequency
        found: dict[int, float] = {}
        for at in range(len(self.words)):
            for width in (4, 3, 2, 1):
                level = known.get(tuple(self.words[at : at + width]))
                if level is not None and at not in found:
                    found.update(dict.fromkeys(range(at, at + width), level))
        return found

    @property
    def frequency(self) -> float | None:
        """How often, 0 (never) to 5 (always); None where it does not say."""
        levels = [level for level in self._frequent.values() if level > 0]
        return levels[0] if levels else None

    @property
    def never(self) -> bool:
        """Whether it says never."""
        return 0 in self._frequent.values()

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The numbers in it; years and dates are left out."""
        found = []
        at = 0
        while at < len(self.words):
            value = self._number_at(at)
            if value is None:
                at += 1
                continue
            end = at + 1
            while end < len(self.words) and (more := signs().multipliers.get(self.words[end])):
                value, end = value * more, end + 1
            if not _is_year(value, self.words, at) and not self._identifies(at):
                found.append(self._quantity(value, at, end))
            at = end
        return found

    def _identifies(self, at: int) -> bool:
        """Whether a number is the name of a thing ("road number 3"), not a count."""
        return at > 0 and self.words[at - 1] in signs().identifiers

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that it names."""
        return frozenset(word[:4] for word in self.words if re.fullmatch(r"(?:19|20)\d\d\D{0,4}", word))

    def _quantity(self, value: float, at: int, end: int) -> Quantity:
        beside: set[str] = set()
        for sense in senses(self.words[end : end + 3]):
            beside |= sense.ids
        beside |= {stem(word) for word in self.words[end : end + 2]}
        return Quantity(value, self._relation(at, end), frozenset(beside), self.clauses[at])

    def _relation(self, at: int, end: int) -> str:
        around = self.words[max(0, at - 3) : at], self.words[end : end + 3]
        for words in around:
            for begin in range(len(words)):
                for width in (3, 2, 1):
                    if kind := signs().comparisons.get(tuple(words[begin : begin + width])):
                        return kind
        return ""

    def _number_at(self, at: int) -> float | None:
        return _number(self.words[at])


@lru_cache(maxsize=50_000)
def _without_case(word: str) -> tuple[str, ...]:
    """A word, and what it may be without a Bengali case ending."""
    if word.isascii():
        return (word,)
    strips = (without_genitive, without_accusative, without_locative)
    forms = [word, *(form for strip in strips if (form := strip(word))), without_emphasis(word)]
    return tuple(dict.fromkeys(forms))


@lru_cache(maxsize=20_000)
def statement_of(text: str) -> Statement:
    """The statement of a text; the last 20,000 are kept, for a claim is judged again and again."""
    return Statement(text)


def _number(word: str) -> float | None:
    known = signs()
    if word in known.numbers:
        return known.numbers[word]
    match = re.match(r"\d+(?:\.\d+)?", word)
    if match is None:
        for ending in known.number_endings:
            if word.endswith(ending) and word[: -len(ending)] in known.numbers:
                return known.numbers[word[: -len(ending)]]
        return None
    rest = word[match.end() :]
    return float(match.group()) if not rest or rest in known.number_endings or len(rest) < 6 else None


def _is_year(value: float, words: Sequence[str], at: int) -> bool:
    return (
        1900 <= value <= 2100
        and words[at].isdigit()
        and not (at + 1 < len(words) and words[at + 1] in ("জন", "টাকা", "people", "taka"))
    )
