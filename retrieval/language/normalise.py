"""Makes equal what is written differently: Unicode forms, digits, quotes, case, invisible signs.

For matching only. What a reader sees is never normalised.
"""

import re
import unicodedata

_BENGALI_DIGITS = {ord("০") + value: str(value) for value in range(10)}
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD))
_QUOTES = {ord(c): '"' for c in "“”„«»″"} | {ord(c): "'" for c in "‘’‚`´′"}
# ৷ (U+09F7, a currency sign, to Unicode a number) is widely typed for the danda.
_FOLD = _BENGALI_DIGITS | _INVISIBLE | _QUOTES | {ord("\u00a0"): " ", ord("৷"): "।"}
_GROUPED_DIGITS = re.compile(r"(?<=\d),(?=\d)")
# Python's \w leaves out Bengali vowel signs, nukta and hasanta, and would cut every word at them.
_SIGNS = "ঁ-ঃ়-্ৗৢৣ৾"
WORD = re.compile(rf"[^\W_ঁ-ঃ]+(?:[{_SIGNS}\u200c\u200d]*[^\W_]+)*[{_SIGNS}]*|[ঁ-ঃ]+")


def normalise(text: str) -> str:
    """Fold a text to the form in which it is compared.

    NFC (which writes য়, ড় and ঢ় as two code points: both sides of a comparison must pass here),
    Bengali digits as ASCII, no joiners, straight quotes, no grouping commas in numbers, lower case.

    Example:
        >>> normalise("“১৫,০০০” Starlink")
        '"15000" starlink'
    """
    folded = unicodedata.normalize("NFC", text).translate(_FOLD).lower()
    # Once more: what stood on both sides of a joiner may now be one letter.
    return _GROUPED_DIGITS.sub("", unicodedata.normalize("NFC", folded))


def words(text: str) -> list[str]:
    """The words of a text in their normalised form, in order."""
    return WORD.findall(normalise(text))


def to_bengali_digits(text: str) -> str:
    """ASCII digits written as Bengali digits, for a reader's eyes."""
    return text.translate({ord(str(value)): chr(ord("০") + value) for value in range(10)})
