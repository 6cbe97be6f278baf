"""The persons that a Bengali sentence names, speaking or not: by title, kin word or known name."""

from collections.abc import Iterator
from dataclasses import replace

from retrieval.claims.attribution import Mention
from retrieval.claims.bengali_grammar import is_title
from retrieval.claims.bengali_phrases import bounds
from retrieval.claims.bengali_sentence import Sentence
from retrieval.claims.bengali_subjects import name_end
from retrieval.claims.bengali_words import without_accusative, without_genitive

_LONGEST_NAME = 7  # with initials


def people_in(s: Sentence) -> Iterator[Mention]:
    """Persons in the order of the sentence; a known name of several words may come twice."""
    for at, norm in enumerate(s.norms):
        titled = is_title(norm, s.g) or norm in s.g.honorifics
        found = _titled(s, at + 1) if titled else _known(s, at)
        if found:
            yield found


def _known(s: Sentence, at: int) -> Mention | None:
    """The person of the register whose name begins at a token, in any case."""
    if not any(s.register.may_begin(word) for word in _bare(s.norms[at])):
        return None
    for end in range(min(at + s.register.longest, len(s.norms)), at, -1):
        for last in _bare(s.norms[end - 1]):
            parts = [*s.norms[at : end - 1], last]
            known = s.register.known(parts)
            if known and known.kind == "person":
                return Mention(" ".join(parts), " ".join(parts), "person")
    return None


def _bare(norm: str) -> list[str]:
    """A word, and what it is without a case ending."""
    return [word for word in (norm, without_genitive(norm), without_accusative(norm)) if word]


def _titled(s: Sentence, begin: int) -> Mention | None:
    """The person whose name begins at a token, after a title that stays with the words as written."""
    limit = min(len(s.norms), begin + _LONGEST_NAME)
    if begin >= limit or not s.is_word(begin) or is_title(s.norms[begin], s.g):
        return None
    if known := _known(s, begin):
        return replace(known, written=f"{s.norms[begin - 1]} {known.written}")
    end = begin
    while end < limit and _inside_name(s, end):
        end += 1
    found = _named(s, begin, end, limit)
    return found if found and found.kind == "person" and not found.role else None


def _inside_name(s: Sentence, at: int) -> bool:
    norm = s.norms[at]
    if not s.is_word(at) or norm.isdigit() or (norm in s.g.demonstratives and not s.is_name_part(at)):
        return False
    return not bounds(s, at) and s.case_of_name(at) is None


def _named(s: Sentence, begin: int, end: int, limit: int) -> Mention | None:
    """A name whose last word stands at ``end`` with a case ending, or before it without."""
    if end < limit and (case := s.case_of_name(end)):
        return s.mention(s.tokens[begin : end + 1], case)
    if end == begin:
        return None
    return s.mention(s.tokens[begin : end if end == len(s.norms) else min(end, name_end(s, begin, limit))])
