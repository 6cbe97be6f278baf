"""Why: the clause behind "because", before কারণে.

Two reasons are no dispute: a thing has many, and whether one excludes the other takes understanding
that rules do not have. Only who says that a reason is none is set against those who give it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from retrieval.answers.reading import Phrase, Reading, phrases_of
from retrieval.answers.told import Told
from retrieval.datafiles import load_data
from retrieval.language.negation import negates
from retrieval.language.normalise import normalise
from retrieval.question import function_words

_LONGEST = 14
_LONGEST_BEFORE = 6
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason by what its words are and mean."""

    content: tuple[frozenset[str], ...]

    def same(self, other: "Reason") -> bool:
        """Half of the content words of the longer one, at least, meet in the other."""
        met = sum(any(mine & its for its in other.content) for mine in self.content)
        return met >= _ALIKE * max(len(self.content), len(other.content), 1)

    def clashes(self, other: "Reason") -> bool:  # noqa: ARG002
        """Never; see the module."""
        return False


@cache
def _words() -> Mapping[str, frozenset[Phrase]]:
    data: dict[str, Any] = load_data("retrieval.answers", "reasons.yaml")
    return {group: phrases_of(row) for group, row in data.items()}


def reason_told(reading: Reading, denied: bool) -> Told | None:
    """The reason that a claim gives; None where it gives none."""
    for at in range(len(reading.norms)):
        span = _behind(reading, at) or _before(reading, at)
        if span:
            first, last = span
            turned = denied or _negated(reading, at)
            return Told(reading.words(first, last), _reason(reading, first, last), turned)
    return None


def _reason(reading: Reading, first: int, last: int) -> Reason:
    content = [
        frozenset({reading.stems[at], *reading.ids[at]})
        for at in range(first, last + 1)
        if reading.norms[at] not in function_words()
    ]
    return Reason(tuple(content))


def _behind(reading: Reading, at: int) -> tuple[int, int] | None:
    width = reading.at(at, _words()["behind"])
    first = at + width
    if not width or first >= len(reading.norms):
        return None
    last = first
    while last + 1 < len(reading.norms) and last - first < _LONGEST and not _ends(reading, last + 1):
        last += 1
    return (first, last) if _content(reading, first, last) else None


def _before(reading: Reading, at: int) -> tuple[int, int] | None:
    if not reading.at(at, _words()["before"]) or at == 0 or reading.at(at - 1, _words()["weak"]):
        return None
    first = at - 1
    while first > 0 and at - first < _LONGEST_BEFORE and not _ends(reading, first):
        first -= 1
    if _ends(reading, first) and not reading.tokens[first].broken:
        first += 1
    return (first, at) if first < at and _content(reading, first, at - 1) else None


def _ends(reading: Reading, at: int) -> bool:
    return reading.tokens[at].broken or bool(reading.at(at, _words()["ends"]))


def _content(reading: Reading, first: int, last: int) -> bool:
    return any(reading.norms[at] not in function_words() for at in range(first, last + 1))


def _negated(reading: Reading, at: int) -> bool:
    """ "Not because of", "কারণে নয়"."""
    before = reading.norms[at - 1] if at else ""
    behind = reading.norms[at + 1] if at + 1 < len(reading.norms) else ""
    return (
        before in {"not", "n't"}
        or before.endswith("n't")
        or behind == normalise("নয়")
        or (not behind.isascii() and negates(behind) and not reading.tokens[at + 1].broken)
    )
