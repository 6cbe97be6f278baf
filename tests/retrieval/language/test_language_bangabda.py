from datetime import date

import pytest

from retrieval.language.bangabda import from_bangabda


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [
        (1432, 1, 1, date(2025, 4, 14)),
        (1432, 3, 12, date(2025, 6, 26)),
        (1432, 9, 1, date(2025, 12, 16)),
        (1426, 11, 8, date(2020, 2, 21)),
        (1427, 11, 8, date(2021, 2, 21)),
        (1430, 12, 12, date(2024, 3, 26)),
        (1431, 12, 30, date(2025, 4, 13)),
        (1358, 11, 9, date(1952, 2, 21)),
        (1420, 12, 30, date(2014, 4, 13)),
    ],
)
def test_days(year: int, month: int, day: int, gregorian: date) -> None:
    """Days fall as Bangladesh counts them: by the revision from 1426 on, by the older rule before."""
    assert from_bangabda(year, month, day) == gregorian


@pytest.mark.parametrize("year", [1400, 1425, 1426, 1430, 1431])
def test_years_join(year: int) -> None:
    """The day after the last of a year is the first of the next."""
    last = from_bangabda(year, 12, 30)
    first = from_bangabda(year + 1, 1, 1)
    assert last
    assert first
    assert (first - last).days == 1


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1432, 11, 30), (1432, 13, 1), (1432, 7, 31), (2025, 1, 1)]
)
def test_no_such_day(year: int, month: int, day: int) -> None:
    """A day that the calendar does not have is none."""
    assert from_bangabda(year, month, day) is None
