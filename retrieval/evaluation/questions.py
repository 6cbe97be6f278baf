"""How well questions are answered: expected claimants on the right side, and silence where none is.

The articles or passages that the rows speak of are ingested into a library of their own.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from retrieval.claims.extract import EXTRACTOR, extract_claims, publisher_of
from retrieval.engine import ClaimEngine
from retrieval.evaluation.claims import check_fields, passage_article, passage_texts, read_rows
from retrieval.evaluation.same_source import same_source
from retrieval.models import Answer, Claim, Entry, Stance

OnRow = Callable[[int, int], None]


@dataclass
class LanguageScores:
    """Counts for one way of writing.

    Attributes:
        asked: questions.
        answerable: questions with something to find.
        answered: answerable questions that got an answer.
        hit: answerable questions with at least one expected claim in the answer.
        silent: unanswerable questions left unanswered.
        expected: expected claims (or claimants) in all.
        found: expected ones present in the answers.
        right_side: found ones on the labelled side.
        opposite: found ones on the opposite side.
    """

    asked: int = 0
    answerable: int = 0
    answered: int = 0
    hit: int = 0
    silent: int = 0
    expected: int = 0
    found: int = 0
    right_side: int = 0
    opposite: int = 0


@dataclass
class QuestionScores:
    """Scores per way of writing, and every row that is not as labelled."""

    by_language: dict[str, LanguageScores] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def prepare_articles(engine: ClaimEngine, file: Path) -> None:
    """Ingest what the rows of a labelled file speak of.

    Pages for rows that name ``articles``, the news passages for rows that name ``passage_ids``.
    """
    rows = read_rows(file)
    if any("passage_ids" in row for row in rows):
        beside = file.parent.parent / "data" / "bangla-news-qa" / "passages.jsonl"
        save_passages(engine, passage_texts(beside))
    else:
        engine.ingest([str(file.parent.parent / "articles")])


def save_passages(engine: ClaimEngine, texts: dict[str, str]) -> None:
    """Store bare passages as articles and index them; those already stored are passed over."""
    for name, text in texts.items():
        if not text.strip() or engine.library.fingerprint(name):
            continue
        save_passage(engine, name, text)
    engine.indexes.catch_up()


def save_passage(engine: ClaimEngine, name: str, text: str) -> None:
    """Store one bare passage with its claims; indexing is left to ``catch_up``."""
    article = passage_article(name, text)
    engine.library.save(
        article,
        extract_claims(article),
        content_hash=name,
        extractor=EXTRACTOR,
        publisher_claimant=publisher_of(article),
    )


def measure_questions(engine: ClaimEngine, file: Path, on_row: OnRow | None = None) -> QuestionScores:
    """Ask every question of a labelled file in every language given.

    Args:
        engine: whose library holds the articles (see ``prepare_articles``).
        file: JSON lines, see the README beside the labelled files.
        on_row: called with rows done and rows in all.

    Raises:
        NotFound: there is no such file.
        BadInput: a row is not of the expected form.
    """
    rows = read_rows(file)
    check_fields(file, rows, _check_row)
    scores = QuestionScores()
    for at, row in enumerate(rows):
        for language, question in row["questions"].items():
            counts = scores.by_language.setdefault(language, LanguageScores())
            _score(row, question, engine.ask(question), counts, scores)
        if on_row:
            on_row(at + 1, len(rows))
    return scores


def _check_row(row: dict[str, Any]) -> None:
    str(row["id"]), row["questions"].items()
    for label in row["expect"]:
        str(label["claimant"]), str(label["stance"])
        if "start" in label:
            int(label["start"]), int(label["end"]), str(label["passage_id"])


def _score(
    row: dict[str, Any], question: str, answer: Answer, counts: LanguageScores, scores: QuestionScores
) -> None:
    counts.asked += 1
    expected = row["expect"]
    shown = [(p.stance, entry.claim) for p in answer.positions for e in p.entries for entry in _all(e)]
    if not expected:
        counts.silent += answer.outcome == "unanswered"
        if answer.outcome != "unanswered":
            scores.wrong.append(f"{row['id']} {question}: expected silence, got {answer.outcome}")
        return
    counts.answerable += 1
    counts.answered += answer.outcome != "unanswered"
    stances = [_stances(row, label, shown) for label in expected]
    counts.hit += any(stances)
    for label, found in zip(expected, stances, strict=True):
        counts.expected += 1
        counts.found += bool(found)
        counts.right_side += label["stance"] in found
        counts.opposite += bool(found) and label["stance"] not in found and found != {"neutral"}
        if label["stance"] not in found:
            got = ", ".join(sorted(found)) or "absent"
            scores.wrong.append(f"{row['id']} {question}: {label['claimant']} {label['stance']}, got {got}")


def _all(entry: Entry) -> Iterable[Entry]:
    return (entry, *entry.also)


def _stances(row: dict[str, Any], label: dict[str, Any], shown: list[tuple[Stance, Claim]]) -> set[Stance]:
    """The sides on which the labelled claim (or, without offsets, claimant) stands in an answer."""
    if "start" in label:
        return {stance for stance, claim in shown if _same_span(label, claim)}
    names = [label["claimant"]]
    files = set(row.get("articles") or ())
    return {
        stance
        for stance, claim in shown
        if same_source(claim.claimant, names) and (not files or Path(claim.article.path).name in files)
    }


def _same_span(label: dict[str, Any], claim: Claim) -> bool:
    if claim.article.path != label["passage_id"]:
        return False
    spans = [(label["start"], label["end"]), *map(tuple, label.get("also_ok", ()))]
    return any(_overlap(span, claim) >= 0.5 for span in spans)


def _overlap(span: tuple[int, ...], claim: Claim) -> float:
    shared = min(span[1], claim.end) - max(span[0], claim.start)
    return shared / max(1, min(span[1] - span[0], claim.end - claim.start))


def as_json(scores: QuestionScores) -> str:
    """The scores as one JSON object."""
    return json.dumps({lang: vars(counts) for lang, counts in scores.by_language.items()})
