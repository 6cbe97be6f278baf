"""Keys by sound: one key for a word however it is spelt, in Bengali script or in Latin.

The idea is Soundex's (merge look-alike consonants, drop vowels) with tables for Bengali and for
the Latin spellings that Bengalis type. A key says that two words may sound alike, never that they
are the same word.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from retrieval.datafiles import load_data
from retrieval.language.detect import is_bengali
from retrieval.language.normalise import words
from retrieval.language.romanise import romanise_word


class _Tables(NamedTuple):
    bengali: re.Pattern[str]
    latin: re.Pattern[str]
    sound: dict[str, str]


@cache
def _tables() -> _Tables:
    data = load_data("retrieval.language", "phonetic.yaml")
    bengali, latin = data["bengali"], data["latin"]
    return _Tables(_longest_first(bengali), _longest_first(latin), {**latin, **bengali})


def _longest_first(table: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(key) for key in sorted(table, key=len, reverse=True)))


@lru_cache(maxsize=200_000)
def phonetic_key(word: str) -> str:
    """The key of one word, as ``words`` gives it; digits stay as they are.

    Example:
        >>> phonetic_key("peskov") == phonetic_key("পেসকভ") == "pskb"
        True
    """
    if word.isascii() and word.isdigit():
        return word
    tables = _tables()
    pattern = tables.bengali
    if not is_bengali(word[0]):
        pattern, word = tables.latin, _without_accents(word)
    sounds = "".join(tables.sound[match] for match in pattern.findall(word))
    head, tail = sounds[:1], sounds[1:].replace("a", "").replace("h", "")
    key = re.sub(r"(.)\1+", r"\1", head + tail)
    return key if len(key) > 1 else _with_vowels(word, key)


def _without_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _with_vowels(word: str, key: str) -> str:
    """Words of one consonant keep a coarse last vowel: ki and ke are not the same word."""
    vowels = _tables().sound
    last = next((v for c in reversed(word) if (v := vowels.get("vowel " + c, ""))), "")
    return f"{key}{last}"


def phonetic_keys(text: str) -> list[str]:
    """The keys of the words of a text, in order."""
    return [key for word in words(text) if (key := phonetic_key(word))]


_FEWEST_PARTS = 2  # of a name without "Md" before it
_SPELLINGS = {
    r"chh?": "c",
    r"sh": "s",
    r"ph": "f",
    r"[vw]|bh": "b",
    r"z|jh": "j",
    r"ck|q|kh": "k",
    r"th": "t",
    r"dh": "d",
    r"gh": "g",
    r"oo|ou|au": "u",
    r"ee|y": "i",
    r"o": "a",
    r"(.)\1+": r"\1",
}


class _NameParts(NamedTuple):
    spelt: dict[str, str]
    left_out: frozenset[str]


@cache
def _name_parts() -> _NameParts:
    data = load_data("retrieval.language", "name_parts.yaml")
    spelt = {word: group[-1] for group in data["spellings"] for part in group for word in words(part)}
    return _NameParts(spelt, frozenset(word for part in data["left_out"] for word in words(part)))


def spelling_key(name: str) -> str:
    """A key for whole names that keeps their vowels: equal for one name in both scripts.

    Stricter than ``phonetic_key``: Hasan and Hossain share a phonetic key and are two people.

    Example:
        >>> spelling_key("Nasim Mahmud") == spelling_key("নাসিম মাহমুদ")
        True
    """
    parts = words(name)
    if len(parts) > _FEWEST_PARTS and parts[0] in _name_parts().left_out:
        parts = parts[1:]
    return " ".join(key for part in parts if (key := _part_key(part)))


def _part_key(part: str) -> str:
    known = _name_parts().spelt.get(part, part)
    return _folded(known if known.isascii() else romanise_word(known))


def _folded(spelling: str) -> str:
    for pattern, plain in _SPELLINGS.items():
        spelling = re.sub(pattern, plain, spelling)
    return spelling
