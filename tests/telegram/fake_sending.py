"""The methods that put a message of the bot into a chat."""

from typing import Any

from fake_chats import message_in, open_chat
from fake_errors import bad_request
from fake_formatting import caption_content, text_content
from fake_markup import checked_markup
from fake_messages import Message
from fake_params import Upload, integer
from fake_world import Chat, World

JSON = dict[str, Any]
_CONTENT = ("text", "entities", "photo", "document", "caption", "caption_entities")


def send_message(world: World, params: JSON) -> JSON:
    """A text."""
    chat = open_chat(world, params)
    content = text_content(params)
    return _sent(world, chat, params, content)


def send_photo(world: World, params: JSON) -> JSON:
    """A picture."""
    chat = open_chat(world, params)
    size = {**_file(world, params.get("photo")), "width": 90, "height": 60}
    return _sent(world, chat, params, {"photo": [size], **caption_content(params)})


def send_document(world: World, params: JSON) -> JSON:
    """A file."""
    chat = open_chat(world, params)
    upload = params.get("document")
    named = {"file_name": upload.name, "mime_type": upload.type} if isinstance(upload, Upload) else {}
    document = {**_file(world, upload), **named}
    return _sent(world, chat, params, {"document": document, **caption_content(params)})


def forward_message(world: World, params: JSON) -> JSON:
    """A message of one chat in another, with its origin."""
    chat, source = open_chat(world, params), _source(world, params, "message to forward not found")
    kept = {k: source.payload[k] for k in _CONTENT if k in source.payload}
    origin = {"type": "user", "sender_user": source.payload["from"], "date": source.payload["date"]}
    return world.post(chat, world.bot, {**kept, "forward_origin": origin}).payload


def copy_message(world: World, params: JSON) -> JSON:
    """A message of one chat in another, as the bot's own."""
    chat, source = open_chat(world, params), _source(world, params, "message to copy not found")
    kept = {k: source.payload[k] for k in _CONTENT if k in source.payload}
    caption = caption_content(params) if "caption" in params else {}
    return {"message_id": _sent(world, chat, params, {**kept, **caption})["message_id"]}


def _file(world: World, given: Any) -> JSON:
    if isinstance(given, Upload):
        if not given.content:
            raise bad_request("file must be non-empty")
        return world.store(given)
    if given in world.files:
        return {
            "file_id": given,
            "file_unique_id": f"unique-{given}",
            "file_size": len(world.files[given].content),
        }
    raise bad_request("wrong remote file identifier specified: Wrong string length")


def _sent(world: World, chat: Chat, params: JSON, content: JSON) -> JSON:
    markup = checked_markup(params.get("reply_markup"))
    reply = _replied(chat, params)
    shown = {**content, **({"reply_markup": markup} if markup else {}), **reply}
    if "link_preview_options" in params:
        shown["link_preview_options"] = params["link_preview_options"]
    if "message_thread_id" in params:
        shown.update(message_thread_id=params["message_thread_id"], is_topic_message=True)
    return world.post(chat, world.bot, shown).payload


def _replied(chat: Chat, params: JSON) -> JSON:
    options = params.get("reply_parameters") or {}
    target = options.get("message_id", params.get("reply_to_message_id"))
    if target is None:
        return {}
    if target not in chat.messages or target in chat.deleted:
        if options.get("allow_sending_without_reply", params.get("allow_sending_without_reply")):
            return {}
        raise bad_request("message to be replied not found")
    answered = {k: v for k, v in chat.messages[target].payload.items() if k != "reply_to_message"}
    return {"reply_to_message": answered}


def _source(world: World, params: JSON, missing: str) -> Message:
    return message_in(open_chat(world, params, "from_chat_id"), integer(params, "message_id"), missing)
