"""The keyboards under messages: what Telegram takes, and what a reader sees."""

import json
from dataclasses import dataclass
from typing import Any

from fake_errors import ApiError, bad_request
from fake_html import is_link

JSON = dict[str, Any]
ACTIONS = (
    "callback_data",
    "url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "web_app",
    "login_url",
)
MOST_BUTTONS = 100
MOST_IN_A_ROW = 8


@dataclass(frozen=True)
class Button:
    """A button under a message.

    Attributes:
        action: what a press does: ``callback_data``, ``url``, ``switch_inline_query``, ...
        value: the data, the address, the query, ...
    """

    text: str
    action: str
    value: Any


def buttons_of(markup: JSON | None) -> tuple[tuple[Button, ...], ...]:
    """The rows of an inline keyboard."""
    rows = (markup or {}).get("inline_keyboard", [])
    return tuple(tuple(_button(button) for button in row) for row in rows)


def checked_markup(markup: Any) -> JSON | None:
    """The markup as Telegram keeps it; None when there is nothing to show.

    Raises:
        ApiError: 400 when Telegram would not take it.
    """
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return _other(markup)
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("inline keyboard must be an Array of Arrays")
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for row in rows:
        for button in row:
            _check_button(button)
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def _other(markup: JSON) -> JSON | None:
    if not any(markup.get(kind) for kind in ("keyboard", "remove_keyboard", "force_reply")):
        raise bad_request("can't parse reply keyboard markup JSON object")
    return markup


def _check_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str) or not text.strip():
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be non-empty')
    actions = [action for action in ACTIONS if action in button]
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if len(actions) > 1:
        raise bad_request(f"inline keyboard button with several actions: {json.dumps(actions)}")
    _check_action(actions[0], button[actions[0]])


def _check_action(action: str, value: Any) -> None:
    if action == "callback_data" and not _within(value, 1, 64):
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "url" and not (isinstance(value, str) and is_link(value)):
        raise _bad_url(value)
    if action in ("switch_inline_query", "switch_inline_query_current_chat") and not _within(value, 0, 256):
        raise bad_request("BUTTON_DATA_INVALID")
    if action == "copy_text" and not _within(value.get("text"), 1, 256):
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _within(value: Any, least: int, most: int) -> bool:
    return isinstance(value, str) and least <= len(value.encode()) <= most


def _bad_url(url: Any) -> ApiError:
    return bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _button(button: JSON) -> Button:
    action = next(action for action in ACTIONS if action in button)
    return Button(button["text"], action, button[action])
