"""The common shape of what both languages find in a sentence: who is said to have said it.

Values only. Names are as written, without case ending; who they are is settled in ``resolve``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from retrieval.language.sentences import Span
from retrieval.models import ClaimantKind, Cue

Number = Literal["singular", "plural"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A source as a sentence names it.

    Attributes:
        written: the words of the sentence, titles included.
        name: the name without titles and case endings; the whole phrase for unnamed sources.
        kind: what kind of source the words tell; None where they do not.
        pronoun: set where the sentence has only a pronoun, or nothing at all (singular).
        role: whether only a post or trade is given ("the minister").
        span: where ``written`` stands in the text; None where the parser does not tell.
    """

    written: str
    name: str
    kind: ClaimantKind | None
    pronoun: Number | None = None
    role: bool = False
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said a sentence.

    Attributes:
        source: the original source.
        via: the relayers, nearest to the article first.
        cue: the kind of reporting verb.
        content: start and end of what is said; None where it stands in another sentence.
        back_reference: the content is the sentence before ("he said this").
        announces: the content is the quotation that follows ("he said:").
        goes_on: the sentence continues a quotation; who speaks stands in one before.
    """

    source: Mention
    via: tuple[Mention, ...]
    cue: Cue
    content: tuple[int, int] | None
    back_reference: bool = False
    announces: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence of an article with what was found in it.

    Attributes:
        span: start and end in the article's text.
        paragraph: index of its paragraph in the article's body.
        attribution: who is said to have said it; None where nobody is.
        people: persons that it names.
        only_relays: whether it says nothing itself: it names the outlet through which those before it
            came, or who speaks in the quotation behind it.
    """

    span: Span
    paragraph: int
    attribution: Attribution | None
    people: Sequence[Mention]
    only_relays: bool = False

    @property
    def source(self) -> Mention | None:
        """Who said it."""
        return self.attribution.source if self.attribution else None
