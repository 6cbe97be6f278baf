"""What one claim answers to an open question: its own words, and a value by which answers compare."""

from dataclasses import dataclass
from typing import Protocol, Self


class Value(Protocol):
    """What an answer comes to, apart from its wording. Only values of one kind are compared."""

    def same(self, other: Self) -> bool:
        """Whether both are one answer, in whatever language and digits."""
        ...

    def clashes(self, other: Self) -> bool:
        """Whether both cannot be true of one thing; in doubt they can."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """An answer that a claim gives.

    Attributes:
        words: of the claim.
        value: what they come to.
        denied: whether the claim says that it is not so.
    """

    words: str
    value: "Value"
    denied: bool = False


def same(one: Value, other: Value) -> bool:
    """Whether two values of whatever kinds are one answer."""
    return type(one) is type(other) and one.same(other)


def clashes(one: Value, other: Value) -> bool:
    """Whether two values of whatever kinds exclude each other."""
    return type(one) is type(other) and one.clashes(other)
