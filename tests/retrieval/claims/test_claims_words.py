"""The words of the Bengali grammar: its data file runs its own examples, and every group is read."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import pytest
from sayings import Saying, sayings

from retrieval.claims.bengali_grammar import Grammar, Words, grammar
from retrieval.claims.bengali_words import (
    ends_like_verb,
    locative_stems,
    looks_finite,
    without_accusative,
    without_emphasis,
    without_genitive,
    without_locative,
)
from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise

DATA: dict[str, Any] = load_data("retrieval.claims", "bn.yaml")
EXAMPLES = {name: rows for name, rows in DATA.items() if name.endswith("_examples")}


@pytest.mark.parametrize(
    "example", [row for rows in EXAMPLES.values() for row in rows], ids=lambda r: r["text"]
)
def test_examples_of_the_data(example: dict[str, Any]) -> None:
    """Each example beside a group of words is read as it says."""
    assert sayings(example["text"])[-1:] == [
        Saying(example["claimant"], example["cue"], tuple(example.get("via", ())))
    ]


def test_every_kind_of_verb_has_examples() -> None:
    """Each kind of cue is shown by at least two examples."""
    shown = [row["cue"] for row in EXAMPLES["cues_examples"]]
    assert {cue: shown.count(cue) for cue in DATA["cues"]} == dict.fromkeys(DATA["cues"], 2)


def test_every_group_is_read() -> None:
    """No group of the file goes unread, and none that the grammar needs is missing or empty."""
    names = {field.name for field in fields(Grammar)}
    assert set(DATA) - set(EXAMPLES) == names
    assert [name for name in names if not getattr(grammar(), name)] == []


def test_single_words_are_single() -> None:
    """A group of single words holds no phrase, which it could never find."""
    singles = {field.name for field in fields(Grammar) if field.type == Words}
    assert [(name, word) for name in singles for word in DATA[name] if len(word.split()) > 1] == []


def test_no_word_stands_twice() -> None:
    """No word stands twice in one list."""
    lists = {name: rows for name, rows in DATA.items() if isinstance(rows, list) and name not in EXAMPLES}
    assert {name for name, rows in lists.items() if len(set(rows)) < len(rows)} == set()


@pytest.mark.parametrize(
    ("without", "word", "bare"),
    [
        (without_genitive, "মন্ত্রীর", "মন্ত্রী"),
        (without_genitive, "জার্নালের", "জার্নাল"),
        (without_genitive, "শ্রমিকদের", "শ্রমিকেরা"),
        (without_genitive, "নদী", None),
        (without_locative, "প্রতিবেদনে", "প্রতিবেদন"),
        (without_locative, "ঢাকায়", "ঢাকা"),
        (without_locative, "নদী", None),
        (without_accusative, "কর্মকর্তাকে", "কর্মকর্তা"),
        (without_accusative, "নদী", None),
    ],
)
def test_case_endings(without: Callable[[str], str | None], word: str, bare: str | None) -> None:
    """A case ending comes off; a word without it has nothing left to show."""
    assert without(normalise(word)) == (bare and normalise(bare))


def test_other_endings() -> None:
    """Emphasis comes off, a name that ends like a verb is none, and বিবৃতিতে may be of বিবৃতি."""
    assert (without_emphasis("অভিযোগও"), without_emphasis("এ")) == ("অভিযোগ", "এ")
    assert [looks_finite(word) for word in ("করেছিলেন", "হোসেন", "নদী")] == [True, False, False]
    assert [ends_like_verb(word) for word in ("চালানো", "রানা", "হোসেন")] == [True, False, False]
    assert "বিবৃতি" in locative_stems("বিবৃতিতে")
