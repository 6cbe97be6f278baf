import json
from pathlib import Path

import pytest

from retrieval.errors import BadInput, NotFound
from retrieval.evaluation.pairs import read_pairs, spread
from retrieval.evaluation.rows import read_rows
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


@pytest.mark.parametrize(
    ("broken", "sentence"),
    [
        (
            {"stance": "true"},
            r"row 2 has 'true' as 'stance'; write one of supports, refutes, neutral there\.$",
        ),
        ({"question": "?"}, r"row 2 cannot be asked: The question is too short[^\n]*\.$"),
        ({"claim": 7}, r"row 2 has 7 as 'claim'; write a text there\.$"),
        ({"question": None}, r"row 2 has None as 'question'; write a text there\.$"),
        ({"stance": ["supports"]}, r"row 2 has \['supports'\] as 'stance'; write a text there\.$"),
    ],
)
def test_broken_row(tmp_path: Path, broken: dict[str, object], sentence: str) -> None:
    """A row with something else in a field is named, with what belongs there."""
    file = tmp_path / "stance.jsonl"
    file.write_text("\n".join(map(json.dumps, [ROWS[0], {**ROWS[1], **broken}])), encoding="utf-8")
    with pytest.raises(BadInput, match=sentence):
        measure_stance(file)


def test_healthver(tmp_path: Path) -> None:
    """HealthVer's table: the evidence speaks for or against the claim that is asked about."""
    file = tmp_path / "dev.csv"
    rows = ['1,"It rained, a lot.",It rained.,Supports,1,x', "2,It did not rain.,It rained.,Refutes,1,x"]
    file.write_text("id,evidence,claim,label,topic_ip,question\n" + "\n".join(rows), encoding="utf-8")
    first, second = read_pairs(file)
    assert (first.question, first.claim, first.stance) == ("It rained.", "It rained, a lot.", "supports")
    assert second.stance == "refutes"
    assert measure_stance(file).right == 2


def test_banmani(tmp_path: Path) -> None:
    """An article speaks for its own news item and against the manipulated one; a row without item is none."""
    row = {"mani_status": "MANI", "mani_news": "সেতু ভাঙেনি।", "original_news_article": "সেতু ভেঙেছে।"}
    file = write(
        tmp_path / "train.jsonl",
        [row, {**row, "mani_news": ""}, {**row, "mani_status": "NO_MANI", "mani_news": "সেতু ভেঙেছে।"}],
    )
    assert [(pair.stance, pair.kind) for pair in read_pairs(file)] == [
        ("refutes", "manipulated"), ("supports", "original"),
    ]  # fmt: skip
    assert measure_stance(file).by_group["manipulated"][0] == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("evidence,claim\nIt rained.,It rained.\n", r"row 1 lacks 'label'; add it\.$"),
        (
            "evidence,claim,label\nIt rained.,It rained.,True\n",
            r"row 1 has 'True' as 'label'; write one of Supp",
        ),
        ("evidence,claim,label\nIt rained.\n", r"row 1 lacks 'claim'; add it\.$"),
        ("a,b\n1,2\n", r"row 1 lacks 'question'; add it\.$"),
    ],
)
def test_broken_table(tmp_path: Path, text: str, sentence: str) -> None:
    """A table with a row or a column missing is named by row and field."""
    file = tmp_path / "dev.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=sentence):
        measure_stance(file)


def test_limit_spreads_over_the_file(tmp_path: Path) -> None:
    """So many rows are judged, from all over the file, the same every time."""
    assert spread(list(range(10)), 5) == [0, 2, 4, 6, 8]
    assert spread([1, 2], 5) == [1, 2]
    file = write(tmp_path / "stance.jsonl", ROWS)
    assert measure_stance(file, 2).rows == 2


def test_file_that_is_no_text(tmp_path: Path) -> None:
    """A file in another encoding is one sentence."""
    file = tmp_path / "stance.jsonl"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match=r"is no text in UTF-8; save it as UTF-8\.$"):
        read_rows(file)
