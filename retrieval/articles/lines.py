"""The lines and paragraphs of a text, with their places in it.

It finds them and no more: which of them are prose is for ``furniture`` to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

WRAP_WIDTH = 120
"""Longest line, in characters, of a text that can be hard-wrapped."""
WRAP_PAIRS = 3
"""Fewest pairs of lines that tell a hard-wrapped text."""
WRAP_SHARE = 0.7
"""Least share of such pairs among all."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a text without the white space around it: ``text == whole[start:end]``."""

    start: int
    end: int
    text: str


def find_lines(text: str, start: int = 0) -> list[Line]:
    """Cut ``text`` at its line ends; empty lines stay, as empty ``Line``s.

    Args:
        text: the text, with universal newlines.
        start: place of its first character in the whole text.
    """
    found = []
    for raw in text.split("\n"):
        stripped = raw.strip()
        lead = start + raw.find(stripped)
        found.append(Line(lead, lead + len(stripped), stripped))
        start += len(raw) + 1
    return found


def find_paragraphs(text: str) -> list[Line]:
    """Cut a plain text into paragraphs: its lines, joined again where they were hard-wrapped."""
    lines = find_lines(text)
    width = max((len(line.text) for line in lines), default=0)
    joined = _wrapped_pairs(lines, width) if width <= WRAP_WIDTH else set()
    return [line for line in _join(text, lines, joined) if line.text]


def _wrapped_pairs(lines: Sequence[Line], width: int) -> set[int]:
    """Places of the lines whose follower continues them: its first word had no room left."""
    pairs = [(at, a, b) for at, (a, b) in enumerate(pairwise(lines)) if a.text and b.text]
    full = {at for at, a, b in pairs if len(a.text) + 1 + len(b.text.split()[0]) > width}
    wrapped = len(full) >= max(WRAP_PAIRS, WRAP_SHARE * len(pairs))
    return full if wrapped else set()


def _join(text: str, lines: Sequence[Line], joined: set[int]) -> Iterator[Line]:
    start: int | None = None
    for at, line in enumerate(lines):
        start = line.start if start is None else start
        if at not in joined:
            yield Line(start, line.end, text[start : line.end])
            start = None
