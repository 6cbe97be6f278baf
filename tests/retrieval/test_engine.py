import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from retrieval.articles import read_path
from retrieval.claims.extract import extract_claims, publisher_of
from retrieval.datafiles import corpus_folder
from retrieval.engine import ClaimEngine
from retrieval.errors import BadQuestion, DataFolderInUse, IndexBroken, NotFound
from retrieval.models import Answer, Entry
from retrieval.settings import Settings

OpenEngine = Callable[..., ClaimEngine]
QUESTION = "Will the Padma bridge open in May?"
BRIDGE = """---
title: "Padma bridge opens in May"
publisher: Example Times
url: https://example.org/bridge
published: 2025-05-10
language: en
---

The Padma bridge will open in May, Transport Minister Rahim Uddin said on Monday.

Salma Begum denied that the Padma bridge will open in May.
"""
ASK = """
import sys
from pathlib import Path
from retrieval.engine import ClaimEngine
from retrieval.errors import DataFolderInUse
from retrieval.settings import Settings
try:
    ClaimEngine(Settings(_env_file=None, data_dir=Path(sys.argv[1])))
except DataFolderInUse as error:
    print(error)
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    """One article about a bridge, in which two people say opposite things."""
    file = tmp_path / "bridge.md"
    file.write_text(BRIDGE, encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClaimEngine]:
    """An engine over the project's own corpus, with the packaged model; tests only read it."""
    folder = tmp_path_factory.mktemp("corpus")
    with ClaimEngine(Settings(_env_file=None, data_dir=folder, database_url="", chroma_url="")) as engine:
        engine.ingest_corpus()
        yield engine


def entries(answer: Answer) -> list[Entry]:
    return [e for position in answer.positions for entry in position.entries for e in (entry, *entry.also)]


def shown(answer: Answer) -> set[str]:
    return {entry.claim.id for entry in entries(answer)}


def speakers(answer: Answer, stance: str) -> set[str | None]:
    return {
        entry.claim.claimant.name_en
        for position in answer.positions
        for entry in position.entries
        if position.stance == stance
    }


def store_without_indexing(engine: ClaimEngine, file: Path) -> None:
    """What is left of an ingest that was killed between the database and the indexes."""
    article = read_path(file)
    engine.library.save(
        article,
        extract_claims(article),
        content_hash="hash",
        extractor="1",
        publisher_claimant=publisher_of(article),
    )


def set_status(settings: Settings, claim: str, status: str) -> None:
    database = create_engine(f"sqlite:///{settings.data_dir / 'library.db'}")
    with database.begin() as connection:
        connection.execute(
            text("UPDATE claims SET status = :status WHERE id = :id"), {"status": status, "id": claim}
        )
    database.dispose()


def test_sides_are_put_face_to_face(engine: ClaimEngine, bridge: Path) -> None:
    """Who says yes and who says no both appear, each with words that stand in the article."""
    engine.ingest([str(bridge)])
    answer = engine.ask(QUESTION)
    assert answer.outcome == "disputed"
    assert speakers(answer, "supports") == {"Rahim Uddin"}
    assert speakers(answer, "refutes") == {"Salma Begum"}
    assert all(entry.claim.quote in BRIDGE for entry in entries(answer))


def test_empty_library_answers_nothing(engine: ClaimEngine) -> None:
    """A library without articles has no answer, and is no error."""
    assert engine.empty
    answer = engine.ask(QUESTION)
    assert (answer.outcome, answer.positions) == ("unanswered", ())


def test_nothing_to_ask(engine: ClaimEngine) -> None:
    """A question without words is refused."""
    with pytest.raises(BadQuestion):
        engine.ask("?")


def test_library_is_there_after_reopening(open_engine: OpenEngine, bridge: Path) -> None:
    """What was ingested answers after closing and opening again, without being indexed anew."""
    with open_engine() as engine:
        engine.ingest([str(bridge)])
        before = engine.ask(QUESTION)
    with open_engine() as engine:
        assert engine.library.queued() == []
        assert engine.ask(QUESTION).positions == before.positions


def test_kill_between_database_and_indexes(open_engine: OpenEngine, bridge: Path) -> None:
    """An article that was stored but not indexed when the process died is found after the next start."""
    with open_engine() as engine:
        store_without_indexing(engine, bridge)
        assert engine.indexes.lexical.count("claims") == 0
    with open_engine() as engine:
        assert speakers(engine.ask(QUESTION), "supports") == {"Rahim Uddin"}
        assert engine.library.queued() == []


def test_kill_while_indexing(open_engine: OpenEngine, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article in one index only is queued still, and complete after the next start."""

    def fail(*_: object) -> None:
        raise RuntimeError("the power went")

    with open_engine() as engine, monkeypatch.context() as patch:
        patch.setattr(engine.indexes.lexical, "replace", fail)
        with pytest.raises(RuntimeError):
            engine.ingest([str(bridge)])
        assert engine.indexes.vectors.count("claims") > 0
    with open_engine() as engine:
        assert engine.ask(QUESTION).outcome == "disputed"
        assert engine.indexes.lexical.count("claims") == engine.indexes.vectors.count("claims")


def test_removal_that_was_not_indexed(open_engine: OpenEngine, bridge: Path) -> None:
    """A removed article is gone from answers at once, and from the indexes after the next question."""
    with open_engine() as engine:
        engine.ingest([str(bridge)])
        engine.library.remove([article.id for article in engine.library.articles()])
    with open_engine() as engine:
        assert engine.ask(QUESTION).outcome == "unanswered"
        assert engine.indexes.vectors.count("claims") == engine.indexes.lexical.count("claims") == 0


@pytest.mark.parametrize("lost", [("chroma",), ("lexical.db",), ("chroma", "lexical.db")], ids="+".join)
def test_lost_indexes_come_back(
    open_engine: OpenEngine, settings: Settings, bridge: Path, lost: tuple[str, ...]
) -> None:
    """With an index deleted, the database alone brings it back, also when the article's file is gone."""
    with open_engine() as engine:
        engine.ingest([str(bridge)])
        before = engine.ask(QUESTION)
    bridge.unlink()
    for name in lost:
        place = settings.data_dir / name
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    with open_engine() as engine:
        assert engine.ask(QUESTION).positions == before.positions


def test_reindex_rebuilds_from_the_database(
    open_engine: OpenEngine, settings: Settings, bridge: Path
) -> None:
    """Reindexing after both indexes were deleted makes them anew, from the database alone."""
    with open_engine() as engine:
        engine.ingest([str(bridge)])
        before = engine.ask(QUESTION)
    bridge.unlink()
    shutil.rmtree(settings.data_dir / "chroma")
    (settings.data_dir / "lexical.db").unlink()
    with open_engine() as engine:
        steps: list[tuple[int, int]] = []
        assert engine.reindex(lambda *step: steps.append(step)) == 1
        assert steps == [(0, 1), (1, 1)]
        assert engine.indexes.vectors.count("claims") == engine.library.counts().claims
        assert engine.ask(QUESTION).positions == before.positions


def test_reindex_forgets_what_the_database_does_not_hold(engine: ClaimEngine, bridge: Path) -> None:
    """Reindexing over whole indexes doubles nothing and drops what belongs to no article."""
    engine.ingest([str(bridge)])
    before = engine.ask(QUESTION)
    engine.reindex()
    assert engine.indexes.vectors.count("claims") == engine.library.counts().claims
    assert engine.indexes.lexical.count("claims") == engine.library.counts().claims
    assert engine.ask(QUESTION).positions == before.positions


def test_rejected_claim_never_appears(open_engine: OpenEngine, settings: Settings, bridge: Path) -> None:
    """A claim that is rejected is out of the next answer, before any reindexing, and stays out."""
    engine = open_engine()
    engine.ingest([str(bridge)])
    rejected = next(entry for entry in entries(engine.ask(QUESTION)) if entry.judgement.stance == "supports")
    set_status(settings, rejected.claim.id, "rejected")
    assert rejected.claim.id in engine.indexes.vectors.ids_of("claims", [rejected.claim.article.id])
    answers = [engine.ask(QUESTION)]
    bridge.write_text(BRIDGE.replace("Begum denied", "Begum on Tuesday denied"), encoding="utf-8")
    engine.ingest([str(bridge)])
    answers.append(engine.ask(QUESTION))
    engine.reindex()
    answers.append(engine.ask(QUESTION))
    for answer in answers:
        assert rejected.claim.id not in shown(answer)
        assert speakers(answer, "refutes") == {"Salma Begum"}
    assert rejected.claim.id not in {claim.id for claim in engine.claims()}


def test_second_engine_is_refused(open_engine: OpenEngine, settings: Settings, bridge: Path) -> None:
    """A second engine on the folder is refused, the first works on, and closing it frees the folder."""
    first = open_engine()
    with pytest.raises(DataFolderInUse, match="is in use by process"):
        ClaimEngine(settings)
    first.ingest([str(bridge)])
    first.close()
    assert open_engine().ask(QUESTION).outcome == "disputed"


def test_second_process_is_refused(engine: ClaimEngine, settings: Settings, bridge: Path) -> None:
    """Another process is refused in one sentence, and the first works on."""
    command = [sys.executable, "-c", ASK, str(settings.data_dir)]
    refused = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    assert "is in use by process" in refused.stdout
    assert refused.stdout.count("\n") == 1
    engine.ingest([str(bridge)])
    assert engine.ask(QUESTION).outcome == "disputed"


def test_two_folders_are_two_libraries(open_engine: OpenEngine, tmp_path: Path, bridge: Path) -> None:
    """Engines on two folders know nothing of each other, also in one process."""
    one, other = (open_engine(Settings(_env_file=None, data_dir=tmp_path / name)) for name in ("1", "2"))
    one.ingest([str(bridge)])
    assert other.empty
    assert other.ask(QUESTION).outcome == "unanswered"
    other.ingest([str(bridge)])
    one.library.remove([article.id for article in one.library.articles()])
    assert one.ask(QUESTION).outcome == "unanswered"
    assert other.ask(QUESTION).outcome == "disputed"


@pytest.mark.parametrize("broken", ["lexical.db", "chroma/chroma.sqlite3"])
def test_broken_index_and_its_cure(
    open_engine: OpenEngine, settings: Settings, bridge: Path, broken: str
) -> None:
    """A broken index is told with its cure, frees the folder, and the cure works."""
    with open_engine() as engine:
        engine.ingest([str(bridge)])
    place = settings.data_dir / broken
    place.write_bytes(b"no database" * 1000)
    for suffix in ("-wal", "-shm"):
        place.with_name(place.name + suffix).unlink(missing_ok=True)
    for _ in range(2):
        with pytest.raises(IndexBroken, match="delete"):
            open_engine()
    top = settings.data_dir / broken.split("/")[0]
    shutil.rmtree(top) if top.is_dir() else top.unlink()
    with open_engine() as engine:
        engine.reindex()
        assert engine.ask(QUESTION).outcome == "disputed"


def test_claims_of_an_article(engine: ClaimEngine, bridge: Path) -> None:
    """Claims are those of an article by id, path or name, of a file that is not stored, or of all."""
    unstored = [claim.quote for claim in engine.claims(str(bridge))]
    assert len(unstored) == 2
    assert engine.empty
    engine.ingest([str(bridge)])
    (article,) = engine.library.articles()
    for name in (None, str(bridge), "bridge.md", article.id):
        assert [claim.quote for claim in engine.claims(name)] == unstored
    with pytest.raises(NotFound, match=r"No article 'none\.md'; list them"):
        engine.claims("none.md")


def test_corpus_of_the_settings(open_engine: OpenEngine, settings: Settings, bridge: Path) -> None:
    """The articles that an empty library starts with are those of the setting."""
    engine = open_engine(settings.model_copy(update={"corpus_dir": bridge.parent}))
    assert [Path(item.input).name for item in engine.ingest_corpus().items] == ["bridge.md"]


@pytest.mark.parametrize(
    "question",
    [
        "did Musk talk to Putin regularly?",
        "মাস্ক কি পুতিনের সঙ্গে নিয়মিত কথা বলতেন?",
        "musk ki putin er sathe niyomito kotha bolto?",
    ],
)
def test_corpus_answers_in_three_ways_of_asking(corpus: ClaimEngine, question: str) -> None:
    """The Journal, and Peskov against it, whichever way the sample question is asked."""
    answer = corpus.ask(question)
    assert answer.outcome == "disputed"
    assert any("Wall Street Journal" in (name or "") for name in speakers(answer, "supports"))
    assert "Dmitry Peskov" in speakers(answer, "refutes")
    for entry in entries(answer):
        claim = entry.claim
        article = corpus.library.article_text(claim.article.id)
        assert article[claim.start : claim.end] == claim.quote


def test_corpus_says_when_it_knows_nothing(corpus: ClaimEngine) -> None:
    """A question about something else is unanswered, in every way of asking."""
    for question in (
        "Did the price of onions fall in Rangpur?",
        "রংপুরে কি পেঁয়াজের দাম কমেছে?",
        "rongpure ki peyajer dam komeche?",
    ):
        assert corpus.ask(question).outcome == "unanswered"


def test_top_limits_each_side(corpus: ClaimEngine) -> None:
    """With a limit each side still appears, with at most so many claimants."""
    answer = corpus.ask("did Musk talk to Putin regularly?", top=1)
    assert answer.outcome == "disputed"
    assert all(len(position.entries) == 1 for position in answer.positions)


def test_corpus_is_taken_in_whole(corpus: ClaimEngine) -> None:
    """Every article of the project's corpus is in, each with claims."""
    stored = {Path(article.path).name: article.claims for article in corpus.library.articles()}
    assert stored.keys() == {file.name for file in corpus_folder().glob("*.md")}
    assert all(stored.values())
