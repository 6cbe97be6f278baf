"""Cuts a paragraph into sentences, keeping a quotation of several sentences whole.

Works on offsets and never changes the text. It does not judge whether a sentence states something.
"""

import re
from bisect import bisect_right
from functools import cache

from retrieval.datafiles import load_data

Span = tuple[int, int]

_LONGEST_QUOTATION = 2000
_END = re.compile(r"[।॥?!…]+[\"”’'»)\]]*|\.+[\"”’'»)\]]*(?=\s|$|[\"“‘])|\n[ \t]*\n")
_LAST_WORD = re.compile(r"([^\s\"“‘(]+)$")
_NEXT_WORD = re.compile(r"[\s—–-]*,?\s*([^\s,।]+)")
_PAIRS = {"“": "”", "‘": "’", "«": "»"}
_OPEN = re.compile(r"[“‘«]|(?<![^\s(—–,:-])[\"'](?=\S)")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load_data("retrieval.language", "sentences.yaml")["abbreviations"])


@cache
def _continuations() -> frozenset[str]:
    return frozenset(load_data("retrieval.language", "sentences.yaml")["continuations"])


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Spans of the quotations in ``text[start:end]``, marks included, outermost only.

    An opening mark without its closing mark within 2,000 characters opens nothing.
    """
    end = len(text) if end is None else end
    spans: list[Span] = []
    position = start
    while opening := _OPEN.search(text, position, end):
        closing = _closing(text, opening.start(), min(end, opening.start() + _LONGEST_QUOTATION))
        if closing is not None:
            spans.append((opening.start(), closing))
        position = closing or opening.end()
    return spans


def _closing(text: str, opening: int, limit: int) -> int | None:
    mark = text[opening]
    wanted = _PAIRS.get(mark, mark)
    if wanted not in "’'":
        found = text.find(wanted, opening + 1, limit)
        return None if found < 0 else found + 1
    # An apostrophe inside a word closes nothing.
    pattern = re.compile(re.escape(wanted) + r"(?![^\W_])")
    match = pattern.search(text, opening + 2, limit)
    return match.end() if match else None


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
    following = _NEXT_WORD.match(text, match.end(), min(end, match.end() + 60))
    if following and match.group()[-1] in "\"”’'»" and _continues(following.group(1)):
        return False
    if not match.group().startswith("."):
        return True
    word = _LAST_WORD.search(text, max(begin, match.start() - 40), match.start())
    return not (word and following and _abbreviated(word.group(1), following.group(1)))


def _continues(word: str) -> bool:
    return word[0].islower() or word.strip("।.,") in _continuations()


def _abbreviated(word: str, following: str) -> bool:
    bare = word.rstrip(".").lower()
    single = len(bare) == 1 or "." in bare or (len(bare) == 2 and not bare[0].isascii())
    return bare in _abbreviations() or (single and not bare.isdigit()) or following[0].islower()


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
