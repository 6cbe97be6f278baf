from collections.abc import Callable
from pathlib import Path

import pytest

from retrieval.engine import ClaimEngine
from retrieval.index.vectors import LEVELS
from retrieval.ingest import IngestReport
from retrieval.language.stem import stems

BRIDGE = """---
title: "Padma bridge opens in May"
publisher: Example Times
url: https://example.org/bridge
published: 2025-05-10
language: en
---

The Padma bridge will open in May, Transport Minister Rahim Uddin said on Monday.

The contractor Karim Mia denied that the Padma bridge will open in May.
"""
RIVER = """---
title: "নদীভাঙনে ঘর হারাল দুই শ পরিবার"
publisher: উদাহরণ পত্রিকা
url: https://example.org/river
published: 2025-06-01
language: bn
---

নদীভাঙনে দুই শ পরিবার ঘর হারিয়েছে বলে জানিয়েছেন জেলা প্রশাসক রহিম উদ্দিন।

তিনি বলেন, “সবাইকে টিন ও নগদ টাকা দেওয়া হবে।”
"""
BAD = {
    "empty.txt": (b"", "is empty"),
    "picture.md": (b"GIF89a\0\1\2", "is not text"),
    "broken.md": (b"---\ntitle: [a\n---\nThe minister said so.\n", "YAML"),
    "french.txt": (
        "Le ministre a déclaré que le pont ouvrirait en mai. Il n'a pas dit quel jour, et la foule "
        "était dans la rue pour le savoir avec lui.".encode(),
        "language|Bengali",
    ),
    "large.txt": (b"The minister said so. " * 250_000, "larger than 5 MB"),
    "utf16.txt": ("The minister said so.".encode("utf-16"), "UTF-16"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles, one in each language."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "bridge.md").write_text(BRIDGE, encoding="utf-8")
    (folder / "river.md").write_text(RIVER, encoding="utf-8")
    return folder


def outcomes(report: IngestReport) -> dict[str, str]:
    return {Path(item.input).name: item.outcome for item in report.items}


def ingest(engine: ClaimEngine, *paths: Path, remove_missing: bool = False) -> dict[str, str]:
    return outcomes(engine.ingest([str(path) for path in paths], remove_missing=remove_missing))


def found_by_words(engine: ClaimEngine, text: str) -> int:
    """How many entries of the lexical index hold any of the words, on both levels."""
    return sum(len(engine.indexes.lexical.search(level, "stems", stems(text), 50)) for level in LEVELS)


def state(engine: ClaimEngine) -> tuple[object, ...]:
    """All that can be asked of a library: claims, articles, sizes of the indexes."""
    sizes = [(engine.indexes.vectors.count(level), engine.indexes.lexical.count(level)) for level in LEVELS]
    return list(engine.library.claims()), engine.library.articles(), sizes


def test_folder_goes_in(engine: ClaimEngine, folder: Path) -> None:
    """Every article of a folder goes in with its claims, and both indexes hold exactly these."""
    report = engine.ingest([str(folder)])
    assert outcomes(report) == {"bridge.md": "added", "river.md": "added"}
    assert report.counts() == {
        "added": 2, "updated": 0, "unchanged": 0, "refused": 0, "missing": 0, "removed": 0
    }  # fmt: skip
    claims = engine.claims()
    assert sum(item.claims for item in report.items) == len(claims) >= 4
    assert engine.library.queued() == []
    ids = {claim.id for claim in claims}
    articles = [article.id for article in engine.library.articles()]
    assert engine.indexes.vectors.ids_of("claims", articles) == ids
    assert engine.indexes.lexical.count("claims") == len(ids)
    for claim in claims:
        assert engine.library.article_text(claim.article.id)[claim.start : claim.end] == claim.quote


def test_twice_changes_nothing(engine: ClaimEngine, folder: Path) -> None:
    """Ingesting again changes no claim, no article, no index."""
    ingest(engine, folder)
    before = state(engine)
    assert ingest(engine, folder) == {"bridge.md": "unchanged", "river.md": "unchanged"}
    assert ingest(engine, folder / "bridge.md", folder) == {"bridge.md": "unchanged", "river.md": "unchanged"}
    assert state(engine) == before


def test_file_given_twice_is_read_once(engine: ClaimEngine, folder: Path) -> None:
    """A file named twice, by itself and with its folder, is one input."""
    report = engine.ingest([str(folder / "bridge.md"), str(folder), str(folder / "bridge.md")])
    assert [Path(item.input).name for item in report.items] == ["bridge.md", "river.md"]


def test_changed_article_replaces_its_claims(engine: ClaimEngine, folder: Path) -> None:
    """A changed article's old claims are gone, from the indexes too; words that stayed keep their id."""
    ingest(engine, folder)
    kept = {claim.quote: claim.id for claim in engine.claims("bridge.md")}
    assert found_by_words(engine, "contractor") > 0
    lines = [line for line in BRIDGE.splitlines() if "contractor" not in line]
    changed = "\n".join([*lines, "The engineer Salma Begum confirmed that the tollbooth is ready.\n"])
    (folder / "bridge.md").write_text(changed, encoding="utf-8")
    assert ingest(engine, folder) == {"bridge.md": "updated", "river.md": "unchanged"}
    quotes = {claim.quote: claim.id for claim in engine.claims("bridge.md")}
    assert not any("contractor" in quote for quote in quotes)
    assert any("tollbooth" in quote for quote in quotes)
    assert quotes.items() & kept.items()
    assert found_by_words(engine, "contractor Karim") == 0
    assert found_by_words(engine, "tollbooth") > 0
    articles = [article.id for article in engine.library.articles()]
    assert engine.indexes.vectors.ids_of("claims", articles) == {claim.id for claim in engine.claims()}
    assert engine.indexes.vectors.count("claims") == len(engine.claims())


def test_removed_file_is_reported(engine: ClaimEngine, folder: Path) -> None:
    """A file that is gone is reported, and its claims stay until their removal is asked for."""
    ingest(engine, folder)
    (folder / "bridge.md").unlink()
    report = engine.ingest([str(folder)])
    assert outcomes(report) == {"river.md": "unchanged", "bridge.md": "missing"}
    assert "--remove-missing" in next(item.message for item in report.items if item.outcome == "missing")
    assert [article.missing for article in engine.library.articles()] == [True, False]
    assert engine.claims("bridge.md")
    assert found_by_words(engine, "Padma") > 0


def test_removed_file_is_removed_on_request(engine: ClaimEngine, folder: Path) -> None:
    """With remove_missing the article goes, from the indexes too; the others stay."""
    ingest(engine, folder)
    (folder / "bridge.md").unlink()
    assert ingest(engine, folder, remove_missing=True) == {"river.md": "unchanged", "bridge.md": "removed"}
    assert [Path(article.path).name for article in engine.library.articles()] == ["river.md"]
    assert found_by_words(engine, "Padma bridge contractor") == 0
    assert engine.indexes.vectors.count("claims") == len(engine.claims())
    assert ingest(engine, folder, remove_missing=True) == {"river.md": "unchanged"}


def test_file_that_comes_back(engine: ClaimEngine, folder: Path) -> None:
    """A file that is there again is missing no more."""
    ingest(engine, folder)
    (folder / "bridge.md").rename(folder / "away")
    ingest(engine, folder)
    (folder / "away").rename(folder / "bridge.md")
    assert ingest(engine, folder) == {"bridge.md": "unchanged", "river.md": "unchanged"}
    assert not any(article.missing for article in engine.library.articles())


def test_other_folders_are_not_missing(engine: ClaimEngine, folder: Path, tmp_path: Path) -> None:
    """Only what came from the inputs given is reported or removed."""
    ingest(engine, folder)
    other = tmp_path / "other"
    other.mkdir()
    (folder / "bridge.md").rename(other / "bridge.md")
    assert ingest(engine, other, remove_missing=True) == {"bridge.md": "added"}
    assert len(engine.library.articles()) == 3


def test_emptied_folder(engine: ClaimEngine, folder: Path) -> None:
    """Articles of a folder that was emptied, or is gone, are missing like others."""
    ingest(engine, folder)
    for file in folder.iterdir():
        file.unlink()
    for gone in (False, True):
        if gone:
            folder.rmdir()
        report = engine.ingest([str(folder)])
        assert sorted(outcomes(report).values()) == ["missing", "missing", "refused"]


@pytest.mark.parametrize("name", BAD)
def test_bad_file_is_refused_alone(engine: ClaimEngine, folder: Path, name: str) -> None:
    """A bad file is refused in one sentence that names it, nothing of it is stored, the others go in."""
    content, reason = BAD[name]
    (folder / name).write_bytes(content)
    report = engine.ingest([str(folder)])
    assert outcomes(report) == {"bridge.md": "added", "river.md": "added", name: "refused"}
    refused = next(item for item in report.items if item.outcome == "refused")
    assert (refused.article_id, refused.claims) == (None, 0)
    assert any(word in refused.message for word in reason.split("|"))
    assert "\n" not in refused.message
    assert {Path(article.path).name for article in engine.library.articles()} == {"bridge.md", "river.md"}
    assert engine.indexes.lexical.count("claims") == engine.indexes.vectors.count("claims")
    assert engine.indexes.vectors.count("claims") == len(engine.claims())


def test_missing_file_is_refused_alone(engine: ClaimEngine, folder: Path) -> None:
    """A file that never was there is refused, and the others go in."""
    report = engine.ingest([str(folder / "none.md"), str(folder / "bridge.md")])
    assert outcomes(report) == {"none.md": "refused", "bridge.md": "added"}
    assert "none.md" in report.items[0].message


def test_article_that_turned_bad_stays(engine: ClaimEngine, folder: Path) -> None:
    """A stored article whose file cannot be read any more keeps its claims; the file is refused."""
    ingest(engine, folder)
    before = state(engine)
    (folder / "bridge.md").write_bytes(b"\0\1\2")
    assert ingest(engine, folder) == {"bridge.md": "refused", "river.md": "unchanged"}
    assert state(engine) == before


def test_failure_while_saving_stores_nothing(
    engine: ClaimEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure in the middle of saving leaves the article out, whole."""

    def fail(*_: object) -> None:
        raise RuntimeError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr("retrieval.library._put_references", fail)
        with pytest.raises(RuntimeError):
            ingest(engine, folder / "bridge.md")
    assert engine.empty
    assert engine.claims() == []
    assert ingest(engine, folder / "bridge.md") == {"bridge.md": "added"}


def test_steps_are_reported(engine: ClaimEngine, folder: Path) -> None:
    """Progress counts up to the number of inputs, first read, then indexed."""
    steps: list[tuple[str, int, int]] = []
    engine.ingest([str(folder)], on_step=lambda *step: steps.append(step))
    reading = [step for step in steps if step[0] == "reading"]
    assert reading == [("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2)]
    assert steps[3:] == [("indexing", 0, 2), ("indexing", 2, 2)]


def test_changed_register_reads_articles_anew(
    engine: ClaimEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Claims made by another version of the extractor or of the register are made anew."""
    ingest(engine, folder)
    monkeypatch.setattr("retrieval.ingest._extractor", lambda: "another")
    assert ingest(engine, folder) == {"bridge.md": "updated", "river.md": "updated"}
    assert ingest(engine, folder) == {"bridge.md": "unchanged", "river.md": "unchanged"}


def test_relative_paths_are_the_same_articles(
    open_engine: Callable[..., ClaimEngine], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article is the same, however its path was given."""
    engine = open_engine()
    ingest(engine, folder)
    monkeypatch.chdir(folder)
    assert ingest(engine, Path(), Path("bridge.md")) == {"bridge.md": "unchanged", "river.md": "unchanged"}
