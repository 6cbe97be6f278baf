"""Bengali words in Latin letters, as Bangladeshi newspapers write names; no scholarly standard."""

import re
import unicodedata
from functools import cache

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise

_HASANTA = "্"


@cache
def _letters() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = load_data("retrieval.language", "romanise.yaml")
    return {
        group: {unicodedata.normalize("NFC", letter): latin for letter, latin in rows.items()}
        for group, rows in table.items()
    }


def romanise(name: str) -> str:
    """A Bengali name in Latin letters, each word capitalised.

    Example:
        >>> romanise("নাসিম মাহমুদ")
        'Nasim Mahmud'
    """
    return " ".join(romanise_word(word).capitalize() for word in normalise(name).split())


def romanise_word(word: str) -> str:
    """One normalised word in Latin letters, lower case."""
    table = _letters()
    consonants, signs, vowels = table["consonants"], table["signs"], table["vowels"]
    out: list[str] = []
    position = 0
    while position < len(word):
        letter = _letter_at(word, position)
        position += len(letter)
        if letter in consonants:
            out.append(consonants[letter] + _inherent(word, position, signs))
        else:
            out.append(signs.get(letter, vowels.get(letter, letter if letter.isascii() else "")))
    return re.sub(r"(.)\1{2,}", r"\1\1", "".join(out))


def _letter_at(word: str, position: int) -> str:
    """The longest letter of the tables at a position (ড়, the joined য, অ্যা), or the character there."""
    table = _letters()
    for width in (4, 3, 2):
        letter = word[position : position + width]
        if letter in table["consonants"] or letter in table["vowels"]:
            return letter
    return word[position]


def _inherent(word: str, position: int, signs: dict[str, str]) -> str:
    """The vowel a Bengali consonant carries unless a sign, a hasanta or the word's end follows.

    Inside a word it falls silent before a consonant with a vowel sign: সরকার is sarkar.
    """
    if position >= len(word) or word[position] in signs or word[position] == _HASANTA:
        return ""
    first = position == 1
    return "a" if first or word[position + 1 : position + 2] not in signs else ""
