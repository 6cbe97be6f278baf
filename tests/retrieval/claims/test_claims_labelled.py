"""How well the extraction does on labelled texts that lie beside the repository where it is built."""

from pathlib import Path

import pytest

from retrieval.articles import read_path
from retrieval.claims.extract import extract_claims
from retrieval.evaluation.claims import measure_claims


def test_labelled_articles(shared: Path) -> None:
    """All 24 claims of the labelled articles are found with claimants and both references, and no others."""
    scores = measure_claims(shared / "eval" / "claims.jsonl")
    assert (scores.expected, scores.matched, scores.attributed) == (24, 24, 24)
    assert (scores.references, scores.extra) == ((2, 2), [])


def test_labelled_passages(shared: Path) -> None:
    """On labelled passages F1 and the share of right claimants are 0.95 and more."""
    scores = measure_claims(shared / "eval" / "attribution_bn.jsonl")
    assert scores.f1 >= 0.95
    assert scores.claimant_accuracy >= 0.95


def test_own_labelled_passages(shared: Path, root: Path) -> None:
    """On the project's own labels, which are harder, F1 is 0.90 and more, claimants 0.94."""
    passages = shared / "data" / "bangla-news-qa" / "passages.jsonl"
    scores = measure_claims(root / "tests" / "labelled" / "attribution_bn.jsonl", passages)
    assert scores.f1 >= 0.90
    assert scores.claimant_accuracy >= 0.94


@pytest.mark.parametrize("name", ["musk-putin.bn.txt", "trump-zelensky.bn.txt"])
def test_no_claim_from_furniture(shared: Path, name: str) -> None:
    """Every claim of a page lies inside one paragraph of its body, never in captions, links or counters."""
    page = read_path(shared / "articles" / name)
    outside = [
        page.text[claim.start : claim.end]
        for claim in extract_claims(page)
        if not any(start <= claim.start < claim.end <= end for start, end in page.body)
    ]
    assert outside == []
    assert len(page.text) > sum(end - start for start, end in page.body) + 100
