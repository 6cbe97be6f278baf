"""Trains the network on the authored families and writes its weights.

    python -m retrieval.stance.training.train --steps 3000 --out stance.pt
    python -m retrieval.stance.training.release stance.pt

The first takes an hour or so on two cores with bf16 in hardware and keeps a tenth of the families for
validation; the second writes ``data/learned.onnx`` and ``data/mix.yaml``. Needs torch, and for the
second ``onnx``, ``onnxscript`` and ``matplotlib``, which the project itself does not.
"""

import argparse
import logging
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from retrieval.stance.packed import PackedModel
from retrieval.stance.pair import FILLED, Batch, Pair, PairReader, batch_of
from retrieval.stance.training.encoder import STANCES, StanceEncoder
from retrieval.stance.training.families import read_families
from retrieval.stance.training.pairs import Labelled, PairMaker, Variation

SEED = 1
_ROWS = 32
_WIDTH = 16  # rows are filled up to multiples of it, so that few shapes are compiled
_SORTED = 40  # batches' worth of pairs that are sorted by length together
_WARM = 80
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    Attributes:
        steps: of 32 pairs each.
        rate: the highest learning rate; it rises for 80 steps and falls to nought in a line.
        layers: of the packaged encoder to keep, from below.
        smoothing: of the labels.
        begin: weights to begin with instead of the packaged ones.
    """

    steps: int
    rate: float = 2e-4
    layers: int = 6
    smoothing: float = 0.05
    begin: Path | None = None


def train(plan: Plan) -> StanceEncoder:
    """The trained network."""
    torch.manual_seed(SEED)
    model = PackedModel()
    encoder = StanceEncoder(model, plan.layers, dropout=0.0)
    if plan.begin:
        encoder.load_state_dict(torch.load(plan.begin, weights_only=True))
    trained = [family for family in read_families() if not family.held_out]
    batches = _batches(PairMaker(trained, Variation(), SEED), PairReader(model), model.pad)
    optimiser = _optimiser(encoder, plan.rate)
    losses: list[float] = []
    for step in range(plan.steps):
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * min(1, (step + 1) / _WARM) * (1 - step / plan.steps)
        losses.append(_step(encoder, optimiser, *next(batches), plan.smoothing))
        if step % 100 == 99:
            _log.info("step %d loss %.3f", step + 1, float(np.mean(losses[-100:])))
    return encoder.eval()


def _optimiser(encoder: StanceEncoder, rate: float) -> torch.optim.Optimizer:
    flat = [p for name, p in encoder.named_parameters() if p.ndim < 2 or name == "parts"]
    matrices = [p for name, p in encoder.named_parameters() if p.ndim >= 2 and name != "parts"]
    groups = [{"params": flat, "weight_decay": 0.0}, {"params": matrices, "weight_decay": 0.01}]
    return torch.optim.AdamW(groups, rate, fused=True)


def _step(
    encoder: StanceEncoder, optimiser: torch.optim.Optimizer, batch: Batch, labels: Tensor, smoothing: float
) -> float:
    with torch.autocast("cpu", torch.bfloat16):
        logits = encoder(batch)
    loss = functional.cross_entropy(logits, labels, label_smoothing=smoothing)
    loss.backward()  # type: ignore[no-untyped-call]  # torch 2.13
    torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return float(loss.detach())


def _batches(maker: PairMaker, reader: PairReader, fill: int) -> Iterator[tuple[Batch, Tensor]]:
    """Full batches of pairs of like length, epoch after epoch, without end."""
    chance = random.Random(SEED)  # noqa: S311  # no secret
    while True:
        rows = [(reader.pair(p.question, p.claim, p.context), STANCES.index(p.stance)) for p in maker.epoch()]
        found = list(_alike(rows))
        chance.shuffle(found)
        for batch in found:
            yield _padded([pair for pair, _ in batch], fill), torch.tensor([label for _, label in batch])


def _alike(rows: Sequence[tuple[Pair, int]]) -> Iterator[Sequence[tuple[Pair, int]]]:
    for begin in range(0, len(rows), _ROWS * _SORTED):
        piece = sorted(rows[begin : begin + _ROWS * _SORTED], key=lambda row: len(row[0].ids))
        yield from (piece[at : at + _ROWS] for at in range(0, len(piece) - _ROWS + 1, _ROWS))


def _padded(pairs: Sequence[Pair], fill: int) -> Batch:
    batch = batch_of(pairs, fill)
    more = ((0, 0), (0, -batch.ids.shape[1] % _WIDTH))
    return Batch(
        np.pad(batch.ids, more, constant_values=fill), np.pad(batch.parts, more, constant_values=FILLED)
    )


def pairs_of(labelled: Sequence[Labelled], reader: PairReader) -> list[Pair]:
    """Labelled pairs as rows of word pieces."""
    return [reader.pair(pair.question, pair.claim, pair.context) for pair in labelled]


def main() -> None:
    """See the module."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--begin", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    encoder = train(Plan(given.steps, given.rate, begin=given.begin))
    torch.save(encoder.state_dict(), given.out)


if __name__ == "__main__":
    main()
