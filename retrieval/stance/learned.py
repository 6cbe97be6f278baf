"""The learned judge: a small encoder reads question and claim together and gives three probabilities.

Its weights lie in ``data/learned.onnx`` (how they were made: ``training/README.md``); the vectors of
the word pieces come from the packaged embedding model. Nothing is downloaded, and neither torch nor
sentence-transformers is imported. It gives no reasons: ``combined`` does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retrieval.stance.judge import ClaimText
from retrieval.stance.packed import PackedModel
from retrieval.stance.pair import Pair, PairReader, batch_of

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Logits = NDArray[np.float32]
_WEIGHTS = "learned.onnx"
_ROWS = 8  # judged at once: more would be filled up to the longest
_THREADS = 2


@dataclass(frozen=True, slots=True)
class Probabilities:
    """How likely each stance is; they sum to 1."""

    supports: float
    refutes: float
    neutral: float


class LearnedJudge:
    """Reads claims against a question; loaded when first used, in about a second.

    Args:
        temperature: by which logits are divided before they become probabilities.

    Example:
        >>> LearnedJudge().probabilities("Did it rain?", [ClaimText("It rained all night.")])
        [Probabilities(supports=..., refutes=..., neutral=...)]
    """

    def __init__(self, temperature: float = 1.0) -> None:
        self._temperature = temperature
        self._lock = Lock()

    @cached_property
    def _model(self) -> PackedModel:
        return PackedModel()

    @cached_property
    def _reader(self) -> PairReader:
        return PairReader(self._model)

    @cached_property
    def _places(self) -> NDArray[np.float32]:
        """What is added to a vector for its place in the row, shape (places, width)."""
        width = self._model.width
        kind = self._model.tensor("emb.type").reshape(-1, width)[0]
        places: NDArray[np.float32] = self._model.tensor("emb.pos").reshape(-1, width) + kind
        return places

    @cached_property
    def _network(self) -> "InferenceSession":
        # Only where something is judged: importing it costs a quarter of a second.
        from onnxruntime import InferenceSession, SessionOptions

        options = SessionOptions()
        options.intra_op_num_threads = _THREADS
        weights = resources.files("retrieval.stance") / "data" / _WEIGHTS
        return InferenceSession(weights.read_bytes(), options, providers=["CPUExecutionProvider"])

    def probabilities(self, question: str, claims: Sequence[ClaimText]) -> list[Probabilities]:
        """How likely each claim supports, refutes, or does neither.

        Args:
            question: as judges read it (see ``question_text``).
            claims: to judge, in one batch.
        """
        scaled = self.logits(question, claims) / self._temperature
        raised = np.exp(scaled - scaled.max(axis=1, keepdims=True, initial=-np.inf))
        shares = raised / raised.sum(axis=1, keepdims=True)
        return [Probabilities(*(float(share) for share in row)) for row in shares]

    def logits(self, question: str, claims: Sequence[ClaimText]) -> Logits:
        """What the network says, shape (claims, 3): supports, refutes, neutral."""
        with self._lock:
            pairs = [
                self._reader.pair(question, claim.whole or claim.quote, claim.before) for claim in claims
            ]
            order = sorted(range(len(pairs)), key=lambda at: len(pairs[at].ids))
            found = np.zeros((len(pairs), 3), np.float32)
            for begin in range(0, len(order), _ROWS):
                rows = order[begin : begin + _ROWS]
                found[rows] = self._run([pairs[row] for row in rows])
        return found

    def _run(self, pairs: Sequence[Pair]) -> Logits:
        batch = batch_of(pairs, self._model.pad)
        rows, pieces = batch.ids.shape
        vectors = self._model.vectors(batch.ids.reshape(-1)).reshape(rows, pieces, self._model.width)
        fed = {"vectors": vectors + self._places[:pieces], "parts": batch.parts}
        logits: Logits = self._network.run(None, fed)[0]
        return logits
