import json
from pathlib import Path
from typing import Any

import pytest

from retrieval.errors import BadInput, NotFound
from retrieval.evaluation.claims import measure_claims
from retrieval.evaluation.same_source import same_source
from retrieval.models import Claimant

FIRST = "The bridge collapsed at night, Transport Minister Karim Haider said on Monday."
SECOND = "The writer Mitali Sen said that the mayor had admitted bribing judges."
THIRD = "The mayor later denied that account."
TEXT = f"{FIRST}\n\n{SECOND} {THIRD}\n"


def row(words: str, claimant: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"article": "news.txt", "start": start, "end": start + len(words), "claimant": claimant, **more}


PERFECT = [
    row(FIRST, "Karim Haider"),
    row(SECOND, "Mitali Sen"),
    row(THIRD, "the mayor", refers_to=1, backref=True),
]


def labelled(folder: Path, rows: list[dict[str, Any]]) -> Path:
    """A labelled file with the article it speaks of where the measure looks for it."""
    for name in ("eval", "articles"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "articles" / "news.txt").write_text(TEXT, encoding="utf-8")
    file = folder / "eval" / "claims.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_perfect_labels_score_one(tmp_path: Path) -> None:
    """Every labelled claim found with its claimant, nothing else found: F1 and claimants are 1."""
    scores = measure_claims(labelled(tmp_path, PERFECT))
    assert (scores.expected, scores.matched, scores.predicted, scores.attributed) == (3, 3, 3, 3)
    assert (scores.f1, scores.claimant_accuracy, scores.references) == (1, 1, (1, 1))
    assert (scores.missed, scores.wrong, scores.extra) == ([], [], [])
    assert scores.by_mark == {"none": (2, 2, 2), "backref": (1, 1, 1)}


def test_wrong_claimant_lowers_attribution_alone(tmp_path: Path) -> None:
    """One claimant of three wrong: two thirds right, the spans still perfect."""
    scores = measure_claims(labelled(tmp_path, [{**PERFECT[0], "claimant": "Selina Parvin"}, *PERFECT[1:]]))
    assert scores.f1 == 1
    assert scores.claimant_accuracy == pytest.approx(2 / 3)
    assert scores.wrong == [(FIRST, "Selina Parvin", "Karim Haider")]


def test_unlabelled_claim_lowers_precision(tmp_path: Path) -> None:
    """Two labelled, three found: precision 2/3, recall 1, F1 0.8."""
    scores = measure_claims(labelled(tmp_path, PERFECT[:2]))
    assert scores.f1 == pytest.approx(0.8)
    assert scores.extra == [THIRD]


def test_span_without_a_claim_lowers_recall(tmp_path: Path) -> None:
    """A label that covers less than half of the claim it meets is missed: F1 of 2/3 and 2/3."""
    start = PERFECT[0]["start"]
    scores = measure_claims(labelled(tmp_path, [{**PERFECT[0], "end": start + 10}, *PERFECT[1:]]))
    assert scores.matched == 2
    assert scores.f1 == pytest.approx(2 / 3)
    assert scores.missed == [(FIRST[:10], "Karim Haider")]


def test_half_of_the_longer_is_enough(tmp_path: Path) -> None:
    """A label that covers a bit more than half of a claim is found."""
    half = PERFECT[0]["start"] + len(FIRST) // 2 + 1
    assert measure_claims(labelled(tmp_path, [{**PERFECT[0], "end": half}, *PERFECT[1:]])).matched == 3


def test_wrong_reference(tmp_path: Path) -> None:
    """A denial labelled as answering another claim counts as not resolved."""
    scores = measure_claims(labelled(tmp_path, [*PERFECT[:2], {**PERFECT[2], "refers_to": 0}]))
    assert scores.references == (1, 0)


def test_passages_annotated_in_part(tmp_path: Path) -> None:
    """Rows name passages of a file; where none is complete only recall counts."""
    passages = tmp_path / "passages.jsonl"
    text = "সেতু ভেঙে পড়েছে বলে জানিয়েছেন মেয়র সেলিনা পারভীন। জেলা প্রশাসক রহিম উদ্দিন বলেন, রাস্তা বন্ধ।"
    passages.write_text(json.dumps({"passage_id": "p-1", "text": text}) + "\n", encoding="utf-8")
    first = {"passage_id": "p-1", "start": 0, "end": text.index("।") + 1, "claimant": "সেলিনা পারভীন"}
    file = tmp_path / "attribution.jsonl"
    for complete, predicted in ((False, 0), (True, 2)):
        file.write_text(json.dumps({**first, "complete": complete}), encoding="utf-8")
        scores = measure_claims(file, passages)
        assert (scores.expected, scores.matched, scores.predicted) == (1, 1, predicted)
        assert scores.f1 == pytest.approx(2 / 3 if complete else 1)


def test_unknown_passage(tmp_path: Path) -> None:
    """A passage that is not there is named, with the option that gives the file."""
    passages, file = tmp_path / "passages.jsonl", tmp_path / "rows.jsonl"
    passages.write_text("", encoding="utf-8")
    file.write_text('{"passage_id": "p-9", "start": 0, "end": 1, "claimant": "x"}', encoding="utf-8")
    with pytest.raises(NotFound, match=r"^There is no passage p-9; [^\n]*--passages FILE\.$"):
        measure_claims(file, passages)


def test_row_of_nothing(tmp_path: Path) -> None:
    """A row that names no text is refused in one sentence."""
    file = tmp_path / "rows.jsonl"
    file.write_text('{"start": 0, "end": 1}', encoding="utf-8")
    with pytest.raises(BadInput, match=r"^[^\n]*neither an 'article' nor a 'passage_id'; add one\.$"):
        measure_claims(file)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('{"article": "news.txt", "start": 0, "claimant": "x"}', "lacks 'end'; add it."),
        ('{"article": "news.txt", "start": 0, "end": 4}', "lacks 'claimant'; add it."),
        ('{"passage_id": "p-1"}', "lacks 'start'; add it."),
        ('{"article": "news.txt", "start": "a", "end": 4, "claimant": "x"}', "write a whole number there"),
    ],
)
def test_row_without_a_field(tmp_path: Path, row: str, message: str) -> None:
    """A row that lacks a field, or has words for a number, is refused in one sentence that names it."""
    file = tmp_path / "rows.jsonl"
    file.write_text(f"{json.dumps(PERFECT[0])}\n{row}", encoding="utf-8")
    with pytest.raises(BadInput, match=rf"^[^\n]*row 2 [^\n]*{message}"):
        measure_claims(file)


def test_passage_without_text(tmp_path: Path) -> None:
    """A passage without its text is refused in one sentence."""
    file, passages = tmp_path / "rows.jsonl", tmp_path / "passages.jsonl"
    file.write_text('{"passage_id": "p-1", "start": 0, "end": 1, "claimant": "x"}', encoding="utf-8")
    passages.write_text('{"passage_id": "p-1"}', encoding="utf-8")
    with pytest.raises(BadInput, match=r"row 1 lacks 'text'; add it\.$"):
        measure_claims(file, passages)


@pytest.mark.parametrize(
    ("label", "same"),
    [
        ("Dmitry Peskov", True),
        ("দিমিত্রি পেসকভ", True),
        ("Peskov", True),
        ("Kremlin spokesman Dmitry Peskov", False),
        ("Vladimir Putin", False),
    ],
)
def test_same_source(label: str, same: bool) -> None:
    """The register's names in either script and without case endings are one source."""
    peskov = Claimant("dmitry-peskov", "Peskov", "Dmitry Peskov", "দিমিত্রি পেসকভ", "person")
    assert same_source(peskov, [label]) is same


def test_same_source_without_titles() -> None:
    """Titles and articles do not tell sources apart, their own words do."""
    officials = Claimant("u-1", "two unnamed Russian officials", None, None, "unnamed")
    assert same_source(officials, ["the two Russian officials"])
    assert not same_source(officials, ["two Ukrainian officials"])
    minister = Claimant("p-1", "রহিম উদ্দিন", None, "রহিম উদ্দিন", "person")
    assert same_source(minister, ["মন্ত্রী রহিম উদ্দিনের"])
    assert not same_source(minister, [])
