"""The subject of a verb in an English sentence: before it, before a description, or first of all."""

from collections.abc import Sequence

from retrieval.claims.attribution import Mention
from retrieval.claims.english_grammar import is_title
from retrieval.claims.english_phrases import phrase_left, trimmed
from retrieval.claims.english_sentence import STOPS, Sentence
from retrieval.claims.tokens import QUOTATION

_LONGEST_OPENING = 14  # tokens
_LONGEST_NAME = 8  # tokens before a description
_FEWEST_SET_APART = 2
_LONGEST_SET_APART = 4  # words of a name between commas


def subject(s: Sentence, verb: int) -> tuple[int, int]:
    """Token range of the noun phrase before a verb; empty where there is none."""
    at = verb - 1
    progressive = s.norms[verb] in s.g.participles
    while at >= 0 and (s.norms[at] in s.g.auxiliaries or (progressive and s.norms[at] in s.g.passive)):
        at -= 1
    if at >= 0 and s.norms[at] == ",":
        return before_description(s, at)
    if at > 1 and s.norms[at] in ("and", "but"):
        return opening_subject(s, at)
    begin = phrase_left(s, at + 1)
    if begin > 1 and s.norms[begin - 1] == "," and s.norms[begin] in s.g.ends_head:
        # "X, in a televised address said"
        found = before_description(s, begin - 1)
        return found if found != (0, 0) else trimmed(s, phrase_left(s, begin - 1), begin - 1)
    return trimmed(s, begin, at + 1)


def opening_subject(s: Sentence, limit: int) -> tuple[int, int]:
    """The subject that opens the sentence, for a later verb of it ("X were glad but said …")."""
    for at in range(1, min(limit, _LONGEST_OPENING)):
        if _begins_predicate(s, at):
            end = at
            while end > 0 and s.norms[end - 1] in s.g.auxiliaries:
                end -= 1
            return trimmed(s, 0, end)
        if s.norms[at] in STOPS:
            return _before_set_apart(s, at, limit)
    return (0, 0)


def _before_set_apart(s: Sentence, comma: int, limit: int) -> tuple[int, int]:
    """The subject of "The contractor, Everest Roads, did not reply but told …"."""
    last = min(limit - 1, comma + _LONGEST_SET_APART + 2)
    closing = next((at for at in range(comma + 1, last) if s.norms[at] == ","), None)
    if s.norms[comma] != "," or closing is None or not _begins_predicate(s, closing + 1):
        return (0, 0)
    return before_description(s, closing)


def _begins_predicate(s: Sentence, at: int) -> bool:
    norm = s.norms[at]
    verb = norm in s.g.passive | s.g.perfect | s.g.irregular_verbs or norm in s.g.cues
    return verb or (norm.endswith(("ed", "es")) and not s.capital(at))


def before_description(s: Sentence, comma: int) -> tuple[int, int]:
    """X, the spokesman, said: X. The mayor, X, said: X."""
    for at in range(comma - 1, 0, -1):
        if s.norms[at] == QUOTATION:
            break
        if s.norms[at] != ",":
            continue
        begin, end = trimmed(s, phrase_left(s, at), at)
        named = end > begin and (s.capital(begin) or s.capital(end - 1))
        opens = named or (end > begin and s.norms[begin] in s.g.determiners)
        if opens and sum(token.word for token in s.tokens[begin:end]) <= _LONGEST_NAME:
            return (at + 1, comma) if _named_within(s, begin, at, comma) else (begin, end)
    return (0, 0)


def _named_within(s: Sentence, begin: int, opening: int, comma: int) -> bool:
    """Whether the name is what stands between the commas: "The mayor, Atiqul Islam, said"."""
    words = [at for at in range(opening + 1, comma) if s.tokens[at].word]
    named = all(s.capital(at) for at in words) and 0 < len(words) - _titles(s, words) <= _LONGEST_SET_APART
    if not named or len(words) < _FEWEST_SET_APART:
        return False
    described = range(begin, opening)
    return is_title(s.norms[opening - 1], s.g) or (
        s.norms[begin] in s.g.determiners and any(is_title(s.norms[at], s.g) for at in described)
    )


def _titles(s: Sentence, words: Sequence[int]) -> int:
    return sum(is_title(s.norms[at], s.g) for at in words)


def named_behind(s: Sentence, comma: int) -> Mention | None:
    """The name in "his biographer, Walter Isaacson"."""
    if s.norms[comma : comma + 1] != [","]:
        return None
    end = comma + 1
    while end < len(s.tokens) and s.tokens[end].word and s.capital(end):
        end += 1
    closed = end == len(s.tokens) or s.norms[end] in STOPS
    return s.mention(comma + 1, end) if closed and 1 < end - comma <= _LONGEST_SET_APART + 1 else None
