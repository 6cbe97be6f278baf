"""What the commands work with: settings, the engine, a judge. Tests put others in their place.

Everything heavy is imported when it is asked for, so that ``--help`` costs nothing.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from retrieval.errors import BadSetting

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import ValidationError

    from bot.settings import BotSettings
    from retrieval.index.indexes import OnProgress
    from retrieval.ingest import IngestReport, OnStep
    from retrieval.library import ArticleSummary, ClaimantSummary
    from retrieval.models import Answer, Claim, Judgement
    from retrieval.settings import Settings

S = TypeVar("S", "Settings", "BotSettings")


class Shelf(Protocol):
    """The part of ``retrieval.library.Library`` that commands read."""

    def articles(self) -> "Sequence[ArticleSummary]":
        """Every article, by path."""

    def claimants(self) -> "Sequence[ClaimantSummary]":
        """Everyone in whose name a claim stands."""


class Engine(Protocol):
    """The part of ``retrieval.engine.ClaimEngine`` that commands use; see there."""

    @property
    def library(self) -> Shelf:
        """The truth."""

    @property
    def empty(self) -> bool:
        """Whether the library holds no article."""

    def ask(self, question: str, top: int | None = None) -> "Answer":
        """The competing claims on a question."""

    def ingest(
        self, inputs: Sequence[str], *, remove_missing: bool, on_step: "OnStep | None"
    ) -> "IngestReport":
        """Take in files, folders and URLs."""

    def ingest_corpus(self, on_step: "OnStep | None") -> "IngestReport":
        """Take in the articles that an empty library starts with."""

    def claims(self, name: str | None) -> "Iterable[Claim]":
        """The claims of one article, or of all."""

    def reindex(self, on_progress: "OnProgress | None") -> int:
        """Rebuild both indexes from the database."""


@dataclass(frozen=True, slots=True)
class Services:
    """How a command gets what it needs.

    Attributes:
        settings: reads the settings.
        engine: opens the library in the data folder of some settings.
        judge: tells the stance of a claim towards a question.
    """

    settings: "Callable[[], Settings]"
    engine: "Callable[[Settings], AbstractContextManager[Engine]]"
    judge: "Callable[[str, str], Judgement]"


def read_settings() -> "Settings":
    """The library's settings out of the environment and ``.env``.

    Raises:
        BadSetting: a variable's value cannot work; the message names it.
    """
    from retrieval.settings import Settings

    return _read(Settings)


def read_bot_settings() -> "BotSettings":
    """The bot's settings out of the environment and ``.env``.

    Raises:
        BadSetting: a variable's value cannot work; the message names it.
    """
    from bot.settings import BotSettings

    return _read(BotSettings)


def _read(kind: "type[S]") -> "S":
    from pydantic import ValidationError
    from pydantic_settings import SettingsError

    try:
        return kind()
    except ValidationError as error:
        raise BadSetting(_first_problem(error)) from error
    except SettingsError as error:
        raise BadSetting(f"A setting cannot be read ({error}); correct it.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(f"The file .env cannot be read ({error}); save it as UTF-8.") from error


def _first_problem(error: "ValidationError") -> str:
    """The variable and what is wrong with it; never its value, which may be a secret."""
    problem = error.errors(include_url=False, include_input=False)[0]
    name = f"MUKHOMUKHI_{'_'.join(str(part) for part in problem['loc'])}".upper()
    wrong = problem["msg"][:1].lower() + problem["msg"][1:]
    return f"{name} does not work: {wrong}; change it in the environment or in .env."


def open_engine(settings: "Settings") -> AbstractContextManager[Engine]:
    """The real engine."""
    from retrieval.engine import ClaimEngine

    return ClaimEngine(settings)


def judge_pair(question: str, claim: str) -> "Judgement":
    """The real judge."""
    from retrieval.stance import judge_text

    return judge_text(question, claim)


REAL = Services(read_settings, open_engine, judge_pair)
