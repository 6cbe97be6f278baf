"""Tells the prose of an article from the furniture of its page.

It judges lines by their shape and by the patterns in ``data/bn.yaml`` and ``data/en.yaml``, and
keeps places only: no text is changed, nothing is read from disk but the patterns.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from retrieval.articles.dates import is_date_line
from retrieval.articles.lines import Line
from retrieval.articles.words import LANGUAGE_FILES, any_of, load

LONGEST_FURNITURE = 300
"""Longest line, in characters, that a pattern is tried on."""
LONGEST_HEADLINE = 100
"""A line without sentence end is prose if it is longer than this, in characters."""
LONGEST_OPENING = 200
"""The same above the first sentence, where headlines are longer, and inside link lists."""
SHORTEST_STORY = 300
"""So much prose, in characters, before a comment counter means that the article is over."""
SHORTEST_RETURN = 150
"""After a closing list only a paragraph longer than this, of several sentences, is prose."""
REPEATED_WORDS = 0.4
"""A standfirst has at least this share of its words in the paragraph below it."""


FEWEST_OF_HEADLINE = 4
"""A shorter line is hardly a headline: its share of the article's words counts less."""
STEM = 4
"""Characters by which words of a headline and of the prose are compared."""


class Kind(Enum):
    """What a line is by itself, before its place on the page is considered."""

    SENTENCES = "sentences"
    """Ends as a sentence does with । or a full stop, or holds several sentences."""
    PHRASE = "phrase"
    """Anything without such an end: a headline, a subheading, a question, a cut-off passage."""
    FURNITURE = "furniture"
    DATE = "date"
    LIST = "list"
    CLOSING = "closing"
    COMMENTS = "comments"


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a page, told apart.

    Attributes:
        headline: the title line above the prose; None where the page starts with prose.
        prose: the paragraphs of the article, in order.
        above: furniture above the first paragraph, with the headline, in order.
        below: furniture after the first paragraph, in order.
    """

    headline: Line | None
    prose: tuple[Line, ...]
    above: tuple[Line, ...]
    below: tuple[Line, ...]


def lay_out(lines: Sequence[Line]) -> Layout:
    """Tell the prose of a page from its furniture.

    Args:
        lines: the non-empty paragraphs of a page, in order.
    """
    prose = _drop_repeats(lines, _Reader(lines).read())
    first = prose[0].start if prose else float("inf")
    kept = set(prose)
    rest = [line for line in lines if line not in kept]
    above = tuple(line for line in rest if line.start < first)
    headline = _headline(above, prose)
    below = tuple(line for line in rest if line.start > first)
    return Layout(headline, tuple(prose), above, below)


def _headline(above: Sequence[Line], prose: Sequence[Line]) -> Line | None:
    """The phrase above the prose that speaks of the same things; the last of those that do so alike.

    A menu, a masthead or a section shares next to no words with an article, its headline many.
    """
    told = {_stem(word) for line in prose for word in _words(line.text)}
    best, most = None, 0.0
    for line in above:
        if kind_of(line.text) is not Kind.PHRASE:
            continue
        words = [_stem(word) for word in _words(line.text)]
        shared = sum(word in told for word in words) / max(len(words), FEWEST_OF_HEADLINE)
        if best is None or shared >= most:
            best, most = line, shared
    return best


def _stem(word: str) -> str:
    """The beginning of a word, which headlines and sentences share whatever the ending."""
    return word[:STEM]


def drop_furniture(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Drop the lines that a pattern knows, for pages whose lists an extractor removed already."""
    return tuple(line for line in lines if kind_of(line.text) in (Kind.SENTENCES, Kind.PHRASE))


def is_standfirst(first: Line, second: Line) -> bool:
    """Tell whether a page's first paragraph only announces what the second, longer one says."""
    if len(second.text) <= len(first.text) or len(_sentence_ends(first.text)) != 1:
        return False
    words = set(_words(first.text))
    return len(words & set(_words(second.text))) >= REPEATED_WORDS * max(len(words), 1)


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind:
    """Tell what a line is by itself."""
    if len(text) <= LONGEST_FURNITURE:
        plain = _plain(text)
        if is_date_line(plain):
            return Kind.DATE
        for kind, pattern in _patterns():
            if pattern.fullmatch(plain):
                return kind
    return Kind.SENTENCES if _holds_sentences(text) else Kind.PHRASE


def group_of(text: str) -> str | None:
    """Name the group of the data files that knows a line; None where none does."""
    plain = _plain(text)
    groups = _groups().items()
    return next((name for name, pattern in groups if pattern.fullmatch(plain)), None)


class _Reader:
    """Goes through the lines of one page from top to bottom and picks the prose."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.prose: list[Line] = []
        self.inside: Kind | None = None

    def read(self) -> list[Line]:
        for at, line in enumerate(self.lines):
            kind = kind_of(line.text)
            if kind in (Kind.LIST, Kind.CLOSING, Kind.COMMENTS):
                if kind is Kind.COMMENTS and self._is_story_told():
                    break
                self._enter(kind)
            elif self._is_prose(line, kind) or self._introduces(at):
                self.inside = None
                self.prose.append(line)
        return self.prose or self._only_line()

    def _enter(self, kind: Kind) -> None:
        """Enter a list; above the article a closing list is a menu like any other."""
        stays_closed = self.inside not in (None, Kind.LIST)
        if not stays_closed:
            self.inside = kind if self.prose else Kind.LIST

    def _is_prose(self, line: Line, kind: Kind) -> bool:
        if kind not in (Kind.SENTENCES, Kind.PHRASE):
            return False
        if self.inside in (Kind.CLOSING, Kind.COMMENTS):
            return len(line.text) > SHORTEST_RETURN and len(_sentence_ends(line.text)) > 1
        if kind is Kind.SENTENCES:
            return True
        if self.inside or not self.prose:
            return len(line.text) > LONGEST_OPENING
        return len(line.text) > LONGEST_HEADLINE or _END.search(line.text) is not None

    def _introduces(self, at: int) -> bool:
        """Tell a line such as "He added:" above the paragraph that it announces."""
        announces = self.lines[at].text.endswith(":") and bool(self.prose) and not self.inside
        below = self.lines[at + 1 : at + 2]
        return announces and any(kind_of(line.text) is Kind.SENTENCES for line in below)

    def _is_story_told(self) -> bool:
        return sum(len(line.text) for line in self.prose) >= SHORTEST_STORY

    def _only_line(self) -> list[Line]:
        """A text of one single line is an article even without a full stop."""
        single = len(self.lines) == 1 and kind_of(self.lines[0].text) is Kind.PHRASE
        return list(self.lines) if single else []


def _drop_repeats(lines: Sequence[Line], prose: Sequence[Line]) -> list[Line]:
    """Drop second copies of a paragraph, and both where they could be a headline."""
    counts = Counter(line.text for line in lines)
    seen: set[str] = set()
    kept = []
    for line in prose:
        once = counts[line.text] == 1
        if once or (line.text not in seen and kind_of(line.text) is Kind.SENTENCES):
            kept.append(line)
        seen.add(line.text)
    return kept


_CLOSERS = r"""["'”’»)\]\s]*"""
_END = re.compile(rf"""(?:[।॥৷.?!…]{_CLOSERS}|["'”’»]|[^|]\|)$""")
_STOP = re.compile(rf"[।॥৷.]{_CLOSERS}$|[^|]\|$")
_INNER = re.compile(rf"[।॥৷](?=\D)|[.?!]{_CLOSERS}(?=\s|$)|[।॥৷]$")


def _plain(text: str) -> str:
    """Text as the patterns expect it, without Markdown's emphasis around it."""
    return unicodedata.normalize("NFC", text).strip("*_ ")


def _sentence_ends(text: str) -> list[str]:
    return _INNER.findall(text)


def _holds_sentences(text: str) -> bool:
    """Tell a full stop at the end, or a long line with sentences inside."""
    return bool(_STOP.search(text)) or (len(text) > LONGEST_HEADLINE and len(_sentence_ends(text)) > 0)


def _words(text: str) -> list[str]:
    """Words of a text, Bengali vowel signs included."""
    return re.findall(r"[^\W_][\w\u0980-\u09ff]*", unicodedata.normalize("NFC", text).casefold())


_TRIM = r"[\s\[\]()|»«›>•*_#:ঃ.…।!–—-]*"
"""What may stand around a phrase of the data files."""


@cache
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    groups = _groups()
    lists = {Kind.LIST, Kind.CLOSING, Kind.COMMENTS}
    heads = [(kind, groups[kind.value]) for kind in Kind if kind in lists]
    others = [p for name, p in groups.items() if name not in {kind.value for kind in lists}]
    return (*heads, *((Kind.FURNITURE, pattern) for pattern in others))


@cache
def _groups() -> dict[str, re.Pattern[str]]:
    """One pattern per group of furniture, over all languages."""
    groups: dict[str, list[str]] = {}
    for name in LANGUAGE_FILES:
        for group, parts in load(name)["furniture"].items():
            phrases = any_of(parts.get("phrases", ()))
            whole = [rf"{_TRIM}(?:{phrases}){_TRIM}"] if phrases else []
            groups.setdefault(group, []).extend((*whole, *parts.get("patterns", ())))
    return {name: re.compile("|".join(parts), re.IGNORECASE) for name, parts in groups.items()}
