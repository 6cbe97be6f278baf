"""How often: once, several times, regularly; or a number of times."""

from dataclasses import dataclass

from retrieval.answers.figures import figures
from retrieval.answers.reading import Reading
from retrieval.answers.told import Told
from retrieval.language.negation import negates
from retrieval.stance.statement import signs

_OFTEN = 3.0  # the level of "several times"; the judge of stances draws the line there too
_FEW_TIMES = 3


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often, as a level from 0 (never) to 5 (always)."""

    level: float

    def same(self, other: "Frequency") -> bool:
        """The same level."""
        return self.level == other.level

    def clashes(self, other: "Frequency") -> bool:
        """One is never, or once or twice, and the other more often than that."""
        if 0 in (self.level, other.level):
            return self.level != other.level
        return (self.level >= _OFTEN) != (other.level >= _OFTEN)


def frequency_told(reading: Reading, denied: bool) -> Told | None:
    """How often a claim says that it was; None where it does not say."""
    for figure in figures(reading):
        if figure.measure == "times":
            counted = figure.low if figure.low < _FEW_TIMES else _OFTEN
            return Told(reading.words(figure.first, figure.end - 1), Frequency(counted), denied)
    known = signs().frequency
    for at in range(len(reading.norms)):
        for width in (4, 3, 2, 1):
            words = tuple(reading.norms[at : at + width])
            if (level := known.get(words)) is not None:
                turned = denied or (level > 0 and _negated(reading, at))
                return Told(reading.words(at, at + len(words) - 1), Frequency(level), turned)
    return None


def _negated(reading: Reading, at: int) -> bool:
    """Whether a negation stands in the clause of a word."""
    marks = [place for place, norm in enumerate(reading.norms) if negates(norm)]
    return any(reading.unbroken(min(at, mark), max(at, mark)) for mark in marks)
