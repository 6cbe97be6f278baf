"""Chats as the bot may ask for them: which are open to it, and who is in them."""

from typing import Any

from fake_errors import bad_request
from fake_messages import Message
from fake_params import integer
from fake_world import Chat, World

JSON = dict[str, Any]
ACTIONS = ("typing", "upload_photo", "upload_document", "record_voice", "find_location", "choose_sticker")
_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


def get_chat(world: World, params: JSON) -> JSON:
    """What is known of a chat."""
    chat = open_chat(world, params)
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
        True,
    )
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return {**chat.payload, **full}


def get_chat_member(world: World, params: JSON) -> JSON:
    """What somebody is in a chat."""
    chat, user_id = open_chat(world, params), integer(params, "user_id")
    if user_id not in chat.members:
        raise bad_request("member not found")
    return member(world, chat, user_id)


def get_chat_administrators(world: World, params: JSON) -> list[JSON]:
    """Who leads a group."""
    chat = open_chat(world, params)
    if chat.payload["type"] == "private":
        raise bad_request("there are no administrators in the private chat")
    leading = [i for i, status in chat.members.items() if status in ("creator", "administrator")]
    return [member(world, chat, user_id) for user_id in leading]


def get_chat_member_count(world: World, params: JSON) -> int:
    """How many there are."""
    return max(len(open_chat(world, params).members), 2)


def leave_chat(world: World, params: JSON) -> bool:
    """The bot goes."""
    chat = open_chat(world, params)
    chat.members[world.bot["id"]] = "left"
    return True


def send_chat_action(world: World, params: JSON) -> bool:
    """The bot is seen typing."""
    open_chat(world, params)
    if params.get("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    return True


def member(world: World, chat: Chat, user_id: int, status: str | None = None) -> JSON:
    """A ChatMember object."""
    status = status or chat.members[user_id]
    shown: JSON = {
        "status": status,
        "user": world.bot if user_id == world.bot["id"] else world.users[user_id],
    }
    if status == "creator":
        return {**shown, "is_anonymous": False}
    if status == "administrator":
        return {**shown, "can_be_edited": False, "is_anonymous": False, **dict.fromkeys(_RIGHTS, True)}
    return {**shown, "until_date": 0} if status == "kicked" else shown


def open_chat(world: World, params: JSON, name: str = "chat_id") -> Chat:
    """The chat that a parameter names.

    Raises:
        ApiError: there is none, or the bot can't write there.
    """
    chat = world.chats.get(params.get(name, 0))
    if chat is None:
        raise bad_request("chat not found" if name in params else "chat_id is empty")
    if chat.refusal:
        raise chat.refusal
    return chat


def message_in(chat: Chat, message_id: int, missing: str) -> Message:
    """A message that stands in a chat.

    Raises:
        ApiError: 400 with the reason ``missing`` when it doesn't.
    """
    if message_id not in chat.messages or message_id in chat.deleted:
        raise bad_request(missing)
    return chat.messages[message_id]
