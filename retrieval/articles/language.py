"""Whether a text can be an article here: Bengali in Bengali script, or English.

It judges whole articles by letters and common words, and refuses the rest with a reason. The
language of a question, which is short and may be romanised Bengali, is not its matter.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

from retrieval.articles.words import load
from retrieval.errors import BadArticle
from retrieval.models import ArticleLanguage

MAIN_SCRIPT = 0.5
"""Least share of the letters that an article's own script holds."""
ENGLISH_WORDS = 0.2
"""Least share of common English words in an English text."""
SHORT_TEXT = 30
"""Below this many words half of that share is enough."""
BIJOY_WORDS = 0.15
"""Least share of words with a symbol inside that tells text typed in a Bijoy font."""
ASSAMESE_LETTERS = 0.3
"""Least share of the Assamese letters ৰ and ৱ among these and র that tells Assamese."""


def detect_language(text: str, name: str) -> ArticleLanguage:
    """Tell the language of an article.

    Args:
        text: its prose.
        name: what to call it in an error, such as its path.

    Raises:
        BadArticle: it is in another language or script, or typed in a Bijoy font.
    """
    if bijoy_share(text) >= BIJOY_WORDS:
        raise BadArticle(
            f"{name} is typed in a Bijoy font (SutonnyMJ and the like), which no search can read: "
            "convert it to Unicode Bengali first."
        )
    shares = script_shares(text)
    if not shares:
        raise BadArticle(f"{name} holds no words: put the article's text into it.")
    script = max(shares, key=lambda key: shares[key])
    if shares[script] < MAIN_SCRIPT:
        raise BadArticle(f"{name} is in no one script: give an article in Bengali or in English.")
    if script == "BENGALI":
        return _bengali(text, name)
    if script == "LATIN":
        return _english(text, name)
    raise BadArticle(
        f"{name} is written in {script.capitalize()} script: only articles in Bengali or English can be read."
    )


def script_shares(text: str) -> dict[str, float]:
    """Share of each script among letters and vowel signs, by its Unicode name (``"BENGALI"``)."""
    scripts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if unicodedata.category(character)[0] in "LM":
            scripts[unicodedata.name(character, "UNKNOWN").split()[0]] += count
    return {script: count / scripts.total() for script, count in scripts.items()}


def is_english(text: str) -> bool:
    """Tell whether a text in Latin letters is English, by the commonest words."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    english = sum(word in _common_words("english") for word in words)
    foreign = sum(word in _common_words("foreign") for word in words)
    needed = ENGLISH_WORDS if len(words) >= SHORT_TEXT else ENGLISH_WORDS / 2
    return english > foreign and english >= needed * len(words)


def bijoy_share(text: str) -> float:
    """Share of words that hold one of Bijoy's symbols beside an ASCII letter."""
    words = text.split()
    pattern = _bijoy_pattern()
    return sum(bool(pattern.search(word)) for word in words) / max(len(words), 1)


def _bengali(text: str, name: str) -> ArticleLanguage:
    words = load("languages.yaml")
    assamese = sum(text.count(letter) for letter in words["assamese"])
    bengali = text.count(words["bengali_ra"])
    if assamese >= ASSAMESE_LETTERS * max(assamese + bengali, 1):
        raise BadArticle(
            f"{name} is in Assamese (its letters are ৰ and ৱ): "
            "only articles in Bengali or English can be read."
        )
    return "bn"


def _english(text: str, name: str) -> ArticleLanguage:
    if not is_english(text):
        raise BadArticle(
            f"{name} is in Latin letters but not in English: give English, or Bengali in Bengali "
            "script (romanised Bengali is for questions only)."
        )
    return "en"


@cache
def _common_words(key: str) -> frozenset[str]:
    return frozenset(load("languages.yaml")[key])


@cache
def _bijoy_pattern() -> re.Pattern[str]:
    symbols = f"[{re.escape(load('languages.yaml')['bijoy'])}]"
    return re.compile(f"[A-Za-z]{symbols}+[A-Za-z]|[A-Za-z]{symbols}{{2}}|(?<!\\S)[†‡ˆ‰][A-Za-z]")
