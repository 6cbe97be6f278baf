"""Tells in which of three ways a question is written: Bengali, English, or romanised Bengali.

Short chat text only; whether an article is in a language we read is decided in ``articles``.
"""

from functools import cache

from retrieval.datafiles import load_data
from retrieval.language.normalise import words
from retrieval.models import QuestionLanguage


def is_bengali(text: str) -> bool:
    """Whether any letter of the text is Bengali."""
    return any("ঀ" <= character <= "\u09ff" for character in text)


@cache
def _hints() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    data = load_data("retrieval.language", "detect.yaml")
    return frozenset(data["english"]), frozenset(data["banglish"]), tuple(data["banglish_endings"])


def detect_language(text: str) -> QuestionLanguage:
    """The way a question is written.

    Bengali letters decide at once where they are at least a third of all letters (names in Latin
    letters are common in Bengali questions). Latin text is told by its small words; without any, it
    is taken for English.

    Example:
        >>> detect_language("musk ki putin er sathe kotha bolto?")
        'bn-Latn'
    """
    letters = [c for c in text if c.isalpha()]
    if letters and sum("ঀ" <= c <= "\u09ff" for c in letters) * 3 >= len(letters):
        return "bn"
    english, banglish, endings = _hints()
    tokens = words(text)
    romanised = sum((t in banglish) + 0.5 * (t not in english and t.endswith(endings)) for t in tokens)
    return "bn-Latn" if romanised > sum(token in english for token in tokens) else "en"
