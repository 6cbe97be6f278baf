"""Where: the place that a claim names.

Two places clash only where both are known and neither lies in the other, or where both are of one
kind (two hospitals, two villages): of other pairs nobody here knows whether one holds the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from retrieval.answers.moments import names_time
from retrieval.answers.reading import Phrase, Reading, nearest
from retrieval.answers.told import Told
from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise
from retrieval.language.phonetic import spelling_key

_LONGEST = 5
_GENITIVES = ("র", "ের", "'s", "s'")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a claim names it.

    Attributes:
        known: ids of known places in it.
        within: the known places that it lies in, those of ``known`` included.
        key: its name by sound, equal in both scripts.
        kind: hospital, village, ... where the name ends in one.
    """

    known: frozenset[str]
    within: frozenset[str]
    key: str
    kind: str | None = None

    def same(self, other: "Place") -> bool:
        """One name, in either script; "Savar, Dhaka" is Savar."""
        return self.key == other.key or bool(self.known and self._closest() == other._closest())

    def clashes(self, other: "Place") -> bool:
        """Neither can lie in the other; see the module."""
        if self.known and other.known:
            return not (self.known & other.within or other.known & self.within)
        return self.kind is not None and self.kind == other.kind and self.key != other.key

    def _closest(self) -> frozenset[str]:
        """The known places in it that hold no other one of them."""
        holders = {parent for place in self.known if (parent := _gazetteer().parent.get(place))}
        return self.known - holders


@dataclass(frozen=True)
class _Gazetteer:
    names: Mapping[Phrase, str]
    parent: Mapping[str, str]
    countries: frozenset[str]
    prepositions: frozenset[str]
    before_name: frozenset[str]
    area: frozenset[str]
    kinds: frozenset[str]


@cache
def _gazetteer() -> _Gazetteer:
    data: dict[str, Any] = load_data("retrieval.answers", "places.yaml")
    endings = ["", *(normalise(ending) for ending in data["locative"])]
    names: dict[Phrase, str] = {}
    parent: dict[str, str] = {}
    rows = dict(data["districts"])
    for district, towns in data["towns"].items():
        rows.update(towns)
        parent.update(dict.fromkeys(towns, district))
    for place, spellings in rows.items():
        for name in spellings:
            *first, last = normalise(name).split()
            for ending in endings if not last.isascii() else ["", "'s"]:
                names[(*first, last + ending)] = place
    parent.update(dict.fromkeys(data["districts"], "bangladesh"))
    return _Gazetteer(
        names,
        parent,
        frozenset(data["countries"]),
        frozenset(data["prepositions"]),
        frozenset(data["before_name"]),
        frozenset(normalise(word) for word in data["area"]),
        frozenset(normalise(word) for word in data["kinds"]),
    )


def countries() -> frozenset[str]:
    """The concepts of the lexicon that are countries."""
    return _gazetteer().countries


def known_place(reading: Reading, at: int) -> tuple[str, int] | None:
    """The known place whose name begins at a word, and of how many words it is."""
    width = reading.at(at, _gazetteer().names.keys())
    if width:
        return _gazetteer().names[tuple(reading.norms[at : at + width])], width
    country = reading.ids[at] & _gazetteer().countries
    return (next(iter(country)), 1) if country else None


def place_told(topic: frozenset[str], reading: Reading, denied: bool) -> Told | None:
    """The place that a claim gives of what was asked; None where it gives none.

    Args:
        topic: stems and concepts of what was asked: a place among them is no answer, and of several
            the one nearest to them is taken.
        reading: of what the claim says.
        denied: whether the claim as a whole is a denial.
    """
    spans = [span for span in _spans(reading) if not _asked(topic, reading, span)]
    if not spans:
        return None
    places = [at for at in range(len(reading.norms)) if {reading.stems[at], *reading.ids[at]} & topic]

    def far(span: tuple[int, int]) -> int:
        place = nearest(places, span[0])
        return abs(place - span[0]) if place is not None else len(reading.norms)

    first, last = min(spans, key=far)
    return Told(reading.words(first, last), _place(reading, first, last), denied)


def _asked(topic: frozenset[str], reading: Reading, span: tuple[int, int]) -> bool:
    return all({reading.stems[at], *reading.ids[at]} & topic for at in range(span[0], span[1] + 1))


def _spans(reading: Reading) -> list[tuple[int, int]]:
    """First and last word of each place in a text; neighbours are one: "ঢাকার সাভারে"."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(reading.norms):
        span = _english(reading, at) if reading.norms[at].isascii() else _bengali(reading, at)
        if span is None:
            at += 1
            continue
        if found and span[0] == found[-1][1] + 1:
            span = (found.pop()[0], span[1])
        found.append(span)
        at = span[1] + 1
    return found


def _english(reading: Reading, at: int) -> tuple[int, int] | None:
    """A capitalised name behind a preposition: "in Savar, Dhaka", "in the capital Dhaka"."""
    if reading.norms[at] not in _gazetteer().prepositions:
        return None
    first = at + 1
    while first < len(reading.norms) and reading.norms[first] in _gazetteer().before_name:
        first += 1
    last = first - 1
    while last + 1 < len(reading.norms) and last - first < _LONGEST and _capital(reading, last + 1):
        if reading.tokens[last + 1].broken and known_place(reading, last + 1) is None and last >= first:
            break
        last += 1
    return (first, last) if last >= first and not names_time(reading, first) else None


def _capital(reading: Reading, at: int) -> bool:
    raw = reading.raw(at)
    return raw[0].isupper() or (raw in {"of", "al"} and at + 1 < len(reading.norms))


def _bengali(reading: Reading, at: int) -> tuple[int, int] | None:
    """A known place, or a name before a word for a kind of place in the locative."""
    if known := known_place(reading, at):
        last = at + known[1] - 1
        while last + 1 < len(reading.norms) and last - at < _LONGEST and _goes_on(reading, last + 1):
            last += 1
        ends = reading.norms[last]
        if last == at + known[1] - 1 and ends.endswith(_GENITIVES):
            last = _area_ahead(reading, last)
            ends = reading.norms[last]
        inside = ends in _gazetteer().area or ends.endswith((normalise("ে"), normalise("তে"), normalise("য়")))
        return (at, last) if inside else None
    if at + 1 < len(reading.norms) and reading.norms[at + 1] in _gazetteer().area and not reading.ids[at]:
        return (at, at + 1) if reading.unbroken(at, at + 1) else None
    return None


def _area_ahead(reading: Reading, last: int) -> int:
    """The kind of place that a known place has: "সাভারের একটি পোশাক কারখানায়"."""
    for at in range(last + 1, min(last + _LONGEST, len(reading.norms))):
        if reading.tokens[at].broken:
            break
        if reading.norms[at] in _gazetteer().area:
            return at
    return last


def _goes_on(reading: Reading, at: int) -> bool:
    if reading.tokens[at].broken:
        return False
    behind = reading.norms[at - 1]
    name = not reading.ids[at] or known_place(reading, at) is not None
    area_follows = at + 1 < len(reading.norms) and reading.norms[at + 1] in _gazetteer().area
    owned = behind.endswith(_GENITIVES) and (known_place(reading, at) is not None or area_follows)
    return reading.norms[at] in _gazetteer().area or (name and owned)


def _place(reading: Reading, first: int, last: int) -> Place:
    known = set()
    for at in range(first, last + 1):
        if place := known_place(reading, at):
            known.add(place[0])
    within = set(known)
    for place_id in known:
        above = _gazetteer().parent.get(place_id)
        while above:
            within.add(above)
            above = _gazetteer().parent.get(above)
    kinds = [norm for norm in reading.norms[first : last + 1] if norm in _gazetteer().kinds]
    key = spelling_key(" ".join(_stemmed(reading, first, last)))
    return Place(frozenset(known), frozenset(within), key, kinds[-1] if kinds else None)


def _stemmed(reading: Reading, first: int, last: int) -> Sequence[str]:
    return [
        reading.norms[at] if reading.norms[at].isascii() else reading.stems[at]
        for at in range(first, last + 1)
    ]
