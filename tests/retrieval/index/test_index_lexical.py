import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from retrieval.errors import IndexBroken
from retrieval.index.lexical import LexicalIndex, LexicalRow
from retrieval.index.vectors import Level
from retrieval.language.concepts import concepts
from retrieval.language.phonetic import phonetic_keys
from retrieval.language.stem import stems

TALK = LexicalRow("c1", "a1", "মাস্ক ও পুতিনের মধ্যে নিয়মিত কথা হচ্ছে বলে জানিয়েছে ওয়াল স্ট্রিট জার্নাল।", "p1")
DENY = LexicalRow("c2", "a1", "Peskov said that Putin spoke to Musk only once.", "p1")
RAIN = LexicalRow("c3", "a1", "চাঁদপুরে ভারী বৃষ্টি হবে, জানিয়েছে আবহাওয়া অধিদপ্তর।", "p2")
ROWS = [TALK, DENY, RAIN]
PASSAGES = [LexicalRow("p1", "a1", f"{TALK.text} {DENY.text}"), LexicalRow("p2", "a1", RAIN.text)]
ARTICLE: dict[Level, list[LexicalRow]] = {"claims": ROWS, "passages": PASSAGES}
OPERATORS = [
    '"',
    'a"b',
    '" OR "',
    "*",
    "মা*",
    "NEAR(ক খ)",
    "-musk",
    "NOT",
    "stems:musk",
    "{keys}: musk",
    "^musk",
]
OPERATORS += ["(", "\0", "'; DROP TABLE claims; --", "।", "", "🙂"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lexical.db"


@pytest.fixture
def index(file: Path) -> Iterator[LexicalIndex]:
    index = LexicalIndex(file)
    index.replace("a1", ARTICLE)
    yield index
    index.close()


def by_words(index: LexicalIndex, text: str, limit: int = 10) -> list[str]:
    return [hit.id for hit in index.search("claims", "stems", stems(text), limit)]


@pytest.mark.parametrize("word", ["নিয়মিত", "পুতিন", "জানিয়েছে", "চাঁদপুর", "বৃষ্টি", "স্ট্রিট"])
def test_bengali_words_are_whole(index: LexicalIndex, word: str) -> None:
    """A Bengali word with vowel signs is found as a whole word, and its parts are no words."""
    found = [row.id for row in ROWS if word in row.text]
    assert sorted(by_words(index, word)) == found
    assert index.search("claims", "stems", [stems(word)[0][:2]], 10) == []


def test_case_endings_do_not_hide_a_word(index: LexicalIndex) -> None:
    """A word is found in another case than it was asked in."""
    assert by_words(index, "পুতিনকে") == ["c1"]
    assert by_words(index, "জার্নালের") == ["c1"]


def test_names_are_found_across_scripts(index: LexicalIndex) -> None:
    """By sound a name in Latin letters finds the Bengali one, and the other way round."""
    for question, expected in (("Musk", ["c1", "c2"]), ("পেসকভ", ["c2"]), ("brishti", ["c3"])):
        hits = index.search("claims", "keys", phonetic_keys(question), 10)
        assert sorted(hit.id for hit in hits) == expected


def test_concepts_are_found_across_languages(index: LexicalIndex) -> None:
    """By concept an English word finds a Bengali one of its meaning."""
    named = [concept.replace("-", "") for concept in concepts("regularly")]
    assert [hit.id for hit in index.search("claims", "concepts", named, 10)] == ["c1"]


def test_columns_do_not_mix(index: LexicalIndex) -> None:
    """What is asked of one column is not found in another."""
    assert index.search("claims", "stems", phonetic_keys("মাস্ক"), 10) == []
    assert index.search("claims", "keys", stems("মাস্ক"), 10) == []


def test_order_is_that_of_bm25(index: LexicalIndex) -> None:
    """Rare words count more than common ones, short texts more than long, and more words more than one."""
    texts = {
        "both": "ক খ",
        "rare": "ক গগ ঘঘ",
        "long": "ক গগ ঘঘ চচ ছছ জজ ঝঝ টট ঠঠ",
        "common": "খ গগ ঘঘ",
        **{f"filler{n}": "খ গগ ঘঘ চচ ছছ" for n in range(9)},
        "none": "গগ ঘঘ",
    }
    index.replace("a2", {"claims": [LexicalRow(name, "a2", text) for name, text in texts.items()]})
    hits = index.search("claims", "stems", ["ক", "খ"], 100)
    assert [hit.id for hit in hits][:4] == ["both", "rare", "long", "common"]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(hit.score > 0 for hit in hits)
    assert "none" not in {hit.id for hit in hits}
    assert [hit.id for hit in index.search("claims", "stems", ["ক", "খ"], 2)] == ["both", "rare"]


@pytest.mark.parametrize("term", OPERATORS)
def test_terms_are_never_operators(index: LexicalIndex, term: str) -> None:
    """Quotes and operators in a term are characters like others: they break and widen no search."""
    assert [hit.id for hit in index.search("claims", "stems", [term], 10)] in ([], ["c2"])
    assert by_words(index, "বৃষ্টি") == ["c3"]
    assert "c3" in {hit.id for hit in index.search("claims", "stems", [term, *stems("বৃষ্টি")], 10)}
    assert index.document_frequency("claims", "stems", term) <= 1


def test_no_terms_find_nothing(index: LexicalIndex) -> None:
    """Without terms nothing is found, and many terms are no error."""
    assert index.search("claims", "stems", [], 10) == []
    assert by_words(index, " ".join(f"শব্দ{n}" for n in range(4000)) + " বৃষ্টি") == ["c3"]


def test_document_frequency_counts_texts(index: LexicalIndex) -> None:
    """A term is counted once per text, within its column."""
    index.replace("a2", {"claims": [LexicalRow("c9", "a2", "বৃষ্টি আর বৃষ্টি")]})
    (rain,) = stems("বৃষ্টি")
    assert index.document_frequency("claims", "stems", rain) == 2
    assert index.document_frequency("claims", "keys", rain) == 0
    assert (index.count("claims"), index.count("passages")) == (4, 2)


def test_replace_takes_the_place(index: LexicalIndex) -> None:
    """What an article held before is gone, what other articles hold stays."""
    index.replace("a2", {"claims": [LexicalRow("c9", "a2", "সেতু খুলছে", "p9")]})
    index.replace("a1", {"claims": [LexicalRow("c1", "a1", "রোদ উঠেছে", "p1")]})
    assert by_words(index, "পুতিন বৃষ্টি Peskov রোদ সেতু") in (["c1", "c9"], ["c9", "c1"])
    assert index.claims_of(["p1", "p2", "p9"]) == {"p1": ["c1"], "p2": [], "p9": ["c9"]}
    index.replace("a1", {})
    assert (index.count("claims"), index.count("passages")) == (1, 0)


def test_replace_is_all_or_nothing(index: LexicalIndex) -> None:
    """A replacement that fails midway leaves the article as it was."""
    claims = [LexicalRow("c1", "a1", "রোদ উঠেছে", "p1")]
    with pytest.raises(UnicodeEncodeError):
        index.replace("a1", {"claims": claims, "passages": [LexicalRow("\ud800", "a1", "রোদ")]})
    assert by_words(index, "রোদ") == []
    assert sorted(by_words(index, "পুতিন বৃষ্টি")) == ["c1", "c3"]
    assert index.claims_of(["p1"]) == {"p1": ["c1", "c2"]}


def test_claims_of_a_passage_are_in_order(index: LexicalIndex) -> None:
    """The claims of a passage come in the order of the text; an unknown passage has none."""
    assert index.claims_of(["p2", "p1", "p0"]) == {"p2": ["c3"], "p1": ["c1", "c2"], "p0": []}
    assert index.claims_of([]) == {}


def test_words_by_sound(index: LexicalIndex) -> None:
    """Every Bengali word of a passage is known by its sound, as Banglish needs it."""
    (key,) = phonetic_keys("niyomito")
    assert index.words_by_key([key, "zzz"]) == {key: ["নিয়মিত".replace("\u09df", "\u09af\u09bc")]}
    assert index.words_by_key([]) == {}


def test_reopened_index_knows_all(index: LexicalIndex, file: Path) -> None:
    """What was indexed is found after closing and opening again, and nothing is stale."""
    index.close()
    again = LexicalIndex(file)
    assert not again.stale
    assert by_words(again, "বৃষ্টি") == ["c3"]
    assert again.claims_of(["p2"]) == {"p2": ["c3"]}
    again.close()


def test_index_of_another_version(index: LexicalIndex, file: Path) -> None:
    """An index made by other rules is thrown away, and says so once."""
    index.close()
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    for stale in (True, False):
        again = LexicalIndex(file)
        assert (again.stale, again.count("claims"), again.claims_of(["p1"])) == (stale, 0, {"p1": []})
        assert again.words_by_key(phonetic_keys("niyomito")) == {}
        again.close()


def test_clear_forgets_all(index: LexicalIndex) -> None:
    """A cleared index finds nothing and can be filled again."""
    index.clear()
    assert (index.count("claims"), index.claims_of(["p1"])) == (0, {"p1": []})
    index.replace("a1", ARTICLE)
    assert by_words(index, "বৃষ্টি") == ["c3"]


@pytest.mark.parametrize("content", [b"no database" * 1000, None], ids=["garbage", "folder"])
def test_broken_file(file: Path, content: bytes | None) -> None:
    """A file that is no database, or a folder in its place, is an index to rebuild."""
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    with pytest.raises(
        IndexBroken, match=r"lexical\.db cannot be read; delete it and run: mukhomukhi reindex"
    ):
        LexicalIndex(file)
