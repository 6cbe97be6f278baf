"""What the extraction needs from a language: its parser and the words that tie sentences together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.bengali import BengaliParser
from retrieval.claims.bengali_grammar import grammar
from retrieval.claims.english import EnglishParser
from retrieval.claims.register import Register
from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise
from retrieval.models import ArticleLanguage


class Parser(Protocol):
    """Reads one sentence of a language."""

    def parse(
        self, text: str, start: int, end: int, names: frozenset[str] = frozenset()
    ) -> Attribution | None:
        """The attribution of the sentence ``text[start:end]``, if anyone is said to speak."""
        ...

    def people(self, text: str, start: int, end: int) -> Sequence[Mention]:
        """Persons that the sentence names."""
        ...


@dataclass(frozen=True)
class LanguageRules:
    """A language's parser, and words in compared form.

    Attributes:
        parser: reads one sentence.
        pointing: posts that alone point back to a speaker.
        demonstratives: words that point back.
        contrasts: words that open a sentence which answers the one before.
        denied: what a denial calls the claim it denies.
        anaphors: words in a claim that need the sentence before to be understood.
        questions: final marks or words that make a sentence a question.
    """

    parser: Parser
    pointing: frozenset[str]
    demonstratives: frozenset[str]
    contrasts: tuple[str, ...]
    denied: tuple[str, ...]
    anaphors: tuple[str, ...]


@lru_cache(maxsize=8)
def rules_for(language: ArticleLanguage, register: Register) -> LanguageRules:
    """The rules of a language, with a register to know names by."""
    ties = load_data("retrieval.claims", "ties.yaml")[language]
    parser: Parser = BengaliParser(register) if language == "bn" else EnglishParser(register)
    bengali = grammar()
    return LanguageRules(
        parser=parser,
        pointing=bengali.pointing_roles if language == "bn" else _fold(ties["pointing"]),
        demonstratives=bengali.demonstratives if language == "bn" else _fold(ties["demonstratives"]),
        contrasts=tuple(normalise(word) for word in ties["contrasts"]),
        denied=tuple(normalise(word) for word in ties["denied"]),
        anaphors=tuple(normalise(word) for word in ties["anaphors"]),
    )


def _fold(items: Sequence[str]) -> frozenset[str]:
    return frozenset(normalise(item) for item in items)
