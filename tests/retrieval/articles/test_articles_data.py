"""The data files of the articles run their own examples: date lines, and words that tell a language."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from retrieval.articles.dates import find_date, is_date_line
from retrieval.articles.language import detect_language
from retrieval.articles.words import LANGUAGE_FILES, load
from retrieval.errors import BadArticle

_EXAMPLES = "_examples"
DATES: list[Mapping[str, Any]] = [load(name)["dates"] for name in LANGUAGE_FILES]
LANGUAGES: Mapping[str, Any] = load("languages.yaml")


def rows(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The examples of all groups."""
    return [row for name, examples in data.items() if name.endswith(_EXAMPLES) for row in examples]


def flat(words: Any) -> list[str]:
    """The words of a group, of its months, or the letters of a text."""
    return [word for item in words for word in (item if isinstance(item, list) else [item])]


@pytest.mark.parametrize("data", [*DATES, LANGUAGES])
def test_every_group_has_examples_with_its_words(data: Mapping[str, Any]) -> None:
    """Each group that holds words has an example with one of them; no examples are without a group."""
    groups = {name for name in data if not name.endswith(_EXAMPLES) and data[name]}
    assert {f"{name}{_EXAMPLES}" for name in groups} == {name for name in data if name.endswith(_EXAMPLES)}
    for name in groups:
        texts = [row.get("line", row.get("text")).casefold() for row in data[f"{name}{_EXAMPLES}"]]
        assert any(word in text for text in texts for word in flat(data[name])), name


@pytest.mark.parametrize("row", [row for data in DATES for row in rows(data)], ids=str)
def test_examples_of_date_lines(row: dict[str, str | None]) -> None:
    """Each line is a date line, and its day is the one it says."""
    assert row["line"]
    assert is_date_line(row["line"])
    assert find_date(row["line"]) == (date.fromisoformat(row["date"]) if row["date"] else None)


@pytest.mark.parametrize("row", rows(LANGUAGES), ids=str)
def test_examples_of_languages(row: dict[str, str]) -> None:
    """Each text is in the language that it says, or refused for the reason that it says."""
    if "language" in row:
        assert detect_language(row["text"], "page.txt") == row["language"]
        return
    with pytest.raises(BadArticle, match=row["refused"]):
        detect_language(row["text"], "page.txt")
