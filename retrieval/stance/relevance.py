"""Whether a passage bears on a question at all: the gate that lets the bot say "nothing known".

The best cosine says almost nothing about whether there is an answer (DESIGN.md, section 6). What
tells is whether the rare words and names of the question are spoken of at all: each content word
counts by how rare it is in the library, and a word the library has never seen counts most.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from retrieval.claims.said import said_words
from retrieval.models import Claim
from retrieval.stance.align import Side
from retrieval.stance.statement import Unit, statement_of

DocumentShare = Callable[[Unit], float]


@dataclass(frozen=True, slots=True)
class Relevance:
    """How far a claim bears on a question.

    Attributes:
        passage: weighted share of the question's content found in the passage around it, 0 to 1;
            an opposite of what was asked counts as found.
        claim: the same in the claim with its context and speakers.
        held: as ``claim``, opposites not counted.
        unsaid: content words, names left out, that neither the claim nor its context speaks of.
        missing: words of the question found nowhere, as asked.
    """

    passage: float
    claim: float
    held: float
    unsaid: int
    missing: tuple[str, ...]


_SILENT = Relevance(0.0, 0.0, 0.0, 0, ())


def speakers_of(claim: Claim) -> str:
    """The names of everyone through whom a claim came, in both scripts."""
    people = (claim.claimant, *claim.via) if claim.cue else ()
    return " ; ".join(n for who in people for n in (who.name_bn, who.name_en, who.name) if n)


def rarity(units: Sequence[Unit], share: DocumentShare) -> dict[Unit, float]:
    """The weight of each unit: 1 for words in every passage, up to about 8 for unseen ones.

    Args:
        units: of the question.
        share: in which share of the passages a word occurs.
    """
    return {unit: 1.0 + math.log1p(1.0 / (share(unit) + 0.01)) for unit in units}


def relevance_of(units: dict[Unit, float], claim: Claim, least: float = 0.0) -> Relevance:
    """How far a claim and its passage speak of the question's content.

    Args:
        units: content units of the question with their weights.
        claim: with passage, context and article.
        least: below that for the claim its passage is not looked at, and counts as silent: reading
            passages is most of the work, and most candidates fall here.
    """
    around = statement_of(f"{claim.context} ; {speakers_of(claim)}")
    said = said_words(claim.quote, claim.language) if claim.cue else claim.quote
    own = statement_of(said)
    near = Side([own, around])
    total = sum(units.values()) or 1.0
    if sum(w for u, w in units.items() if _spoken_of(u, near)) / total < least:
        return _SILENT
    wide = Side([own, around, statement_of(claim.passage), statement_of(claim.article.title)])
    missing = tuple(unit.word for unit in units if not _spoken_of(unit, wide))
    return Relevance(
        passage=sum(w for u, w in units.items() if _spoken_of(u, wide)) / total,
        claim=sum(w for u, w in units.items() if _spoken_of(u, near)) / total,
        held=sum(w for u, w in units.items() if near.holds(u)) / total,
        unsaid=sum(not near.holds(unit) for unit in units if unit.ids and not unit.named),
        missing=missing,
    )


def _spoken_of(unit: Unit, side: Side) -> bool:
    return side.holds(unit) or side.excludes(unit)
