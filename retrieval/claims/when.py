"""When a thing was said, where the words around what is said tell it, and how exactly they do.

A day stays a day, "in October 2022" a month, "last week" a week: what is given is the first day of
that time with its precision. Without a date of publication, "Friday" and "last week" tell nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from retrieval.datafiles import load_data
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
def _any(group: str) -> str:
    return "|".join(sorted(map(re.escape, _numbers(group)), key=len, reverse=True))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    months = _any("months")
    ordinal = r"(?:st|nd|rd|th)?"
    patterns = {
        "day first": rf"(?<!\d)(?P<day>\d{{1,2}}){ordinal} (?P<month>{months})\w*,? (?P<year>\d{{4}})",
        "year first": rf"(?P<year>\d{{4}}) সালের (?P<day>\d{{1,2}}) (?P<month>{months})",
        "month first": rf"(?P<month>{months}) (?P<day>\d{{1,2}}){ordinal},? (?P<year>\d{{4}})",
        "month of year": rf"(?P<year>\d{{4}}) সালের (?P<month>{months})"
        rf"|(?P<month2>{months}) (?P<year2>\d{{4}})(?!\d)",
        "year": r"(?P<year>\d{4}) সালে(?:(?!\w)|র (?:শেষ|শুরু|মাঝামাঝি))"
        r"|\bin (?:late |early )?(?P<year2>(?:19|20)\d\d)\b",
        "weekday": rf"(?<!\w)({_any('weekdays')})(?!\w)",
        # A vowel sign is no \w: আজ is not the beginning of আজিজ.
        "days ago": rf"(?<!\w)({_any('days_ago')})(?![\w\u0980-\u09ff])",
        "weeks ago": rf"(?<!\w)({_any('weeks_ago')})(?!\w)",
        "months ago": rf"(?<!\w)({_any('months_ago')})(?!\w)",
        "years ago": rf"(?<!\w)({_any('years_ago')})(?!\w)",
        "last month named": rf"(?:গত|last) (?P<month>{months})",
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
    return next(_written(text), None) or (next(_relative(text, published), None) if published else None)


def _written(text: str) -> Iterator[Said]:
    for name in ("day first", "month first", "year first"):
        if match := _pattern(name).search(text):
            yield from _valid(
                int(match["year"]), _numbers("months")[match["month"]], int(match["day"]), "day"
            )
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
    if match := _pattern("weekday").search(text):
        back = (published.weekday() - _numbers("weekdays")[match[1]]) % 7
        yield Said(published - timedelta(days=back), "day")
    if match := _pattern("last month named").search(text):
        yield Said(_last(_numbers("months")[match["month"]], published), "month")
    for name, first in _STEPS.items():
        if match := _pattern(name).search(text):
            yield first(published, _numbers(name.replace(" ", "_"))[match[1]])


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
