"""Reads one Bengali sentence: who is said to have said it, through whom, with what verb.

A parser over words and case endings, not over meaning. A sentence is read by the first frame that
fits; the frames are told in the modules that hold them. Pronouns and "he said this" are reported as
such and settled over the whole article elsewhere.
"""

from dataclasses import replace

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.bengali_grammar import grammar
from retrieval.claims.bengali_markers import held, marked
from retrieval.claims.bengali_people import people_in
from retrieval.claims.bengali_relays import relayed
from retrieval.claims.bengali_sentence import Sentence
from retrieval.claims.bengali_speech import acted, announced, spoken
from retrieval.claims.bengali_texts import text_says
from retrieval.claims.register import Register
from retrieval.claims.tokens import QUOTATION, tokenise

# In order of trust. In what the first two tell, another speaker may stand.
_NESTING = (marked, spoken)
_FRAMES = (relayed, *_NESTING, text_says, acted, held)
_ANNOUNCING = (":", "—", "–", "-")
_DASHES = ("—", "–", ",")
_LONGEST_OUTLET = 6


class BengaliParser:
    """Finds the attribution of Bengali sentences.

    Args:
        register: known claimants; their names mark where a source's name ends.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._grammar = grammar()

    def parse(
        self, text: str, start: int, end: int, names: frozenset[str] = frozenset()
    ) -> Attribution | None:
        """The attribution of the sentence ``text[start:end]``; None where nobody is said to speak.

        Args:
            text: the article's text.
            start: of the sentence.
            end: of the sentence.
            names: names known from elsewhere in the article, in compared form.
        """
        tokens = tokenise(text, start, end)
        while tokens and not tokens[-1].word and tokens[-1].norm != QUOTATION:
            tokens.pop()
        if not tokens:
            return None
        s = Sentence(tokens, names, self._grammar, self._register)
        found = _attribution(s)
        return announced(s) if found is None and text[start:end].endswith(_ANNOUNCING) else found

    def people(self, text: str, start: int, end: int) -> list[Mention]:
        """Persons that the sentence names with a title, a kin word or a known name, in order."""
        tokens = tokenise(text, start, end)
        return list(people_in(Sentence(tokens, frozenset(), self._grammar, self._register)))


def _attribution(s: Sentence) -> Attribution | None:
    if found := _told_on(s):
        return found
    for frame in _FRAMES:
        if found := frame(s):
            return _with_inner(s, found) if frame in _NESTING else found
    return None


def _told_on(s: Sentence) -> Attribution | None:
    """… X জানিয়েছেন—লিখেছে Y: Y, an outlet, relays whatever stands before the mark."""
    for verb in s.verbs:
        mark = verb.start - 1
        tail = s.tokens[verb.end :]
        if verb.passive or mark < 4 or s.norms[mark] not in _DASHES or not 0 < len(tail) <= _LONGEST_OUTLET:
            continue
        outlet = s.mention(tail)
        if outlet and outlet.kind == "outlet":
            inner = _attribution(s.part(s.tokens[:mark]))
            if inner is None:
                return Attribution(outlet, (), "report", s.span_before(mark))
            return replace(inner, via=(outlet, *inner.via))
    return None


def _with_inner(s: Sentence, outer: Attribution) -> Attribution:
    """A speaker inside the words of a relayer is the source, and the relayer is the way it came.

    A named person's account of what another said stays that person's claim.
    """
    relays = outer.source.kind in ("outlet", "unnamed") and outer.source.pronoun is None
    if not relays or outer.back_reference or outer.content is None:
        return outer
    said = [at for at, token in enumerate(s.tokens) if token.word and token.start >= outer.content[0]]
    inner = _attribution(s.part(s.tokens[said[0] :])) if said else None
    if inner is None or inner.source.pronoun or inner.back_reference:
        return outer
    return replace(inner, via=(outer.source, *inner.via))
