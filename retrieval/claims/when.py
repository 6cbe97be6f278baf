"""The day on which a thing was said, where the sentence tells it exactly.

A weekday, "yesterday" and a written-out date are days; "in October 2022" or "last week" are not, and
give nothing: a wrong date is worse than none.
"""

import re
from datetime import date, timedelta
from functools import cache

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise


@cache
def _calendar() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    data = load_data("retrieval.claims", "when.yaml")

    def fold(group: str) -> dict[str, int]:
        return {normalise(word): number for word, number in data[group].items()}

    return fold("months"), fold("weekdays"), fold("days_ago")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    months, weekdays, ago = _calendar()
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True))
    relative = "|".join(sorted(map(re.escape, ago), key=len, reverse=True))
    return (
        re.compile(
            rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)? ({month})\w*,? (\d{{4}})|({month}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})"
        ),
        re.compile(rf"(?<!\w)({day})(?!\w)"),
        re.compile(rf"(?<!\w)({relative})(?!\w)"),
    )


def said_on(sentence: str, published: date | None) -> date | None:
    """The day a sentence gives for what was said.

    Args:
        sentence: the claim's words.
        published: the article's day; without it, weekdays and "yesterday" tell nothing.

    Example:
        >>> said_on("গত শুক্রবার তিনি বলেন, বৃষ্টি হবে।", date(2025, 7, 7))
        datetime.date(2025, 7, 4)
    """
    text = normalise(sentence)
    written, weekday, relative = _patterns()
    if match := written.search(text):
        return _written(match)
    if published is None:
        return None
    if match := relative.search(text):
        return published - timedelta(days=_calendar()[2][match.group(1)])
    if match := weekday.search(text):
        back = (published.weekday() - _calendar()[1][match.group(1)]) % 7
        return published - timedelta(days=back)
    return None


def _written(match: re.Match[str]) -> date | None:
    months = _calendar()[0]
    day, month, year = match.group(1, 2, 3) if match.group(1) else match.group(5, 4, 6)
    try:
        return date(int(year), months[month], int(day))
    except ValueError:
        return None
