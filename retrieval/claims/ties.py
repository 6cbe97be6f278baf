"""The words that tie a sentence to those before it, per language: ``data/ties.yaml``."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise
from retrieval.models import ArticleLanguage


@dataclass(frozen=True)
class Ties:
    """Words in compared form.

    Attributes:
        pointing: posts that alone point back to a speaker.
        owners: how the word ends that says whose post it is: such a one is somebody new.
        demonstratives: words that make any post point back.
        one: how the phrase of a single unnamed person begins: only such a one is "he".
        reports: what an outlet's text is called: "that report" is of the outlet that spoke last.
        asks: what marks a question of an interview ("Q:").
        answers: what marks an answer.
        joiners: words that make two names one source of several.
        contrasts: words that open a sentence which answers the one before.
        denied: what a denial calls the claim it denies.
        accusations: what it calls an accusation.
        anaphors: words in a claim that need the sentence before to be understood.
        personal: pronouns that need it too, where the sentence does not name who speaks.
    """

    pointing: frozenset[str]
    owners: tuple[str, ...]
    demonstratives: frozenset[str]
    one: frozenset[str]
    reports: frozenset[str]
    asks: frozenset[str]
    answers: frozenset[str]
    joiners: frozenset[str]
    contrasts: tuple[str, ...]
    denied: tuple[str, ...]
    accusations: tuple[str, ...]
    anaphors: tuple[str, ...]
    personal: tuple[str, ...]


@cache
def ties_of(language: ArticleLanguage) -> Ties:
    """The ties of a language, read once."""
    groups = load_data("retrieval.claims", "ties.yaml")[language]
    return Ties(
        pointing=frozenset(_folded(groups["pointing"])),
        owners=_folded(groups["owners"]),
        demonstratives=frozenset(_folded(groups["demonstratives"])),
        one=frozenset(_folded(groups["one"])),
        reports=frozenset(_folded(groups["reports"])),
        asks=frozenset(_folded(groups["asks"])),
        answers=frozenset(_folded(groups["answers"])),
        joiners=frozenset(_folded(groups["joiners"])),
        contrasts=_folded(groups["contrasts"]),
        denied=_folded(groups["denied"]),
        accusations=_folded(groups["accusations"]),
        anaphors=_folded(groups["anaphors"]),
        personal=_folded(groups["personal"]),
    )


def _folded(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(normalise(item) for item in items)
