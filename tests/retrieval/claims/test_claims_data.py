"""The smaller data files of the claims run their own examples: ties, times, unnamed sources, names."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from sayings import PUBLISHED, claims_of

from retrieval.claims import extract, unnamed
from retrieval.claims.register import name_key
from retrieval.claims.ties import ties_of
from retrieval.claims.unnamed import unnamed_in_english
from retrieval.claims.when import said_on
from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise
from retrieval.models import ArticleLanguage

Data = Mapping[str, Any]
TIES: dict[ArticleLanguage, Data] = load_data("retrieval.claims", "ties.yaml")
WHEN: Data = load_data("retrieval.claims", "when.yaml")
UNNAMED: Data = load_data("retrieval.claims", "unnamed.yaml")
NAMES: Data = load_data("retrieval.claims", "names.yaml")
_EXAMPLES = "_examples"


def groups(data: Data) -> list[str]:
    """The groups of a file, without their examples."""
    return [name for name in data if not name.endswith(_EXAMPLES)]


def rows(data: Data) -> list[dict[str, Any]]:
    """The examples of all groups."""
    return [row for name, examples in data.items() if name.endswith(_EXAMPLES) for row in examples]


@pytest.mark.parametrize("data", [*TIES.values(), WHEN, UNNAMED, NAMES])
def test_every_group_has_examples(data: Data) -> None:
    """No group is without examples, and no examples are without a group."""
    assert sorted(f"{name}{_EXAMPLES}" for name in groups(data)) == sorted(data.keys() - set(groups(data)))
    assert [name for name in data if not data[name]] == []


def last_claim(text: str, language: ArticleLanguage) -> tuple[str | None, str, int | None]:
    """Who speaks in the last claim of a text, what is shown beside it, and which claim it answers."""
    claim = claims_of(text, language)[-1]
    return claim.claimant.name if claim.claimant else None, claim.context, claim.refers_to


@pytest.mark.parametrize(
    ("language", "row"), [(name, row) for name, data in TIES.items() for row in rows(data)]
)
def test_examples_of_ties(language: ArticleLanguage, row: dict[str, Any]) -> None:
    """The last claim of each example is tied to those before as it says."""
    told = dict(zip(("claimant", "context", "answers"), last_claim(row["text"], language), strict=True))
    assert {key: told[key] for key in row if key != "text"} == {k: v for k, v in row.items() if k != "text"}


@pytest.mark.parametrize(
    ("language", "group"), [(name, group) for name, data in TIES.items() for group in groups(data)]
)
def test_examples_of_ties_need_their_group(
    language: ArticleLanguage, group: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a group at least one of its examples is tied differently."""
    texts = [row["text"] for row in TIES[language][f"{group}{_EXAMPLES}"]]
    before = [last_claim(text, language) for text in texts]
    whole = ties_of(language)
    without = replace(whole, **{group: type(getattr(whole, group))()})
    monkeypatch.setattr(extract, "ties_of", lambda _: without)
    assert [last_claim(text, language) for text in texts] != before


@pytest.mark.parametrize("row", rows(WHEN), ids=str)
def test_examples_of_times(row: dict[str, str]) -> None:
    """Each example beside the words of time is read as it says, for an article of 9 July 2025."""
    found = said_on(row["text"], PUBLISHED)
    assert found
    assert (found.first.isoformat(), found.precision) == (row["said"], row["precision"])


@pytest.mark.parametrize("group", groups(WHEN))
def test_examples_of_times_hold_their_words(group: str) -> None:
    """At least one example of each group holds one of its words."""
    listed = WHEN[group].values() if group == "units" else [WHEN[group]]
    words = [normalise(word) for words in listed for word in words]
    texts = [f" {normalise(row['text'])}" for row in WHEN[f"{group}{_EXAMPLES}"]]
    assert any(f" {word}" in text for text in texts for word in words)


@pytest.mark.parametrize("row", rows(UNNAMED), ids=str)
def test_examples_of_unnamed_sources(row: dict[str, str]) -> None:
    """Each example is put into English as it says."""
    assert unnamed_in_english(row["name"]) == row["english"]


@pytest.fixture
def with_glossary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Data], None]]:
    """Puts another glossary in place, for one test."""

    def use(data: Data) -> None:
        monkeypatch.setattr(unnamed, "load_data", lambda *_: data)
        unnamed._glossary.cache_clear()

    yield use
    unnamed._glossary.cache_clear()


@pytest.mark.parametrize("group", groups(UNNAMED))
def test_examples_of_unnamed_sources_need_their_group(
    group: str, with_glossary: Callable[[Data], None]
) -> None:
    """Without a group at least one of its examples comes out differently."""
    with_glossary({**UNNAMED, group: type(UNNAMED[group])()})
    examples = UNNAMED[f"{group}{_EXAMPLES}"]
    assert [unnamed_in_english(row["name"]) for row in examples] != [row["english"] for row in examples]


@pytest.mark.parametrize("row", rows(NAMES), ids=str)
def test_examples_of_names(row: dict[str, str]) -> None:
    """Two ways to write a name are compared as one."""
    assert row["name"] != row["same_as"]
    assert name_key(row["name"]) == name_key(row["same_as"])
