import json
from pathlib import Path
from typing import Any

import pytest

from retrieval.engine import ClaimEngine
from retrieval.errors import BadInput, NotFound
from retrieval.evaluation.questions import (
    as_json,
    measure_questions,
    prepare_articles,
    save_passages,
)
from retrieval.evaluation.same_source import same_source

NEWS = """---
title: "Bridge collapses"
publisher: Example Times
url: https://news.example.org/bridge
published: 2025-05-10
language: en
---

The Rupsha bridge collapsed, Mayor Selina Parvin said.

The contractor Jamal Sheikh denied that the Rupsha bridge had collapsed.
"""
PASSAGE = "চালের দাম বেড়েছে বলে জানিয়েছেন মেয়র সেলিনা পারভীন। জেলা প্রশাসক রহিম উদ্দিন বলেন, চালের দাম বাড়েনি।"
BRIDGE: dict[str, Any] = {
    "id": "q-1",
    "articles": ["bridge.md"],
    "questions": {"en": "Did the Rupsha bridge collapse?"},
    "expect": [
        {"claimant": "Selina Parvin", "stance": "supports"},
        {"claimant": "Jamal Sheikh", "stance": "refutes"},
    ],
}
SILENT: dict[str, Any] = {
    "id": "q-2",
    "articles": [],
    "questions": {"en": "Did a cat win the election?", "bn": "বিড়াল কি ভোটে জিতেছে?"},
    "expect": [],
}


def labelled(folder: Path, rows: list[dict[str, Any]]) -> Path:
    """A labelled file with the article it speaks of where the measure looks for it."""
    for name in ("eval", "articles"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "articles" / "bridge.md").write_text(NEWS, encoding="utf-8")
    file = folder / "eval" / "questions.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_perfect_labels(engine: ClaimEngine, tmp_path: Path) -> None:
    """Everyone on the labelled side, silence where nothing is expected, counted per language."""
    file = labelled(tmp_path, [BRIDGE, SILENT])
    prepare_articles(engine, file)
    steps: list[tuple[int, int]] = []
    scores = measure_questions(engine, file, lambda done, total: steps.append((done, total)))
    assert scores.wrong == []
    english, bengali = scores.by_language["en"], scores.by_language["bn"]
    assert vars(english) == {
        "asked": 2, "answerable": 1, "answered": 1, "hit": 1, "silent": 1,
        "expected": 2, "found": 2, "right_side": 2, "opposite": 0,
    }  # fmt: skip
    assert (bengali.asked, bengali.answerable, bengali.silent) == (1, 0, 1)
    assert steps == [(1, 2), (2, 2)]
    assert json.loads(as_json(scores))["en"]["right_side"] == 2


def test_wrong_labels(engine: ClaimEngine, tmp_path: Path) -> None:
    """A label on the other side is opposite, a stranger is absent, noise where silence is expected."""
    expect = [
        {"claimant": "Selina Parvin", "stance": "refutes"},
        {"claimant": "Karim Haider", "stance": "supports"},
    ]
    file = labelled(tmp_path, [{**BRIDGE, "expect": expect}, {**BRIDGE, "id": "q-3", "expect": []}])
    prepare_articles(engine, file)
    scores = measure_questions(engine, file)
    english = scores.by_language["en"]
    assert (english.expected, english.found, english.right_side, english.opposite) == (2, 1, 0, 1)
    assert (english.answerable, english.silent) == (1, 0)
    assert len(scores.wrong) == 3
    assert "got absent" in scores.wrong[1]
    assert "expected silence, got disputed" in scores.wrong[2]


def test_claimant_of_another_article_is_absent(engine: ClaimEngine, tmp_path: Path) -> None:
    """A row that names its articles counts the claims of these only."""
    file = labelled(tmp_path, [{**BRIDGE, "articles": ["other.md"]}])
    prepare_articles(engine, file)
    assert measure_questions(engine, file).by_language["en"].found == 0


def test_rows_with_offsets(engine: ClaimEngine, tmp_path: Path) -> None:
    """A label by passage and offsets means this very claim, or a neighbour that is also right."""
    save_passages(engine, {"p-1": PASSAGE, "p-2": " "})
    save_passages(engine, {"p-1": PASSAGE})
    assert len(engine.library.articles()) == 1
    cut = PASSAGE.index("।") + 1
    first = {"claimant": "x", "stance": "supports", "passage_id": "p-1", "start": 0, "end": cut}
    second = {**first, "stance": "refutes", "start": cut + 1, "end": len(PASSAGE)}
    beside = {**first, "start": 0, "end": 0, "also_ok": [[0, cut]]}
    elsewhere = {**first, "passage_id": "p-2"}
    row = {"id": "p", "questions": {"bn": "চালের দাম কি বেড়েছে?"}}
    for labels, right in (([first, second], 2), ([beside], 1), ([elsewhere], 0)):
        file = labelled(tmp_path, [{**row, "expect": labels}])
        assert measure_questions(engine, file).by_language["bn"].right_side == right


def test_missing_file_and_bad_line(engine: ClaimEngine, tmp_path: Path) -> None:
    """A missing file and a line that is no JSON are told in one sentence, before anything is asked."""
    with pytest.raises(NotFound, match=r"^There is no file [^\n]*name a labelled file of JSON lines\.$"):
        measure_questions(engine, tmp_path / "none.jsonl")
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{\n", encoding="utf-8")
    for measure in (measure_questions, prepare_articles):
        with pytest.raises(BadInput, match=r"^[^\n]*line 1 is no JSON; correct that line\.$"):
            measure(engine, bad)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"id": "q-1", "expect": []}, "lacks 'questions'"),
        ({"id": "q-1", "questions": {"en": "did it fall?"}}, "lacks 'expect'"),
        (
            {"id": "q-1", "questions": {"en": "did it fall?"}, "expect": [{"stance": "supports"}]},
            "lacks 'claimant'",
        ),
        ({"id": "q-1", "questions": "did it fall?", "expect": []}, "write an object there"),
    ],
)
def test_row_without_a_field(engine: ClaimEngine, tmp_path: Path, row: dict[str, Any], message: str) -> None:
    """A row that lacks a field is refused in one sentence that names it, before anything is asked."""
    with pytest.raises(BadInput, match=rf"^[^\n]*row 1\b[^\n]*{message}"):
        measure_questions(engine, labelled(tmp_path, [row]))


@pytest.fixture
def pages(engine: ClaimEngine, shared: Path) -> ClaimEngine:
    """An engine over the two real pages.

    It embeds without a model: the pages hold fewer claims than search looks at, so the model only
    orders them.
    """
    prepare_articles(engine, shared / "eval" / "questions.jsonl")
    return engine


def test_real_pages_answer_as_labelled(pages: ClaimEngine, shared: Path) -> None:
    """Over the two real pages everyone expected is on the right side; the other rows are silent."""
    scores = measure_questions(pages, shared / "eval" / "questions.jsonl")
    assert scores.wrong == []
    assert set(scores.by_language) == {"bn", "en", "bn-Latn"}
    for counts in scores.by_language.values():
        assert counts.right_side == counts.expected > 0
        assert counts.opposite == 0
        assert counts.silent == counts.asked - counts.answerable


def test_real_denial_stands_beside_what_it_denies(pages: ClaimEngine) -> None:
    """Musk's denial of Bremmer's account is an answer of its own, with the account as context."""
    answer = pages.ask("Did Musk tell Ian Bremmer that he had spoken with Putin?")
    (refuting,) = [position for position in answer.positions if position.stance == "refutes"]
    denial = next(e.claim for e in refuting.entries if same_source(e.claim.claimant, ["Elon Musk"]))
    assert denial.cue == "deny"
    assert denial.refers_to is not None
    assert denial.context
