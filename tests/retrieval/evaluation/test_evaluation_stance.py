import json
from pathlib import Path

import pytest

from retrieval.errors import BadInput, NotFound
from retrieval.evaluation.claims import read_rows
from retrieval.evaluation.stance import measure_stance

ROWS = [
    {"question": "Did the dam burst?", "claim": "The dam burst.", "stance": "supports", "kind": "plain"},
    {"question": "মেয়র কি ঘুষ নিয়েছেন?", "claim": "মেয়র ঘুষ নিয়েছেন।", "stance": "supports", "kind": "plain"},
    {"question": "Did the dam burst?", "claim": "The dam did not burst.", "stance": "refutes"},
    {"question": "Did the dam burst?", "claim": "The mayor sang.", "stance": "neutral"},
]


def write(file: Path, rows: list[dict[str, str]]) -> Path:
    file.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8")
    return file


def test_perfect_labels_score_one(tmp_path: Path) -> None:
    """Where every label is the judge's own word accuracy and macro F1 are 1."""
    scores = measure_stance(write(tmp_path / "stance.jsonl", ROWS))
    assert (scores.rows, scores.right, scores.opposite, scores.wrong) == (4, 4, 0, [])
    assert scores.accuracy == 1
    assert scores.macro_f1 == 1
    assert scores.by_group == {"en -> en": (3, 3), "bn -> bn": (1, 1), "plain": (2, 2)}


def test_one_wrong_label(tmp_path: Path) -> None:
    """Three of four right; F1 of supports 2/3 (1 hit, 1 + 2), refutes 2/3 (1 hit, 2 + 1), neutral 1."""
    rows = [{**ROWS[0], "stance": "refutes"}, *ROWS[1:]]
    scores = measure_stance(write(tmp_path / "stance.jsonl", rows))
    assert scores.accuracy == pytest.approx(3 / 4)
    assert scores.macro_f1 == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    assert scores.opposite == 1
    assert scores.confusion["refutes", "supports"] == 1
    assert [row[:4] for row in scores.wrong] == [
        ("Did the dam burst?", "The dam burst.", "refutes", "supports")
    ]
    assert scores.by_group["plain"] == (2, 1)


def test_neutral_for_a_side_is_not_the_opposite_side(tmp_path: Path) -> None:
    """Silence instead of a side is wrong, but not on the opposite side."""
    scores = measure_stance(write(tmp_path / "stance.jsonl", [{**ROWS[3], "stance": "refutes"}]))
    assert (scores.accuracy, scores.opposite) == (0, 0)


def test_empty_file_scores_nothing(tmp_path: Path) -> None:
    """No rows, no score, no error."""
    scores = measure_stance(write(tmp_path / "stance.jsonl", []))
    assert (scores.rows, scores.accuracy, scores.macro_f1) == (0, 0, 0)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is named in one sentence that says what to give."""
    with pytest.raises(NotFound, match=r"^There is no file [^\n]*none\.jsonl; name a labelled file[^\n]*\.$"):
        measure_stance(tmp_path / "none.jsonl")


@pytest.mark.parametrize("line", ["{", "[1]", '"text"', "not json"])
def test_bad_line(tmp_path: Path, line: str) -> None:
    """A line that is no JSON object is named by its number, in one sentence."""
    file = tmp_path / "bad.jsonl"
    file.write_text(f"{{}}\n\n{line}\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"^[^\n]*bad\.jsonl line 3 is no JSON[^\n]*correct that line\.$"):
        read_rows(file)


def test_missing_field(tmp_path: Path) -> None:
    """A row without its claim is named by its number and the field."""
    rows = [ROWS[0], {"question": "Did the dam burst?", "stance": "supports"}]
    with pytest.raises(BadInput, match=r"^[^\n]*row 2 lacks 'claim'; add it\.$"):
        measure_stance(write(tmp_path / "stance.jsonl", rows))
