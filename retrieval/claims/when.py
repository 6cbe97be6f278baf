"""When a thing was said, where the words around what is said tell it, and how exactly they do.

A day stays a day, "in October 2022" a month, "last week" a week: what is given is the first day of
that time with its precision. Without a date of publication, "Friday" and "last week" tell nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain

from retrieval.datafiles import load_data
from retrieval.language.bangabda import from_bangabda
from retrieval.language.normalise import normalise
from retrieval.models import Precision


@dataclass(frozen=True, slots=True)
class Said:
    """A time: the first day of it, and whether it is a day, week, month or year."""

    first: date
    precision: Precision


@cache
def _numbers(group: str) -> dict[str, int]:
    rows: dict[str, int] = load_data("retrieval.claims", "when.yaml")[group]
    return {normalise(word): number for word, number in rows.items()}


@cache
def _units() -> dict[str, str]:
    units: dict[str, list[str]] = load_data("retrieval.claims", "when.yaml")["units"]
    return {normalise(word): unit for unit, words in units.items() for word in words}


@cache
def _listed(group: str) -> str:
    return _alternatives(normalise(word) for word in load_data("retrieval.claims", "when.yaml")[group])


def _any(group: str) -> str:
    return _alternatives(_numbers(group))


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    months, bengali = _any("months"), _any("bengali_months")
    ordinal = r"(?:st|nd|rd|th|লা|রা|ঠা|ই|শে)?"
    # A vowel sign is no \w: আজ is not the beginning of আজিজ.
    left, right = r"(?<!\w)", r"(?![\w\u0980-\u09ff])"
    patterns = {
        "day first": rf"(?<!\d)(?P<day>\d{{1,2}}){ordinal} (?P<month>{months})\w*,? (?P<year>\d{{4}})",
        "year first": rf"(?P<year>\d{{4}}) সালের (?P<day>\d{{1,2}}){ordinal} (?P<month>{months})",
        "bengali day": rf"(?<!\d)(?P<day>\d{{1,2}}){ordinal} (?P<month>{bengali})\w*,? (?P<year>\d{{4}})"
        rf"|(?P<year2>\d{{4}}) সালের (?P<day2>\d{{1,2}}){ordinal} (?P<month2>{bengali})",
        "month first": rf"(?P<month>{months}) (?P<day>\d{{1,2}}){ordinal},? (?P<year>\d{{4}})",
        "month of year": rf"(?P<year>\d{{4}}) সালের (?P<month>{months})"
        rf"|(?P<month2>{months}) (?P<year2>\d{{4}})(?!\d)",
        "year": r"(?P<year>\d{4}) সালে(?:(?!\w)|র (?:শেষ|শুরু|মাঝামাঝি))"
        r"|\bin (?:late |early )?(?P<year2>(?:19|20)\d\d)\b",
        "weekday": rf"{left}(?P<past>(?:{_listed('past')}) )?(?P<weekday>{_any('weekdays')})(?!\w)",
        "days ago": rf"{left}({_any('days_ago')}){right}",
        "counted": rf"{left}(?P<count>\d{{1,2}}|{_any('counts')}) (?P<unit>{_alternatives(_units())})"
        rf" (?:{_listed('ago')}){right}",
        "day without year": rf"(?<![\d,.])(?P<day>\d{{1,2}}){ordinal} (?P<month>{months})(?!\w|,? \d{{4}})"
        rf"|{left}(?P<month2>{months}) (?P<day2>\d{{1,2}}){ordinal}(?!\d|,? \d{{4}})",
        "weeks ago": rf"(?<!\w)({_any('weeks_ago')})(?!\w)",
        "months ago": rf"(?<!\w)({_any('months_ago')})(?!\w)",
        "years ago": rf"(?<!\w)({_any('years_ago')})(?!\w)",
        "last month named": rf"(?:{_listed('past')}|in) (?P<month>{months})"
        rf"|{left}(?P<month2>{months})(?: মাসে(?:র)?|ে|য়ে|তে){right}",
    }
    return re.compile(patterns[name])


def said_on(words: str, published: date | None) -> Said | None:
    """When something was said.

    Args:
        words: of the claim that are not what is said ("গত শুক্রবার তিনি বলেন").
        published: the article's day; without it only written-out dates tell anything.

    Example:
        >>> said_on("গত শুক্রবার তিনি বলেন", date(2025, 7, 7))
        Said(first=datetime.date(2025, 7, 4), precision='day')
        >>> said_on("২০২২ সালের অক্টোবরে মাস্ক ঘোষণা করেন", None)
        Said(first=datetime.date(2022, 10, 1), precision='month')
    """
    text = normalise(words)
    if published is None:
        return next(_written(text), None)
    # What lies ahead is the time of what is said, not of the saying.
    found = chain(_written(text), _relative(text, published))
    return next((said for said in found if said.first <= published), None)


def _written(text: str) -> Iterator[Said]:
    for name in ("day first", "month first", "year first"):
        if match := _pattern(name).search(text):
            yield from _valid(
                int(match["year"]), _numbers("months")[match["month"]], int(match["day"]), "day"
            )
    if match := _pattern("bengali day").search(text):
        day, month, year = (match[part] or match[f"{part}2"] for part in ("day", "month", "year"))
        if found := from_bangabda(int(year), _numbers("bengali_months")[month], int(day)):
            yield Said(found, "day")
    if match := _pattern("month of year").search(text):
        month, year = match["month"] or match["month2"], match["year"] or match["year2"]
        yield from _valid(int(year), _numbers("months")[month], 1, "month")
    if match := _pattern("year").search(text):
        yield from _valid(int(match["year"] or match["year2"]), 1, 1, "year")


def _valid(year: int, month: int, day: int, precision: Precision) -> Iterator[Said]:
    try:
        yield Said(date(year, month, day), precision)
    except ValueError:
        return  # the 31st of a short month is no day


def _relative(text: str, published: date) -> Iterator[Said]:
    if match := _pattern("days ago").search(text):
        yield Said(published - timedelta(days=_numbers("days_ago")[match[1]]), "day")
    if match := _pattern("day without year").search(text):
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        yield from _latest_day(_numbers("months")[month], int(day), published)
    if match := _pattern("weekday").search(text):
        back = (published.weekday() - _numbers("weekdays")[match["weekday"]]) % 7
        yield Said(published - timedelta(days=back or (7 if match["past"] else 0)), "day")
    if match := _pattern("counted").search(text):
        yield from _counted_back(match["count"], _units()[match["unit"]], published)
    if match := _pattern("last month named").search(text):
        yield Said(_last(_numbers("months")[match["month"] or match["month2"]], published), "month")
    for name, first in _STEPS.items():
        if match := _pattern(name).search(text):
            yield first(published, _numbers(name.replace(" ", "_"))[match[1]])


def _latest_day(month: int, day: int, published: date) -> Iterator[Said]:
    """The last such day that was not after the article's."""
    later = (month, day) > (published.month, published.day)
    yield from _valid(published.year - later, month, day, "day")


def _counted_back(count: str, unit: str, published: date) -> Iterator[Said]:
    """ "three days ago", "two weeks ago"."""
    number = int(count) if count.isdigit() else _numbers("counts")[count]
    if unit == "days":
        yield Said(published - timedelta(days=number), "day")
    elif number < published.year:
        yield _STEPS[f"{unit} ago"](published, number)


def _last(month: int, published: date) -> date:
    """The first day of the month of that name that was over when the article appeared."""
    return date(published.year - (month >= published.month), month, 1)


def _week(published: date, ago: int) -> Said:
    monday = published - timedelta(days=published.weekday())
    return Said(monday - timedelta(weeks=ago), "week")


def _month(published: date, ago: int) -> Said:
    months = published.year * 12 + published.month - 1 - ago
    return Said(date(months // 12, months % 12 + 1, 1), "month")


def _year(published: date, ago: int) -> Said:
    return Said(date(published.year - ago, 1, 1), "year")


_STEPS: dict[str, Callable[[date, int], Said]] = {
    "weeks ago": _week,
    "months ago": _month,
    "years ago": _year,
}
