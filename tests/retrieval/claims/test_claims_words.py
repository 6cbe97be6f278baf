"""The words of both grammars: their data files run their own examples, and every group is read."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from types import ModuleType
from typing import Any

import pytest
from sayings import Saying, claims_of, saying

from retrieval.claims import bengali, bengali_words, english, english_grammar
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
from retrieval.claims.parsers import parser_for
from retrieval.claims.register import project_register
from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise
from retrieval.language.sentences import sentences
from retrieval.models import ArticleLanguage

DATA: dict[str, Any] = load_data("retrieval.claims", "bn.yaml")
ENGLISH: dict[str, Any] = load_data("retrieval.claims", "en.yaml")
FILES: dict[ArticleLanguage, dict[str, Any]] = {"bn": DATA, "en": ENGLISH}
EXAMPLES = {
    language: {name: rows for name, rows in data.items() if name.endswith("_examples")}
    for language, data in FILES.items()
}


@pytest.mark.parametrize(
    ("language", "example"),
    [(language, row) for language, groups in EXAMPLES.items() for rows in groups.values() for row in rows],
    ids=lambda value: value["text"] if isinstance(value, dict) else value,
)
def test_examples_of_the_data(language: ArticleLanguage, example: dict[str, Any]) -> None:
    """Each example beside a group of words is read as it says."""
    last = claims_of(example["text"], language)[-1]
    assert saying(last) == Saying(example["claimant"], example["cue"], tuple(example.get("via", ())))
    if "kind" in example:
        assert last.claimant
        assert last.claimant.kind == example["kind"]


@pytest.mark.parametrize("language", FILES)
def test_every_group_has_examples(language: ArticleLanguage) -> None:
    """No group is without examples, and no examples are without a group."""
    groups = FILES[language].keys() - EXAMPLES[language].keys()
    assert {f"{group}_examples" for group in groups} == EXAMPLES[language].keys()
    assert [name for name, rows in EXAMPLES[language].items() if not rows] == []


@pytest.fixture
def with_grammar(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Any], None]]:
    """Makes both parsers read with another grammar, for one test."""

    def use(changed: Any) -> None:  # of either language
        modules: tuple[ModuleType, ...] = (
            (bengali, bengali_words) if isinstance(changed, Grammar) else (english,)
        )
        for module in modules:
            monkeypatch.setattr(module, "grammar", lambda: changed)
        parser_for.cache_clear()

    yield use
    parser_for.cache_clear()


def _empty(group: Any) -> Any:  # words, endings, or a table of either
    nested = isinstance(group, dict) and all(isinstance(words, frozenset) for words in group.values())
    return dict.fromkeys(group, frozenset()) if nested else type(group)()


def _read(text: str, language: ArticleLanguage) -> tuple[Any, ...]:
    """What a text's claims are, and how its last sentence is parsed."""
    claims = [(saying(claim), claim.claimant and claim.claimant.kind) for claim in claims_of(text, language)]
    return claims, parser_for(language, project_register()).parse(text, *sentences(text)[-1])


@pytest.mark.parametrize(
    ("language", "group"),
    [
        (language, group)
        for language, data in FILES.items()
        for group in data
        if group not in EXAMPLES[language]
    ],
)
def test_examples_need_their_group(
    language: ArticleLanguage, group: str, with_grammar: Callable[[Any], None]
) -> None:
    """Without a group at least one of its examples is read differently: it is there for a reason."""
    whole: Any = grammar() if language == "bn" else english_grammar.grammar()
    texts = [row["text"] for row in EXAMPLES[language][f"{group}_examples"]]
    before = [_read(text, language) for text in texts]
    with_grammar(replace(whole, **{group: _empty(getattr(whole, group))}))
    assert [_read(text, language) for text in texts] != before


@pytest.mark.parametrize("language", FILES)
def test_every_kind_of_verb_has_examples(language: ArticleLanguage) -> None:
    """Each kind of cue is shown by two examples."""
    cues = FILES[language]["cues"]
    shown = [row["cue"] for row in EXAMPLES[language]["cues_examples"]]
    assert {cue: shown.count(cue) for cue in cues} == dict.fromkeys(cues, 2)


@pytest.mark.parametrize(
    ("language", "read"), [("bn", grammar()), ("en", english_grammar.grammar())], ids=["bn", "en"]
)
def test_every_group_is_read(language: ArticleLanguage, read: Grammar | english_grammar.Grammar) -> None:
    """No group of a file goes unread, and none that its grammar needs is missing or empty."""
    names = {field.name for field in fields(read)}
    assert FILES[language].keys() - EXAMPLES[language].keys() == names
    assert [name for name in names if not getattr(read, name)] == []


def test_words_are_words() -> None:
    """No word of a list is read as something else, as YAML does with a bare "on" or "no"."""
    lists = {name: rows for name, rows in ENGLISH.items() if name not in EXAMPLES["en"]}
    flat = [word for rows in lists.values() for word in (rows if isinstance(rows, list) else rows.values())]
    words = [word for item in flat for word in (item if isinstance(item, list) else [item])]
    assert [word for word in words if not isinstance(word, str)] == []


def test_single_words_are_single() -> None:
    """A group of single words holds no phrase, which it could never find."""
    singles = {field.name for field in fields(Grammar) if field.type == Words}
    assert [(name, word) for name in singles for word in DATA[name] if len(word.split()) > 1] == []


def test_no_word_stands_twice() -> None:
    """No word stands twice in one list."""
    lists = {name: rows for name, rows in DATA.items() if isinstance(rows, list) and "_examples" not in name}
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
