"""A question and a claim with its context as one row of word pieces, as the learned judge reads them.

<s> question </s> </s> claim </s> [</s> context </s>]
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from retrieval.language.normalise import normalise
from retrieval.stance.packed import PackedModel

Ints = NDArray[np.int64]
# In word pieces. A claim is a sentence; of the context the end stands nearest to it.
LONGEST_QUESTION, LONGEST_CLAIM, LONGEST_CONTEXT = 40, 80, 40
_SPACES = re.compile("  +")


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of word pieces.

    Attributes:
        ids: of the pieces.
        parts: of each piece: 0 of the question, 1 of the claim, 2 of the context.
    """

    ids: tuple[int, ...]
    parts: tuple[int, ...]


class PairReader:
    """Cuts texts into the word pieces of the packaged model.

    Args:
        model: whose pieces they are.
    """

    def __init__(self, model: PackedModel) -> None:
        # Only where something is judged.
        from tokenizers import Tokenizer
        from tokenizers.models import Unigram
        from tokenizers.pre_tokenizers import Metaspace

        self._model = model
        pieces = list(zip(model.pieces, model.scores.tolist(), strict=True))
        self._cutter = Tokenizer(Unigram(pieces, unk_id=model.unknown, byte_fallback=False))
        self._cutter.pre_tokenizer = Metaspace(replacement="▁", prepend_scheme="always")
        self.pieces = lru_cache(maxsize=20_000)(self._pieces)

    def _pieces(self, text: str) -> tuple[int, ...]:
        """The ids of a text's pieces, normalised first."""
        folded = _SPACES.sub(" ", normalise(text).translate(self._model.folds)).strip()
        return tuple(self._cutter.encode(folded, add_special_tokens=False).ids) if folded else ()

    def pair(self, question: str, claim: str, context: str = "") -> Pair:
        """A question and a claim as one row."""
        begin, end = self._model.begin, self._model.end
        asked = (begin, *self.pieces(question)[:LONGEST_QUESTION], end)
        told = (end, *self.pieces(claim)[:LONGEST_CLAIM], end)
        around = self.pieces(context)[-LONGEST_CONTEXT:]
        beside = (end, *around, end) if around else ()
        parts = (0,) * len(asked) + (1,) * len(told) + (2,) * len(beside)
        return Pair((*asked, *told, *beside), parts)


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of equal length: shorter ones are filled up.

    Attributes:
        ids: shape (rows, pieces).
        parts: the same shape; 3 where a row is filled up.
    """

    ids: Ints
    parts: Ints


FILLED = 3


def batch_of(pairs: Sequence[Pair], fill: int) -> Batch:
    """Pairs as one batch as long as the longest.

    Args:
        pairs: at least one.
        fill: the id to fill up with.
    """
    shape = (len(pairs), max(len(pair.ids) for pair in pairs))
    ids, parts = np.full(shape, fill, np.int64), np.full(shape, FILLED, np.int64)
    for at, pair in enumerate(pairs):
        ids[at, : len(pair.ids)] = pair.ids
        parts[at, : len(pair.parts)] = pair.parts
    return Batch(ids, parts)
