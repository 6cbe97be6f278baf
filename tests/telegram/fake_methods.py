"""The methods of the Bot API that change or show the world: from parameters to a result.

Each takes the world, locked, and the parameters, and returns what ``result`` holds; ``ApiError``
where Telegram refuses. Polling and webhooks are in ``fake_delivery``.
"""

from collections.abc import Callable
from typing import Any

from fake_chats import (
    get_chat,
    get_chat_administrators,
    get_chat_member,
    get_chat_member_count,
    leave_chat,
    send_chat_action,
)
from fake_editing import (
    delete_message,
    delete_messages,
    edit_message_caption,
    edit_message_reply_markup,
    edit_message_text,
    set_message_reaction,
)
from fake_errors import bad_request
from fake_inline import answer_inline_query
from fake_profile import PROFILE
from fake_sending import copy_message, forward_message, send_document, send_message, send_photo
from fake_world import Notice, World

JSON = dict[str, Any]
Method = Callable[[World, JSON], Any]
LONGEST_NOTICE = 200


def get_me(world: World, params: JSON) -> JSON:
    """Who the bot is."""
    del params
    return {
        **world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
    }


def answer_callback_query(world: World, params: JSON) -> bool:
    """The end of the waiting after a press; once for each."""
    press = world.presses.get(str(params.get("callback_query_id")))
    if press is None or press.notice is not None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = str(params.get("text", ""))
    if len(text) > LONGEST_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    press.notice = Notice(text, bool(params.get("show_alert", False)), params.get("url"))
    return True


def get_file(world: World, params: JSON) -> JSON:
    """Where a file can be fetched."""
    file_id = str(params.get("file_id"))
    if file_id not in world.files:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    upload = world.files[file_id]
    return {
        "file_id": file_id,
        "file_unique_id": f"unique-{file_id}",
        "file_size": len(upload.content),
        "file_path": f"documents/{file_id}",
    }


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "forwardMessage": forward_message,
    "copyMessage": copy_message,
    "sendChatAction": send_chat_action,
    "setMessageReaction": set_message_reaction,
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
    "getFile": get_file,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
    **PROFILE,
}
