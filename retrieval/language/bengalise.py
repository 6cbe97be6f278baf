"""Latin names in Bengali letters: a rough guide to the sound, always shown beside the original."""

import re
import unicodedata
from functools import cache

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise, to_bengali_digits

_HASANTA = "্"
_SOFT_C = re.compile(r"c(?=[eiy])")
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")


@cache
def _table(group: str) -> dict[str, str]:
    rows: dict[str, str] = load_data("retrieval.language", "bengalise.yaml")[group]
    return {latin: unicodedata.normalize("NFC", bengali) for latin, bengali in rows.items()}


@cache
def _spellings() -> re.Pattern[str]:
    known = {*_table("consonants"), *_table("signs")} - {"er"}
    return re.compile("er$|" + "|".join(sorted(known, key=len, reverse=True)))


def bengalise(name: str) -> str:
    """A Latin name in Bengali letters; figures become Bengali figures.

    Example:
        >>> bengalise("Smith")
        'স্মিথ'
    """
    return " ".join(_acronym(word) if _is_acronym(word) else _word(word) for word in name.split())


def _is_acronym(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) <= 5


def _acronym(word: str) -> str:
    return "".join(_table("letters").get(letter, "") for letter in word.lower())


def _word(word: str) -> str:
    folded = _DOUBLED.sub(r"\1", _SOFT_C.sub("s", normalise(word)))
    silent = len(folded) > 3 and folded.endswith("e") and folded[-2] not in "aeiouy"
    parts = _spellings().findall(folded[:-1] if silent else folded)
    if not parts:
        return to_bengali_digits(word)
    letters = [_letter(parts, at) for at in range(len(parts))]
    return "".join(letters)


def _letter(parts: list[str], at: int) -> str:
    """One spelling in Bengali, by what stands before it."""
    part = parts[at]
    after_consonant = at > 0 and _is_consonant(parts, at - 1)
    if _is_consonant(parts, at):
        # At the beginning of a word consonants join (স্মিথ); inside they are left side by side.
        joins = at == 1 and after_consonant and part != "h"
        return (_HASANTA if joins else "") + _table("consonants")[part]
    if part == "o" and at == len(parts) - 1:
        return "ো" if after_consonant else "ও"
    return _table("signs" if after_consonant else "initials").get(part, "")


def _is_consonant(parts: list[str], at: int) -> bool:
    """Whether a spelling stands for a consonant; y is one only at the beginning."""
    return parts[at] in _table("consonants") and (parts[at] != "y" or at == 0)
