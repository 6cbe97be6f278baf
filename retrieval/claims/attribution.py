"""The common shape of what both languages find in a sentence: who is said to have said it.

Values only. Names are as written, without case ending; who they are is settled in ``resolve``.
"""

from dataclasses import dataclass
from typing import Literal

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
        inner: whether ``source`` speaks inside the words of the relayer.
    """

    source: Mention
    via: tuple[Mention, ...]
    cue: Cue
    content: tuple[int, int] | None
    back_reference: bool = False
