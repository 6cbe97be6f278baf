"""Whether a predicted claimant names the labelled source.

The rule of the labelled files: the same words without case endings, titles and honorifics, or the
same entry of the register, whatever the script.
"""

from retrieval.claims.bengali_grammar import grammar
from retrieval.claims.bengali_words import without_genitive
from retrieval.claims.register import project_register
from retrieval.language.normalise import words
from retrieval.language.stem import stem
from retrieval.models import Claimant

_ENGLISH_FILL = frozenset(
    [
        "the",
        "a",
        "an",
        "some",
        "unnamed",
        "who",
        "did",
        "not",
        "want",
        "wanted",
        "to",
        "be",
        "named",
        "asked",
        "identified",
        "of",
        "mr",
        "mrs",
        "dr",
        "his",
        "her",
        "its",
        "their",
        "this",
        "that",
        "speaking",
        "on",
        "condition",
        "anonymity",
        "several",
    ]
)


def same_source(claimant: Claimant, labels: list[str]) -> bool:
    """Whether a claimant is one of the labelled names.

    Args:
        claimant: as predicted.
        labels: names as labelled, in either script; any may match.
    """
    names = [n for n in (claimant.name, claimant.name_bn, claimant.name_en) if n]
    register = project_register()
    for label in labels:
        known = register.find(label)
        if known is not None and known.id == claimant.id:
            return True
        if any(_bare(name) and _bare(name) == _bare(label) for name in names):
            return True
    return False


def _bare(name: str) -> frozenset[str]:
    """The words that tell: no titles, honorifics, articles; no case ending on the last."""
    g = grammar()
    kept = [w for w in words(name) if w not in _ENGLISH_FILL and w not in g.honorifics]
    named = [w for w in kept if (w,) not in g.titles] or kept
    return frozenset(stem(without_genitive(w) or w) for w in named)
