"""Noun phrases of a Bengali sentence: which words belong together up to a given one.

Bengali marks the end of a phrase, not its beginning, so a phrase is read leftward from its last word
to whatever cannot stand inside it.
"""

from collections.abc import Sequence

from retrieval.claims.bengali_grammar import is_title
from retrieval.claims.bengali_sentence import Sentence
from retrieval.claims.bengali_words import looks_finite, without_accusative, without_locative
from retrieval.claims.tokens import Token

_LISTED_WITHIN = 5  # tokens from the beginning; a later comma parts clauses


def noun_phrase(s: Sentence, at: int, low: int = 0) -> list[Token]:
    """The words up to token ``at`` that belong together, none of them before ``low``."""
    begin = at
    while begin >= low and not bounds(s, begin):
        begin -= 1
    return trimmed(s, s.tokens[begin + 1 : at + 1])


def trimmed(s: Sentence, found: Sequence[Token]) -> list[Token]:
    """Words without connectives, time and marks at either end."""
    words = [token for token in found if token.word]
    while words and words[-1].norm in s.g.times:
        words.pop()
    while words and opens_nothing(s, words):
        words.pop(0)
    return words


def opens_nothing(s: Sentence, words: Sequence[Token]) -> bool:
    """Whether the first of some words begins no noun phrase: "তবে", "ওই দিন", "২০২২ সালে"."""
    g, first = s.g, words[0].norm
    timed = len(words) > 1 and words[1].norm in g.times
    if first in g.determiners:
        return timed
    listed = first in g.connectives or first in g.times or first in g.settings or first in g.converbs
    return listed or (first.isdigit() and timed)


def bounds(s: Sentence, at: int) -> bool:
    """Whether a token stands outside the noun phrase that follows it."""
    g, norm = s.g, s.norms[at]
    if at in s.described or _lists(s, at):
        return False
    if norm == ".":
        return at == 0 or len(s.norms[at - 1]) > 3  # after less, it shortens a word
    if not s.is_word(at) or norm in g.converbs or norm in g.settings:
        return True
    if norm in g.relatives:
        return norm not in g.name_words
    if norm in g.connectives:
        return norm not in g.inside_phrases
    if s.is_time(at) or without_accusative(norm) is not None:
        return True
    if _given_name(s, at):
        return False
    conditional = len(norm) > 4 and norm.endswith(g.conditional_endings)
    return conditional or locative_bound(s, at) or looks_finite(norm)


def _given_name(s: Sentence, at: int) -> bool:
    """A name that is spelt like a verb, between a title and a surname: "ওসি চান মিয়া"."""
    titled = at > 0 and is_title(s.norms[at - 1], s.g)
    return titled and at + 1 < len(s.norms) and s.norms[at + 1] in s.g.name_words


def _lists(s: Sentence, at: int) -> bool:
    """The comma in "মার্কিন, ইউরোপীয় ও রুশ কর্মকর্তা", the এবং between two speakers."""
    norms, joiners = s.norms, s.g.joiners
    if norms[at] in joiners:
        listed = at > 1 and norms[at - 2] == ","
        return listed or (at > 0 and (s.speaks_unnamed(at - 1) or is_title(norms[at - 1], s.g)))
    joined = at + 2 < len(norms) and norms[at + 2] in joiners
    return norms[at] == "," and 0 < at < _LISTED_WITHIN and joined


def locative_bound(s: Sentence, at: int) -> bool:
    """Whether a token is a place or time in the locative, and no name that only looks like one."""
    norm = s.norms[at]
    if norm in s.g.name_words or without_locative(norm) is None or len(norm) < 4 or is_title(norm, s.g):
        return False
    return s.known(at, at + 1) is None and not s.ends_known_name(at)
