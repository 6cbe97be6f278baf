"""The engine and the memory, worked with off the event loop: a slow search holds nobody else up."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from bot.telegram.memory.memory import Memory
    from retrieval.library import ArticleSummary, ClaimantSummary, Counts, StoredArticle
    from retrieval.models import Answer, Claim

P = ParamSpec("P")
T = TypeVar("T")
_WARM = "মুখোমুখি"


class Shelf(Protocol):
    """The part of ``retrieval.library.Library`` that the bot reads."""

    def article_at(self, url: str) -> "ArticleSummary | None":
        """The article whose original stands at an address."""

    def article(self, name: str) -> "StoredArticle | None":
        """The article with an id."""

    def articles(self) -> "list[ArticleSummary]":
        """Every article."""

    def claimants(self) -> "list[ClaimantSummary]":
        """Everyone in whose name a claim stands."""

    def claims_by_id(self, ids: Sequence[str]) -> "dict[str, Claim]":
        """The published claims among some ids."""

    def statuses(self, claim_ids: Sequence[str]) -> dict[str, str]:
        """The status of each claim that there is."""

    def counts(self) -> "Counts":
        """How much there is."""

    def revision(self) -> str:
        """Changes with the library."""


class Engine(Protocol):
    """The part of ``retrieval.engine.ClaimEngine`` that the bot uses; see there."""

    @property
    def library(self) -> Shelf:
        """The truth."""

    def ask(self, question: str, top: int | None = None) -> "Answer":
        """The competing claims on a question."""

    def near(self, question: str, limit: int = 3) -> list[str]:
        """What might have been meant."""

    def claims(self, name: str | None) -> "list[Claim]":
        """The claims of one article."""


class Backend:
    """What handlers ask and remember with; every method waits in a thread of its own.

    Args:
        engine: open, and safe to ask from several threads.
        memory: open.
        workers: questions that are searched at the same time.
    """

    def __init__(self, engine: Engine, memory: "Memory", workers: int) -> None:
        self.engine, self.memory = engine, memory
        self._searching = ThreadPoolExecutor(workers, thread_name_prefix="search")
        # One thread: what is remembered is written in the order in which it happened.
        self._remembering = ThreadPoolExecutor(1, thread_name_prefix="memory")

    async def search(self, call: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """Call something of the engine."""
        return await asyncio.get_running_loop().run_in_executor(self._searching, lambda: call(*args, **named))

    async def remember(self, call: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """Call something of the memory."""
        return await asyncio.get_running_loop().run_in_executor(
            self._remembering, lambda: call(*args, **named)
        )

    async def warm_up(self) -> None:
        """Load what the first question would have to wait for."""
        await self.search(self.engine.near, _WARM)

    def close(self) -> None:
        """Wait for what is under way, and take nothing more."""
        self._searching.shutdown()
        self._remembering.shutdown()
