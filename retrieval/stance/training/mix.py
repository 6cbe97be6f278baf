"""Sets the temperature and the threshold of the mix, on families that the network never saw."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.stance.combined import Mix, weigh
from retrieval.stance.judge import ClaimText, RuleJudge, Verdict
from retrieval.stance.learned import LearnedJudge, Probabilities
from retrieval.stance.training.encoder import STANCES
from retrieval.stance.training.pairs import Labelled

Shares = NDArray[np.float64]
Indexes = NDArray[np.int64]
# Set by hand: lower ones stopped sides that the rules had right (see README.md).
_VETO = 0.9
_OPPOSITE = 0.045  # share on the opposite side that the threshold aims at
_THRESHOLDS = [round(0.34 + 0.02 * step, 2) for step in range(31)]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs with what both judges say.

    Attributes:
        logits: of the learned judge, shape (pairs, 3).
        verdicts: of the rules.
        labels: indexes into STANCES.
    """

    logits: NDArray[np.float32]
    verdicts: list[Verdict]
    labels: NDArray[np.int64]


def judge_pairs(pairs: Sequence[Labelled], learned: LearnedJudge) -> Judged:
    """What both judges say of labelled pairs."""
    rules = RuleJudge()
    texts = [ClaimText(p.claim, p.context, whole=p.claim, before=p.context) for p in pairs]
    logits = np.concatenate(
        [learned.logits(p.question, [text]) for p, text in zip(pairs, texts, strict=True)]
    )
    verdicts = [rules.verdict(p.question, text) for p, text in zip(pairs, texts, strict=True)]
    labels = np.array([STANCES.index(p.stance) for p in pairs])
    return Judged(logits, verdicts, labels)


def fit(judged: Judged) -> Mix:
    """The temperature under which labels are likeliest, and the threshold that makes wrong sides rare.

    The threshold is the lowest that keeps the opposite side rare enough over all.
    """
    temperature = _temperature(judged.logits, judged.labels)
    mixes = [Mix(temperature, side, _VETO) for side in _THRESHOLDS]
    rare = (mix for mix in mixes if opposite(said(judged, mix), judged.labels).mean() <= _OPPOSITE)
    return next(rare, mixes[-1])


def said(judged: Judged, mix: Mix) -> Indexes:
    """The stance by both judges, as indexes into STANCES."""
    rows = zip(softmax(judged.logits / mix.temperature), judged.verdicts, strict=True)
    judgements = [weigh(Probabilities(*map(float, row)), verdict, mix) for row, verdict in rows]
    return np.array([STANCES.index(judgement.stance) for judgement in judgements])


def opposite(found: Indexes, labels: Indexes) -> NDArray[np.bool_]:
    """Which are on the opposite side."""
    wrong: NDArray[np.bool_] = (found + labels == 1) & (found != labels)
    return wrong


def softmax(logits: NDArray[np.floating]) -> Shares:
    """Shares that sum to 1 in each row."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)


def _temperature(logits: NDArray[np.float32], labels: NDArray[np.int64]) -> float:
    """The one of a row of temperatures under which the labels are likeliest."""
    steps = np.arange(0.5, 4.0, 0.05)
    loss = [-np.log(softmax(logits / t)[np.arange(len(labels)), labels] + 1e-9).mean() for t in steps]
    return round(float(steps[int(np.argmin(loss))]), 2)
