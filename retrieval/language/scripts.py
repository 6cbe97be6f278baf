"""A claimant's name for readers of either script: what is not known is transliterated, and marked so."""

from dataclasses import replace

from retrieval.language.bengalise import bengalise
from retrieval.language.romanise import romanise
from retrieval.models import Claimant

# Kinds whose name is a name; the sound of "local people" helps nobody.
_NAMED = ("person", "organisation", "office", "outlet")


def in_both_scripts(claimant: Claimant) -> Claimant:
    """The claimant with a name in each script, ``transliterated`` telling which one is only sound.

    Example:
        >>> in_both_scripts(Claimant("p", "নাসিম মাহমুদ", None, "নাসিম মাহমুদ", "person")).name_en
        'Nasim Mahmud'
    """
    if claimant.name_bn and not claimant.name_en and claimant.kind in _NAMED:
        return replace(claimant, name_en=romanise(claimant.name_bn), transliterated="en")
    if claimant.name_en and not claimant.name_bn and claimant.kind == "person":
        return replace(claimant, name_bn=bengalise(claimant.name_en), transliterated="bn")
    return claimant
