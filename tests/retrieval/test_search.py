import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from stories import stories_of

from retrieval.engine import ClaimEngine
from retrieval.question import read_question
from retrieval.search import Found, Search
from retrieval.stance.statement import statement_of

pytest_plugins = ["newsroom"]


@pytest.fixture(scope="module")
def search(newsroom: ClaimEngine) -> Search:
    """The search over the stories."""
    return Search(newsroom.library, newsroom.indexes)


def find(search: Search, text: str) -> list[Found]:
    question = read_question(text)
    return search.find(question, search.wording(question))


@contextmanager
def status(engine: ClaimEngine, claim: str, to: str) -> Iterator[None]:
    """The status of a claim changed in SQL, and only there."""
    file = engine.settings.data_dir / "library.db"
    with closing(sqlite3.connect(file)) as database:
        set_status = "UPDATE claims SET status = ? WHERE id = ?"
        with database:
            database.execute(set_status, (to, claim))
        try:
            yield
        finally:
            with database:
                database.execute(set_status, ("published", claim))


@pytest.mark.parametrize(
    ("story", "asked"),
    [
        ("resign", "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?"),
        ("resign", "shikkhamontri ki podotyag korechen?"),
        ("ferry", "ফেরি ডুবে কি ৩৭ জন মারা গেছেন?"),
        ("ferry", "did 37 people die when the ferry sank?"),
        ("ferry", "ferry dube ki 37 jon mara gechen?"),
        ("onions", "পেঁয়াজের দাম কি বেড়েছে?"),
        ("onions", "did the price of onions rise?"),
        ("onions", "peyajer dam ki bereche?"),
    ],
)
def test_one_story_in_three_ways_of_asking(search: Search, story: str, asked: str) -> None:
    """The same question in Bengali, English and Banglish brings its story's claims first."""
    found = find(search, asked)
    assert stories_of([item.claim for item in found[:3]]) == [story] * 3


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("পেসকভ কি কিছু বলেছেন?", "Dmitry Peskov"),
        ("peskov ki kichu bolechen?", "Dmitry Peskov"),
        ("who is Sohel Rana?", "সোহেল রানা"),
        ("lata banu ki bolechen?", "লতা বানু"),
        ("মিতালি সেন কী লিখেছেন?", "Mitali Sen"),
    ],
)
def test_names_match_across_scripts(search: Search, asked: str, name: str) -> None:
    """A name in one script finds the claims of an article that writes it in the other."""
    assert find(search, asked)[0].claim.claimant.name == name


def test_scores_fall_from_one(search: Search) -> None:
    """The best claim has score 1, the others less and less, none twice."""
    found = find(search, "Did the Rupsha bridge collapse?")
    scores = [item.score for item in found]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)
    assert min(scores) > 0
    assert len({item.claim.id for item in found}) == len(found)
    assert all(0 <= item.dense <= 1 for item in found)


@pytest.mark.parametrize("to", ["rejected", "retracted", "pending"])
def test_unpublished_claim_is_never_found(newsroom: ClaimEngine, search: Search, to: str) -> None:
    """What the database does not hold as published is not found, though both indexes still hold it."""
    asked = "is the gas pipeline closed?"
    (claim,) = newsroom.claims("pipeline.md")
    assert find(search, asked)[0].claim.id == claim.id
    with status(newsroom, claim.id, to):
        assert newsroom.indexes.lexical.count("claims") > len(newsroom.claims())
        assert claim.id not in {item.claim.id for item in find(search, asked)}
        assert search.claim(claim.id) is None
        assert newsroom.ask(asked).outcome == "unanswered"
    assert search.claim(claim.id) == claim


def test_banglish_is_searched_in_bengali(search: Search) -> None:
    """The words of a Banglish question are put into Bengali script as the library writes them."""
    question = read_question("shikkhamontri ki podotyag korechen?")
    assert {"শিক্ষামন্ত্রী", "পদত্যাগ"} <= set(search.wording(question).words)


def test_wording_of_other_questions_is_their_own(search: Search) -> None:
    """Bengali and English are searched as they are written."""
    question = read_question("did the ferry sink?")
    assert search.wording(question).text == question.core
    assert list(search.wording(question).words) == question.content


def test_how_common_a_word_is(search: Search) -> None:
    """A word of several stories is in a larger share of the passages than one of a single story."""
    common, rare, unknown = statement_of("officials judges zeppelins").units
    assert 1 >= search.document_share(common) > search.document_share(rare) > 0
    assert search.document_share(unknown) == 0
