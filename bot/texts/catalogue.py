"""The messages of one language, out of its Fluent file (https://projectfluent.org).

It knows the words and nothing about what they are shown on. A Bengali speaker who does not program
can improve ``bn.ftl`` beside this file.
"""

from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Literal, Self

from fluent.runtime import FluentBundle, FluentResource

from retrieval.errors import BadData
from retrieval.language.normalise import to_bengali_digits
from retrieval.models import Precision, QuestionLanguage

Language = Literal["bn", "en"]


class Texts:
    """All messages of one language.

    Args:
        language: of the reader.

    Example:
        >>> Texts.of("bn").say("date-unknown")
        'তারিখ অজানা'
    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        functions: dict[str, Any] = {"DIGITS": self.digits}
        self._bundle = FluentBundle([language], functions=functions, use_isolating=False)
        self._bundle.add_resource(FluentResource(messages_of(language)))

    @classmethod
    @cache
    def of(cls, language: Language) -> Self:
        """The messages of a language, read once."""
        return cls(language)

    @classmethod
    def answering(cls, language: QuestionLanguage) -> Self:
        """The messages for who asks in a language: romanised Bengali is answered in Bengali."""
        return cls.of("en" if language == "en" else "bn")

    def say(self, message: str, /, **values: str | int) -> str:
        """A message with its values filled in.

        Raises:
            BadData: the language's file lacks the message, or what it says cannot be filled in.
        """
        if not self._bundle.has_message(message):
            raise BadData(f"{self.language}.ftl lacks the message {message!r}; add it there.")
        pattern = self._bundle.get_message(message).value
        text, problems = self._bundle.format_pattern(pattern, values) if pattern else ("", ["empty"])
        if problems:
            raise BadData(f"{self.language}.ftl, {message}: {problems[0]}; correct it there.")
        return str(text)

    def digits(self, number: int | str) -> str:
        """A number in the reader's digits."""
        text = str(number)
        return to_bengali_digits(text) if self.language == "bn" else text

    def day(self, day: date | None) -> str:
        """A date in the reader's words, or that it is unknown."""
        if day is None:
            return self.say("date-unknown")
        return self.say("date", day=day.day, month=self._month(day), year=day.year)

    def time(self, first: date, precision: Precision) -> str:
        """A day, week, month or year in the reader's words, by its first day."""
        if precision == "month":
            return self.say("date-month", month=self._month(first), year=first.year)
        if precision == "year":
            return self.say("date-year", year=first.year)
        return self.say("date-week", date=self.day(first)) if precision == "week" else self.day(first)

    def _month(self, day: date) -> str:
        return self.say("month-name", month=day.month)


def messages_of(language: Language) -> str:
    """The text of a language's Fluent file."""
    return (resources.files("bot.texts") / f"{language}.ftl").read_text(encoding="utf-8")
