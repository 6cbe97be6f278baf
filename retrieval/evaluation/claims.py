"""How well attributed claims are found: F1 of spans, and how many have the right claimant.

A predicted claim matches a labelled one when their spans overlap by half of the longer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from retrieval.articles import read_path
from retrieval.claims.extract import extract_claims
from retrieval.errors import BadInput, NotFound
from retrieval.evaluation.rows import LabelledRow, read_rows
from retrieval.evaluation.same_source import same_source
from retrieval.models import Article, ExtractedClaim

MARKS = ("pronoun", "postposed", "backref", "quote", "nested", "none")


@dataclass
class ClaimScores:
    """Counts over a labelled file.

    Attributes:
        expected: labelled claims.
        predicted: attributed claims found in the texts that are labelled in full.
        matched: labelled claims that were found.
        attributed: matched claims with the right claimant.
        references: matched claims whose "refers to" is labelled, and how many are right.
        by_mark: (expected, matched, attributed) per hard kind.
        missed: labelled claims not found, as (text, claimant).
        wrong: matched claims with another claimant, as (text, expected, predicted).
        extra: found in texts labelled in full, but not labelled.
    """

    expected: int = 0
    predicted: int = 0
    matched: int = 0
    matched_complete: int = 0
    attributed: int = 0
    references: tuple[int, int] = (0, 0)
    by_mark: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    missed: list[tuple[str, str]] = field(default_factory=list)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """F1 of the spans; recall alone counts where no text is labelled in full."""
        recall = self.matched / self.expected if self.expected else 0.0
        precision = self.matched_complete / self.predicted if self.predicted else 1.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def claimant_accuracy(self) -> float:
        """Share of matched claims with the right claimant."""
        return self.attributed / self.matched if self.matched else 0.0


def measure_claims(file: Path, passages: Path | None = None) -> ClaimScores:
    """Measure the extraction on a labelled file.

    Args:
        file: JSON lines, see the README beside the labelled files.
        passages: the passages that rows name by ``passage_id``; by default
            ``../data/bangla-news-qa/passages.jsonl`` beside the file.

    Raises:
        NotFound: the file, or the texts that it labels, are not there.
        BadInput: a row is not of the expected form.
    """
    rows = read_rows(file)
    scores = ClaimScores()
    for name, labelled in _by_text(rows).items():
        article = _text_of(name, labelled[0], file, passages)
        complete = any(row.get("complete") for row in labelled) or "article" in labelled[0]
        _score(article, [row for row in labelled if "start" in row], complete, scores)
    return scores


def _by_text(rows: Iterable[LabelledRow]) -> dict[str, list[LabelledRow]]:
    grouped: dict[str, list[LabelledRow]] = {}
    for row in rows:
        name = row.get("article") or row.get("passage_id")
        if not isinstance(name, str):
            raise BadInput(f"{row.where} names neither an 'article' nor a 'passage_id'; add one.")
        if "start" in row or not row.get("complete"):
            row.check(start=int, end=int, claimant=str)
        grouped.setdefault(name, []).append(row)
    return grouped


def _text_of(name: str, row: LabelledRow, file: Path, passages: Path | None) -> Article:
    if "article" in row:
        return read_path(file.parent.parent / "articles" / name)
    beside = file.parent.parent / "data" / "bangla-news-qa" / "passages.jsonl"
    text = passage_texts(passages or beside).get(name)
    if text is None:
        raise NotFound(f"There is no passage {name}; name the passages with --passages FILE.")
    return passage_article(name, text)


_passages: dict[Path, dict[str, str]] = {}


def passage_texts(file: Path) -> dict[str, str]:
    """The texts of a passages file by id, read once."""
    if file not in _passages:
        rows = read_rows(file)
        for row in rows:
            row.check(passage_id=str, text=str)
        _passages[file] = {row["passage_id"]: row["text"] for row in rows}
    return _passages[file]


def passage_article(name: str, text: str) -> Article:
    """A bare passage as an article: all of it is body."""
    lines = []
    at = 0
    for line in text.splitlines(keepends=True):
        lines.append((at, at + len(line.rstrip())))
        at += len(line)
    body = tuple((a, b) for a, b in lines if b > a)
    return Article(name, name, None, None, None, "bn", text, body)


def _score(article: Article, labelled: Sequence[LabelledRow], complete: bool, scores: ClaimScores) -> None:
    claims = extract_claims(article)
    attributed = [(n, claim) for n, claim in enumerate(claims) if claim.cue]
    pairs = _matches(labelled, attributed)
    scores.expected += len(labelled)
    if complete:
        scores.predicted += len(attributed)
        scores.matched_complete += len(pairs)
        taken = {number for number, _ in pairs.values()}
        scores.extra += [article.text[c.start : c.end] for n, c in attributed if n not in taken]
    for at, row in enumerate(labelled):
        found = pairs.get(at)
        right = found is not None and same_source(_who(found[1]), _labels(row))
        _count(article, row, found, right, scores)
    _references(labelled, pairs, scores)


def _who(claim: ExtractedClaim) -> Any:  # noqa: ANN401  # attributed claims have one
    return claim.claimant


def _labels(row: LabelledRow) -> list[str]:
    return [row[key] for key in ("claimant", "claimant_full", "claimant_en") if row.get(key)]


def _count(
    article: Article,
    row: LabelledRow,
    found: tuple[int, ExtractedClaim] | None,
    right: bool,
    scores: ClaimScores,
) -> None:
    text = article.text[row["start"] : row["end"]]
    if found is None:
        scores.missed.append((text, row["claimant"]))
    else:
        scores.matched += 1
        scores.attributed += right
        if not right:
            scores.wrong.append((text, row["claimant"], _who(found[1]).name))
    marks = [mark for mark in MARKS if row.get(mark)] + (["nested"] if row.get("via") else [])
    for mark in marks or ["none"]:
        expected, matched, attributed = scores.by_mark.get(mark, (0, 0, 0))
        scores.by_mark[mark] = (expected + 1, matched + (found is not None), attributed + right)


def _matches(
    labelled: Sequence[LabelledRow], predicted: Sequence[tuple[int, ExtractedClaim]]
) -> dict[int, tuple[int, ExtractedClaim]]:
    """For each labelled claim the predicted one that overlaps it by half of the longer."""
    pairs: dict[int, tuple[int, ExtractedClaim]] = {}
    for at, row in enumerate(labelled):
        best = max(predicted, key=lambda p: _overlap(row, p[1]), default=None)
        if best and _overlap(row, best[1]) >= 0.5 and best[0] not in {n for n, _ in pairs.values()}:
            pairs[at] = best
    return pairs


def _overlap(row: LabelledRow, claim: ExtractedClaim) -> float:
    shared: int = min(row["end"], claim.end) - max(row["start"], claim.start)
    return shared / max(int(row["end"]) - int(row["start"]), claim.end - claim.start, 1)


def _references(
    labelled: Sequence[LabelledRow],
    pairs: dict[int, tuple[int, ExtractedClaim]],
    scores: ClaimScores,
) -> None:
    """ "refers_to" counts the rows of the same article in the labelled file."""
    for at, row in enumerate(labelled):
        if row.get("refers_to") is None:
            continue
        right = at in pairs and row["refers_to"] in pairs
        right = right and pairs[at][1].refers_to == pairs[row["refers_to"]][0]
        scores.references = (scores.references[0] + 1, scores.references[1] + right)
