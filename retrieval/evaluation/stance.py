"""How well stances are told: accuracy, the share on the opposite side, and per language pair."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from retrieval.evaluation.claims import check_fields, read_rows
from retrieval.language.detect import detect_language
from retrieval.stance import judge_text

_OPPOSITE = {("supports", "refutes"), ("refutes", "supports")}


@dataclass
class StanceScores:
    """Counts over a labelled file.

    Attributes:
        rows: labelled pairs.
        right: judged as labelled.
        opposite: judged as the other side.
        by_group: (rows, right) per pair of languages, and per kind where rows give one.
        confusion: (labelled, judged) -> count.
        wrong: (question, claim, labelled, judged, reason).
    """

    rows: int = 0
    right: int = 0
    opposite: int = 0
    by_group: dict[str, tuple[int, int]] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[tuple[str, str, str, str, str]] = field(default_factory=list)

    @property
    def accuracy(self) -> float:
        """Share judged as labelled."""
        return self.right / self.rows if self.rows else 0.0

    @property
    def macro_f1(self) -> float:
        """Mean over the three stances of their F1."""
        scores = []
        for stance in ("supports", "refutes", "neutral"):
            hit = self.confusion[stance, stance]
            labelled = sum(n for (gold, _), n in self.confusion.items() if gold == stance)
            judged = sum(n for (_, said), n in self.confusion.items() if said == stance)
            scores.append(2 * hit / (labelled + judged) if labelled + judged else 0.0)
        return sum(scores) / len(scores)


def measure_stance(file: Path) -> StanceScores:
    """Measure the built-in judge on JSON lines of question, claim and stance.

    Raises:
        NotFound: there is no such file.
        BadInput: a row lacks a field.
    """
    scores = StanceScores()
    rows = read_rows(file)
    check_fields(file, rows, _check_row)
    for row in rows:
        _score(row, scores)
    return scores


def _check_row(row: dict[str, Any]) -> None:
    for key in ("question", "claim", "stance"):
        row[key].strip()


def _score(row: dict[str, Any], scores: StanceScores) -> None:
    question, claim, labelled = row["question"], row["claim"], row["stance"]
    judged = judge_text(question, claim)
    right = judged.stance == labelled
    scores.rows += 1
    scores.right += right
    scores.opposite += (labelled, judged.stance) in _OPPOSITE
    scores.confusion[labelled, judged.stance] += 1
    if not right:
        scores.wrong.append((question, claim, labelled, judged.stance, judged.reason))
    groups = [f"{detect_language(question)} -> {detect_language(claim)}"]
    for group in groups + ([row["kind"]] if "kind" in row else []):
        rows, hits = scores.by_group.get(group, (0, 0))
        scores.by_group[group] = (rows + 1, hits + right)
