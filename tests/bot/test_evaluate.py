"""``mukhomukhi eval``: every measure through the command line, on labelled files written here."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.services import Services, judge_pair, open_engine
from retrieval.settings import Settings

FIRST = "The Rupsha bridge collapsed, Mayor Selina Parvin said on Monday."
SECOND = "The contractor Jamal Sheikh denied that the Rupsha bridge had collapsed."
NEWS = f"Bridge falls\n\n{FIRST}\n\n{SECOND}\n"
Measure = Callable[..., int]


def rows(file: Path, *labelled: dict[str, Any]) -> str:
    """A labelled file; its name."""
    file.parent.mkdir(exist_ok=True)
    file.write_text("".join(json.dumps(row) + "\n" for row in labelled), encoding="utf-8")
    return str(file)


@pytest.fixture
def measure(settings: Settings, hashing: None) -> Measure:  # noqa: ARG001
    """Runs ``mukhomukhi eval …`` and gives its exit code."""
    services = Services(lambda: settings, open_engine, judge_pair)
    return lambda *arguments: main(["eval", *arguments], services)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article where the measures look for it."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "bridge.txt").write_text(NEWS, encoding="utf-8")
    return tmp_path


def claim_rows() -> tuple[dict[str, Any], dict[str, Any]]:
    def row(words: str, claimant: str) -> dict[str, Any]:
        start = NEWS.index(words)
        return {"article": "bridge.txt", "start": start, "end": start + len(words), "claimant": claimant}

    return row(FIRST, "Selina Parvin"), row(SECOND, "Jamal Sheikh")


def test_claims(measure: Measure, folder: Path, capsys: Any) -> None:
    """`eval claims` prints F1, the share of right claimants, and each hard kind."""
    assert measure("claims", rows(folder / "eval" / "claims.jsonl", *claim_rows())) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "labelled 2  found 2  predicted 2"
    assert told[1] == "claim F1 1.000  claimant right 1.000 of found"
    assert told[2].split() == ["none", "labelled", "2", "found", "2", "claimant", "right", "2"]
    assert len(told) == 3


def test_claims_in_detail(measure: Measure, folder: Path, capsys: Any) -> None:
    """With --verbose every miss, every wrong claimant and every extra claim is listed."""
    first, _ = claim_rows()
    file = rows(
        folder / "eval" / "claims.jsonl", {**first, "claimant": "Karim"}, {**first, "end": first["start"] + 3}
    )
    assert measure("claims", file, "--verbose") == 0
    told = capsys.readouterr().out
    assert "claim F1 0.500  claimant right 0.000 of found" in told
    assert f"claimant: Selina Parvin for Karim: {FIRST}" in told
    assert f"missed: [Selina Parvin] {FIRST[:3]}" in told
    assert f"extra: {SECOND}" in told


def test_claims_of_passages(measure: Measure, tmp_path: Path, capsys: Any) -> None:
    """`eval claims --passages` reads the texts from there."""
    passages = rows(tmp_path / "passages.jsonl", {"passage_id": "p-1", "text": FIRST})
    row = {"passage_id": "p-1", "start": 0, "end": len(FIRST), "claimant": "x"}
    file = rows(tmp_path / "rows.jsonl", row)
    assert measure("claims", file, "--passages", passages) == 0
    assert capsys.readouterr().out.startswith("labelled 1  found ")


def test_stance(measure: Measure, tmp_path: Path, capsys: Any) -> None:
    """`eval stance` prints accuracy, the opposite sides, and each pair of languages."""
    right = {"question": "Did the dam burst?", "claim": "The dam burst.", "stance": "supports"}
    wrong = {**right, "stance": "refutes", "kind": "plain"}
    assert measure("stance", rows(tmp_path / "stance.jsonl", right, wrong), "--verbose") == 0
    told = capsys.readouterr().out
    assert told.startswith("rows 2  accuracy 0.500  macro F1 0.222\nopposite side 1\n")
    assert "en -> en" in told
    assert "plain" in told
    assert "supports for refutes (says the same): Did the dam burst? | The dam burst." in told


def test_questions(measure: Measure, folder: Path, capsys: Any) -> None:
    """`eval questions` ingests what the rows speak of and prints one line per language."""
    row = {
        "id": "q-1",
        "questions": {"en": "Did the Rupsha bridge collapse?"},
        "expect": [
            {"claimant": "Selina Parvin", "stance": "supports"},
            {"claimant": "Jamal Sheikh", "stance": "supports"},
        ],
    }
    silent = {"id": "q-2", "questions": {"en": "Did a cat win the election?"}, "expect": []}
    assert measure("questions", rows(folder / "eval" / "q.jsonl", row, silent), "--verbose") == 0
    told = capsys.readouterr().out
    assert told.startswith(
        "en       asked 2  answered 1 of 1  with an expected claim 1  expected found 2 of 2"
        "  right side 1  opposite 1  silent 1 of 1\n"
    )
    assert "q-1 Did the Rupsha bridge collapse?: Jamal Sheikh supports, got refutes" in told


def test_questions_keep_a_library(
    measure: Measure, folder: Path, settings: Settings, tmp_path: Path, capsys: Any
) -> None:
    """With --library the library stays where it is told, and the user's own is never touched."""
    row = {"id": "q-1", "questions": {"en": "Did the Rupsha bridge collapse?"}, "expect": []}
    file = rows(folder / "eval" / "q.jsonl", row)
    for _ in range(2):
        assert measure("questions", file, "--library", str(tmp_path / "kept")) == 0
    assert (tmp_path / "kept" / "library.db").exists()
    assert not settings.data_dir.exists()
    one, two = capsys.readouterr().out.splitlines()
    assert one == two


def test_pages(measure: Measure, tmp_path: Path, capsys: Any) -> None:
    """`eval pages` prints precision, recall and F1 of the body over the marked pages."""
    body = " ".join(f"The mayor said on day {n} that the bridge over the river was safe." for n in range(30))
    page = f"<html><head><title>T</title></head><body><article><p>{body}</p></article></body></html>"
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "one.html.gz").write_bytes(gzip.compress(page.encode()))
    truth = {"one": {"articleBody": body}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    assert measure("pages", str(tmp_path)) == 0
    told = capsys.readouterr().out.split()
    assert told == ["pages", "1", "precision", "1.000", "recall", "1.000", "F1", "1.000"]


@pytest.mark.parametrize("what", ["claims", "stance", "questions", "pages"])
def test_missing_file(measure: Measure, tmp_path: Path, capsys: Any, what: str) -> None:
    """A file that is not there is one sentence on standard error, and the exit code is 1."""
    assert measure(what, str(tmp_path / "none")) == 1
    told = capsys.readouterr()
    sentences = [line for line in told.err.splitlines() if not line.endswith("...")]
    assert len(sentences) == 1
    assert "none" in sentences[0]
    assert told.out == ""


@pytest.mark.parametrize("what", ["claims", "stance", "questions"])
def test_bad_line(measure: Measure, tmp_path: Path, capsys: Any, what: str) -> None:
    """A line that is no JSON is named by file and number; nothing is measured."""
    file = tmp_path / "bad.jsonl"
    file.write_text("{\n", encoding="utf-8")
    assert measure(what, str(file)) != 0
    told = capsys.readouterr()
    assert "bad.jsonl line 1 is no JSON; correct that line." in told.err
    assert "Traceback" not in told.err
    assert told.out == ""


def test_extraction(measure: Measure, tmp_path: Path, capsys: Any) -> None:
    """`eval extraction` counts passages, sentences and claims, and gives both rates."""
    text = "সভাপতি আজিজ মোল্লা বলেন, নৌকাবাইচ আবার হবে। খালের দুই পাড়ে এখন মেলা বসে।\n\nসভায় আরও অনেকে ছিলেন।"
    passages = rows(tmp_path / "passages.jsonl", {"passage_id": "fair", "text": text})
    assert measure("extraction", passages) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "passages 1  sentences 3  claims 3"
    assert [re.sub(r"[\d.]+", "N", line) for line in told[1:]] == [
        "by the clock N s  N sentences/s",
        "computing    N s  N sentences/s",
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"passage_id": "fair", "text": " "}, "holds no sentence"),
        ({"passage_id": "fair"}, "row 1 lacks 'text'; add it."),
    ],
)
def test_nothing_to_extract(
    measure: Measure, tmp_path: Path, capsys: Any, row: dict[str, Any], told: str
) -> None:
    """`eval extraction` refuses a file without a sentence, or with a broken row, in one sentence."""
    assert measure("extraction", rows(tmp_path / "passages.jsonl", row)) == 1
    assert told in capsys.readouterr().err


def test_too_few_claims_for_speed(measure: Measure, capsys: Any) -> None:
    """`eval speed` needs enough claims to time."""
    assert measure("speed", "--claims", "10") == 2
    assert "40" in capsys.readouterr().err


def test_speed(measure: Measure, settings: Settings, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """`eval speed` prints both rates, the times of an answer and the memory; no library is touched."""
    monkeypatch.setattr("retrieval.evaluation.speed._bare_seconds", lambda texts: len(texts) / 50)
    assert measure("speed", "--claims", "40") == 0
    told = capsys.readouterr().out
    assert told.startswith("claims 40  texts embedded ")
    assert [line.split()[0] for line in told.splitlines()] == ["claims", "ingest", "ask", "peak"]
    assert "bare engine 50.0 texts/s" in told
    assert not settings.data_dir.exists()


@pytest.mark.parametrize(
    ("what", "row"),
    [
        ("claims", {"article": "bridge.txt", "start": 0, "end": 5}),
        ("claims", {"article": "bridge.txt", "start": "0", "end": 5, "claimant": "x"}),
        ("claims", {"start": 0, "end": 5, "claimant": "x"}),
        ("stance", {"question": "Did it rain?", "claim": "It rained."}),
        ("stance", {"question": "Did it rain?", "claim": "It rained.", "stance": "yes"}),
        ("questions", {"id": "q-1", "questions": {"en": "Did it rain?"}}),
        ("questions", {"id": "q-1", "questions": "Did it rain?", "expect": []}),
        ("questions", {"id": "q-1", "questions": {"en": "Did it rain?"}, "expect": ["x"]}),
        ("questions", {"id": "q-1", "questions": {"en": "Did it rain?"}, "expect": [{"claimant": "x"}]}),
    ],
)
def test_broken_row(measure: Measure, folder: Path, capsys: Any, what: str, row: dict[str, Any]) -> None:
    """A row that lacks a field, or has something else there, is one sentence that names it."""
    assert measure(what, rows(folder / "eval" / "rows.jsonl", row)) == 1
    told = capsys.readouterr()
    (sentence,) = [line for line in told.err.splitlines() if not line.endswith("...")]
    assert re.search(r"rows\.jsonl row 1.* (lacks|has|names) .*\.$", sentence)
    assert told.out == ""


@pytest.mark.parametrize("truth", ["{", "[]", "{}", '{"one": {}}', '{"one": {"articleBody": "x"}}'])
def test_broken_pages(measure: Measure, tmp_path: Path, capsys: Any, truth: str) -> None:
    """Labels of pages that are broken, or name a page that is not there, are one sentence."""
    (tmp_path / "ground-truth.json").write_text(truth, encoding="utf-8")
    assert measure("pages", str(tmp_path)) == 1
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 1
    assert "ground-truth.json" in told.err


def test_broken_polnear(measure: Measure, tmp_path: Path, capsys: Any) -> None:
    """A brat label without offsets is one sentence."""
    for name, text in (("text/one.txt", "He left."), ("attributions/one.ann", "T1\tCue nowhere\tsaid")):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert measure("polnear", str(tmp_path)) == 1
    assert "has no offsets; write them as: Kind START END." in capsys.readouterr().err


def test_stance_of_a_sample(measure: Measure, tmp_path: Path, capsys: Any) -> None:
    """`eval stance --limit` judges so many rows."""
    row = {"question": "Did the dam burst?", "claim": "The dam burst.", "stance": "supports"}
    assert measure("stance", rows(tmp_path / "stance.jsonl", row, row, row), "--limit", "2") == 0
    assert capsys.readouterr().out.startswith("rows 2  accuracy 1.000")
