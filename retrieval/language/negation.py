"""Words that turn a statement round: negations, denials, "that is false".

It tells that such a word is there, not what it turns; that is for the judge of stances.
"""

from dataclasses import dataclass
from functools import cache

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise, words

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Turning:
    """The groups of ``negation.yaml`` in compared form."""

    negations: frozenset[str]
    negative_endings: tuple[str, ...]
    not_negative: frozenset[str]
    falsity: frozenset[str]
    denials: frozenset[Phrase]


@cache
def turning() -> Turning:
    """The groups, read once."""
    data = load_data("retrieval.language", "negation.yaml")

    def listed(group: str) -> list[str]:
        return [normalise(str(item)) for items in data[group].values() for item in items]

    return Turning(
        negations=frozenset(listed("negations")),
        negative_endings=tuple(normalise(ending) for ending in data["negative_endings"]),
        not_negative=frozenset(normalise(word) for word in data["not_negative"]),
        falsity=frozenset(listed("falsity")),
        denials=frozenset(tuple(phrase.split()) for phrase in listed("denials")),
    )


def negates(word: str) -> bool:
    """Whether a normalised word is a negation, or a Bengali verb with one written on.

    Example:
        >>> negates("not"), negates(normalise("বলেননি")), negates(normalise("তিনি"))
        (True, True, False)
    """
    known = turning()
    if word in known.negations:
        return True
    if word.isascii():
        return word.endswith("n't")
    return word.endswith(known.negative_endings) and word not in known.not_negative


def turns(text: str) -> bool:
    """Whether a text holds a negation, a denial, or a word that calls something false."""
    row, known = words(text), turning()
    return any(
        negates(word)
        or word in known.falsity
        or (word,) in known.denials
        or tuple(row[at : at + 2]) in known.denials
        for at, word in enumerate(row)
    )
