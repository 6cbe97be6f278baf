"""Dates as news pages print them, in Bengali and English.

It reads dates that name day, month and year, Gregorian ones and, where no other is there, those of
the Bengali calendar as Bangladesh counts it. Dates of the Hijri calendar are recognised and not
converted. Words such as "yesterday" are not read here.
"""

import re
import unicodedata
from datetime import date
from functools import cache
from typing import NamedTuple

from retrieval.articles.words import any_of, gather
from retrieval.language.bangabda import from_bangabda

_DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
_YEARS = range(1800, 2101)
_MONTH_COUNT = 12


class _Patterns(NamedTuple):
    """Compiled patterns over plain text (see ``_plain``)."""

    months: dict[str, int]
    bengali_months: dict[str, int]
    full: re.Pattern[str]
    bengali: re.Pattern[str]
    other: re.Pattern[str]
    noise: re.Pattern[str]
    weekday: re.Pattern[str]
    updated: re.Pattern[str]


def find_date(text: str) -> date | None:
    """Find the first date of day, month and year.

    ``"০৪ জুলাই ২০২৫, ২৩:৩৮আপডেট"``, ``"July 4, 2025"`` and ``"2025-07-04"`` are all 4 July 2025;
    ``"04/07/2025"`` is nobody knows which day, and None.
    """
    plain = _plain(text)
    found = (_to_date(match) for match in _patterns().full.finditer(plain))
    return next((day for day in found if day), None)


def find_bengali_date(text: str) -> date | None:
    """Find the first date of the Bengali calendar: ``"১২ আষাঢ় ১৪৩২"`` is 26 June 2025."""
    patterns = _patterns()
    found = (
        from_bangabda(int(m["year"]), patterns.bengali_months[m["month"]], int(m["day"]))
        for m in patterns.bengali.finditer(_plain(text))
    )
    return next((day for day in found if day), None)


def is_date_line(text: str) -> bool:
    """Tell whether a line says when a page was published, and nothing else."""
    plain = _plain(text)
    rest = _patterns().other.sub(" ", _patterns().full.sub(" ", plain))
    if rest == plain:
        return False
    return not any(letter.isalpha() for letter in _patterns().noise.sub(" ", rest))


def is_date_bar(text: str) -> bool:
    """Tell whether a line begins with a weekday, as the bar with today's date of a site does."""
    return bool(_patterns().weekday.match(_plain(text)))


def is_update(text: str) -> bool:
    """Tell whether a date line begins by saying when the page was changed."""
    return bool(_patterns().updated.match(_plain(text)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_DIGITS).casefold().strip()


@cache
def _patterns() -> _Patterns:
    spellings = gather("dates", "months")
    months = {word: at % _MONTH_COUNT + 1 for at, words in enumerate(spellings) for word in words}
    bengali_months = {word: at for at, word in enumerate(gather("dates", "bengali_months"), 1)}
    other_months = [*bengali_months, *gather("dates", "other_months")]
    month = rf"(?P<m{{}}>{any_of(months)})"
    ordinal = r"(?:st|nd|rd|th|লা|রা|ঠা|ই|শে)?"
    full = "|".join(
        (
            rf"(?<!\d)(?P<d1>\d{{1,2}}){ordinal}[\s,.-]*(?:of\s+)?{month.format(1)}[\s,.-]*(?P<y1>\d{{4}})(?!\d)",
            rf"(?<!\w){month.format(2)}[\s.]*(?P<d2>\d{{1,2}}){ordinal}[\s,]+(?P<y2>\d{{4}})(?!\d)",
            r"(?<!\d)(?P<y3>\d{4})-(?P<m3>\d{1,2})-(?P<d3>\d{1,2})(?!\d)",
            r"(?<!\d)(?P<d4>\d{1,2})[/.-](?P<m4>\d{1,2})[/.-](?P<y4>\d{4})(?!\d)",
        )
    )
    return _Patterns(
        months=months,
        bengali_months=bengali_months,
        full=re.compile(full),
        bengali=re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}}){ordinal}[\s,]*(?P<month>{any_of(bengali_months)})[\s,]*(?P<year>1\d{{3}})(?!\d)"
        ),
        other=re.compile(rf"\d{{1,2}}{ordinal}[\s,]*(?:{any_of(other_months)})[\s,]*\d{{4}}"),
        noise=re.compile(any_of(_noise_words())),
        weekday=re.compile(any_of(gather("dates", "weekdays"))),
        updated=re.compile(any_of(gather("dates", "updated"))),
    )


def _noise_words() -> list[str]:
    keys = ("weekdays", "published", "updated", "words")
    return [word for key in keys for word in gather("dates", key)]


def _to_date(match: re.Match[str]) -> date | None:
    form = (match.lastgroup or "")[-1]
    day, month, year = (match[f"{part}{form}"] for part in "dmy")
    number = _patterns().months.get(month) or int(month)
    if form == "4":
        return _numeric_date(int(day), number, int(year))
    return _valid_date(int(year), number, int(day))


def _numeric_date(first: int, second: int, year: int) -> date | None:
    """Read 25/12/2024 and 12/25/2024; where both could be the month, the day is unknown."""
    if first <= _MONTH_COUNT and second <= _MONTH_COUNT and first != second:
        return None
    day, month = (second, first) if second > _MONTH_COUNT else (first, second)
    return _valid_date(year, month, day)


def _valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
