"""When: the time in a claim at which what was asked happened or will happen.

A time is what the claim tells of it: year, month, day, weekday, hour. "Friday" and "yesterday" become
a day where the article's date is known. Two times clash only in a part that both tell, so that
"July" and "25 July", or "Friday" and "25 July" of a week that is not known, do not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from retrieval.answers.reading import Phrase, Reading, nearest, phrases_of
from retrieval.answers.told import Told
from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise

_YEARS = range(1800, 2101)
_DAYS = 31
_NOON = 12
_GAP = 2  # words that may stand between the parts of one time


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known of a time; None for what is not told."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None

    def same(self, other: "Moment") -> bool:
        """The same day (or month, or year); an hour that only one of them tells makes no difference."""
        if (self.year, self.month, self.day) != (other.year, other.month, other.day):
            return False
        alike = self.weekday == other.weekday or self.day is not None
        return alike and (
            self.hour == other.hour or (self.day is not None and None in (self.hour, other.hour))
        )

    def clashes(self, other: "Moment") -> bool:
        """They differ in a part that both tell."""
        mine, its = self.parts(), other.parts()
        return any(a is not None and b is not None and a != b for a, b in zip(mine, its, strict=True))

    def parts(self) -> tuple[int | None, ...]:
        """Year, month, day, weekday and hour, the weekday worked out where the date is whole."""
        weekday = self.weekday
        if weekday is None and self.year and self.month and self.day:
            weekday = _weekday(self.year, self.month, self.day)
        return (self.year, self.month, self.day, weekday, self.hour)


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


@dataclass(frozen=True)
class _Words:
    months: Mapping[str, int]
    careful: frozenset[str]
    month_behind: frozenset[str]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    last: frozenset[str]
    next: frozenset[str]
    future: frozenset[Phrase]
    year_words: frozenset[str]
    year_before: frozenset[str]
    morning: frozenset[str]
    afternoon: frozenset[str]
    hour_endings: tuple[str, ...]
    hour_behind: frozenset[str]
    between: frozenset[str]
    given_up_before: frozenset[Phrase]
    given_up_behind: frozenset[Phrase]


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_data("retrieval.answers", "moments.yaml")
    names: dict[str, Any] = load_data("retrieval.claims", "when.yaml")
    endings = [normalise(str(ending)) for ending in data["endings"]]

    def inflected(rows: Mapping[str, int]) -> dict[str, int]:
        return {
            normalise(word) + ("" if word.isascii() else ending): n
            for word, n in rows.items()
            for ending in endings
        }

    def plain(group: str) -> frozenset[str]:
        return frozenset(normalise(str(word)) for word in data[group])

    return _Words(
        months=inflected({**names["months"], **data["short_months"]}),
        careful=plain("months_with_care"),
        month_behind=plain("month_behind"),
        weekdays=inflected(names["weekdays"]),
        days={normalise(word): n for word, n in data["days"].items()},
        last=plain("last"),
        next=plain("next"),
        future=phrases_of(data["future"]),
        year_words=plain("year_words"),
        year_before=plain("year_before"),
        morning=plain("morning"),
        afternoon=plain("afternoon"),
        hour_endings=tuple(sorted(plain("hour_endings"), key=len, reverse=True)),
        hour_behind=plain("hour_behind"),
        between=plain("between"),
        given_up_before=phrases_of(data["given_up_before"]),
        given_up_behind=phrases_of(data["given_up_behind"]),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A time in a text: what it tells, its first and its last word."""

    moment: Moment
    first: int
    last: int
    turned: str = ""  # "last" or "next" before a weekday


def month_at(reading: Reading, at: int) -> int | None:
    """The month that a word names; None where it names none, or may be another word."""
    if not 0 <= at < len(reading.norms):
        return None
    month = _words().months.get(reading.norms[at])
    if month is None or reading.norms[at] not in _words().careful:
        return month
    beside = [reading.norms[n] for n in (at - 1, at + 1) if 0 <= n < len(reading.norms)]
    capital = reading.raw(at)[0].isupper()
    near = any(word[0].isdigit() for word in beside) or beside[0] in _words().month_behind
    return month if capital and near else None


def moment_told(topic: frozenset[str], reading: Reading, published: date | None, denied: bool) -> Told | None:
    """The time that a claim gives of what was asked; None where it gives none.

    Args:
        topic: stems and concepts of what was asked: of several times the one nearest to them is taken.
        reading: of what the claim says, without when it was said.
        published: of the article, by which "Friday" becomes a day.
        denied: whether the claim as a whole is a denial.
    """
    joined = [_dated(reading, time, published) for time in _joined(reading, list(_times(reading, published)))]
    found = [time for time in joined if _stands(reading, time)]
    if not found:
        return None
    places = [at for at in range(len(reading.norms)) if {reading.stems[at], *reading.ids[at]} & topic]

    def far(time: _Found) -> int:
        place = nearest(places, time.first)
        return abs(place - time.first) if place is not None else len(reading.norms)

    best = min(found, key=far)
    return Told(reading.words(best.first, best.last), best.moment, denied)


def _stands(reading: Reading, time: _Found) -> bool:
    """Whether a time is not the one that was given up for another."""
    if reading.ending(time.first, _words().given_up_before):
        return False
    return not (time.last + 1 < len(reading.norms) and reading.at(time.last + 1, _words().given_up_behind))


def _times(reading: Reading, published: date | None) -> Iterator[_Found]:
    at = 0
    while at < len(reading.norms):
        found = (
            _date_at(reading, at, published) or _relative_at(reading, at, published) or _hour_at(reading, at)
        )
        if found:
            yield found
        at = found.last + 1 if found else at + 1


def _joined(reading: Reading, found: list[_Found]) -> list[_Found]:
    """Parts of one time that stand together: "Friday, 25 July, at 10am"."""
    times: list[_Found] = []
    for part in found:
        if times and _together(reading, times[-1], part):
            turned = times[-1].turned or part.turned
            times[-1] = _Found(_both(times[-1].moment, part.moment), times[-1].first, part.last, turned)
        else:
            times.append(part)
    return times


def _together(reading: Reading, one: _Found, other: _Found) -> bool:
    between = reading.norms[one.last + 1 : other.first]
    near = len(between) <= _GAP and all(word in _words().between for word in between)
    return near and not one.moment.clashes(other.moment)


def _both(one: Moment, other: Moment) -> Moment:
    parts = [a if a is not None else b for a, b in zip(_raw(one), _raw(other), strict=True)]
    return Moment(*parts)


def _raw(moment: Moment) -> tuple[int | None, ...]:
    return (moment.year, moment.month, moment.day, moment.weekday, moment.hour)


def _date_at(reading: Reading, at: int, published: date | None) -> _Found | None:
    """A date that is written out, from its first word on."""
    day = _day_of(reading.norms[at])
    month = month_at(reading, at)
    if day and (named := month_at(reading, at + 1)):
        return _with_year(reading, at, at + 1, Moment(month=named, day=day), published)
    if month and at + 1 < len(reading.norms) and (day := _day_of(reading.norms[at + 1])):
        return _with_year(reading, at, at + 1, Moment(month=month, day=day), published)
    if month:
        return _with_year(reading, at, at, Moment(month=month), published)
    year = _year_of(reading, at)
    if not year:
        return None
    follows = at + 1 < len(reading.norms) and reading.norms[at + 1] in _words().year_words
    last = at + 1 if follows else at
    behind = _date_at(reading, last + 1, None) if follows and last + 1 < len(reading.norms) else None
    if behind and behind.moment.year is None and behind.moment.month:
        return _Found(replace(behind.moment, year=year), at, behind.last)
    named_year = follows or (at and reading.norms[at - 1] in _words().year_before)
    return _Found(Moment(year=year), at, last) if named_year else None


def _with_year(reading: Reading, first: int, last: int, moment: Moment, published: date | None) -> _Found:
    follows = last + 1
    if follows < len(reading.norms) and (year := _year_of(reading, follows)):
        last = follows + (
            follows + 1 < len(reading.norms) and reading.norms[follows + 1] in _words().year_words
        )
        return _Found(replace(moment, year=year), first, last)
    if published and moment.month and moment.day:
        moment = replace(moment, year=_nearest_year(moment.month, moment.day, published))
    return _Found(moment, first, last)


def _nearest_year(month: int, day: int, published: date) -> int:
    """The year that brings a day of the calendar nearest to the article's."""
    day = min(day, 28)
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda year: abs(date(year, month, day) - published))


def _day_of(norm: str) -> int | None:
    digits = "".join(c for c in norm if c.isdigit())
    if not norm[0].isdigit() or not digits or norm[len(digits) :] not in _DAY_ENDINGS:
        return None
    return int(digits) if 1 <= int(digits) <= _DAYS else None


_DAY_ENDINGS = frozenset(normalise(e) for e in ("", "st", "nd", "rd", "th", "লা", "রা", "ঠা", "ই", "শে"))


def _year_of(reading: Reading, at: int) -> int | None:
    norm = reading.norms[at]
    bare = norm[:4]
    if not bare.isdigit() or len(bare) < 4 or norm[4:5].isdigit() or int(bare) not in _YEARS:
        return None
    return int(bare) if norm[4:] == "" or not norm[4:].isascii() else None


def _relative_at(reading: Reading, at: int, published: date | None) -> _Found | None:
    """A weekday, or a day counted from the article's."""
    norm = reading.norms[at]
    if norm in _words().days:
        if published is None:
            return None
        return _Found(_on(published + timedelta(days=_words().days[norm])), at, at)
    weekday = _words().weekdays.get(norm)
    if weekday is None:
        return None
    before = reading.norms[at - 1] if at else ""
    turned = "last" if before in _words().last else "next" if before in _words().next else ""
    return _Found(Moment(weekday=weekday), at - 1 if turned else at, at, turned)


def _dated(reading: Reading, time: _Found, published: date | None) -> _Found:
    """A weekday as the day it is, where the article's date tells and no date is written out."""
    weekday = time.moment.weekday
    if weekday is None:
        return time
    if time.moment.day is not None:
        whole = time.moment.year is not None
        return replace(time, moment=replace(time.moment, weekday=None)) if whole else time
    if published is None:
        return time
    ahead = time.turned == "next" or (not time.turned and bool(reading.places(_words().future)))
    day = _that_weekday(weekday, published, ahead, bool(time.turned))
    return replace(time, moment=replace(_on(day), hour=time.moment.hour))


def _that_weekday(weekday: int, published: date, ahead: bool, turned: bool) -> date:
    """The weekday before or after the article's day; that day itself where nothing turns it."""
    step = (weekday - published.weekday()) % 7 if ahead else -((published.weekday() - weekday) % 7)
    if step == 0 and turned:
        step = 7 if ahead else -7
    return published + timedelta(days=step)


def _on(day: date) -> Moment:
    return Moment(day.year, day.month, day.day)


def _hour_at(reading: Reading, at: int) -> _Found | None:
    """An hour: "10am", "সকাল ১০টায়"."""
    norm = reading.norms[at]
    digits = "".join(c for c in norm[:2] if c.isdigit())
    if not digits or not 0 < int(digits) <= 24:
        return None
    rest = norm[len(digits) :]
    last = at
    behind = reading.norms[at + 1] if at + 1 < len(reading.norms) else ""
    before = reading.norms[at - 1] if at else ""
    if rest not in _words().hour_endings:
        if rest or behind not in _words().hour_behind:
            return None
        last, rest = at + 1, behind
    day_part = _words().morning | _words().afternoon
    if rest == normalise("টা") and before not in day_part:
        return None  # ১০টা ঘর counts houses
    late = rest in {"pm", "p.m."} or before in _words().afternoon
    hour = int(digits) + (_NOON if late and int(digits) < _NOON else 0)
    return _Found(Moment(hour=hour), at - 1 if before in day_part else at, last)


def names_time(reading: Reading, at: int) -> bool:
    """Whether a word names a month, a weekday, or a day such as "yesterday"."""
    norm = reading.norms[at]
    return norm in _words().weekdays or norm in _words().days or month_at(reading, at) is not None
