"""Puts the answers of claims together: one group for each answer, and whether two of them collide.

What one source says in two ways collides with nobody: a count that is corrected, a figure that rises.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from retrieval.answers.told import Told, clashes, same

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given(Generic[T]):
    """A claim with the answer that it gives.

    Attributes:
        item: the claim, or whatever stands for it.
        who: equal for claims of one source.
        told: the answer.
    """

    item: T
    who: Hashable
    told: Told


@dataclass(slots=True)
class Group(Generic[T]):
    """All claims that give one answer."""

    told: Told
    given: list[Given[T]] = field(default_factory=list)

    @property
    def sources(self) -> int:
        """How many sources give it."""
        return len({given.who for given in self.given})


def groups_of(given: Sequence[Given[T]]) -> list[Group[T]]:
    """One group for each answer, most sources first; denials are in none.

    Args:
        given: in the order in which they are to be looked at: the first of a group is its measure.
    """
    groups: list[Group[T]] = []
    for one in given:
        if one.told.denied:
            continue
        home = next((group for group in groups if same(group.told.value, one.told.value)), None)
        if home is None:
            home = Group(one.told)
            groups.append(home)
        home.given.append(one)
    return sorted(groups, key=lambda group: -group.sources)


def collide(given: Sequence[Given[T]]) -> bool:
    """Whether two sources give answers of which only one can be true, or one denies another's."""
    return any(_against(one, other) for at, one in enumerate(given) for other in given[at + 1 :])


def _against(one: Given[T], other: Given[T]) -> bool:
    if one.who == other.who:
        return False
    if one.told.denied != other.told.denied:
        return same(one.told.value, other.told.value)
    return not one.told.denied and clashes(one.told.value, other.told.value)
