"""Which content of a question a text speaks of: by word, by concept, by sound, or by an opposite."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from retrieval.language.concepts import opposites, with_implied
from retrieval.stance.statement import Statement, Unit

_SHORTEST_KEY = 3
_CLEAR = 4  # concepts that a word may name and still exclude another


class Side:
    """Everything that can be matched in a text.

    Args:
        statements: the text's parts, taken together.
    """

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.units = [unit for statement in statements for unit in statement.units]

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of its content words."""
        return frozenset(unit.stem for unit in self.units)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Concepts it names, and those they are evidence for."""
        return frozenset(concept for unit in self.units for concept in with_implied(unit.ids))

    @cached_property
    def keys(self) -> frozenset[str]:
        """Phonetic keys of its words."""
        return frozenset(unit.key for unit in self.units if len(unit.key) >= _SHORTEST_KEY)

    @cached_property
    def name_keys(self) -> frozenset[str]:
        """Phonetic keys of the words that name no concept: names, mostly."""
        return frozenset(u.key for u in self.units if not u.ids and len(u.key) >= _SHORTEST_KEY)

    @cached_property
    def excluded(self) -> frozenset[str]:
        """Concepts that exclude one it names."""
        # A word of many meanings excludes nothing: it would deny what nobody spoke of.
        clear = [unit for unit in self.units if len(unit.ids) <= _CLEAR]
        named = frozenset(concept for unit in clear for concept in unit.ids)
        return frozenset(other for concept in named for other in opposites(concept))

    def holds(self, unit: Unit) -> bool:
        """Whether it speaks of a unit."""
        if unit.stem in self.stems or unit.ids & self.ids:
            return True
        # A sound alone joins two words only where one of them is no word of the lexicon: a name.
        return unit.key in (self.name_keys if unit.ids else self.keys)

    def excludes(self, unit: Unit) -> bool:
        """Whether it names an opposite of a unit, and not the unit itself."""
        return len(unit.ids) <= _CLEAR and not self.holds(unit) and bool(unit.ids & self.excluded)


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the units of a question stand in a claim.

    Attributes:
        held: in the claim's own words.
        context: only in its context or among its speakers.
        opposed: by an opposite in the claim's own words.
        missing: nowhere.
    """

    held: tuple[Unit, ...]
    context: tuple[Unit, ...]
    opposed: tuple[Unit, ...]
    missing: tuple[Unit, ...]

    @property
    def share(self) -> float:
        """Share of the question's content that the claim speaks of, context counted half."""
        total = len(self.held) + len(self.context) + len(self.opposed) + len(self.missing)
        if total == 0:
            return 0.0
        return (len(self.held) + len(self.opposed) + 0.7 * len(self.context)) / total


def align(question: Statement, claim: Statement, around: Statement) -> Alignment:
    """Find each content unit of a question in a claim, else in what stands around it."""
    own, context = Side([claim]), Side([around])
    groups: dict[str, list[Unit]] = {"held": [], "context": [], "opposed": [], "missing": []}
    for unit in question.units:
        groups[_place(unit, own, context)].append(unit)
    return Alignment(**{name: tuple(units) for name, units in groups.items()})


def _place(unit: Unit, own: Side, context: Side) -> str:
    if own.holds(unit):
        return "held"
    if own.excludes(unit):
        return "opposed"
    return "context" if context.holds(unit) else "missing"
