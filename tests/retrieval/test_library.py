import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text

from retrieval.errors import BadArticle, BadSetting, NotFound
from retrieval.library import (
    ArticleSummary,
    ClaimantSummary,
    Counts,
    Fingerprint,
    Library,
    SavedArticle,
    article_id,
    claim_id,
    origin_of,
)
from retrieval.models import Article, Claim, Claimant, Cue, ExtractedClaim

SERVER = os.environ.get("MUKHOMUKHI_TEST_DATABASE_URL", "")  # PostgreSQL, to test on both

PAPER = Claimant("prothom-alo", "প্রথম আলো", "Prothom Alo", "প্রথম আলো", "outlet")
MUSK = Claimant("musk", "ইলন মাস্ক", "Elon Musk", None, "person")
PESKOV = Claimant("peskov", "পেসকভ", None, "দিমিত্রি পেসকভ", "person")
WSJ = Claimant("wsj", "WSJ", "Wall Street Journal", None, "outlet")

SAYS = "মাস্ক পুতিনের সঙ্গে নিয়মিত কথা বলেন।"
DENIES = "পেসকভ বলেন, “এটা সত্য নয়।” 🙂"
TEXT = f"শিরোনাম\n\n{SAYS} {DENIES}\n\nআবহাওয়া ভালো।"


@pytest.fixture(params=["sqlite", "postgresql"] if SERVER else ["sqlite"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/data/library.sqlite"
        return
    engine, schema = create_engine(SERVER), f"test_{uuid4().hex}"
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{SERVER}?options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def library(url: str) -> Iterator[Library]:
    with Library.open(url) as library:
        yield library


def article(path: str = "/news/musk.md", words: str = TEXT, link: str | None = None) -> Article:
    return Article(path, "শিরোনাম", "প্রথম আলো", link, date(2024, 10, 25), "bn", words, ((9, 20),))


def claim(
    words: str,
    of: Article,
    claimant: Claimant | None = None,
    *,
    after: int = 0,
    cue: Cue | None = None,
    via: tuple[Claimant, ...] = (),
    refers_to: int | None = None,
) -> ExtractedClaim:
    start = of.text.index(words, after)
    end = start + len(words)
    passage = (max(0, start - 5), min(len(of.text), end + 5))
    return ExtractedClaim(start, end, claimant, via, cue, "কে কী", date(2024, 10, 24), refers_to, passage)


def dispute(of: Article) -> list[ExtractedClaim]:
    return [
        claim(SAYS, of, via=(WSJ, MUSK)),
        claim(DENIES, of, PESKOV, cue="deny", refers_to=0),
    ]


def save(
    library: Library, of: Article, claims: list[ExtractedClaim], *, extractor: str = "1"
) -> SavedArticle:
    return library.save(of, claims, content_hash="hash", extractor=extractor, publisher_claimant=PAPER)


def run(url: str, sql: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(sql))
    engine.dispose()


def reject(url: str, rejected: Claim) -> None:
    run(url, f"UPDATE claims SET status = 'rejected' WHERE id = '{rejected.id}'")  # noqa: S608


@pytest.mark.skipif(not SERVER, reason="MUKHOMUKHI_TEST_DATABASE_URL names no PostgreSQL server")
def test_server_counts_characters() -> None:
    """The server that these tests run on is PostgreSQL in UTF-8: it cuts Bengali at characters."""
    engine = create_engine(SERVER)
    with engine.connect() as connection:
        assert connection.dialect.name == "postgresql"
        assert connection.scalar(text("SHOW server_encoding")) == "UTF8"
    engine.dispose()


# --- an article in, its claims out


def test_claims_come_back_verbatim(library: Library) -> None:
    """A stored claim quotes the article's own characters, with everything that was extracted."""
    of = article(link="https://www.wsj.com/musk/")
    saved = save(library, of, dispute(of))
    says, denies = library.claims()
    assert says.quote == SAYS == of.text[says.start : says.end]
    assert denies.quote == DENIES == of.text[denies.start : denies.end]
    assert denies.passage == of.text[denies.start - 5 : denies.end + 5]
    assert (denies.claimant, denies.cue, denies.refers_to) == (PESKOV, "deny", says.id)
    assert (denies.context, denies.said) == ("কে কী", date(2024, 10, 24))
    assert (says.article.id, says.article.path) == (saved.id, of.path)
    assert (says.article.title, says.article.publisher) == (of.title, of.publisher)
    assert (says.article.url, says.article.published) == (of.url, of.published)
    assert (says.language, says.origin) == ("bn", "https://wsj.com/musk")


def test_claim_without_a_name_is_the_publishers(library: Library) -> None:
    """A claim that nobody is named for belongs to the publisher, and has no reporting verb."""
    of = article()
    save(library, of, [replace(claim(SAYS, of), cue="report")])
    [stored] = library.claims()
    assert (stored.claimant, stored.cue) == (PAPER, None)


def test_via_keeps_its_order(library: Library) -> None:
    """The chain through which a claim came is told nearest to the article first."""
    of = article()
    save(library, of, dispute(of))
    says, denies = library.claims()
    assert says.via == (WSJ, MUSK)
    assert denies.via == ()


def test_claims_by_id_in_the_order_asked(library: Library) -> None:
    """Claims come back by id in the order asked for, each once, unknown ids left out."""
    of = article()
    save(library, of, dispute(of))
    says, denies = library.claims()
    asked = [denies.id, "c-unknown", says.id, denies.id]
    assert list(library.claims_by_id(asked).items()) == [(denies.id, denies), (says.id, says)]
    assert library.claims_by_id([]) == {}


def test_many_ids_and_articles(library: Library) -> None:
    """Lists longer than a database takes in one query are no matter."""
    for number in range(45):
        of = article(f"/news/{number:02}.md")
        save(library, of, dispute(of))
    everything = list(library.claims())
    paths = [one.article.path for one in everything]
    assert paths == sorted(paths)
    assert len(everything) == 90
    padded = [f"c-{number}" for number in range(40_000)] + [one.id for one in everything]
    assert list(library.claims_by_id(padded).values()) == everything


def test_claims_of_one_article(library: Library) -> None:
    """Asked for one article, the library gives its claims only."""
    first, second = article("/a.md"), article("/b.md")
    save(library, first, dispute(first))
    saved = save(library, second, [claim(SAYS, second)])
    assert [one.article.path for one in library.claims(saved.id)] == ["/b.md"]
    assert list(library.claims("a-unknown")) == []


def test_stored_article_is_the_article_read(library: Library) -> None:
    """The article comes back equal, with the hash and the version it was stored under."""
    before = datetime.now(UTC)
    of = article(link="https://example.com/a")
    saved = save(library, of, [])
    stored = library.article(saved.id)
    assert stored is not None
    assert (stored.id, stored.article, stored.origin) == (saved.id, of, "https://example.com/a")
    assert (stored.content_hash, stored.extractor) == ("hash", "1")
    assert before <= stored.added_at == stored.updated_at <= datetime.now(UTC)
    assert library.article_text(saved.id) == of.text


def test_fingerprint_tells_what_is_stored(library: Library) -> None:
    """The fingerprint of a path is what its claims were made from; an unknown path has none."""
    saved = save(library, article(), [])
    assert library.fingerprint("/news/musk.md") == Fingerprint(saved.id, "hash", "1")
    assert library.fingerprint("/news/other.md") is None


# --- saving again


def test_saving_again_replaces_whole(library: Library) -> None:
    """The second save of an article leaves nothing of the first but the day it was added."""
    of = article()
    first = save(library, of, dispute(of))
    added = library.article(first.id)
    newer = replace(of, text="নতুন কথা।", title="নতুন", body=((0, 9),))
    second = save(library, newer, [claim("নতুন কথা।", newer, MUSK)], extractor="2")
    assert (first.outcome, second.outcome) == ("added", "updated")
    assert first.id == second.id
    assert [one.quote for one in library.claims()] == ["নতুন কথা।"]
    stored = library.article(second.id)
    assert added is not None
    assert stored is not None
    assert stored.article == newer
    assert stored.added_at == added.added_at < stored.updated_at


def test_same_words_keep_their_id(library: Library) -> None:
    """A claim keeps its id while its words stand in the article, wherever they stand."""
    of = article()
    save(library, of, dispute(of))
    before = {one.quote: one.id for one in library.claims()}
    moved = replace(of, text=f"{DENIES}\nএকটি নতুন বাক্য। {SAYS}")
    save(library, moved, [claim(DENIES, moved, PESKOV), claim(SAYS, moved, MUSK)])
    assert {one.quote: one.id for one in library.claims()} == before


def test_new_words_get_a_new_id(library: Library) -> None:
    """A changed word makes another claim: no review of the old one speaks for it."""
    of = article()
    save(library, of, dispute(of))
    before = {one.id for one in library.claims()}
    changed = replace(of, text=of.text.replace("নিয়মিত", "কখনো"))
    words = SAYS.replace("নিয়মিত", "কখনো")
    save(library, changed, [claim(words, changed)])
    assert not before & {one.id for one in library.claims()}


def test_equal_sentences_get_two_ids(library: Library) -> None:
    """Two equal sentences of one article are two claims, counted in the order of the text."""
    of = article(words=f"{SAYS}\n{SAYS}")
    early, late = claim(SAYS, of), claim(SAYS, of, after=3)
    save(library, of, [early, late])
    ids = {one.start: one.id for one in library.claims()}
    assert len(set(ids.values())) == 2
    save(library, of, [late, early])
    assert {one.start: one.id for one in library.claims()} == ids


def test_equal_sentences_of_two_articles(library: Library) -> None:
    """The same sentence in two articles is two claims."""
    first, second = article("/a.md"), article("/b.md")
    save(library, first, [claim(SAYS, first)])
    save(library, second, [claim(SAYS, second)])
    assert len({one.id for one in library.claims()}) == 2


def test_rejected_claim_stays_rejected(library: Library, url: str) -> None:
    """A status outlives re-ingesting, and what is not published is nowhere to be seen."""
    of = article()
    save(library, of, dispute(of))
    says, denies = library.claims()
    reject(url, says)
    for _ in range(2):
        assert list(library.claims()) == [denies]
        assert list(library.claims_by_id([says.id, denies.id])) == [denies.id]
        assert library.counts() == Counts(articles=1, claims=1, claimants=1)
        assert [one.claims for one in library.articles()] == [1]
        assert library.claimants() == [ClaimantSummary(PESKOV, 1)]
        save(library, of, dispute(of), extractor="2")


def test_answered_claim_that_is_gone(library: Library) -> None:
    """A denial whose object is no longer found answers nothing, and a claim may answer a later."""
    of = article()
    save(library, of, [claim(DENIES, of, PESKOV, refers_to=1), claim(SAYS, of)])
    denies, says = library.claims()
    assert denies.refers_to == says.id
    save(library, of, [claim(DENIES, of, PESKOV)])
    [denies] = library.claims()
    assert denies.refers_to is None


def test_claimant_gains_names_and_loses_none(library: Library) -> None:
    """A known claimant's missing names are filled; those it has stay."""
    of = article()
    for known in (
        PESKOV,
        replace(PESKOV, name="Peskov", name_en="Dmitry Peskov", name_bn=None),
        replace(PESKOV, name_en="Someone Else"),
    ):
        save(library, of, [claim(DENIES, of, known, cue="deny")])
    [summary] = library.claimants()
    assert summary.claimant == replace(PESKOV, name_en="Dmitry Peskov")


# --- nothing half


@pytest.mark.parametrize(
    "broken",
    [
        {"end": 10_000},
        {"start": -1},
        {"start": 20, "end": 20},
        {"passage": (0, 10_000)},
        {"refers_to": 7},
        {"refers_to": -1},
    ],
)
def test_claim_outside_its_text_is_refused(library: Library, broken: dict[str, object]) -> None:
    """No claim without its words: a span that is not in the text stores nothing."""
    of = article()
    with pytest.raises(BadArticle, match=r"/news/musk\.md lies outside its"):
        save(library, of, [replace(claim(SAYS, of), **broken)])  # type: ignore[arg-type]
    assert library.counts() == Counts(0, 0, 0)
    assert library.queued() == []


@pytest.mark.parametrize("words", ["a\0b", "a\ud83d"])
def test_text_no_database_holds_is_refused(library: Library, words: str) -> None:
    """A NUL or half a surrogate pair in a text is refused with a sentence."""
    with pytest.raises(BadArticle, match="save it again as UTF-8"):
        save(library, article(words=words), [])


KILLED = """
import os, sys
from sqlalchemy import Engine, event
sys.path[:0] = [sys.argv[2]]
from test_library import article, dispute, save
from retrieval.library import Library
from dataclasses import replace

def save_until(statement):
    library, seen = Library.open(sys.argv[1]), []
    def count(*_):
        seen.append(1)
        if len(seen) == statement:
            os.kill(os.getpid(), 9)
    def commit(_):
        count()
    event.listen(Engine, "after_cursor_execute", count)
    event.listen(Engine, "commit", commit)
    of = article()
    save(library, replace(of, title="new"), dispute(of)[1:], extractor="2")
    os._exit(0)

statement = 1
while True:
    child = os.fork()
    if child == 0:
        save_until(statement)
    if os.waitpid(child, 0)[1] == 0:
        break
    library = Library.open(sys.argv[1])
    stored = library.article("musk.md")
    print(stored and stored.article.title, len(list(library.claims())), len(library.queued()))
    library.close()
    statement += 1
"""


@pytest.mark.parametrize("known", [False, True])
def test_kill_leaves_the_article_whole(url: str, known: bool) -> None:
    """Killed after any statement of a save, the next start finds the old article, or none."""
    with Library.open(url) as library:
        if known:
            of = article()
            saved = save(library, of, dispute(of))
            library.unqueue([saved.id])
    child = [sys.executable, "-c", KILLED, url, str(Path(__file__).parent)]
    killed = subprocess.run(child, check=True, capture_output=True, text=True).stdout.splitlines()
    assert len(killed) > 8
    assert set(killed) == {"শিরোনাম 2 0" if known else "None 0 0"}


# --- the list of articles


def test_articles_by_path(library: Library) -> None:
    """The list tells of each article what a reader needs to find it, by path."""
    of = article("/b.md", link="https://example.com/b")
    save(library, of, dispute(of))
    save(library, article("/a.md"), [])
    first, second = library.articles()
    assert (first.path, first.claims) == ("/a.md", 0)
    assert second == ArticleSummary(
        id=article_id("/b.md"),
        path="/b.md",
        title="শিরোনাম",
        publisher="প্রথম আলো",
        url="https://example.com/b",
        language="bn",
        published=date(2024, 10, 25),
        origin="https://example.com/b",
        claims=2,
        missing=False,
    )


@pytest.mark.parametrize("name", ["/news/2024/musk_1.md", "2024/musk_1.md", "musk_1.md", "./musk_1.md", "a-"])
def test_article_by_any_name(library: Library, name: str) -> None:
    """An article is found by id, path, or the end of its path at a slash, letter for letter."""
    save(library, article("/news/2024/Musk_1.md"), [])
    save(library, article("/news/2024/muskX1.md"), [])
    save(library, article("/news/2024/other-musk_1.md"), [])
    saved = save(library, article("/news/2024/musk_1.md"), [])
    stored = library.article(saved.id if name == "a-" else name)
    assert stored is not None
    assert stored.id == saved.id


def test_unknown_article(library: Library) -> None:
    """What no article is called is None; asking for its text says how to list them."""
    save(library, article(), [])
    assert library.article("usk.md") is None
    assert library.article("") is None
    with pytest.raises(NotFound, match="mukhomukhi articles"):
        library.article_text("a-unknown")


def test_ambiguous_name_gives_the_choices(library: Library) -> None:
    """A name that several articles bear is refused with their paths."""
    for number in range(7):
        save(library, article(f"/{number}/musk.md"), [])
    with pytest.raises(NotFound, match=r"7 articles end in musk\.md.*/0/musk\.md,.*and 2 more"):
        library.article("musk.md")


def test_missing_and_found_again(library: Library) -> None:
    """A missing file is noted once, keeps its claims, and is forgotten when found or saved."""
    of = article()
    saved = save(library, of, dispute(of))
    library.mark_missing([of.path, "/unknown.md"])
    first = library.article(saved.id)
    library.mark_missing([of.path])
    assert first == library.article(saved.id)
    assert [one.missing for one in library.articles()] == [True]
    assert library.counts().claims == 2
    library.found([of.path])
    assert [one.missing for one in library.articles()] == [False]
    library.mark_missing([of.path])
    save(library, of, [])
    assert [one.missing for one in library.articles()] == [False]


def test_removed_article_takes_its_claims_along(library: Library) -> None:
    """Removing an article removes its claims, and queues it for the indexes to forget."""
    first, second = article("/a.md"), article("/b.md")
    gone = save(library, first, dispute(first))
    kept = save(library, second, dispute(second))
    library.unqueue([gone.id, kept.id])
    library.remove([gone.id, "a-unknown"])
    assert [one.id for one in library.articles()] == [kept.id]
    assert {one.article.id for one in library.claims()} == {kept.id}
    assert library.queued() == [gone.id]


def test_claimants_with_most_claims_first(library: Library) -> None:
    """Claimants come with the number of their claims; who only passed one on made none."""
    of = article(words=f"{SAYS} {DENIES} আরও কথা।")
    said = [claim(SAYS, of), claim(DENIES, of, PESKOV, via=(WSJ,)), claim("আরও কথা।", of, PESKOV)]
    save(library, of, said)
    assert library.claimants() == [ClaimantSummary(PESKOV, 2), ClaimantSummary(PAPER, 1)]
    assert library.counts() == Counts(articles=1, claims=3, claimants=2)


# --- the queue of the indexes


def test_saved_articles_are_queued_until_indexed(library: Library) -> None:
    """A save queues its article once, and what was indexed leaves the queue."""
    ids = [save(library, article(path), []).id for path in ("/a.md", "/b.md", "/a.md")]
    assert library.queued() == [ids[1], ids[0]]
    library.unqueue([ids[1]])
    assert library.queued() == [ids[0]]
    library.unqueue([])
    library.queue_all()
    assert sorted(library.queued()) == sorted(set(ids))


def test_save_during_indexing_stays_queued(library: Library) -> None:
    """An article saved again while it was indexed waits for the indexes to read it again."""
    one, two = save(library, article("/a.md"), []), save(library, article("/b.md"), [])
    read = datetime.now(UTC)
    save(library, article("/a.md"), [])
    library.unqueue([one.id, two.id], as_of=read)
    assert library.queued() == [one.id]


def test_threads_share_a_library(library: Library) -> None:
    """Threads that save and read at once neither fail nor wait for ever."""
    start = threading.Barrier(8)

    def work(number: int) -> int:
        start.wait()
        for turn in range(5):
            of = article(f"/{(number + turn) % 4}.md")
            save(library, of, dispute(of))
            assert all(one.quote in TEXT for one in library.claims())
        return turn

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert library.counts() == Counts(articles=4, claims=8, claimants=2)


def test_unfinished_stream_holds_nothing(library: Library) -> None:
    """Who stops reading claims half way keeps nobody from writing."""
    for number in range(30):
        of = article(f"/{number}.md")
        save(library, of, dispute(of))
    stream = library.claims()
    next(stream)
    library.remove([article_id(f"/{number}.md") for number in range(30)])
    assert sum(1 for _ in stream) < 60


# --- ids and origins


def test_ids_have_their_shapes() -> None:
    """Ids are short, tell their kind, and depend on nothing but what they name."""
    assert article_id("/news/musk.md") == article_id("/news/musk.md")
    assert len(article_id("/news/musk.md").removeprefix("a-")) == 12
    assert len(claim_id("a-1", SAYS, 0).removeprefix("c-")) == 16
    assert claim_id("a-1", "one\n two", 0) == claim_id("a-1", "one two", 0)
    assert len({claim_id("a-1", "x", 0), claim_id("a-1", "x", 1), claim_id("a-2", "x", 0)}) == 3


@pytest.mark.parametrize(
    "link",
    [
        "https://www.example.com/খবর/1",
        "http://m.Example.com/%E0%A6%96%E0%A6%AC%E0%A6%B0/1/",
        "https://example.com:443/খবর/1?utm_source=x&fbclid=y#top",
        "example.com/খবর/1",
    ],
)
def test_addresses_of_one_page_are_one_origin(link: str) -> None:
    """Retellings that link one original are one origin, however they write its address."""
    assert origin_of(article(link=link)) == origin_of(article(link="https://example.com/খবর/1"))


@pytest.mark.parametrize("link", [None, "", "n/a", "https://example.com/", "http://[", "পুতিন"])
def test_no_address_of_a_page_is_no_shared_origin(link: str | None) -> None:
    """Without the address of a page an article is its own origin."""
    assert origin_of(article(link=link)) == article_id("/news/musk.md")


def test_pages_told_apart_by_their_query() -> None:
    """A query that names the page counts; a host that is all there is stays."""
    first = origin_of(article(link="https://m.com/story?id=1&utm_medium=z"))
    assert first == "https://m.com/story?id=1"
    assert first != origin_of(article(link="https://m.com/story?id=2"))


@given(st.text())
def test_any_link_has_an_origin(link: str) -> None:
    """No link, however odd, stops an article from having an origin that stays itself."""
    origin = origin_of(article(link=link))
    assert origin
    assert origin_of(article(link=origin)) == origin


# --- databases that cannot work


@pytest.mark.parametrize("content", [b"This is no database. " * 400, b"SQLite format 3\0" * 200])
def test_damaged_file(tmp_path: Path, content: bytes) -> None:
    """A file that is no SQLite database, or damaged, is named with the cure and left alone."""
    file = tmp_path / "library.sqlite"
    file.write_bytes(content)
    with pytest.raises(BadSetting, match=r"library\.sqlite is no SQLite database, or is damaged"):
        Library.open(f"sqlite:///{file}")
    assert file.read_bytes() == content


def test_folder_that_cannot_be(tmp_path: Path) -> None:
    """A database below a file is refused with the cure."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(BadSetting, match="MUKHOMUKHI_DATA_DIR"):
        Library.open(f"sqlite:///{tmp_path}/file/library.sqlite")


def test_database_is_a_folder(tmp_path: Path) -> None:
    """A folder where the file should be is refused with the cure."""
    with pytest.raises(BadSetting, match=r"unable to open database file.*MUKHOMUKHI_DATABASE_URL"):
        Library.open(f"sqlite:///{tmp_path}")


@pytest.mark.parametrize(
    "url", ["", "nonsense", "mysql://me@host/x", "sqlite://", "sqlite:///:memory:", "x://a:b:c@d"]
)
def test_url_of_no_database_we_speak(url: str) -> None:
    """A URL that is no SQLite file and no PostgreSQL is refused with what to write instead."""
    with pytest.raises(BadSetting, match=r"MUKHOMUKHI_DATABASE_URL to sqlite:///PATH or postgres"):
        Library.open(url)


@pytest.mark.parametrize("driver", ["", "+psycopg", "+unheard"])
def test_unreachable_server_keeps_the_password(driver: str) -> None:
    """A server that does not answer, or has no driver here, is named without its password."""
    with pytest.raises(BadSetting) as refusal:
        Library.open(f"postgresql{driver}://me:secret@127.0.0.1:1/news")
    assert "secret" not in str(refusal.value)
    assert "me:***@127.0.0.1" in str(refusal.value)


def test_sqlite_is_set_up(tmp_path: Path) -> None:
    """SQLite keeps a write-ahead log, so that readers and a writer do not wait for each other."""
    file = tmp_path / "library.sqlite"
    with Library.open(f"sqlite:///{file}") as library:
        save(library, article(), [])
        assert file.with_name("library.sqlite-wal").exists()
    assert not file.with_name("library.sqlite-wal").exists()
