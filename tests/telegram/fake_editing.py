"""The methods that change or delete a message of the bot."""

from typing import Any

from fake_chats import message_in, open_chat
from fake_errors import bad_request
from fake_formatting import caption_content, text_content
from fake_markup import checked_markup
from fake_messages import Message
from fake_params import integer
from fake_world import World

JSON = dict[str, Any]
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, params: JSON) -> JSON | bool:
    """Another text in an own message."""
    content = text_content(params)
    return _edited(world, params, content, ("text", "entities", "link_preview_options"))


def edit_message_caption(world: World, params: JSON) -> JSON | bool:
    """Another caption under an own picture or file."""
    return _edited(world, params, caption_content(params), ("caption", "caption_entities"))


def edit_message_reply_markup(world: World, params: JSON) -> JSON | bool:
    """Other buttons under an own message."""
    return _edited(world, params, {}, ())


def delete_message(world: World, params: JSON) -> bool:
    """A message is gone."""
    chat = open_chat(world, params)
    message = message_in(chat, integer(params, "message_id"), "message to delete not found")
    chat.deleted.add(message.id)
    return True


def delete_messages(world: World, params: JSON) -> bool:
    """Several are gone; those that are not there are passed over."""
    chat = open_chat(world, params)
    chat.deleted.update(set(params.get("message_ids", [])) & set(chat.messages))
    return True


def set_message_reaction(world: World, params: JSON) -> bool:
    """An emoji under a message."""
    chat = open_chat(world, params)
    message = message_in(chat, integer(params, "message_id"), "message to react not found")
    payload = {**message.payload, "_reaction": params.get("reaction", [])}
    chat.messages[message.id] = Message(payload, message.at, message.changed)
    return True


def _edited(world: World, params: JSON, content: JSON, dropping: tuple[str, ...]) -> JSON | bool:
    markup = checked_markup(params.get("reply_markup"))
    fresh = {**content, **({"reply_markup": markup} if markup else {})}
    dropped = (*dropping, "reply_markup")
    if "inline_message_id" in params:
        return _edited_inline(world, str(params["inline_message_id"]), fresh, dropped)
    chat = open_chat(world, params)
    message = message_in(chat, integer(params, "message_id"), "message to edit not found")
    if not message.by_bot:
        raise bad_request("message can't be edited")
    _check_modified(message, fresh, dropped)
    if "link_preview_options" in params:
        fresh["link_preview_options"] = params["link_preview_options"]
    return world.revise(chat, message, fresh, dropping=dropped).payload


def _edited_inline(world: World, inline_id: str, fresh: JSON, dropped: tuple[str, ...]) -> bool:
    message = world.inline.get(inline_id)
    if message is None:
        raise bad_request("MESSAGE_ID_INVALID")
    _check_modified(message, fresh, dropped)
    chat = world.chats[message.chat_id]
    world.inline[inline_id] = world.revise(chat, message, fresh, dropping=dropped)
    return True


def _check_modified(message: Message, fresh: JSON, dropped: tuple[str, ...]) -> None:
    before = {k: message.payload[k] for k in dropped if k in message.payload}
    before.pop("link_preview_options", None)
    if before == fresh:
        raise bad_request(NOT_MODIFIED)
