"""How many, how much: the number in a claim that is the number of what was asked.

Not every number is: dates, ages and money are none of the dead, the injured are none of them either,
and "including 5 children" is a part. Where two numbers of a claim could be meant, none is taken.

A figure is an interval: "at least 30" and 37 do not clash, 37 and 120 do. A bound that another figure
leaves twice behind is taken for another answer: who says "at least 37" does not say 120.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from retrieval.answers.figures import Figure, figures
from retrieval.answers.reading import Phrase, Reading, phrases_of
from retrieval.answers.told import Told
from retrieval.asked import Asked
from retrieval.datafiles import load_data
from retrieval.language.negation import negates, turning
from retrieval.language.normalise import normalise
from retrieval.language.stem import stem
from retrieval.question import function_words

_ABOUT = 0.1  # "about 100" is between 90 and 110
_FAR = 2.0  # a bound reaches no further than twice its number
_CROSSED = 4  # what a comma or "and" between a number and a word counts, in words
_NEAREST = 9  # words between a number and what became of those counted
_BESIDE = 3  # words between a number and the thing counted
_LONGEST = 5  # words between a number and what is shown with it


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as an interval.

    Attributes:
        low: least possible value.
        high: greatest; infinite for "more than", see the module.
        measure: what it measures, None where that is not told.
    """

    low: float
    high: float
    measure: str | None

    def same(self, other: "Amount") -> bool:
        """Equal bounds; a measure that is not told fits any."""
        return (self.low, self.high) == (other.low, other.high) and self._comparable(other)

    def clashes(self, other: "Amount") -> bool:
        """Intervals of one measure that do not meet."""
        return self._comparable(other) and (self.high < other.low or other.high < self.low)

    def _comparable(self, other: "Amount") -> bool:
        return None in (self.measure, other.measure) or self.measure == other.measure


def amount_of(figure: Figure) -> Amount:
    """The interval of a figure."""
    low, high = figure.low, figure.high
    bounds = {
        "exact": (low, high),
        "about": (low * (1 - _ABOUT), high * (1 + _ABOUT)),
        "least": (low, low * _FAR),
        "more": (low, low * _FAR),
        "less": (0.0, high),
        "most": (0.0, high),
    }
    return Amount(*bounds[figure.meant], figure.measure)


@dataclass(frozen=True)
class _Words:
    asked: Mapping[str, frozenset[Phrase]]
    measures: Mapping[str, frozenset[Phrase]]
    toll: frozenset[Phrase]
    fates: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    part_before: frozenset[Phrase]
    part_behind: frozenset[Phrase]
    nobody: frozenset[Phrase]
    perhaps: frozenset[Phrase]
    joiners: frozenset[str]
    come_to: frozenset[str]


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_data("retrieval.answers", "amounts.yaml")
    return _Words(
        asked={kind: phrases_of(row) for kind, row in data["asked"].items()},
        measures={kind: phrases_of(row) for kind, row in data["measures"].items()},
        toll=phrases_of(data["toll"]),
        fates={
            name: (frozenset(row["concepts"]), frozenset(normalise(w) for w in row["words"]))
            for name, row in data["fates"].items()
        },
        part_before=phrases_of(data["part_before"]),
        part_behind=phrases_of(data["part_behind"]),
        nobody=phrases_of(data["nobody"]),
        perhaps=phrases_of(data["perhaps"]),
        joiners=frozenset(normalise(w) for w in data["joiners"]),
        come_to=frozenset(normalise(w) for w in data["come_to"]),
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted in a question.

    Attributes:
        measure: people, money, ...; None where any number answers ("how much did it rise").
        fates: what became of those counted: dead, injured; empty where the question names none.
        things: stems and concepts of the thing counted ("houses"); empty for people and measures.
    """

    measure: str | None
    fates: frozenset[str]
    things: frozenset[str]


def counted_in(reading: Reading, asked: Asked) -> Counted:
    """What a question asks the number of.

    Args:
        reading: of the question.
        asked: where its question word stands.
    """
    fates = frozenset(fate for at in range(len(reading.norms)) if (fate := _fate_at(reading, at)))
    measure = _asked_measure(reading, asked)
    things = frozenset() if measure else _things(reading, asked)
    if measure is None and not things and fates:
        measure = "people"
    return Counted(measure, fates, things)


def _asked_measure(reading: Reading, asked: Asked) -> str | None:
    behind = range(asked.at, min(asked.at + asked.width + 2, len(reading.norms)))
    for kind, phrases in _words().asked.items():
        if any(reading.at(at, phrases) for at in behind):
            return kind
    for kind, phrases in _words().measures.items():
        if kind not in {"clock", "order", "times"} and any(reading.at(at, phrases) for at in behind):
            return kind
    # "What is the death toll", "মৃতের সংখ্যা কত": named anywhere.
    for kind in ("money", "percent", "age", "degree"):
        if reading.places(_words().asked[kind]):
            return kind
    if reading.places(_words().toll):
        return "people"
    return None


def _things(reading: Reading, asked: Asked) -> frozenset[str]:
    """The noun behind "how many", as stems and concepts."""
    at = asked.at + asked.width
    found: set[str] = set()
    while at < len(reading.norms) and len(found) < 6:
        norm = reading.norms[at]
        if norm in function_words() or _fate_at(reading, at):
            break
        found |= {reading.stems[at], *reading.ids[at]}
        if not norm.isascii():
            break
        at += 1
    return frozenset(found)


def _fate_at(reading: Reading, at: int) -> str | None:
    for name, (concepts, words) in _words().fates.items():
        if reading.norms[at] in words or stem(reading.norms[at]) in words:
            return name
        if concepts & reading.ids[at] and not reading.ids[at] & {"people", "person"}:
            return name
    return None


def amount_told(question: Counted, reading: Reading, denied: bool) -> Told | None:
    """The number of what was asked that a claim gives; None where it gives none, or several.

    Args:
        question: what is counted.
        reading: of the claim.
        denied: whether the claim as a whole is a denial.
    """
    fits = [figure for figure in figures(reading) if _fits(question, reading, figure)]
    fits = [figure for figure in fits if not _perhaps(reading, figure)]
    if not fits:
        return _nobody(question, reading)
    figure = _only(fits, reading)
    if figure is None:
        return None
    first, last = _shown(question, reading, figure)
    turned = denied or _negated(reading, figure, last)
    return Told(reading.words(first, last), amount_of(figure), turned)


def _only(fits: Sequence[Figure], reading: Reading) -> Figure | None:
    """The one figure among those that fit, or the one that a count has come to."""
    if len({(figure.low, figure.high, figure.meant) for figure in fits}) == 1:
        return fits[0]
    come = [f for f in fits if f.first and reading.norms[f.first - 1] in _words().come_to]
    return come[-1] if len(come) == 1 else None


def _fits(question: Counted, reading: Reading, figure: Figure) -> bool:
    if _is_part(reading, figure):
        return False
    if question.things:
        return figure.measure in {None, "people"} and _counts(question.things, reading, figure)
    if question.measure not in {None, "people"}:
        return figure.measure == question.measure
    if question.measure is None:
        return figure.measure in {"people", "money", "percent", "distance", "weight", "times"}
    return _counts_people(question, reading, figure)


def _counts_people(question: Counted, reading: Reading, figure: Figure) -> bool:
    if figure.measure not in {None, "people"}:
        return False
    fate = _nearest_fate(reading, figure)
    if question.fates:
        return fate is not None and fate[0] in question.fates
    return figure.measure == "people" and (fate is None or fate[1] > _LONGEST)


def _counts(things: frozenset[str], reading: Reading, figure: Figure) -> bool:
    """Whether the thing counted stands right behind the number, or right before it."""
    number_end = figure.end
    behind = range(figure.begin + 1, min(number_end + _BESIDE, len(reading.norms)))
    before = range(max(0, figure.first - 1), figure.first)
    for at in (*behind, *before):
        lowest, highest = sorted((at, figure.begin))
        if {reading.stems[at], *reading.ids[at]} & things and reading.unbroken(lowest, highest):
            return True
    return False


def _nearest_fate(reading: Reading, figure: Figure) -> tuple[str, int] | None:
    """What became of those that a number counts, and how far from it that stands."""
    near = range(max(0, figure.first - _NEAREST), min(len(reading.norms), figure.end + _NEAREST))
    found = [(_distance(reading, figure, at), fate) for at in near if (fate := _fate_at(reading, at))]
    if not found:
        return None
    distance, fate = min(found)
    return fate, distance


def _distance(reading: Reading, figure: Figure, at: int) -> int:
    """Words between a number and a place, marks and joining words counted as several."""
    low, high = (figure.end - 1, at) if at >= figure.end else (at, figure.first)
    crossed = sum(
        reading.tokens[n].broken or reading.norms[n] in _words().joiners for n in range(low + 1, high + 1)
    )
    return abs(high - low) + _CROSSED * crossed


def _is_part(reading: Reading, figure: Figure) -> bool:
    """Whether a number is only a part of another: "including 5 children", "১২ নারীসহ"."""
    if reading.ending(figure.first, _words().part_before):
        return True
    behind = range(figure.begin, min(figure.end + 2, len(reading.norms)))
    written_on = any(reading.norms[at].endswith(normalise("সহ")) for at in behind)
    return written_on or any(reading.at(at, _words().part_behind) for at in behind)


def _perhaps(reading: Reading, figure: Figure) -> bool:
    """Whether a number only may be: feared, or in a condition."""
    return any(
        reading.unbroken(min(at, figure.first), max(at, figure.end - 1))
        for at in reading.places(_words().perhaps)
    )


def _negated(reading: Reading, figure: Figure, last: int) -> bool:
    """Whether the words around a number say that it is not so."""
    low, high = max(0, figure.first - _LONGEST), min(len(reading.norms), last + 4)
    marks = [at for at in range(low, high) if negates(reading.norms[at])]
    marks += [at for at in range(low, high) if (reading.norms[at],) in turning().denials]
    return any(
        not any(reading.tokens[n].broken for n in range(min(at, figure.first) + 1, max(at, last) + 1))
        for at in marks
    )


def _shown(question: Counted, reading: Reading, figure: Figure) -> tuple[int, int]:
    """The words shown: the number, what it counts, and what became of them where that stands near."""
    first, last = figure.first, figure.end - 1
    limit = min(len(reading.norms), figure.end + _LONGEST)
    for at in range(figure.end, limit):
        if reading.tokens[at].broken or reading.norms[at] in _words().joiners:
            break
        if _told_of(question, reading, at):
            last = at
    if last >= figure.end:
        return first, _whole_verb(reading, last)
    for at in range(first - 1, max(-1, first - 3), -1):
        if reading.tokens[at + 1].broken:
            break
        if _told_of(question, reading, at):
            return at, last
    return first, last


def _told_of(question: Counted, reading: Reading, at: int) -> bool:
    fate = _fate_at(reading, at)
    if fate:
        return fate in question.fates
    return bool({reading.stems[at], *reading.ids[at]} & question.things)


def _whole_verb(reading: Reading, last: int) -> int:
    """A Bengali verb of two words is shown whole: মারা গেছেন."""
    follows = last + 1
    if follows < len(reading.norms) and reading.norms[last] == normalise("মারা"):
        return last if reading.tokens[follows].broken else follows
    return last


def _nobody(question: Counted, reading: Reading) -> Told | None:
    """A count of nought: "no one died", "কেউ মারা যাননি"."""
    if not question.fates:
        return None
    for at in reading.places(_words().nobody):
        width = reading.at(at, _words().nobody)
        for place in range(at, min(at + width + _LONGEST, len(reading.norms))):
            if _fate_at(reading, place) in question.fates and reading.unbroken(at, place):
                last = _negation_behind(reading, place)
                if last is not None:
                    return Told(reading.words(at, last), Amount(0, 0, "people"))
    return None


def _negation_behind(reading: Reading, place: int) -> int | None:
    """Where the negation of a Bengali sentence ends; English has it in "nobody"."""
    if reading.norms[place].isascii():
        return place
    behind = range(place, min(place + 3, len(reading.norms)))
    return next((at for at in behind if negates(reading.norms[at])), None)
