from collections.abc import Iterator

import pytest

from retrieval.datafiles import data_names, load_data
from retrieval.errors import BadData
from retrieval.language import concepts as module
from retrieval.language.concepts import concepts, lexicon_words, opposites, senses
from retrieval.language.normalise import words

PACKAGE = "retrieval.language"
FILES = {
    "concepts/a.yaml": {
        "resign": {"en": ["resign", "step down"], "bn": ["পদত্যাগ", "সরে দাঁড়ানো"], "opposite": ["stay"]},
        "stay": {"en": ["stay"], "bn": ["থাকা"]},
        "step": {"en": ["step"], "bn": ["ধাপ", "পদ"]},
        "rise": {"en": ["rise"], "bn": ["√বাড়", "বৃদ্ধি"], "opposite": ["fall"]},
        "fall": {"en": ["fall"], "bn": ["√কম"]},
        "house": {"en": ["house"], "bn": ["বাড়ি"]},
    },
    "concepts/b.yaml": {
        "resign": {"en": ["quit"], "bn": ["ইস্তফা"], "opposite": ["appoint"]},
        "appoint": {"en": ["appoint"], "bn": ["নিয়োগ"]},
        "stop": {"en": ["quit"], "bn": ["বন্ধ"]},
    },
}


@pytest.fixture
def lexicon(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
    """A small lexicon of two files in place of the project's."""
    files: dict[str, object] = {**FILES, "verbs.yaml": load_data(PACKAGE, "verbs.yaml")}
    caches = (module._lexicon, module._by_root, module.lexicon_words)
    for cached in caches:
        cached.cache_clear()
    monkeypatch.setattr(module, "load_data", lambda _, name: files[name])
    monkeypatch.setattr(module, "data_names", lambda *_: [name for name in files if "/" in name])
    yield files
    for cached in caches:
        cached.cache_clear()


@pytest.mark.usefixtures("lexicon")
def test_one_id_in_two_files_adds_up() -> None:
    """What two files say of one concept is one concept: the words of both, the opposites of both."""
    assert concepts("resign") == concepts("ইস্তফা") == concepts("পদত্যাগ") == ["resign"]
    assert opposites("resign") == {"stay", "appoint"}


@pytest.mark.usefixtures("lexicon")
def test_opposites_go_both_ways() -> None:
    """A concept that excludes another is excluded by it."""
    assert opposites("stay") == opposites("appoint") == {"resign"}
    assert opposites("house") == frozenset()


@pytest.mark.usefixtures("lexicon")
def test_longest_phrase_wins() -> None:
    """Where a phrase names a concept, its words name nothing of their own."""
    assert concepts("He will step down, step by step") == ["resign", "step", "step"]
    assert [(sense.at, sense.width) for sense in senses(words("মেয়র সরে দাঁড়ানোর ধাপ"))] == [(1, 2), (3, 1)]


@pytest.mark.usefixtures("lexicon")
def test_ambiguous_word_has_all_its_concepts() -> None:
    """A word of two concepts names both, in one sense."""
    assert [sense.ids for sense in senses(words("they quit"))] == [{"resign", "stop"}]
    assert concepts("they quit") == ["resign", "stop"]


@pytest.mark.usefixtures("lexicon")
@pytest.mark.parametrize("word", ["বাড়ছে", "বাড়বে", "বাড়েনি", "বাড়তে", "বাড়ল", "বাড়ায়", "বাড়াচ্ছেন"])
def test_root_matches_its_inflections(word: str) -> None:
    """A root after √ names its concept in every inflection of the verb."""
    assert concepts(word) == ["rise"]


@pytest.mark.usefixtures("lexicon")
@pytest.mark.parametrize(("word", "expected"), [("বাড়িতে", ["house"]), ("কমলা", []), ("কমিশন", [])])
def test_root_matches_no_other_word(word: str, expected: list[str]) -> None:
    """A root is no prefix: what follows it must be an ending of verbs."""
    assert concepts(word) == expected


def test_entry_without_a_language(lexicon: dict[str, object]) -> None:
    """A concept without words of one language is reported with its file."""
    lexicon["concepts/c.yaml"] = {"lonely": {"en": ["lonely"]}}
    with pytest.raises(BadData, match=r"concepts/c\.yaml: lonely needs en and bn"):
        concepts("lonely")


def entries() -> Iterator[tuple[str, str, dict[str, list[str]]]]:
    for name in data_names(PACKAGE, "concepts"):
        for identity, entry in load_data(PACKAGE, name).items():
            yield name, identity, entry


def test_every_opposite_exists() -> None:
    """No concept of the project's lexicon excludes one that is not there, or itself."""
    ids = {identity for _, identity, _ in entries()}
    wrong = [
        f"{name}: {identity} excludes {other}"
        for name, identity, entry in entries()
        for other in entry.get("opposite", ())
        if other not in ids or other == identity
    ]
    assert wrong == []


def test_every_entry_is_well_formed() -> None:
    """Ids are lower case with hyphens, and each concept has words in both languages, none of them empty."""
    wrong = [
        f"{name}: {identity}"
        for name, identity, entry in entries()
        if not (identity.replace("-", "").isalnum() and identity.isascii() and identity == identity.lower())
        or set(entry) - {"en", "bn", "opposite"}
        or not all(isinstance(entry.get(side), list) and entry[side] for side in ("en", "bn"))
        or not all(words(str(form).removeprefix("√")) for form in [*entry["en"], *entry["bn"]])
    ]
    assert wrong == []


def test_every_concept_is_found_by_its_words() -> None:
    """A text that is just one of a concept's words names that concept, among others where ambiguous."""
    wrong = [
        f"{name}: {identity} is not found by {form!r}"
        for name, identity, entry in entries()
        for form in map(str, [*entry["en"], *entry["bn"]])
        if not form.startswith("√") and identity not in concepts(form)
    ]
    assert wrong == []


def test_concepts_meet_across_languages() -> None:
    """A Bengali and an English sentence of one meaning name the same concepts."""
    for english, bengali in (
        ("The minister resigned", "মন্ত্রী পদত্যাগ করেছেন"),
        ("regularly", "নিয়মিত"),
        ("prime minister", "প্রধানমন্ত্রী"),
        ("member of the legislative assembly", "বিধায়ক"),
    ):
        assert set(concepts(english)) & set(concepts(bengali))


def test_lexicon_words() -> None:
    """The single Bengali words come normalised, each once, without roots and phrases."""
    found = lexicon_words()
    assert len(found) == len(set(found)) > 1000
    assert all(words(word) and " " not in word and "√" not in word for word in found)
