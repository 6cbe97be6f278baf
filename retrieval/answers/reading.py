"""A claim as words with their places, so that an answer can be shown in the claim's own letters."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from retrieval.language.concepts import senses
from retrieval.language.normalise import WORD, normalise
from retrieval.language.stem import stem

Phrase = tuple[str, ...]
_NUMBER = r"[$৳€£]?[0-9০-৯]+(?:,[0-9০-৯]+)*(?:\.[0-9০-৯]+)?(?:%|(?:" + WORD.pattern + r"))?"
_SHORT = r"(?:[A-Za-z]\.){2,}"  # a.m., U.S.
_TOKEN = re.compile(
    rf"(?P<word>{_NUMBER}|{_SHORT}|(?:{WORD.pattern})(?:['’](?:s|t|[টজ]\w*))?)|(?P<mark>[^\s\w])"
)
_BREAKS = frozenset(',;:।.!?()—“”"')


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text.

    Attributes:
        start: first character.
        end: one past the last.
        norm: in compared form.
        broken: whether a mark (comma, dash, quotation mark) stands before it.
    """

    start: int
    end: int
    norm: str
    broken: bool


class Reading:
    """The words of a text in order.

    Args:
        text: of a claim or a question, as written.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        broken = False
        for match in _TOKEN.finditer(text):
            if match.lastgroup == "mark":
                broken = broken or match.group() in _BREAKS
                continue
            self.tokens.append(Token(match.start(), match.end(), normalise(match.group()), broken))
            broken = False
        self.norms = [token.norm for token in self.tokens]

    @cached_property
    def stems(self) -> list[str]:
        """The stem of each word."""
        return [stem(norm) if norm else "" for norm in self.norms]

    @cached_property
    def ids(self) -> list[frozenset[str]]:
        """The concepts that each word names, alone or as part of a phrase."""
        found: list[frozenset[str]] = [frozenset()] * len(self.norms)
        for sense in senses(self.norms):
            for at in range(sense.at, min(sense.at + sense.width, len(found))):
                found[at] = sense.ids
        return found

    def words(self, first: int, last: int) -> str:
        """The text from one word to another, both included, as written."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def raw(self, at: int) -> str:
        """One word as written."""
        return self.text[self.tokens[at].start : self.tokens[at].end]

    def at(self, position: int, phrases: Collection[Phrase]) -> int:
        """How many words of the longest of some phrases stand at a word; 0 where none does."""
        for width in range(min(5, len(self.norms) - position), 0, -1):
            if tuple(self.norms[position : position + width]) in phrases:
                return width
        return 0

    def ending(self, position: int, phrases: Collection[Phrase]) -> int:
        """How many words of the longest of some phrases stand right before a word; 0 where none does."""
        for width in range(min(5, position), 0, -1):
            if tuple(self.norms[position - width : position]) in phrases:
                return width
        return 0

    def places(self, phrases: Collection[Phrase]) -> list[int]:
        """Where any of some phrases begins."""
        return [at for at in range(len(self.norms)) if self.at(at, phrases)]

    def unbroken(self, first: int, last: int) -> bool:
        """Whether no mark stands between two words."""
        return not any(self.tokens[at].broken for at in range(first + 1, last + 1))


@lru_cache(maxsize=5_000)
def read(text: str) -> Reading:
    """The reading of a text; the last 5,000 are kept."""
    return Reading(text)


def phrases_of(items: Iterable[str]) -> frozenset[Phrase]:
    """Phrases of a data file in the form in which readings are compared."""
    return frozenset(tuple(read(str(item)).norms or [normalise(str(item))]) for item in items)


def nearest(places: Sequence[int], at: int) -> int | None:
    """The nearest of some places."""
    return min(places, key=lambda place: abs(place - at), default=None)
