"""Bengali case endings and what a word's ending tells. Pure functions on normalised words."""

import re
import unicodedata


def _nfc(pattern: str) -> re.Pattern[str]:
    # The compared form is NFC, which writes য় as two code points; an editor may write one.
    return re.compile(unicodedata.normalize("NFC", pattern))


_GENITIVE = _nfc(r"(?:[-’']?(?:এর|য়ের(?<=[উইওএ]য়ের))|(?<=[^া-ৌ])ের|(?<=[া-ৌঅ-ঔঁ])র|-র)$")
_LOCATIVE = _nfc(r"(?:-এ|য়ে|টিতে|িতে|ীতে|াতে|তে|ে|(?<=া)য়)$")
_ACCUSATIVE = _nfc(r"[-’']?কে$")
_EMPHATIC = _nfc(r"(?<=[^িঅ-ঔ\s])(?:ও|ই)$")
_FINITE = _nfc(r"(?:ছেন|ছেনই|ছে|ছিল|ছিলেন|ছিলাম|লেন|বেন|েননি|েনি|য়নি|িনি|ননি|চ্ছে|বে|বেই|ছি|াচ্ছি|তেন)$")
_FINAL = _nfc(r"(?:ানো|ায়|োয়|েয়|েন|বেন|না)$")
_FINITE_WORDS = frozenset(
    unicodedata.normalize(
        "NFC",
        "নেই নয় হয় নয় হল হলো ছিল আছে আছেন যায় পায় দেয় নেয় চায় হন যান পান দেন নেন চান করে করেন গেছে গেল যাবে করি চাই যাই জানি আছি দরকার উচিত নাই পারে পারেন না কি হবে থাকে রয়েছে দিল নিল এলো এল কর থাকেন হচ্ছিল করা",
    ).split()
)
_NAMES_LIKE_VERBS = frozenset(["হোসেন", "সেন", "হোসাইন", "ইয়াছেন", "ইয়াসেন", "কলেন", "হেলেন", "এলেন", "মেহবে"])


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
        return stem + ("রা" if stem[-1] in "ািীুূেো" else "েরা")
    match = _GENITIVE.search(word)
    return word[: match.start()] if match and match.start() > 1 else None


def without_locative(word: str) -> str | None:
    """The word without its locative ending; None where it has none."""
    match = _LOCATIVE.search(word)
    return word[: match.start()] if match and match.start() > 1 else None


def without_accusative(word: str) -> str | None:
    """The word without -কে; None where it does not end so."""
    match = _ACCUSATIVE.search(word)
    return word[: match.start()] if match and match.start() > 1 else None


def without_emphasis(word: str) -> str:
    """The word without a final ও or ই that only stresses it."""
    return _EMPHATIC.sub("", word) if len(word) > 3 else word


def ends_like_verb(word: str) -> bool:
    """Whether the last word of a sentence looks like a verb; a place in -ায় seldom stands there."""
    return looks_finite(word) or (len(word) > 3 and _FINAL.search(word) is not None)


def looks_finite(word: str) -> bool:
    """Whether a word looks like a finite verb (it may still be a rare name)."""
    if word in _NAMES_LIKE_VERBS:
        return False
    return word in _FINITE_WORDS or (len(word) > 4 and _FINITE.search(word) is not None)
