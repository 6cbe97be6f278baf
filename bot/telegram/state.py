"""What every handler can reach: the typed context of PTB, with the bot's own services in it."""

from dataclasses import dataclass, field
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from bot.settings import BotSettings
from bot.telegram.backend import Backend
from bot.telegram.bursts import Bursts
from bot.telegram.inbox import ChatLocks
from bot.telegram.limits import Limits
from bot.texts import Language, Texts


@dataclass
class Services:
    """What handlers work with, built once at the start.

    Attributes:
        settings: of the bot.
        backend: engine and memory, off the event loop.
        bursts: messages that are still being gathered.
        locks: of the chats.
        limits: of who asks how much.
    """

    settings: BotSettings
    backend: Backend
    bursts: Bursts
    locks: ChatLocks = field(default_factory=ChatLocks)
    limits: Limits = field(default_factory=Limits)


class State:
    """PTB's ``bot_data``: holds the services; they are put in when the application is built."""

    services: Services


Bot = ExtBot[None]


class Context(CallbackContext[Bot, Any, Any, State]):
    """A handler's context; ``context.services`` is everything it needs."""

    @property
    def services(self) -> Services:
        """What handlers work with."""
        return self.bot_data.services

    @property
    def backend(self) -> Backend:
        """Engine and memory."""
        return self.bot_data.services.backend

    async def texts(self, update: Update) -> Texts:
        """Messages in the language that somebody chose, else Telegram's for them, else the setting's."""
        chat, user = update.effective_chat, update.effective_user
        places = dict.fromkeys(place.id for place in (chat, user) if place is not None)
        for place in places:  # what somebody chose in private holds for them where a group chose nothing
            if chosen := await self.backend.remember(self.backend.memory.chats.language, place):
                return Texts.of(chosen)
        return Texts.of(_spoken(user.language_code if user else None) or self.default)

    @property
    def default(self) -> Language:
        """The language where nothing else tells."""
        return self.services.settings.language


App = Application[Any, Context, Any, Any, State, Any]


def _spoken(code: str | None) -> Language | None:
    """The language of the texts that a code such as "en-GB" stands for; None where there is none."""
    tongue = (code or "").lower().partition("-")[0]
    return "bn" if tongue == "bn" else "en" if tongue == "en" else None
