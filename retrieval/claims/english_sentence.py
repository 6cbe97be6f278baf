"""An English sentence with what its words tell by themselves: verbs of speech, capitals, marks.

It knows no frames and no noun phrases; those are read from it.
"""

from collections.abc import Iterator, Sequence

from retrieval.claims.attribution import Mention
from retrieval.claims.english_grammar import Grammar
from retrieval.claims.english_mentions import mention
from retrieval.claims.register import Register
from retrieval.claims.tokens import QUOTATION, Token, capitalised
from retrieval.models import Cue

STOPS = frozenset((",", ";", ":", "—", "–", "-", QUOTATION, "(", ")", "…"))
_TELLING_MARKS = (",", QUOTATION, "—", "–", "-", "?", "!")
_NEGATED_WITHIN = 3  # tokens before a verb
_OBJECT_WITHIN = 7  # tokens behind a verb that denies only speech


class Sentence:
    """The tokens of one sentence; a token is named by its index.

    Args:
        tokens: the sentence, final marks left out.
        g: the grammar.
        register: known claimants.
    """

    def __init__(self, tokens: Sequence[Token], g: Grammar, register: Register) -> None:
        self.tokens = tokens
        self.norms = [token.norm for token in tokens]
        self.g = g
        self.register = register

    def part(self, begin: int, end: int) -> "Sentence":
        """Some of its tokens as a sentence of their own."""
        return Sentence(self.tokens[begin:end], self.g, self.register)

    def mention(self, begin: int, end: int) -> Mention | None:
        """The source that tokens ``begin`` to ``end`` (exclusive) name."""
        return mention(self.tokens[max(0, begin) : end], self.g, self.register) if end > begin else None

    def capital(self, at: int) -> bool:
        """Whether a token is written with a capital."""
        return capitalised(self.tokens[at])

    def next(self, at: int) -> str:
        """The word behind a token; "" at the end."""
        return self.norms[at + 1] if at + 1 < len(self.norms) else ""

    # ------------------------------------------------------------ verbs

    def verbs(self) -> Iterator[tuple[int, Cue]]:
        """Its verbs of speech with their cue, in order."""
        for at, norm in enumerate(self.norms):
            if norm in self.g.cues and self.is_verb(at):
                yield at, self.g.phrasal_cues.get(f"{norm} {self.next(at)}", self.g.cues[norm])
            elif norm in self.g.participles and self._progressive(at):
                yield at, self.g.participles[norm]

    def _progressive(self, at: int) -> bool:
        """ "The White House is saying that …"."""
        return at > 1 and self.norms[at - 1] in self.g.passive and self.norms[at - 2] not in self.g.negated

    def is_verb(self, at: int) -> bool:
        """Whether a form of a cue is a verb there, not a noun ("the claims") or passive ("is said")."""
        before = self.norms[at - 1] if at else ""
        phrasal = self.next(at) in self.g.no_speech_behind
        if not before or phrasal or self.capital(at) or before.endswith("'s"):
            return False
        if before in self.g.passive | self.g.infinitive_marks | self.g.relatives or self._noun(at):
            return False
        return not (self._negated(at) or self._passive(at) or self._denies_no_speech(at))

    def _noun(self, at: int) -> bool:
        """ "the claims", "earlier reports"; not "had earlier said", "state media said"."""
        before, norm = self.norms[at - 1], self.norms[at]
        return before in self.g.determiners or (before in self.g.before_nouns and norm in self.g.noun_forms)

    def _negated(self, at: int) -> bool:
        return not self.g.negated.isdisjoint(self.norms[max(0, at - _NEGATED_WITHIN) : at])

    def _passive(self, at: int) -> bool:
        """ "is also said"."""
        adverb = self.norms[at - 1] in self.g.auxiliaries
        return adverb and not self.g.passive.isdisjoint(self.norms[max(0, at - 2) : at])

    def _denies_no_speech(self, at: int) -> bool:
        """ "rejected the offer"; but "rejected the offer as an insult" tells why."""
        near = self.norms[at : at + _OBJECT_WITHIN]
        said = "as" in near or not self.g.objects_of_speech.isdisjoint(near)
        return near[0] in self.g.denies_speech_only and not said

    # ------------------------------------------------------------ what is said

    def opens_clause(self, after: int) -> bool:
        """Whether "that", a colon or a quotation stands there."""
        following = self.norms[after : after + 2]
        return following[:1] in (["that"], [":"], [QUOTATION]) or following == [",", QUOTATION]

    def told_before(self, begin: int) -> bool:
        """Whether a quotation, or a clause and a comma, stand before a subject."""
        marked = begin > 0 and self.norms[begin - 1] in _TELLING_MARKS
        return marked and (QUOTATION in self.norms[:begin] or begin > 4)

    def only_adverbial(self, after: int, begin: int) -> bool:
        """Whether what follows a verb only says when, where or to whom."""
        rest = self.norms[after:]
        words = [norm for norm in rest if norm not in STOPS]
        if len(words) < 3 or QUOTATION in self.norms[:begin]:
            return True
        return rest[0] == "," or words[0] in self.g.opening_prepositions | self.g.dated | self.g.adverbial

    def span(self, begin: int, end: int) -> tuple[int, int] | None:
        """Where the words of some tokens stand in the text; None for none."""
        words = [t for t in self.tokens[begin:end] if t.word or t.norm == QUOTATION]
        return (words[0].start, words[-1].end) if words else None
