"""Light stemming: Bengali words lose their case endings, English words their inflection.

English by Snowball's English stemmer (Porter 2001); Bengali by the endings in ``stem.yaml``, longest
first, never leaving fewer than three characters (after Das and Mitra 2011, who found light
suffix stripping to help Bengali retrieval most).
"""

import threading
from functools import cache, lru_cache

import snowballstemmer

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise, words

_SHORTEST = 3


@cache
def _endings() -> tuple[str, ...]:
    listed = load_data("retrieval.language", "stem.yaml")["endings"]
    return tuple(sorted((normalise(ending) for ending in listed), key=len, reverse=True))


class _English(threading.local):
    """Snowball's stemmer, one a thread: it keeps the word at hand in itself."""

    def __init__(self) -> None:
        self.word = snowballstemmer.stemmer("english").stemWord


_english = _English()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a normalised word.

    Example:
        >>> stem("reported"), stem("নেতাদের")
        ('report', 'নেতা')
    """
    if word[0].isascii():
        return str(_english.word(word))
    while (shorter := _without_ending(word)) != word:
        word = shorter
    return word


def _without_ending(word: str) -> str:
    """Until none is left: সরকার loses a -র that is none, and সরকারের has to meet it there."""
    for ending in _endings():
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _SHORTEST and _may_end(rest, ending):
            return rest
    return word


def _may_end(rest: str, ending: str) -> bool:
    """-র follows a vowel only (নেতা-র); after a consonant it belongs to the word (মেয়র)."""
    return ending[0] not in "রয়" or rest[-1] in "ািীুূৃেৈোৌ"


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order."""
    return [stem(word) for word in words(text)]
