"""Turns trained weights into what ships, and measures it: see ``train``.

Writes ``data/learned.onnx`` and ``data/mix.yaml`` in the package, and ``calibration.png`` here.
"""

import argparse
import logging
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
import yaml

from retrieval.stance.learned import LearnedJudge
from retrieval.stance.packed import PackedModel
from retrieval.stance.training.encoder import StanceEncoder
from retrieval.stance.training.export import export
from retrieval.stance.training.families import read_families
from retrieval.stance.training.mix import Indexes, Shares, fit, judge_pairs, opposite, said, softmax
from retrieval.stance.training.pairs import validation_pairs

_HERE = Path(__file__).parent
_SHIPPED = _HERE.parent / "data"
_QUESTIONS, _SEED = 4, 7
_BINS = np.linspace(0.3, 1.0, 8)
_NOTE = (
    "# The temperature and side by training/release.py on held-out authored families, the veto by hand:\n"
    "# see training/README.md.\n"
)
_log = logging.getLogger(__name__)


def release(weights: Path, layers: int) -> None:
    """Write the network and the mix, and log what held-out families say of them."""
    encoder = StanceEncoder(PackedModel(), layers, dropout=0.0)
    encoder.load_state_dict(torch.load(weights, weights_only=True))
    export(encoder, _SHIPPED / "learned.onnx")
    refit()


def refit() -> None:
    """Fit the mix to the network that ships, and measure both."""
    held = [family for family in read_families() if family.held_out]
    judged = judge_pairs(validation_pairs(held, _QUESTIONS, _SEED), LearnedJudge())
    mix = fit(judged)
    values = {"temperature": mix.temperature, "side": mix.side, "veto": mix.veto}
    (_SHIPPED / "mix.yaml").write_text(_NOTE + yaml.safe_dump(values, sort_keys=False), encoding="utf-8")
    shares = softmax(judged.logits / mix.temperature)
    rules = np.array([{1: 0, -1: 1, 0: 2}[verdict.sign] for verdict in judged.verdicts])
    _log.info("%d families, %d pairs; %s", len(held), len(judged.labels), values)
    found = {"rules": rules, "learned": shares.argmax(axis=1), "both": said(judged, mix)}
    for name, stances in found.items():
        _log.info("%-8s %s", name, figures(stances, judged.labels))
    for line in calibration(shares, judged.labels):
        _log.info(line)
    _plot(shares, judged.labels)


def figures(found: Indexes, labels: Indexes) -> str:
    """Accuracy, macro F1 and the share on the opposite side."""
    both = [2 * np.sum((found == k) & (labels == k)) / np.sum([found == k, labels == k]) for k in range(3)]
    wrong = opposite(found, labels)
    return (
        f"accuracy {np.mean(found == labels):.3f}  macro F1 {np.mean(both):.3f}"
        f"  opposite {wrong.sum()} of {len(labels)} ({wrong.mean():.3f})"
    )


def calibration(shares: Shares, labels: Indexes) -> list[str]:
    """How often the likeliest stance is right, per range of its probability."""
    rows = _bins(shares, labels)
    sure, right = shares.max(axis=1), shares.argmax(axis=1) == labels
    error = sum(n * abs(mean - share) for _, n, mean, share in rows) / len(labels)
    table = [
        f"{begin:.1f}-  {n:5} pairs  said {mean:.2f}  right {share:.2f}" for begin, n, mean, share in rows
    ]
    return [
        *table,
        f"expected calibration error {error:.3f}; said {sure.mean():.3f}, right {right.mean():.3f}",
    ]


def _bins(shares: Shares, labels: Indexes) -> list[tuple[float, int, float, float]]:
    sure, right = shares.max(axis=1), shares.argmax(axis=1) == labels
    found = []
    for begin, end in pairwise(_BINS):
        inside = (sure >= begin) & ((sure < end) | (end == 1.0))
        if inside.any():
            mean, share = float(sure[inside].mean()), float(right[inside].mean())
            found.append((float(begin), int(inside.sum()), mean, share))
    return found


def _plot(shares: Shares, labels: Indexes) -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot

    rows = _bins(shares, labels)
    figure, axes = pyplot.subplots(figsize=(4, 4), dpi=100)
    axes.plot([0.3, 1], [0.3, 1], linestyle=":", color="grey")
    axes.plot([row[2] for row in rows], [row[3] for row in rows], marker="o", color="black")
    for _, n, mean, share in rows:
        axes.annotate(str(n), (mean, share), textcoords="offset points", xytext=(4, -10), fontsize=7)
    axes.set_xlabel("confidence")
    axes.set_ylabel("share right")
    figure.tight_layout()
    figure.savefig(_HERE / "calibration.png")


def main() -> None:
    """See the module."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="?", help="leave out to fit the mix alone")
    parser.add_argument("--layers", type=int, default=6)
    given = parser.parse_args()
    if given.weights:
        release(given.weights, given.layers)
    else:
        refit()


if __name__ == "__main__":
    main()
