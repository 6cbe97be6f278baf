"""Measures and breaks lines of text for terminals, Bengali included.

Terminals disagree about Bengali vowel signs that stand beside their letter (া, ী): some give them
a cell, some none, and rich 15 counts none. Here they count one, so that a line never runs past its
column on any terminal. A line breaks between words, or between letters with all their signs.
"""

import re
import unicodedata

from rich.cells import get_character_cell_size

_NO_CELL = frozenset({"Mn", "Me", "Cf"})
_MARKS = frozenset({"Mn", "Me", "Mc"})
_JOINER = "\u200d"
_HASANTA = "\u09cd"
_WORD = re.compile(r"\S+")


def cells(text: str) -> int:
    """The most cells that any terminal gives a text.

    Example:
        >>> cells("মাস্ক")
        4
    """
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    kind = unicodedata.category(character)
    if kind in _NO_CELL:
        return 0
    return 1 if kind == "Mc" else get_character_cell_size(character)


def letters(word: str) -> list[str]:
    """A word cut where a line may break: a letter keeps its signs, a conjunct stays whole.

    Example:
        >>> letters("স্কুলে")
        ['স্কু', 'লে']
    """
    found: list[str] = []
    for character in word:
        sign = unicodedata.category(character) in _MARKS or character == _JOINER
        if found and (sign or found[-1].endswith((_HASANTA, _JOINER))):
            found[-1] += character
        else:
            found.append(character)
    return found


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most ``width`` cells; words longer than that are cut.

    Args:
        text: words with any spacing between them.
        width: in cells, at least 2.
    """
    lines: list[str] = []
    for word in _WORD.findall(text):
        for part in _parts(word, width):
            if lines and cells(lines[-1]) + 1 + cells(part) <= width:
                lines[-1] = f"{lines[-1]} {part}"
            else:
                lines.append(part)
    return lines


def _parts(word: str, width: int) -> list[str]:
    """The word, or pieces of it that each fill a line."""
    if cells(word) <= width:
        return [word]
    parts = [""]
    for letter in letters(word):
        if parts[-1] and cells(parts[-1]) + cells(letter) > width:
            parts.append("")
        parts[-1] += letter
    return parts
