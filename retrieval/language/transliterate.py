"""Romanised Bengali into Bengali, by the words that the library knows.

Each word becomes the known Bengali word of the same phonetic key whose romanisation is nearest;
English words and what nothing matches stay as they are. A crude channel: it serves the dense
index, which cannot read Banglish, and is never shown.
"""

from collections.abc import Callable, Container, Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from retrieval.language.normalise import words
from retrieval.language.phonetic import phonetic_key
from retrieval.language.romanise import romanise_word

KnownWords = Callable[[Sequence[str]], Mapping[str, Sequence[str]]]
_LEAST_LIKE = 0.34


def to_bengali(text: str, known: KnownWords, keep: Container[str] = ()) -> str:
    """The text with its words put into Bengali script.

    Args:
        text: romanised Bengali.
        known: for phonetic keys, the Bengali words that sound so, commonest first.
        keep: words to leave as they are: small words sound like too many others.
    """
    tokens = words(text)
    keys = [phonetic_key(token) for token in tokens]
    candidates = known([key for key in keys if key])
    return " ".join(
        token if token in keep else _nearest(token, candidates.get(key, ()))
        for token, key in zip(tokens, keys, strict=True)
    )


def _nearest(token: str, candidates: Sequence[str]) -> str:
    best, likeness = token, _LEAST_LIKE
    for word in candidates:
        alike = Levenshtein.normalized_similarity(_plain(token), _plain(romanise_word(word)))
        if alike > likeness:
            best, likeness = word, alike
    return best


def _plain(spelling: str) -> str:
    """Spellings folded where Banglish writers differ most: o for a, single for double letters."""
    return spelling.replace("o", "a").replace("aa", "a").replace("ee", "i").replace("v", "bh")
