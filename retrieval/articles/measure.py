"""How well the body of web pages is found, on pages whose body is marked.

It counts as the article extraction benchmark of scrapinghub does: ``html/<id>.html.gz`` and
``ground-truth.json`` with ``{id: {"articleBody": str}}``.
"""

import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from retrieval.articles.page import extract, find_body
from retrieval.errors import BadInput, NotFound

SHINGLE = 4
"""Words in a row that are counted as one."""


@dataclass(frozen=True, slots=True)
class PageScores:
    """Means over all pages; ``f1`` is that of the two means, as the benchmark prints it.

    Attributes:
        pages: number of pages.
        precision: share of the extracted shingles that are in the marked body.
        recall: share of the marked body's shingles that were extracted.
        f1: their harmonic mean.
    """

    pages: int
    precision: float
    recall: float
    f1: float


def measure_pages(folder: Path) -> PageScores:
    """Extract the body of every marked page in ``folder`` and compare.

    Raises:
        NotFound: the folder holds no ``ground-truth.json``, or lacks a page that it names.
        BadInput: the labels are not of the expected form; the message names the page.
    """
    truth_file = folder / "ground-truth.json"
    if not truth_file.is_file():
        raise NotFound(f"There is no {truth_file}: give the folder of the marked pages.")
    truth = _truth(truth_file)
    scores = [token_f1(page_body(_page(folder, key)), entry["articleBody"]) for key, entry in truth.items()]
    precision = fmean(score[0] for score in scores)
    recall = fmean(score[1] for score in scores)
    return PageScores(len(scores), precision, recall, _harmonic(precision, recall))


def _truth(file: Path) -> dict[str, dict[str, str]]:
    """The labels, each checked to hold a body."""
    try:
        truth: Any = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BadInput(f"{file} is no JSON; correct it.") from error
    if not isinstance(truth, dict) or not truth:
        raise BadInput(f"{file} holds no pages; write an object of pages there.")
    for key, entry in truth.items():
        if not isinstance(entry, dict) or not isinstance(entry.get("articleBody"), str):
            raise BadInput(f"{file}: page {key} lacks 'articleBody'; add it as a text.")
    return truth


def _page(folder: Path, key: str) -> Path:
    page = folder / "html" / f"{key}.html.gz"
    if not page.is_file():
        raise NotFound(f"There is no {page}; add the page, or take it out of ground-truth.json.")
    return page


def page_body(path: Path) -> str:
    """Read the prose of one compressed page, whatever its language."""
    fields = extract(gzip.decompress(path.read_bytes()))
    return "\n".join(line.text for line in find_body(fields))


def token_f1(predicted: str, expected: str) -> tuple[float, float, float]:
    """Compare two texts by their shingles, and give precision, recall and F1.

    A token is a run of word characters, a shingle four tokens in a row, counted as often
    as it occurs: the counting of scrapinghub's ``evaluate.py``. Two empty texts are equal; unlike
    there, an empty prediction has precision 0 and is not left out of the mean.
    """
    found, wanted = _shingles(predicted), _shingles(expected)
    if found == wanted:
        return 1.0, 1.0, 1.0
    common = (found & wanted).total()
    precision = common / max(found.total(), 1)
    recall = common / max(wanted.total(), 1)
    return precision, recall, _harmonic(precision, recall)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text)
    starts = range(max(1, len(tokens) - SHINGLE + 1)) if tokens else range(0)
    return Counter(tuple(tokens[at : at + SHINGLE]) for at in starts)


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
