"""Reads one English sentence: who is said to have said it, through whom, with what verb.

A parser over words, case of letters and marks. A sentence is read by the first frame that fits; the
frames are told in the modules that hold them. Pronouns are reported as such and settled over the
whole article elsewhere.
"""

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.english_grammar import grammar
from retrieval.claims.english_nouns import according, nominal, passive
from retrieval.claims.english_people import people_in
from retrieval.claims.english_relays import cited
from retrieval.claims.english_sentence import Sentence
from retrieval.claims.english_speech import announced, closing, opened, participle, spoken
from retrieval.claims.register import Register
from retrieval.claims.tokens import QUOTATION, tokenise

# In order of trust.
_FRAMES = (according, closing, spoken, passive, nominal, participle)


class EnglishParser:
    """Finds the attribution of English sentences.

    Args:
        register: known claimants, to tell people from outlets and offices.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._grammar = grammar()

    def parse(
        self, text: str, start: int, end: int, names: frozenset[str] = frozenset()
    ) -> Attribution | None:
        """The attribution of the sentence ``text[start:end]``; None where nobody is said to speak."""
        del names  # English names show themselves by their capitals
        s = self._sentence(text, start, end)
        found = next((found for frame in _FRAMES if (found := frame(s))), None)
        if found is None and text[start:end].endswith(":"):
            found = announced(s)
        return cited(s, opened(s, found)) if found else None

    def people(self, text: str, start: int, end: int) -> list[Mention]:
        """Persons that the sentence names in two or more capitalised words, in order."""
        return list(people_in(self._sentence(text, start, end)))

    def _sentence(self, text: str, start: int, end: int) -> Sentence:
        tokens = tokenise(text, start, end)
        while tokens and not tokens[-1].word and tokens[-1].norm != QUOTATION:
            tokens.pop()
        return Sentence(tokens, self._grammar, self._register)
