"""Where the bot is: added to a group, blocked, put out, or in a group that became another chat."""

from telegram import ChatMember, Update

from bot.telegram.html import plain
from bot.telegram.replies import send
from bot.telegram.state import Context

_IN = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)


async def on_membership(update: Update, context: Context) -> None:
    """Greet a group that adds the bot; forget what was promised to whoever puts it out."""
    change = update.my_chat_member
    if change is None:
        return
    was_in = change.old_chat_member.status in _IN
    is_in = change.new_chat_member.status in (*_IN, ChatMember.RESTRICTED)
    if not is_in:
        await context.backend.remember(context.backend.memory.leave, change.chat.id)
    elif not was_in and change.chat.type in ("group", "supergroup"):
        texts = await context.texts(update)
        await send(context.bot, change.chat.id, plain(texts.say("tg-joined")))


async def on_migration(update: Update, context: Context) -> None:
    """A group became a supergroup: what was noted for the one holds for the other."""
    message = update.effective_message
    if message is None:
        return
    old = message.migrate_from_chat_id or message.chat.id
    new = message.migrate_to_chat_id or message.chat.id
    if old != new:
        await context.backend.remember(context.backend.memory.move, old, new)
