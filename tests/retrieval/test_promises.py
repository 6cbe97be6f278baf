"""The promises of DESIGN.md, section 2, that hold without moderators: 1 to 4, 6 and 7."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from stories import PAGE, STORIES, people, shown, stories_of, write_stories

from retrieval.engine import ClaimEngine
from retrieval.settings import Settings

pytest_plugins = ["newsroom"]
QUESTIONS = (
    "Did the Rupsha bridge collapse?",
    "রূপসা সেতু কি ভেঙে পড়েছে?",
    "Did 37 people die on the ferry?",
    "ferry dube ki 37 jon mara gechen?",
    "Did the chairman meet the mayor regularly?",
    "Did the mayor admit bribing judges?",
    "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?",
    "shikkhamontri ki podotyag korechen?",
    "Is the gas pipeline closed?",
    "পেঁয়াজের দাম কি বেড়েছে?",
    "বাজারে কি কারসাজি চলছে?",
)
# What stands around the article of PAGE, and what somebody might ask who has read it.
FURNITURE = {
    "জলদস্যুর হামলা": ("বন্দরের জাহাজে কি জলদস্যুর হামলা হয়েছে?", "did pirates attack the ship?"),
    "উপগ্রহ পাঠাল নেপাল": ("নেপাল কি মহাকাশে উপগ্রহ পাঠিয়েছে?", "nepal ki upogroho pathiyeche?"),
    "বাঘের ছানাকে দত্তক": ("অভিনেত্রী কি বাঘের ছানা দত্তক নিয়েছেন?", "did an actress adopt a tiger?"),
    "লটারিতে জিতুন": ("লটারিতে কি মোটরসাইকেল জেতা যায়?", "did she win a motorcycle in a lottery?"),
    "হিমবাহ গলে": ("হিমবাহ গলে কি তিন গ্রাম ডুবে গেছে?", "did the glacier melt?"),
    "মন্তব্য (2)": ("পাতায় কি দুটি মন্তব্য আছে?", "montobbo ki 2 ti?"),
    "লিফট ছিঁড়ে": ("হাসপাতালের লিফট ছিঁড়ে কি পাঁচজন মারা গেছে?", "hospital er lift ki chire geche?"),
}
RESIGNED = "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?"
KEPT = ("bridge.md", "bridge.bn.md", "ferry.md", "resign.bn.md")
# Ingests a folder, and is killed before or after the n-th call by which a store is written. It tells
# how many such calls there are, then "killed" and the moment after each death.
KILLED = """
import os, shutil, signal, sys
from pathlib import Path
folder, out, tests, deaths = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
sys.path.insert(0, tests)
import retrieval.engine
from conftest import HashingEmbeddings
from retrieval.claims.extract import extract_claims
from retrieval.ingest import preview
from retrieval.settings import Settings

retrieval.engine.SentenceEmbeddings = HashingEmbeddings
for file in folder.iterdir():
    extract_claims(preview(file))  # what is read once is read before the children are made
WRITES = {"execute", "executemany", "commit", "_upsert", "_delete", "upsert", "delete"}

def ingest(data, last):
    if data != empty:
        shutil.copytree(empty, data)
    done = 0
    def watch(frame, event, what):
        nonlocal done
        if event in ("c_call", "c_return") and what.__name__ in WRITES:
            done += 1
            if done == last:
                os.kill(os.getpid(), signal.SIGKILL)
    with retrieval.engine.ClaimEngine(Settings(_env_file=None, data_dir=data)) as engine:
        if data != empty:
            sys.setprofile(watch)
            engine.ingest([str(folder)])
            sys.setprofile(None)
    return done

def child(data, last):
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(write, str(ingest(data, last)).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as told:
        done = told.read()
    return done, os.waitpid(pid, 0)[1]

empty = out / "empty"
child(empty, None)
done, status = child(out / "whole", None)
assert status == 0, status
print(done, flush=True)
for n in range(deaths):
    moment = 1 + n * (int(done) - 1) // (deaths - 1)
    _, status = child(out / f"killed-{n}", moment)
    print("killed" if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL else status, moment)
"""
DEATHS = 7
# Put before the program as sitecustomize: nothing in the process reaches past this machine.
OFFLINE = """
import os, sys

LOCAL = ("127.", "::1", "localhost", "0.0.0.0")

def watch(event, arguments):
    if event == "socket.connect":
        place = arguments[1][0] if isinstance(arguments[1], tuple) else "localhost"
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        place = arguments[0] or "localhost"
    else:
        return
    if not str(place).startswith(LOCAL):
        with open(os.environ["ATTEMPTS"], "a") as attempts:
            attempts.write(f"{event} {place}\\n")
        raise OSError("there is no network here")

sys.addaudithook(watch)
"""


def test_1_no_claim_without_its_words(newsroom: ClaimEngine) -> None:
    """Every quotation of every answer is ``article.text[start:end]``, with the link and the date."""
    for question in QUESTIONS:
        claims = [claim for _, claim in shown(newsroom.ask(question))]
        assert claims, question
        for claim in claims:
            text = newsroom.library.article_text(claim.article.id)
            assert claim.quote == text[claim.start : claim.end]
            assert claim.quote in Path(claim.article.path).read_text(encoding="utf-8")
            assert claim.article.title
            assert claim.article.published
            assert claim.article.url or claim.article.path.endswith(".txt")


def test_1_no_sentence_is_made(newsroom: ClaimEngine) -> None:
    """Whatever is asked, only claims of the library are cited, each as the library holds it."""
    held = {claim.id: claim for claim in newsroom.claims()}
    for question in QUESTIONS:
        for _, claim in shown(newsroom.ask(question)):
            assert held[claim.id] == claim


def test_2_disagreement_is_shown(newsroom: ClaimEngine) -> None:
    """The one contractor who denies it is shown beside everyone who says it; copies count once."""
    for top in (None, 1):
        answer = newsroom.ask("Did the Rupsha bridge collapse?", top)
        assert answer.outcome == "disputed"
        assert "জামাল শেখ" in people(answer, "refutes")
        supporting = answer.positions[0]
        claims = [e.claim for first in supporting.entries for e in (first, *first.also)]
        if top:  # what is not shown is counted all the same
            assert supporting.claimants > len(supporting.entries) == top
            assert supporting.origins >= len({claim.origin for claim in claims})
            continue
        assert supporting.origins == len({claim.origin for claim in claims})
        assert supporting.origins < len({claim.article.path for claim in claims})


@pytest.mark.parametrize("furniture", FURNITURE)
def test_3_page_furniture_is_never_a_claim(newsroom: ClaimEngine, furniture: str) -> None:
    """Captions, related links, adverts, comments: no claim holds them, and asking gives no answer."""
    assert furniture in PAGE
    for claim in newsroom.claims():
        assert furniture not in claim.quote
        assert furniture not in claim.passage
        assert furniture not in claim.context
    for question in FURNITURE[furniture]:
        answer = newsroom.ask(question)
        assert (answer.outcome, answer.positions) == ("unanswered", ())


def test_3_the_article_amid_its_furniture_is_found(newsroom: ClaimEngine) -> None:
    """The same page's own story is answered."""
    answer = newsroom.ask("পেঁয়াজের দাম কি বেড়েছে?")
    assert answer.outcome == "uncontested"
    assert stories_of([claim for _, claim in shown(answer)]) == ["onions"]


def write_kept(folder: Path) -> Path:
    """A few of the stories."""
    write_stories(folder)
    for file in folder.iterdir():
        if file.name not in KEPT:
            file.unlink()
    return folder


def sides(engine: ClaimEngine, question: str) -> set[tuple[str, str]]:
    """Every claim of an answer with its side; equals may come in another order."""
    return {(stance, claim.id) for stance, claim in shown(engine.ask(question))}


@pytest.mark.parametrize(
    "change",
    ["DELETE FROM claims WHERE id = ?", "UPDATE claims SET status = 'rejected' WHERE id = ?"],
    ids=["deleted", "rejected"],
)
def test_4_no_answer_shows_what_the_database_does_not(
    engine: ClaimEngine, tmp_path: Path, change: str
) -> None:
    """What is taken out of the database alone is out of the next answer; both indexes still hold it."""
    engine.ingest([str(write_kept(tmp_path / "news"))])
    (denial,) = [claim for stance, claim in shown(engine.ask(RESIGNED)) if stance == "refutes"]
    with closing(sqlite3.connect(engine.settings.data_dir / "library.db")) as database, database:
        database.execute(change, (denial.id,))
    assert engine.indexes.vectors.count("claims") == engine.indexes.lexical.count("claims")
    assert engine.indexes.vectors.count("claims") == len(engine.claims()) + 1
    answer = engine.ask(RESIGNED)
    assert denial.id not in {claim.id for _, claim in shown(answer)}
    assert people(answer, "refutes") == set()


def test_4_both_indexes_are_caches(
    open_engine: Callable[..., ClaimEngine], settings: Settings, tmp_path: Path
) -> None:
    """With both indexes deleted the database alone gives the same answers; one command rebuilds them."""
    engine = open_engine()
    engine.ingest([str(write_kept(tmp_path / "news"))])
    questions = (*QUESTIONS[:3], RESIGNED)
    before = [sides(engine, question) for question in questions]
    assert all(before)
    engine.close()
    shutil.rmtree(settings.data_dir / "chroma")
    for file in settings.data_dir.glob("lexical.db*"):
        file.unlink()
    again = open_engine()
    assert again.reindex() == len(KEPT)
    assert [sides(again, question) for question in questions] == before


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Data folders of ingests that were killed, and of one that was not, beside the news itself."""
    folder = tmp_path_factory.mktemp("killed")
    news = write_kept(folder / "news")
    clean = {k: v for k, v in os.environ.items() if not k.startswith("MUKHOMUKHI_")}
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(news), str(folder), str(root / "tests"), str(DEATHS)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=folder,
        env={**clean, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    calls, *deaths = done.stdout.splitlines() or [""]
    assert int(calls or 0) > DEATHS, done.stderr
    assert [line.split()[0] for line in deaths] == ["killed"] * DEATHS
    return folder


def spans(engine: ClaimEngine) -> dict[str, list[tuple[int, int, str]]]:
    """The claims of each stored article."""
    stored = {Path(article.path).name: article.id for article in engine.library.articles()}
    return {
        name: [(claim.start, claim.end, claim.id) for claim in engine.library.claims(identity)]
        for name, identity in stored.items()
    }


def test_6_nothing_is_lost(killed: Path, open_engine: Callable[..., ClaimEngine], settings: Settings) -> None:
    """After a kill at any store's call each article is in, whole, or not in.

    Questions are answered from those that are in, and the same command brings in the rest.
    """

    def opened(name: str) -> ClaimEngine:
        return open_engine(settings.model_copy(update={"data_dir": killed / name}))

    with opened("whole") as engine:
        whole = spans(engine)
        answered = sides(engine, RESIGNED)
    assert set(whole) == set(KEPT)
    seen = set()
    for n in range(DEATHS):
        with opened(f"killed-{n}") as engine:
            stored = spans(engine)
            seen.add(len(stored))
            assert stored.items() <= whole.items()
            assert sides(engine, RESIGNED) == (answered if "resign.bn.md" in stored else set())
            assert_indexed(engine)
            counts = engine.ingest([str(killed / "news")]).counts()
            assert (counts["added"], counts["unchanged"]) == (len(KEPT) - len(stored), len(stored))
            assert spans(engine) == whole
            assert_indexed(engine)
    assert {0, len(KEPT)} < seen, "some were killed amid the articles"


def assert_indexed(engine: ClaimEngine) -> None:
    """Both indexes hold what the database holds, and nothing waits."""
    claims = engine.claims()
    articles = [article.id for article in engine.library.articles()]
    assert engine.library.queued() == []
    if articles:
        assert engine.indexes.vectors.ids_of("claims", articles) == {claim.id for claim in claims}
    assert engine.indexes.vectors.count("claims") == engine.indexes.lexical.count("claims") == len(claims)


def test_7_offline(tmp_path: Path) -> None:
    """The first question of a new library is answered without a network, and none is looked for."""
    hooks, attempts = tmp_path / "hooks", tmp_path / "attempts"
    hooks.mkdir()
    (hooks / "sitecustomize.py").write_text(OFFLINE, encoding="utf-8")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "talks.md").write_text(STORIES["talks.md"], encoding="utf-8")
    clean = {k: v for k, v in os.environ.items() if not k.startswith("MUKHOMUKHI_")}
    environment = {
        **clean,
        "PYTHONPATH": os.pathsep.join([str(hooks), *sys.path]),
        "ATTEMPTS": str(attempts),
        "MUKHOMUKHI_DATA_DIR": str(tmp_path / "data"),
        "MUKHOMUKHI_CORPUS_DIR": str(corpus),
    }

    def run(code: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", code, *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            cwd=tmp_path,
            env=environment,
            check=False,
        )

    program = "import sys; from bot.cli import main; sys.exit(main(sys.argv[1:]))"
    done = run(program, "ask", "Did the chairman meet the mayor regularly?", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["outcome"] == "disputed"
    assert not attempts.exists(), attempts.read_text()
    refused = run("import socket; socket.create_connection(('192.0.2.1', 80))")
    assert "there is no network here" in refused.stderr
    assert attempts.read_text()


def test_one_denial_is_seen_among_two_hundred_claims(
    tmp_path: Path, open_engine: Callable[[], ClaimEngine]
) -> None:
    """However many claims one side has, the only claim of the other side stands in the answer."""
    crowd = [
        f"The contractor {first} {last} said the old bridge over the river had collapsed."
        for first, last in _names(200)
    ]
    denial = "Salma Begum told the committee on Friday that the old bridge had not collapsed at all."
    _write(tmp_path / "crowd.md", " ".join(crowd))
    _write(tmp_path / "denial.md", denial)
    with open_engine() as engine:
        engine.ingest([str(tmp_path)])
        answer = engine.ask("Did the old bridge over the river collapse?")
    assert answer.outcome == "disputed"
    refuting = next(position for position in answer.positions if position.stance == "refutes")
    assert [entry.claim.quote for entry in refuting.entries] == [denial]


def _names(count: int) -> list[tuple[str, str]]:
    firsts = ("Anwar", "Bashir", "Delwar", "Enam", "Faruk", "Golam", "Harun", "Idris", "Jamal", "Kamal")
    lasts = (
        "Talukdar",
        "Sarkar",
        "Molla",
        "Sikder",
        "Pramanik",
        "Mondol",
        "Howlader",
        "Gazi",
        "Bepari",
        "Matbar",
    )
    pairs = [(first, last) for first in firsts for last in lasts]
    return [(f"{first}{'' if n < 100 else 'ul'}", last) for n, (first, last) in enumerate(pairs * 2)][:count]


def _write(file: Path, text: str) -> None:
    front = "---\ntitle: The bridge\npublisher: Test\nurl: null\npublished: 2025-07-07\nlanguage: en\n---\n\n"
    file.write_text(front + text + "\n", encoding="utf-8")
