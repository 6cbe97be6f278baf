"""The Bengali calendar of Bangladesh: a day of the Bangabda year as a day of the Gregorian.

Since 1426 (2019) the first six months have 31 days, Falgun 29 (30 in a leap year), the others 30;
before that the first five had 31, the others 30, and Falgun 31 in a leap year. West Bengal counts
otherwise, by a day; its dates are not told apart here.

Source: Bangla Academy's reforms of 1987 and 2019.
"""

from calendar import isleap
from datetime import date, timedelta

_REVISED = 1426
_FALGUN = 10  # counted from 0
_NEW_YEAR = (4, 14)
_YEARS_BEHIND = 593  # from a Gregorian April on
_YEARS = range(1200, 1600)


def from_bangabda(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Bengali date; None where there is no such day.

    Args:
        year: of the Bengali era, 1200 to 1599.
        month: 1 for Boishakh to 12 for Choitro.
        day: of the month.

    Example:
        >>> from_bangabda(1432, 3, 12)
        datetime.date(2025, 6, 26)
    """
    lengths = _month_lengths(year)
    if year not in _YEARS or not 1 <= month <= len(lengths) or not 1 <= day <= lengths[month - 1]:
        return None
    return date(year + _YEARS_BEHIND, *_NEW_YEAR) + timedelta(days=sum(lengths[: month - 1]) + day - 1)


def _month_lengths(year: int) -> list[int]:
    long_months, falgun = (6, 29) if year >= _REVISED else (5, 30)
    lengths = [31] * long_months + [30] * (12 - long_months)
    # Falgun falls in the Gregorian year after the one in which the Bengali year begins.
    lengths[_FALGUN] = falgun + isleap(year + _YEARS_BEHIND + 1)
    return lengths
