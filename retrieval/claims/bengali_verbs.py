"""The verbs of speech in a Bengali sentence: finite forms, alone or with the words that make them a cue.

Works on compared words. Who speaks, and what is said, is not looked for here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retrieval.claims.bengali_grammar import Grammar, Phrase
from retrieval.claims.bengali_words import without_emphasis
from retrieval.models import Cue

# Words before the finite verb of a cue ("ভাগ করে নেওয়া"), the most first.
_WIDTHS = (2, 1, 0)


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb in a sentence: tokens ``start`` to ``end`` (exclusive).

    Attributes:
        lemma: the phrase as the grammar names it: ("অভিযোগ", "করা").
        cue: the kind of reporting verb.
        passive: whether nobody speaks in it ("বলা হয়").
    """

    start: int
    end: int
    lemma: Phrase
    cue: Cue
    passive: bool


def verbs_in(norms: Sequence[str], g: Grammar) -> Iterator[Verb]:
    """The verbs of speech among compared words, in order."""
    for at, norm in enumerate(norms):
        lemma = g.verbs.get(without_emphasis(norm)) or g.verbs.get(norm)
        found = _verb_at(norms, at, lemma, g) if lemma else None
        if found:
            yield found


def _verb_at(norms: Sequence[str], at: int, lemma: str, g: Grammar) -> Verb | None:
    for width in _WIDTHS:
        if at < width:
            continue
        begin = at - width
        phrase = (*(without_emphasis(word) for word in norms[begin:at]), lemma)
        if phrase in g.passives:
            return Verb(begin, at + 1, phrase, "report", True)
        if cue := g.cues.get(phrase):
            silent = (
                _states_nothing(norms, phrase, begin, g)
                or _is_converb(norms, at, g)
                or _relative(norms, begin, g)
            )
            return None if silent else Verb(begin, at + 1, phrase, cue, False)
    return None


def _states_nothing(norms: Sequence[str], phrase: Phrase, at: int, g: Grammar) -> bool:
    """ "মৃত ঘোষণা করেন" states nothing, "আপিল নাকচ করেন" denies nothing."""
    if at and norms[at - 1] in g.no_statement:
        return True
    return phrase in g.denies_speech_only and g.objects_of_speech.isdisjoint(norms[max(0, at - 4) : at])


def _is_converb(norms: Sequence[str], at: int, g: Grammar) -> bool:
    """করে before another verb of speech goes with that verb: "নিশ্চিত করে বলেন"."""
    if norms[at] not in g.converbs:
        return False
    later = norms[at + 1 : at + 9]
    return any(
        g.verbs.get(without_emphasis(norm)) in g.takes_converb and norm not in g.converbs for norm in later
    )


def _relative(norms: Sequence[str], at: int, g: Grammar) -> bool:
    """Whether the verb belongs to a relative clause ("চীন যা বলছে")."""
    return bool(set(norms[max(0, at - 3) : at]) & (g.relatives - g.reporting_relatives))
