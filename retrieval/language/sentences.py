"""Cuts a paragraph into sentences, keeping a quotation of several sentences whole.

Works on offsets and never changes the text. It does not judge whether a sentence states something.
"""

import re
from bisect import bisect_right
from functools import cache

from retrieval.datafiles import load_data

Span = tuple[int, int]

_LONGEST_QUOTATION = 2000
# ৷ (U+09F7, a currency sign) is widely typed for the danda.
_END = re.compile(r"[।॥৷?!…]+[\"”’'»)\]]*|\.+[\"”’'»)\]]*(?=\s|$|[\"“‘])|\n[ \t]*\n")
_LAST_WORD = re.compile(r"([^\s\"“‘(]+)$")
# Possessive, as a run of spaces without a word after it would otherwise be tried in every division.
_NEXT_WORD = re.compile(r"[\s—–-]*+,?+\s*+([^\s,।৷]+)")
_PAIRS = {"“": "”", "‘": "’", "«": "»"}
_TWO = "''"  # two apostrophes, typed for a quotation mark
_OPEN = re.compile(r"[“‘«]|(?<!\')\'\'(?=\S)|(?<![^\s(—–,:-])[\"'](?=\S)")
# An apostrophe inside a word closes nothing; behind the end of a sentence it closes without a space.
_CLOSE = {
    mark: re.compile(rf"{mark}(?![^\W_])|(?<=[।৷?!]){mark}" if mark in "’'" else mark) for mark in "\"'”’»"
} | {_TWO: re.compile(_TWO)}


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(load_data("retrieval.language", "sentences.yaml")[group])


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the quotations in ``text[start:end]``, marks included, outermost only.

    An opening mark without its closing mark within 2,000 characters opens nothing.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    upcoming: dict[str, int] = {}
    position = start
    while opening := _OPEN.search(text, position, end):
        closing = _closing(text, opening, end, upcoming)
        if closing is not None:
            spans.append((opening.start(), closing))
        position = closing or opening.end()
    return spans


def _closing(text: str, opened: re.Match[str], end: int, upcoming: dict[str, int]) -> int | None:
    """One past the closing mark; ``upcoming`` keeps the next of each kind, so that none is sought twice."""
    opening = opened.start()
    mark = _PAIRS.get(opened.group(), opened.group())
    earliest = opened.end() + (mark in "’'")
    if upcoming.get(mark, -1) < earliest:
        found = _CLOSE[mark].search(text, earliest, end)
        upcoming[mark] = found.start() if found else end + _LONGEST_QUOTATION
    closing = upcoming[mark]
    return closing + len(mark) if closing < min(end, opening + _LONGEST_QUOTATION) else None


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Start and end of each sentence in ``text[start:end]``, white space trimmed, in order.

    Example:
        >>> sentences("তিনি গেলেন।ফিরলেন না। ড. করিম জানেন।")
        [(0, 11), (11, 22), (23, 37)]
    """
    end = len(text) if end is None else end
    quoted = quotations(text, start, end)
    openings = [span[0] for span in quoted]
    found: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if _inside(match.end(), quoted, openings) or not _ends(text, match, begin, end):
            continue
        _keep(text, begin, match.end(), found)
        begin = match.end()
    _keep(text, begin, end, found)
    return found


def _inside(position: int, quoted: list[Span], openings: list[int]) -> bool:
    index = bisect_right(openings, position - 1) - 1
    return index >= 0 and quoted[index][0] < position < quoted[index][1]


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether a mark ends the sentence: not after an abbreviation, not before "said X"."""
    mark = match.group()
    following = _NEXT_WORD.match(text, match.end(), min(end, match.end() + 60))
    if not following or mark[0] == "\n":
        return True
    if mark[-1] in "\"”’'»" and _continues(following.group(1)):
        return False
    if mark[0] != ".":
        return not (mark[0] in "?!…" and following.group(1)[0].islower())
    word = _LAST_WORD.search(text, max(begin, match.start() - 40), match.start())
    return not (word and _abbreviated(word.group(1), following.group(1)))


def _continues(word: str) -> bool:
    return word[0].islower() or word.strip("।৷.,") in _listed("continuations")


def _abbreviated(word: str, following: str) -> bool:
    """Whether a full stop after ``word`` shortens it and the sentence goes on."""
    bare = word.rstrip(".").lower()
    if following[0].islower() or bare in _listed("abbreviations"):
        return True
    if bare in _listed("numbered"):
        return following[0].isdigit()
    if bare in _listed("may_end") or _initials(bare):
        return not _opens(following)
    return not bare.isascii() and not bare.isdigit() and len(bare) <= 2


def _initials(word: str) -> bool:
    """Single letters with stops between or without: "b", "u.s", "ph.d"; not "3.5", "example.com"."""
    parts = word.split(".")
    return word.isascii() and all(part.isalpha() and len(part) <= 2 for part in parts) and len(parts[-1]) == 1


def _opens(word: str) -> bool:
    return re.split("[’']", word.lstrip("“‘\"'("))[0].lower() in _listed("openers")


def _keep(text: str, begin: int, end: int, found: list[Span]) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end <= begin:
        return
    if found and not any(c.isalnum() for c in text[begin:end]):
        # Stray marks after an end (a closing quote set apart, "। ।") belong to no sentence.
        return
    found.append((begin, end))
