"""Reads a question: language, the chat around it, what it asks, in words that search and judges use."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from retrieval.asked import Asked, asked_of, question_words
from retrieval.datafiles import load_data
from retrieval.errors import BadQuestion
from retrieval.language.detect import detect_language
from retrieval.language.normalise import normalise, words
from retrieval.models import QuestionLanguage

LONGEST = 4000
_FEWEST_LETTERS = 2
Form = Literal["yes-no", "open"]


@dataclass(frozen=True)
class Question:
    """A question as it is searched and judged.

    Attributes:
        text: as asked, white space trimmed.
        core: without the chat around it ("ভাই এটা কি সত্যি?", "is it true that").
        language: of the text.
        asked: what it asks, where no yes or no answers it.
    """

    text: str
    core: str
    language: QuestionLanguage
    asked: Asked | None = None

    @property
    def form(self) -> Form:
        """Whether it can be answered with yes or no."""
        return "open" if self.asked else "yes-no"

    @property
    def key(self) -> str:
        """Equal for the same question with other chat, case, digits or punctuation around it."""
        return " ".join(self.words)

    @cached_property
    def words(self) -> list[str]:
        """Normalised words of the core, in order."""
        return words(self.core)

    @cached_property
    def content(self) -> list[str]:
        """The words that carry content: no question words, particles, or other function words."""
        return [word for word in self.words if word not in _groups().stop]


@dataclass(frozen=True)
class _Groups:
    stop: frozenset[str]
    chat: tuple[re.Pattern[str], ...]


@cache
def _groups() -> _Groups:
    data = load_data("retrieval", "question.yaml")
    return _Groups(
        frozenset(normalise(w) for group in data["stop"].values() for w in group) | _askers(data),
        tuple(re.compile(normalise(p)) for group in data["chat"].values() for p in group),
    )


def _askers(data: dict[str, list[str]]) -> frozenset[str]:
    return question_words() - {normalise(word) for word in data["names"]}


def function_words() -> frozenset[str]:
    """Words that carry no content, in all three ways of writing, normalised."""
    return _groups().stop


def read_question(text: str) -> Question:
    """Understand a question.

    Args:
        text: what somebody typed.

    Raises:
        BadQuestion: there is nothing to ask in it, or it is longer than 4,000 characters.
    """
    _check(text)
    text = "".join(c if c.isprintable() or c in "\n\u200c\u200d" else " " for c in text).strip()
    folded = normalise(text)
    core = folded
    for pattern in _groups().chat:
        core = pattern.sub(" ", core)
    core = core.strip(" ,.!?।—-:;\"'") if len(words(core)) else folded
    # Question marks within tell one question from two ("how many died? is it 100?").
    return Question(text, core, detect_language(text), asked_of(f"{core}?" if "?" in folded else core))


def _check(text: str) -> None:
    if len(text) > LONGEST:
        raise BadQuestion(
            f"The question has {len(text):,} characters; ask in at most {LONGEST:,}, one thing at a time."
        )
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise BadQuestion("The question holds a broken character; type it again.")
    if sum(c.isalnum() for c in text) < _FEWEST_LETTERS or not words(text):
        raise BadQuestion("The question is too short to search for; write a few words.")
