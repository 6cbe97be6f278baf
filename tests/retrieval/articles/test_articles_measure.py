import json
from pathlib import Path

import pytest

from retrieval.articles import read_path
from retrieval.articles.measure import measure_pages, token_f1
from retrieval.errors import NotFound

SHARED = Path(__file__).resolve().parents[3] / "../shared"


def _needs(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"needs {path.name}, which is not part of the repository")
    return path


def test_measure_counts_shingles() -> None:
    """Precision and recall count runs of four words, as often as they occur."""
    assert token_f1("a b c d e", "a b c d e") == (1.0, 1.0, 1.0)
    assert token_f1("a b c d e", "a b c d") == (0.5, 1.0, 2 / 3)
    assert token_f1("", "a b") == (0.0, 0.0, 0.0)
    assert token_f1("", "") == (1.0, 1.0, 1.0)


def test_measure_needs_its_folder(tmp_path: Path) -> None:
    """A folder without marked pages is not found."""
    with pytest.raises(NotFound, match=r"ground-truth\.json"):
        measure_pages(tmp_path)


def test_measure_marked_pages() -> None:
    """The body of 181 real pages is found with a token F1 of at least 0.95."""
    scores = measure_pages(_needs(SHARED / "data" / "pages"))
    assert scores.pages == 181
    assert scores.f1 >= 0.95


@pytest.mark.parametrize("name", ["musk-putin.bn.txt", "trump-zelensky.bn.txt"])
def test_measure_labelled_claims_lie_in_the_body(name: str) -> None:
    """Every claim labelled by hand in a real page lies inside a paragraph of the body."""
    article = read_path(_needs(SHARED / "articles" / name))
    labels = _needs(SHARED / "eval" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    for claim in map(json.loads, labels):
        if claim["article"] == name:
            assert any(a <= claim["start"] and claim["end"] <= b for a, b in article.body)


@pytest.mark.parametrize(
    ("name", "first", "last", "count"),
    [("musk-putin.bn.txt", 165, 5013, 15), ("trump-zelensky.bn.txt", 188, 1158, 4)],
)
def test_measure_real_pages_hold_nothing_else(name: str, first: int, last: int, count: int) -> None:
    """Nothing above or below the prose of a real page is in its body, nor the caption in it."""
    body = read_path(_needs(SHARED / "articles" / name)).body
    assert (body[0][0], body[-1][1], len(body)) == (first, last, count)
