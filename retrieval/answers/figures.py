"""The numbers of a text, each with how it is meant and what it measures.

Digits of either script, number words, multipliers, ranges, and bounds in one word (শতাধিক). Dates,
years and numbers that are names (road number 3) are told apart. What a number is the number *of* is
not decided here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from retrieval.answers.moments import month_at
from retrieval.answers.reading import Phrase, Reading, phrases_of
from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise
from retrieval.stance.statement import signs

Meant = Literal["exact", "about", "more", "least", "less", "most"]
_DIGITS = re.compile(r"(?P<sign>[$৳€£])?(?P<value>\d+(?:\.\d+)?)(?P<rest>.*)")
_YEARS = (1900, 2100)
_THOUSAND = 1000
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text.

    Attributes:
        low: least value that it stands for.
        high: greatest; equal to ``low`` except for "30 to 40".
        meant: exactly, about, or as a bound.
        measure: what it measures (people, money, percent, ...); None where the word behind it does
            not tell.
        first: index of its first word, with the words that make it a bound.
        begin: index of the number itself.
        end: one past its last word, the measure and a bound behind it included.
    """

    low: float
    high: float
    meant: Meant
    measure: str | None
    first: int
    begin: int
    end: int


@dataclass(frozen=True)
class _Words:
    numbers: Mapping[str, float]
    vague: Mapping[str, float]
    vague_multipliers: Mapping[str, float]
    half_more: frozenset[str]
    quarter_less: frozenset[str]
    before: Mapping[Meant, frozenset[Phrase]]
    behind: Mapping[Meant, frozenset[Phrase]]
    ranges: frozenset[str]
    measures: Mapping[str, frozenset[Phrase]]
    suffixes: Mapping[str, str]
    parts_of_day: frozenset[str]


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_data("retrieval.answers", "amounts.yaml")

    def numbers(group: str) -> dict[str, float]:
        return {normalise(str(word)): float(value) for word, value in data[group].items()}

    def plain(group: str) -> frozenset[str]:
        return frozenset(normalise(str(word)) for word in data[group])

    return _Words(
        numbers={**{w: float(n) for w, n in signs().numbers.items()}, **numbers("numbers")},
        vague=numbers("vague"),
        vague_multipliers=numbers("vague_multipliers"),
        half_more=plain("half_more"),
        quarter_less=plain("quarter_less"),
        before={kind: phrases_of(row) for kind, row in data["before"].items()},
        behind={kind: phrases_of(row) for kind, row in data["behind"].items()},
        ranges=plain("ranges"),
        measures={kind: phrases_of(row) for kind, row in data["measures"].items()},
        suffixes={normalise(str(word)): kind for word, kind in data["suffixes"].items()},
        parts_of_day=plain("parts_of_day"),
    )


@dataclass(frozen=True, slots=True)
class _Number:
    """A bare number: its value, the word behind its last one, and what a suffix tells."""

    value: float
    end: int
    suffix: str | None = None
    meant: Meant = "exact"


def figures(reading: Reading) -> list[Figure]:
    """The numbers of a text in order; years, days of a month and names are left out."""
    return list(_figures(reading))


def _figures(reading: Reading) -> Iterator[Figure]:
    at = 0
    while at < len(reading.norms):
        number = _number(reading, at)
        if number is None:
            at += 1
            continue
        figure = _figure(reading, at, number)
        if not _names(reading, at) and not _dates(reading, at, number, figure):
            yield figure
        at = max(figure.end, at + 1)


def _figure(reading: Reading, at: int, number: _Number) -> Figure:
    low = high = number.value
    end, suffix, meant = number.end, number.suffix, number.meant
    risen = at > 0 and reading.norms[at - 1] == "from"  # "from 30 to 37" ends at 37
    if not risen and (upper := _upper(reading, end)) and upper.value > low:
        high, end, suffix = upper.value, upper.end, upper.suffix
    measure, end = _measure(reading, at, end, suffix)
    first = at - reading.ending(at, _words().measures["money"])
    for kind, phrases in _words().before.items():
        if width := reading.ending(first, phrases):
            meant, first = kind, first - width
            break
    for kind, phrases in _words().behind.items():
        if width := _behind(reading, end, phrases):
            meant, end = kind, end + width
            break
    return Figure(low, high, meant, measure, first, at, end)


def _behind(reading: Reading, end: int, phrases: frozenset[Phrase]) -> int:
    return reading.at(end, phrases) if end < len(reading.norms) and not reading.tokens[end].broken else 0


def _upper(reading: Reading, end: int) -> _Number | None:
    """The second number of a range: "30 to 40", "৩০ থেকে ৪০", "30-40"."""
    if end >= len(reading.norms):
        return None
    between = reading.text[reading.tokens[end - 1].end : reading.tokens[end].start]
    if between in {"-", "–"}:
        return _number(reading, end)
    joined = reading.norms[end] in _words().ranges and end + 1 < len(reading.norms)
    return _number(reading, end + 1) if joined and not reading.tokens[end].broken else None


def _measure(reading: Reading, at: int, end: int, suffix: str | None) -> tuple[str | None, int]:
    if suffix:
        return suffix, end
    if end < len(reading.norms) and not reading.tokens[end].broken:
        for kind, phrases in _words().measures.items():
            if width := reading.at(end, phrases):
                return kind, end + width
    if reading.norms[at].startswith(("$", "৳", "€", "£")) or reading.ending(at, _words().measures["money"]):
        return "money", end
    if at and reading.norms[at - 1] in _words().parts_of_day:
        return "clock", end
    return None, end


def _number(reading: Reading, at: int) -> _Number | None:
    """The number that begins at a word, with all its multipliers."""
    if at >= len(reading.norms):
        return None
    norm = reading.norms[at]
    if norm in _words().vague:
        return _Number(_words().vague[norm], at + 1, None, "more")
    first = _single(reading, at)
    if first is None:
        return None
    total, current, end, suffix = 0.0, first.value, first.end, first.suffix
    while end < len(reading.norms) and not suffix and not reading.tokens[end].broken:
        word = reading.norms[end]
        if word in _words().vague_multipliers:
            return _Number((total + current) * _words().vague_multipliers[word], end + 1, None, "more")
        if step := _multiplied(word):
            factor, suffix = step
            current = max(current, 1) * factor
            if factor >= _THOUSAND:
                total, current = total + current, 0.0
            end += 1
            continue
        more = _added(reading, end, current, bool(total))
        if more is None:
            break
        current, end, suffix = current + more.value, more.end, more.suffix
    return _Number(total + current, end, suffix)


def _multiplied(word: str) -> tuple[float, str | None] | None:
    """A multiplier, perhaps with an ending: লাখ, হাজারটি, million."""
    known = signs().multipliers
    if word in known:
        return float(known[word]), None
    for ending in signs().number_endings:
        if word.endswith(ending) and word[: -len(ending)] in known:
            return float(known[word[: -len(ending)]]), _words().suffixes.get(ending)
    return None


def _added(reading: Reading, end: int, current: float, has_total: bool) -> _Number | None:
    """A further part of one number: "thirty seven", "hundred and twenty", "৩৭ হাজার ৫০০"."""
    at = end + 1 if reading.norms[end] == "and" and current % _HUNDRED == 0 and current else end
    follows = _single(reading, at)
    if follows is None or at >= len(reading.norms):
        return None
    tens = reading.norms[end - 1].isascii() and current % 10 == 0 and 20 <= current % _HUNDRED < _HUNDRED
    room = (tens and follows.value < 10) or (current >= _HUNDRED and current % _HUNDRED == 0)
    if room and reading.norms[at].isascii() and not reading.norms[at][0].isdigit():
        return follows if follows.value < _HUNDRED else None
    after_thousand = has_total and current == 0 and follows.value < _THOUSAND
    return follows if after_thousand or (room and follows.value < _HUNDRED) else None


def _single(reading: Reading, at: int) -> _Number | None:
    """One word that is a number, perhaps with an ending."""
    if at >= len(reading.norms):
        return None
    norm = reading.norms[at]
    if norm in _words().half_more | _words().quarter_less:
        follows = _single(reading, at + 1)
        shift = 0.5 if norm in _words().half_more else -0.25
        return follows and _Number(follows.value + shift, follows.end, follows.suffix)
    if match := _DIGITS.fullmatch(norm):
        return _from_digits(match, at)
    if norm in _words().numbers:
        return _Number(_words().numbers[norm], at + 1, "people" if norm.endswith("জন") else None)
    for ending in signs().number_endings:
        bare = norm[: -len(ending)]
        if norm.endswith(ending) and bare in _words().numbers and not bare.isascii():
            return _Number(_words().numbers[bare], at + 1, _words().suffixes.get(ending))
    return None


def _from_digits(match: re.Match[str], at: int) -> _Number | None:
    rest = match["rest"]
    suffix = _words().suffixes.get(rest)
    if rest and suffix is None and rest.isascii() and rest not in {"k", "m", "bn"}:
        return None  # 5G, 3D: names
    factor = {"k": 1e3, "m": 1e6, "bn": 1e9}.get(rest, 1.0)
    return _Number(float(match["value"]) * factor, at + 1, suffix)


def _names(reading: Reading, at: int) -> bool:
    """Whether a number is the name of a thing ("road number 3"), or "one" is no number."""
    before = reading.norms[at - 1] if at else ""
    after = reading.norms[at + 1] if at + 1 < len(reading.norms) else ""
    if reading.norms[at] == normalise("এক") or (
        reading.norms[at] == "one" and after in {"of", "day", "another"}
    ):
        return True
    if reading.norms[at] == "one" and before in {"no", "any", "this", "that", "which", "only", "the"}:
        return True
    return before in signs().identifiers


def _dates(reading: Reading, at: int, number: _Number, figure: Figure) -> bool:
    """Whether a number is a year or the day of a month."""
    year = _YEARS[0] <= number.value <= _YEARS[1] and reading.norms[at][:4].isdigit()
    if year and figure.measure is None and figure.meant == "exact" and number.end == at + 1:
        return True
    day = number.value <= 31 and number.end == at + 1 and figure.measure in {None, "order"}
    return day and (month_at(reading, at + 1) is not None or month_at(reading, at - 1) is not None)
