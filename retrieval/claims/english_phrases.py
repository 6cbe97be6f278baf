"""Noun phrases of an English sentence: which words belong together up to a given one, or from it on."""

from retrieval.claims.english_sentence import STOPS, Sentence

_LONGEST_RELATIVE = 14  # tokens of "officials who did not want to be named"
_LONGEST_SHORTENED = 4  # letters of a word that a full stop shortens: "Sen.", "Corp."


def phrase_left(s: Sentence, end: int) -> int:
    """First token of the noun phrase that ends before token ``end``."""
    begin = (_relative(s, end) or end) - 1
    while begin >= 0 and not _bounds_left(s, begin):
        begin -= 1
    return begin + 1


def _relative(s: Sentence, end: int) -> int | None:
    """Where a relative clause that ends before a token begins."""
    for at in range(end - 1, max(-1, end - _LONGEST_RELATIVE), -1):
        if s.norms[at] in s.g.relatives and "," not in s.norms[at:end]:
            return at
    return None


def _bounds_left(s: Sentence, at: int) -> bool:
    norm = s.norms[at]
    if norm == "," and _lists_adjectives(s, at):
        return False
    if norm in STOPS:
        return True
    if norm in ("and", "or"):
        return not _joins_names(s, at)
    if norm == ".":
        return at > 0 and len(s.norms[at - 1]) > _LONGEST_SHORTENED
    if at == 0 and norm in s.g.definite:
        return False  # "That report said"
    return norm in s.g.boundaries | s.g.passive or (norm in s.g.cues and s.is_verb(at) and norm != "reports")


def _lists_adjectives(s: Sentence, at: int) -> bool:
    """The comma of "US, European and Russian officials"."""
    inside = 0 < at < len(s.tokens) - 3
    return inside and s.capital(at - 1) and s.capital(at + 1) and s.norms[at + 2] == "and"


def _joins_names(s: Sentence, at: int) -> bool:
    """The "and" of "Musk and Putin", "an official and a diplomat"."""
    if at == 0 or at + 1 >= len(s.tokens):
        return False
    following = s.norms[at + 1]
    if s.norms[at - 1] in s.g.unnamed and following in s.g.joins_second | s.g.unnamed:
        return True
    if not s.g.unnamed.isdisjoint(s.norms[at + 1 : at + 3]):
        if at > 1 and s.norms[at - 2] == "," and _lists_adjectives(s, at - 2):
            return True
        return at == 1  # "Developers and residents", "Federal and state officials" open the sentence
    return s.capital(at - 1) and (s.capital(at + 1) or following in ("a", "other"))


def phrase_right(s: Sentence, begin: int) -> int:
    """One past the noun phrase that starts at token ``begin``."""
    end = begin
    while end < len(s.norms) and not _bounds_right(s, end, begin):
        end += 1
    return end


def _bounds_right(s: Sentence, at: int, begin: int) -> bool:
    norm = s.norms[at]
    if norm == "by" and not s.g.documents.isdisjoint(s.norms[max(begin, at - 2) : at]):
        return False  # "a report by the union", "a complaint filed by the board" are named so
    if norm in STOPS or norm in s.g.ends_phrase:
        return True
    if norm == "and":
        return not _joins_names(s, at)
    if norm == ".":
        return len(s.norms[at - 1]) > _LONGEST_SHORTENED
    return at > begin and norm in s.g.cues and s.is_verb(at)


def trimmed(s: Sentence, begin: int, end: int) -> tuple[int, int]:
    """Token range without an opening phrase of time or place ("In October 2022 Musk …")."""
    while begin < end and (not s.tokens[begin].word or s.norms[begin] in s.g.leads):
        begin += 1
    if begin < end and s.norms[begin] in s.g.opening_prepositions:
        dated = [at for at in range(begin, end) if s.norms[at].isdigit() or s.norms[at] in s.g.dated]
        if not dated and s.norms[begin] in s.g.definite:
            return begin, end  # "this engineer"
        begin = dated[-1] + 1 if dated else _last_name(s, begin, end)
    return begin, end


def _last_name(s: Sentence, begin: int, end: int) -> int:
    """Start of the last name, or of "the union", where a phrase opens with a preposition."""
    if not s.capital(end - 1):
        named = (at for at in range(end - 2, begin, -1) if s.norms[at] in s.g.definite | s.g.indefinite)
        return next(named, end)
    at = end
    while at > begin and (s.capital(at - 1) or s.norms[at - 1] in ("the", "of")):
        at -= 1
    return at
