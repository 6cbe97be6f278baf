"""A sentence as tokens with offsets: words in normalised form, marks, and quotations as one token each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.language.normalise import WORD, normalise
from retrieval.language.sentences import quotations

QUOTATION = '""'
_FEWEST_WORDS = 4  # of a quotation that is speech wherever it stands
_LONGEST_SHORTENED = 4  # letters of a word that a full stop shortens
_KEPT_MARKS = (",", ".")
_SPEECH_ENDS = (",", "?", "!", "…")
_HYPHEN = r"[-‑’'](?=[^\W_])"
_TOKEN = re.compile(
    rf"(?P<paren>\([^()]{{1,60}}\))|(?P<word>(?:{WORD.pattern})(?:{_HYPHEN}(?:{WORD.pattern}))*)|(?P<mark>[^\s\w])"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole quotation.

    Attributes:
        start: first character in the article's text.
        end: one past the last.
        text: as written.
        norm: the normalised form; the mark itself; ``""`` for a quotation.
        mark: the comma or full stop right behind a word.
    """

    start: int
    end: int
    text: str
    norm: str
    mark: str = ""

    @property
    def word(self) -> bool:
        """Whether it is a word."""
        return self.norm[0].isalnum()


def capitalised(token: Token) -> bool:
    """Whether a word is written with a capital, be it behind a hyphen: Najjar, al-Najjar."""
    return token.text[0].isupper() or token.text.rpartition("-")[2][:1].isupper()


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text[start:end]``; bracketed remarks are left out.

    A quotation of fewer than four words counts as words (a "red line" is no speech), unless it opens
    the sentence and ends as speech does (“It is over,” she said).
    """
    tokens: list[Token] = []
    position = start
    for opening, closing in quotations(text, start, end):
        inner = text[opening + 1 : closing - 1]
        exclaimed = inner.rstrip().endswith(_SPEECH_ENDS) and not text[start:opening].strip()
        if len(inner.split()) < _FEWEST_WORDS and not exclaimed:
            continue
        tokens += _plain(text, position, opening)
        tokens.append(Token(opening, closing, text[opening:closing], QUOTATION))
        position = closing
    return tokens + _plain(text, position, end)


def _plain(text: str, start: int, end: int) -> list[Token]:
    found = (match for match in _TOKEN.finditer(text, start, end) if match.lastgroup != "paren")
    tokens = (Token(m.start(), m.end(), m.group(), normalise(m.group()), _mark(text, m.end())) for m in found)
    return [token for token in tokens if token.norm]


def _mark(text: str, at: int) -> str:
    return text[at : at + 1] if text.startswith(_KEPT_MARKS, at) else ""


def as_written(tokens: Sequence[Token]) -> list[str]:
    """The words of a phrase as written, each with its comma or the stop that shortens it ("Md.")."""
    texts = [token.text + (token.mark if _keeps_mark(token) else "") for token in tokens[:-1]]
    return [*texts, *(token.text for token in tokens[-1:])]


def _keeps_mark(token: Token) -> bool:
    return token.mark == "," or len(token.text) <= _LONGEST_SHORTENED
