"""A Bengali sentence with what its words tell by themselves: names, times, titles, verbs of speech.

It knows no frames and no noun phrases; those are read from it.
"""

from collections.abc import Collection, Sequence
from functools import cached_property

from retrieval.claims.attribution import Mention
from retrieval.claims.bengali_grammar import Grammar, Phrase, is_title
from retrieval.claims.bengali_mentions import Case, mention
from retrieval.claims.bengali_verbs import Verb, verbs_in
from retrieval.claims.bengali_words import without_accusative, without_emphasis, without_genitive
from retrieval.claims.register import Register
from retrieval.claims.tokens import QUOTATION, Token
from retrieval.models import Claimant, ClaimantKind

_CLAUSE_MARKS = frozenset((",", ":", "—", "–", "-", QUOTATION, ";"))
_LONGEST_PHRASE = 3  # words of a back reference, an adverb, a relay


class Sentence:
    """The tokens of one sentence; a token is named by its index.

    Args:
        tokens: the sentence, final marks left out.
        names: names known from elsewhere in the article, in compared form.
        g: the grammar.
        register: known claimants; their names mark where a source's name ends.
    """

    def __init__(
        self, tokens: Sequence[Token], names: frozenset[str], g: Grammar, register: Register
    ) -> None:
        self.tokens = tokens
        self.names = names
        self.g = g
        self.register = register
        self.norms = [token.norm for token in tokens]

    def part(self, tokens: Sequence[Token]) -> "Sentence":
        """Some of its tokens as a sentence of their own."""
        return Sentence(tokens, self.names, self.g, self.register)

    def mention(self, found: Sequence[Token], case: Case = "nominative") -> Mention | None:
        """The source that some of its words name."""
        return mention(found, case, self.g, self.register)

    @cached_property
    def verbs(self) -> list[Verb]:
        """Its verbs of speech, in order."""
        return list(verbs_in(self.norms, self.g))

    @cached_property
    def described(self) -> frozenset[int]:
        """Tokens of phrases that describe an unnamed source and never end a noun phrase."""
        present = set(self.norms)
        return frozenset(
            inside
            for phrase in self.g.unnamed_phrases
            if present.issuperset(phrase)
            for at in range(len(self.norms) - len(phrase) + 1)
            if tuple(self.norms[at : at + len(phrase)]) == phrase
            for inside in range(at, at + len(phrase))
        )

    # ------------------------------------------------------------ names

    def known(self, begin: int, end: int) -> Claimant | None:
        """The register's claimant of exactly these tokens."""
        return self.register.known(self.norms[begin:end])

    def known_before(self, end: int, low: int = 0, kind: ClaimantKind | None = None) -> int:
        """Width of the longest known name (of a kind) that ends before token ``end``; 0 for none."""
        for width in range(min(self.register.longest, end - low), 0, -1):
            found = self.known(end - width, end)
            if found and kind in (None, found.kind):
                return width
        return 0

    def ends_known_name(self, at: int) -> bool:
        """Whether a known name of two or three words ends at a token."""
        return any(self.known(max(0, at - width), at + 1) for width in (1, 2))

    def is_name_part(self, at: int) -> bool:
        """Whether a token is one of the words that Bengali names are made of."""
        norm = self.norms[at]
        if norm not in self.g.name_words:
            return False
        # An initial counts only with another part of a name behind it: "এ" is also "this".
        following = self.norms[at + 1 : at + 2]
        return len(norm) > 1 or bool(following and following[0] in self.g.name_words)

    def case_of_name(self, at: int) -> Case | None:
        """The case ending with which a name that ends at a token would stand; None for none."""
        norm = self.norms[at]
        if norm in self.g.name_words:
            return None
        if without_accusative(norm):
            return "accusative"
        return "genitive" if norm.endswith(self.g.name_genitives) and without_genitive(norm) else None

    def speaks_unnamed(self, at: int) -> bool:
        """Whether a token is a common noun that speaks: "শ্রমিকেরা", "পুলিশ"."""
        norm = self.norms[at]
        following = self.norms[at + 1 : at + 3]
        if norm in self.g.unnamed_marks and any(self.is_common(noun) for noun in following):
            return False  # "কয়েকজন অভিভাবক": the noun is still to come
        plural = norm.endswith(self.g.plural_endings) and len(norm) > 4
        kinds = self.g.kinds
        return (
            plural or norm in self.g.unnamed_nouns or norm in kinds["organisation"] or norm in kinds["outlet"]
        )

    def is_common(self, norm: str) -> bool:
        """Whether a word is a title, trade or other noun for a speaker."""
        return is_title(norm, self.g) or norm in self.g.unnamed_nouns

    # ------------------------------------------------------------ other words

    def is_word(self, at: int) -> bool:
        """Whether a token is a word, not a mark or a quotation."""
        return self.tokens[at].word

    def is_time(self, at: int) -> bool:
        """Whether a token is a word of time, or the number before one."""
        norm = self.norms[at]
        dated = norm.isdigit() and not self.g.times.isdisjoint(self.norms[at + 1 : at + 2])
        return dated or norm in self.g.times

    def marks_clause(self, at: int) -> bool:
        """Whether a mark or a quotation stands there, behind which a clause may begin."""
        return at < len(self.norms) and self.norms[at] in _CLAUSE_MARKS

    def points_back(self, low: int, high: int) -> bool:
        """Whether "এ কথা", "এ তথ্য" or the like stands between two tokens."""
        return any(
            tuple(self.norms[at : at + width]) in self.g.back_references
            for at in range(low, high)
            for width in (1, 2)
            if at + width <= high and not (width == 1 and self._owned(at))
        )

    def _owned(self, at: int) -> bool:
        """Whether a genitive right before a token says what is meant: "মৃত্যুর বিষয়টি" is no "this"."""
        return at > 0 and self.case_of_name(at - 1) == "genitive"

    def width_before(self, phrases: Collection[Phrase], at: int, low: int) -> int:
        """Width of the phrase that ends at a token, ই/ও on its last word ignored; 0 for none."""
        for width in range(min(_LONGEST_PHRASE, at - low + 1), 0, -1):
            phrase = tuple(self.norms[at - width + 1 : at + 1])
            if phrase in phrases or (*phrase[:-1], without_emphasis(phrase[-1])) in phrases:
                return width
        return 0

    def width_after(self, phrases: Collection[Phrase], at: int) -> int:
        """Width of the phrase that begins at a token; 0 for none."""
        for width in range(_LONGEST_PHRASE, 0, -1):
            phrase = tuple(self.norms[at : at + width])
            if len(phrase) == width and phrase in phrases:
                return width
        return 0

    # ------------------------------------------------------------ what is said

    def after(self, at: int) -> list[Token]:
        """The words and quotations from a token on, without "that" before them."""
        rest = [token for token in self.tokens[at:] if token.word or token.norm == QUOTATION]
        return rest[1:] if rest and rest[0].norm in self.g.opens_clause else rest

    def span_after(self, at: int) -> tuple[int, int] | None:
        """Where what is said stands in the text, if it stands after a token."""
        rest = self.after(at)
        return (rest[0].start, self.tokens[-1].end) if rest else None

    def span_before(self, end: int) -> tuple[int, int]:
        """Where what is said stands, if it opens the sentence and ends before token ``end``."""
        return self.tokens[0].start, self.tokens[max(0, end - 1)].end
