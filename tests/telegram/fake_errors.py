"""What a Bot API answers instead of a result."""

from dataclasses import dataclass, field
from typing import Any

JSON = dict[str, Any]


@dataclass
class ApiError(Exception):
    """A refusal: HTTP status, description, and what the bot is told to do about it.

    Attributes:
        parameters: ``retry_after`` in seconds, or ``migrate_to_chat_id``.
    """

    status: int
    description: str
    parameters: JSON = field(default_factory=dict)

    def response(self) -> JSON:
        """As it is sent."""
        shown: JSON = {"ok": False, "error_code": self.status, "description": self.description}
        return {**shown, "parameters": self.parameters} if self.parameters else shown


BLOCKED = "Forbidden: bot was blocked by the user"
KICKED = "Forbidden: bot was kicked from the group chat"
UPGRADED = "Bad Request: group chat was upgraded to a supergroup chat"
NOT_STARTED = "Forbidden: bot can't initiate conversation with a user"
USUAL = {
    400: "Bad Request: chat not found",
    401: "Unauthorized",
    403: BLOCKED,
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


def bad_request(reason: str) -> ApiError:
    """400 with a reason."""
    return ApiError(400, f"Bad Request: {reason}")


def usual(
    status: int,
    description: str | None = None,
    retry_after: int | None = None,
    migrate_to_chat_id: int | None = None,
) -> ApiError:
    """The error that Telegram usually gives with a status."""
    if migrate_to_chat_id is not None:
        return ApiError(status, description or UPGRADED, {"migrate_to_chat_id": migrate_to_chat_id})
    if status == 429:
        wait = 1 if retry_after is None else retry_after
        return ApiError(status, (description or USUAL[429]).format(retry_after=wait), {"retry_after": wait})
    return ApiError(status, description or USUAL.get(status, "Internal Server Error"))
