"""Labelled pairs of question and claim out of the files that the measure of stances reads.

JSON lines of our own; HealthVer's table, in which the evidence is the claim and the claim the question;
BanMANI's JSON lines, in which the article is the claim and the news item, as it was or manipulated, the
question.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, get_args

from retrieval.errors import BadInput, BadQuestion
from retrieval.evaluation.rows import LabelledRow, read_rows, text_of
from retrieval.models import Stance
from retrieval.question import LONGEST, read_question

T = TypeVar("T")
_HEALTHVER: dict[str, Stance] = {"Supports": "supports", "Refutes": "refutes", "Neutral": "neutral"}
_BANMANI: dict[str, tuple[Stance, str]] = {
    "MANI": ("refutes", "manipulated"),
    "NO_MANI": ("supports", "original"),
}


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A question, a claim, and the stance of the one towards the other.

    Attributes:
        question: or a statement that is asked about.
        claim: the words that are judged.
        stance: as labelled.
        kind: a group that is counted on its own; None for none.
    """

    question: str
    claim: str
    stance: Stance
    kind: str | None = None


def read_pairs(file: Path, limit: int | None = None) -> list[LabelledPair]:
    """The labelled pairs of a file.

    Args:
        file: JSON lines of ours or of BanMANI, or HealthVer's CSV.
        limit: at most so many, spread evenly over the file.

    Raises:
        NotFound: there is no such file.
        BadInput: a row is broken; the message names it.
    """
    rows = _table(file) if file.suffix.lower() == ".csv" else read_rows(file)
    asked = [row for row in rows if row.get("mani_news") != ""]  # BanMANI has a row without its item
    return [_checked(row) for row in spread(asked, limit)]


def spread(rows: Sequence[T], limit: int | None) -> list[T]:
    """So many rows, evenly over all of them and the same every time.

    Example:
        >>> spread([0, 1, 2, 3, 4, 5], 3)
        [0, 2, 4]
    """
    if limit is None or limit >= len(rows):
        return list(rows)
    return [rows[at * len(rows) // limit] for at in range(limit)]


def _table(file: Path) -> list[LabelledRow]:
    rows = csv.DictReader(io.StringIO(text_of(file), newline=""))
    try:
        return [
            LabelledRow({k: v for k, v in row.items() if k and v is not None}, f"{file} row {number}")
            for number, row in enumerate(rows, 1)
        ]
    except csv.Error as error:
        raise BadInput(f"{file} is no table of comma-separated values ({error}); correct it.") from error


def _checked(row: LabelledRow) -> LabelledPair:
    pair = _pair(row)
    try:
        read_question(pair.question)
    except BadQuestion as error:
        raise BadInput(f"{row.where} cannot be asked: {error}") from error
    return pair


def _pair(row: LabelledRow) -> LabelledPair:
    if "mani_status" in row:
        return _banmani(row)
    if "evidence" in row:
        row.check(claim=str, evidence=str)
        stance = _one_of(row, "label", _HEALTHVER)
        return LabelledPair(row["claim"][:LONGEST], row["evidence"], stance)
    row.check(question=str, claim=str, stance=str)
    stance = _one_of(row, "stance", {name: name for name in get_args(Stance)})
    return LabelledPair(row["question"], row["claim"], stance, row.get("kind"))


def _banmani(row: LabelledRow) -> LabelledPair:
    row.check(mani_news=str, original_news_article=str)
    stance, kind = _one_of(row, "mani_status", _BANMANI)
    return LabelledPair(row["mani_news"][:LONGEST], row["original_news_article"], stance, kind)


def _one_of(row: LabelledRow, key: str, known: dict[str, T]) -> T:
    found = row[key]
    if not isinstance(found, str) or found not in known:
        raise BadInput(f"{row.where} has {found!a:.60} as {key!r}; write one of {', '.join(known)} there.")
    return known[found]
