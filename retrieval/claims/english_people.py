"""The persons that an English sentence names, speaking or not: runs of capitalised words."""

from collections.abc import Iterator

from retrieval.claims.attribution import Mention
from retrieval.claims.english_sentence import Sentence

_FEWEST_WORDS = 2


def people_in(s: Sentence) -> Iterator[Mention]:
    """Runs of two or more capitalised words that are no known organisation, in order."""
    at = 0
    while at < len(s.tokens):
        end = at
        while end < len(s.tokens) and s.tokens[end].word and s.capital(end):
            end += 1
        found = s.mention(at, end) if end - at >= _FEWEST_WORDS else None
        if found and found.kind == "person" and " " in found.name:
            yield found
        at = max(end, at) + 1
