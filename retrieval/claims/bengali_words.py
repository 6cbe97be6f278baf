"""Bengali case endings and what a word's ending tells. Pure functions on normalised words."""

import re
import unicodedata

from retrieval.claims.bengali_grammar import grammar


def _nfc(pattern: str) -> re.Pattern[str]:
    # The compared form is NFC, which writes য় as two code points; an editor may write one.
    return re.compile(unicodedata.normalize("NFC", pattern))


_GENITIVE = _nfc(r"(?:[-’']?(?:এর|য়ের(?<=[উইওএ]য়ের))|(?<=[^া-ৌ])ের|(?<=[া-ৌঅ-ঔঁ])র|-র)$")
_LOCATIVE = _nfc(r"(?:-এ|য়ে|টিতে|িতে|ীতে|াতে|তে|ে|(?<=া)য়)$")
_ACCUSATIVE = _nfc(r"[-’']?কে$")
_EMPHATIC = _nfc(r"(?<=[^িঅ-ঔ\s])(?:ও|ই)$")
_FINITE = _nfc(r"(?:ছেন|ছেনই|ছে|ছিল|ছিলেন|ছিলাম|লেন|বেন|েননি|েনি|য়নি|িনি|ননি|চ্ছে|বে|বেই|ছি|াচ্ছি|তেন)$")
_FINAL = _nfc(r"(?:ানো|ায়|োয়|েয়|েন|বেন|না)$")
_LOCATIVE_OF_VOWEL = "তে"
_BEFORE_RA = "ািীুূেো়"  # also য় with its dot apart: স্থানীয়রা


def without_genitive(word: str) -> str | None:
    """The word without its genitive ending; None where it has none.

    Example:
        >>> without_genitive("জার্নালের"), without_genitive("মন্ত্রীর"), without_genitive("খবর")
        ('জার্নাল', 'মন্ত্রী', None)
        >>> without_genitive("শ্রমিকদের")
        'শ্রমিকেরা'
    """
    if len(word) > 5 and word.endswith("দের"):
        stem = word.removesuffix("েদের").removesuffix("দের")
        return stem + ("রা" if stem[-1] in _BEFORE_RA else "েরা")
    return _without(_GENITIVE, word)


def without_locative(word: str) -> str | None:
    """The word without its locative ending; None where it has none."""
    return _without(_LOCATIVE, word)


def locative_stems(word: str) -> tuple[str, ...]:
    """What a word in the locative may be a form of: বিবৃতিতে of বিবৃতি, কাগজে of কাগজ."""
    stem = without_locative(word)
    if stem is None:
        return ()
    return (stem, word.removesuffix(_LOCATIVE_OF_VOWEL)) if word.endswith(_LOCATIVE_OF_VOWEL) else (stem,)


def without_accusative(word: str) -> str | None:
    """The word without -কে; None where it does not end so."""
    return _without(_ACCUSATIVE, word)


def without_emphasis(word: str) -> str:
    """The word without a final ও or ই that only stresses it."""
    return _EMPHATIC.sub("", word) if len(word) > 3 else word


def ends_like_verb(word: str) -> bool:
    """Whether the last word of a sentence looks like a verb; a place in -ায় seldom stands there."""
    if word in grammar().name_words:
        return False  # হোসেন, রানা
    return looks_finite(word) or (len(word) > 3 and _FINAL.search(word) is not None)


def looks_finite(word: str) -> bool:
    """Whether a word looks like a finite verb (it may still be a rare name)."""
    g = grammar()
    if word in g.names_like_verbs:
        return False
    known = word in g.finite_words or word in g.verbs
    return known or (len(word) > 4 and _FINITE.search(word) is not None)


def _without(ending: re.Pattern[str], word: str) -> str | None:
    match = ending.search(word)
    return word[: match.start()] if match and match.start() > 1 else None
