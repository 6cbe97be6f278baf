"""Settings of the front-ends: environment variables with the prefix MUKHOMUKHI_, or a .env file.

The library's own stand in ``retrieval.settings``.
"""

from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PUBLIC_API = "https://api.telegram.org"


class BotSettings(BaseSettings):
    """What the Telegram bot needs to know; only ``telegram_token`` has no working default.

    Attributes:
        language: of messages where nothing else tells.
        telegram_token: of the bot, from @BotFather; a secret.
        telegram_api_url: of the Bot API, without the token.
        owners: ids of the Telegram users who own the bot.
        desk_chat: id of the moderators' group; None where there is none.
        webhook_url: public https address that Telegram sends updates to; empty to poll.
        webhook_listen: ``host:port`` to serve the webhook on.
        webhook_secret: token that Telegram shows with each update; a secret. Needed with a webhook.
        burst_seconds: messages of one person with less between them are one question.
        questions_per_minute: of one person.
        chat_questions_per_minute: of one group.
        news_seconds: between two looks for what followers and askers are to be told.
        retention_days: after so many days it is forgotten who asked what.
        workers: questions that are searched at the same time.
    """

    model_config = SettingsConfigDict(
        env_prefix="MUKHOMUKHI_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    language: Literal["bn", "en"] = "bn"
    telegram_token: str = ""
    telegram_api_url: str = PUBLIC_API
    owners: Annotated[tuple[int, ...], NoDecode] = ()
    desk_chat: int | None = None
    webhook_url: str = ""
    webhook_listen: str = "127.0.0.1:8443"
    webhook_secret: str = ""
    burst_seconds: float = Field(default=1.0, ge=0, le=10)
    questions_per_minute: int = Field(default=20, ge=1)
    chat_questions_per_minute: int = Field(default=30, ge=1)
    news_seconds: float = Field(default=30.0, gt=0)
    retention_days: int = Field(default=30, ge=1)
    workers: int = Field(default=2, ge=1, le=16)

    @field_validator("owners", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        """Ids may be written with commas between them."""
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value
