"""How well stances are told: accuracy, the share on the opposite side, and per language pair."""

import statistics
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from retrieval.evaluation.pairs import LabelledPair, read_pairs
from retrieval.language.detect import detect_language
from retrieval.stance import Judge, judge_text, project_judge
from retrieval.stance.judge import ClaimText, question_text

_OPPOSITE = {("supports", "refutes"), ("refutes", "supports")}
_TOGETHER = 20  # claims judged at once when timed


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


def measure_stance(file: Path, limit: int | None = None, judge: Judge | None = None) -> StanceScores:
    """Measure a judge on labelled pairs (see ``pairs`` for the files it reads).

    Args:
        file: labelled pairs.
        limit: at most so many, spread evenly over the file.
        judge: the project's own by default.

    Raises:
        NotFound: there is no such file.
        BadInput: a row is broken; the message names it.
    """
    scores = StanceScores()
    for pair in read_pairs(file, limit):
        _score(pair, scores, judge)
    return scores


def judging_ms(file: Path, judge: Judge | None = None) -> float:
    """Median milliseconds to judge 20 claims at once, over the rows of a labelled file.

    Args:
        file: as for ``measure_stance``.
        judge: the project's own by default.
    """
    pairs = read_pairs(file, None)
    judge = judge or project_judge()
    judge.judge_all("warm", [ClaimText("up")])
    times = []
    for begin in range(0, len(pairs), _TOGETHER):
        claims = [ClaimText(pair.claim) for pair in (pairs[begin:] + pairs)[:_TOGETHER]]
        asked = question_text(pairs[begin].question, [])
        begun = time.perf_counter()
        judge.judge_all(asked, claims)
        times.append((time.perf_counter() - begun) * 1000)
    return round(statistics.median(times), 1) if times else 0.0


def _score(pair: LabelledPair, scores: StanceScores, judge: Judge | None) -> None:
    judged = judge_text(pair.question, pair.claim, judge)
    right = judged.stance == pair.stance
    scores.rows += 1
    scores.right += right
    scores.opposite += (pair.stance, judged.stance) in _OPPOSITE
    scores.confusion[pair.stance, judged.stance] += 1
    if not right:
        scores.wrong.append((pair.question, pair.claim, pair.stance, judged.stance, judged.reason))
    groups = [f"{detect_language(pair.question)} -> {detect_language(pair.claim)}"]
    for group in groups + ([pair.kind] if pair.kind else []):
        rows, hits = scores.by_group.get(group, (0, 0))
        scores.by_group[group] = (rows + 1, hits + right)
