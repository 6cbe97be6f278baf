from datetime import date

import pytest

from retrieval.articles.dates import find_bengali_date, find_date, is_date_bar, is_date_line, is_update

FOURTH = date(2025, 7, 4)


@pytest.mark.parametrize(
    "text",
    [
        "০৪ জুলাই ২০২৫, ২৩:৩৮আপডেট : ০৫ জুলাই ২০২৫, ২৩:৩৮",
        "প্রকাশ: ৪ জুলাই, ২০২৫ ১০:৩০ পিএম",
        "প্রকাশিত : শুক্রবার, ৪ঠা জুলাই ২০২৫, সকাল ১০টা ৩০ মিনিট",
        "4 July 2025",
        "July 4, 2025",
        "Published: Fri, 4th Jul 2025 11:38 pm BST",
        "Updated on July 4th, 2025 at 10:00 GMT",
        "2025-07-04",
    ],
)
def test_dates_in_all_their_forms(text: str) -> None:
    """A date line gives its first date, in either language and either digits."""
    assert find_date(text) == FOURTH
    assert is_date_line(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25/12/2024", date(2024, 12, 25)),
        ("12/25/2024", date(2024, 12, 25)),
        ("04/07/2025", None),
        ("৩১ ফেব্রুয়ারি ২০২৫", None),
        ("৪ জুলাই", None),
        ("২০ আষাঢ় ১৪৩২", None),
    ],
)
def test_dates_are_not_guessed(text: str, expected: date | None) -> None:
    """A date that is impossible, incomplete or of another calendar is no date."""
    assert find_date(text) == expected


@pytest.mark.parametrize("text", ["২০ আষাঢ় ১৪৩২", "২০ আষাঢ় ১৪৩২ বঙ্গাব্দ", "৮ মহররম ১৪৪৭ হিজরি"])
def test_dates_of_other_calendars_are_date_lines(text: str) -> None:
    """A line with a date of the Bengali or the Hijri calendar is furniture."""
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text",
    ["৪ জুলাই ২০২৫ তিনি ঢাকায় আসেন।", "He came on 4 July 2025.", "2025", "May", "শুক্রবার", ""],
)
def test_dates_inside_sentences_are_no_date_lines(text: str) -> None:
    """A line that says more than a date, or holds none, is not a date line."""
    assert not is_date_line(text)


def test_dates_bars_and_updates() -> None:
    """A bar begins with a weekday, an update with the word for it."""
    assert is_date_bar("শনিবার, ০৫ জুলাই ২০২৫")
    assert not is_date_bar("০৫ জুলাই ২০২৫, শনিবার")
    assert is_update("আপডেট: ০৫ জুলাই ২০২৫")
    assert not is_update("প্রকাশ: ০৫ জুলাই ২০২৫")


def test_dates_of_the_bengali_calendar() -> None:
    """A date of the Bengali calendar is read as Bangladesh counts it, and no other words are."""
    assert find_bengali_date("ঢাকা, ১২ আষাঢ় ১৪৩২") == date(2025, 6, 26)
    assert find_bengali_date("১২ই আষাঢ়, ১৪৩২ বঙ্গাব্দ") == date(2025, 6, 26)
    assert find_bengali_date("৩২ আষাঢ় ১৪৩২") is None
    assert find_bengali_date("৪ জুলাই ২০২৫") is None
