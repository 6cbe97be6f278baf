"""What the extraction needs from a language: a parser of its sentences."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.bengali import BengaliParser
from retrieval.claims.english import EnglishParser
from retrieval.claims.register import Register
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


@lru_cache(maxsize=8)
def parser_for(language: ArticleLanguage, register: Register) -> Parser:
    """The parser of a language, with a register to know names by."""
    return BengaliParser(register) if language == "bn" else EnglishParser(register)
