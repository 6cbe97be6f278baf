"""What happens when a button is pressed. The verb in the button's data stands in ``VERBS``.

Data can be forged and buttons can be old: what a press is about is looked up, and must belong to the
chat in which it was pressed.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest

from bot.telegram.desk import tell_desk
from bot.telegram.handlers.asking import Incoming, answer
from bot.telegram.handlers.following import follow_list, known_words
from bot.telegram.handlers.shown import buttons_of, view_of
from bot.telegram.html import plain
from bot.telegram.keyboards import evidence_keyboard, reasons_keyboard
from bot.telegram.memory.asked import Asked
from bot.telegram.memory.follows import Follow
from bot.telegram.memory.reports import REASONS, Report
from bot.telegram.memory.waiting import Waiting
from bot.telegram.render.evidence import evidence_message, exhibits, page_within
from bot.telegram.render.messages import article_message
from bot.telegram.replies import edit, edit_buttons, send
from bot.telegram.state import Context
from bot.texts import Language, Texts

_LONGEST_TOAST = 200  # characters that Telegram shows
_TOO_MANY_DIGITS = 19
_ADMINS = ("creator", "administrator")


@dataclass(frozen=True, slots=True)
class Press:
    """A button that somebody pressed.

    Attributes:
        query: Telegram's.
        message: under which it stands.
        asked: the question that it is about.
        argument: what stands behind the question in the button's data.
        context: of the update.
    """

    query: CallbackQuery
    message: Message
    asked: Asked
    argument: str
    context: Context

    @property
    def texts(self) -> Texts:
        """In the language of the message."""
        return Texts.of(self.asked.language)

    @property
    def chat(self) -> int:
        """Where it was pressed."""
        return self.message.chat.id

    @property
    def user(self) -> int:
        """Who pressed it."""
        return self.query.from_user.id

    async def seen(self) -> None:
        """Let the button be a button again; there is nothing to say."""
        await _toast(self.query)

    async def toast(self, text: str, *, alert: bool = False) -> None:
        """A word at the top of the screen, or in a box to be closed."""
        await _toast(self.query, text, alert=alert)


async def on_press(update: Update, context: Context) -> None:
    """Do what a button says."""
    query = update.callback_query
    if query is None:
        return
    message = query.message
    verb, _, rest = (query.data or "").partition(":")
    if not isinstance(message, Message):
        await _toast(query, (await context.texts(update)).say("tg-too-old"), alert=True)
    elif verb in PLAIN:
        await PLAIN[verb](update, message, rest, context)
    else:
        await _about_question(update, message, verb, rest, context)


async def _about_question(update: Update, message: Message, verb: str, rest: str, context: Context) -> None:
    query = update.callback_query
    number, _, argument = rest.partition(":")
    asked = await _asked(number, message.chat.id, context)
    if query is None:
        return
    if verb not in VERBS or asked is None:
        await _toast(query, (await context.texts(update)).say("tg-too-old"), alert=True)
        return
    await VERBS[verb](Press(query, message, asked, argument, context))


async def _asked(number: str, chat: int, context: Context) -> Asked | None:
    """The question with a number, if it was asked in this chat."""
    if (identity := _number(number)) is None:
        return None
    asked = await context.backend.remember(context.backend.memory.questions.get, identity)
    return asked if asked is not None and asked.chat_id == chat else None


def _number(text: str) -> int | None:
    """A whole number out of a button's data; None where there is none that a database could hold."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < _TOO_MANY_DIGITS else None


async def evidence(press: Press) -> None:
    """Send the first page of evidence."""
    await press.seen()
    await _evidence(press, anew=True)


async def evidence_page(press: Press) -> None:
    """Turn to another page of evidence."""
    await press.seen()
    await _evidence(press, anew=False)


async def _evidence(press: Press, *, anew: bool) -> None:
    backend, bot = press.context.backend, press.context.bot
    found = exhibits(await backend.search(backend.engine.ask, press.asked.question))
    page = page_within(found, _number(press.argument) or 0)
    stored = (
        await backend.search(backend.engine.library.article, found[page].claim.article.id) if found else None
    )
    if stored is None:
        await send(bot, press.chat, plain(press.texts.say("tg-nothing")), reply_to=press.message.message_id)
        return
    markup = evidence_message(found, page, press.texts, stored.article)
    keyboard = evidence_keyboard(press.asked.id, page, len(found), press.texts)
    if anew:
        await send(bot, press.chat, markup, reply_to=press.message.message_id, keyboard=keyboard)
    else:
        await edit(bot, press.chat, press.message.message_id, markup, keyboard)


async def follow(press: Press) -> None:
    """Follow a question, or follow it no longer."""
    backend, asked = press.context.backend, press.asked
    follows = backend.memory.follows
    if await backend.remember(follows.has, press.chat, press.user, asked.key):
        await backend.remember(follows.drop, press.chat, press.user, asked.key)
        told = press.texts.say("tg-unfollowed")
    else:
        known = await known_words(backend, asked.question)
        await backend.remember(
            follows.add, Follow(press.chat, press.user, asked.question, asked.key, asked.language, known)
        )
        told = press.texts.say("tg-followed")
    await press.toast(told)
    await _buttons_back(press)


async def report(press: Press) -> None:
    """Ask what is wrong."""
    await press.seen()
    keyboard = reasons_keyboard(press.asked.id, press.texts)
    await edit_buttons(press.context.bot, press.chat, press.message.message_id, keyboard)


async def report_reason(press: Press) -> None:
    """Tell the moderators what is wrong."""
    if press.argument not in REASONS:
        await press.seen()
        return
    told = Report(press.argument, press.chat, press.user, press.asked.question)
    new = await tell_desk(press.context, told)
    say = press.texts.say
    await press.toast(say("tg-reported") if new else say("tg-reported-before"), alert=True)
    await _buttons_back(press)


async def report_back(press: Press) -> None:
    """Nothing is wrong after all."""
    await press.seen()
    await _buttons_back(press)


async def _buttons_back(press: Press) -> None:
    keyboard = await buttons_of(press.context.backend, press.asked)
    await edit_buttons(press.context.bot, press.chat, press.message.message_id, keyboard)


async def language(press: Press) -> None:
    """Show an answer in the other language."""
    await press.seen()
    backend = press.context.backend
    other: Language = "en" if press.argument == "en" else "bn"
    found = await backend.search(backend.engine.ask, press.asked.question)
    asked = replace(press.asked, language=other, outcome=found.outcome)
    view = await view_of(backend, asked, found)
    await edit(press.context.bot, press.chat, press.message.message_id, view.markup, view.keyboard)
    await backend.remember(backend.memory.questions.answered, asked, found)


async def near(press: Press) -> None:
    """Ask what may have been meant, which is the title of an article; else show what that holds."""
    await press.seen()
    number = _number(press.argument)
    if number is None or number >= len(press.asked.near):
        return
    title, backend = press.asked.near[number], press.context.backend
    found = await backend.search(backend.engine.ask, title)
    articles = await backend.search(backend.engine.library.articles)
    named = next((article for article in articles if article.title == title), None)
    if found.outcome == "unanswered" and named is not None:
        claims = await backend.search(backend.engine.claims, named.id)
        markup = article_message(named, claims, press.texts)
        await send(press.context.bot, press.chat, markup, reply_to=press.message.message_id)
        return
    incoming = Incoming(
        chat_id=press.chat,
        user_id=press.user,
        reply_to=press.message.message_id,
        parts={press.message.message_id: title},
        post=False,
        texts=press.texts,
    )
    await answer(press.context, incoming)


async def wait(press: Press) -> None:
    """Send an unanswered question to the moderators."""
    backend, asked, say = press.context.backend, press.asked, press.texts.say
    waiting = Waiting(press.chat, press.user, asked.message_id, asked.question, asked.key, asked.language)
    if not await backend.remember(backend.memory.waiting.add, waiting):
        await press.toast(say("tg-sent-before"), alert=True)
        return
    await tell_desk(press.context, Report("question", press.chat, press.user, asked.question))
    await press.toast(say("tg-sent-to-desk"), alert=True)


async def suggest_link(press: Press) -> None:
    """Give the moderators an unknown page."""
    say = press.texts.say
    new = await tell_desk(press.context, Report("link", press.chat, press.user, "", press.asked.question))
    await press.toast(say("tg-link-suggested") if new else say("tg-reported-before"), alert=True)
    await edit_buttons(press.context.bot, press.chat, press.message.message_id, None)


VERBS: dict[str, Callable[[Press], Awaitable[None]]] = {
    "ev": evidence,
    "ep": evidence_page,
    "fo": follow,
    "rp": report,
    "rr": report_reason,
    "rb": report_back,
    "la": language,
    "ne": near,
    "wt": wait,
    "li": suggest_link,
}


async def unfollow(update: Update, message: Message, number: str, context: Context) -> None:
    """Follow a question of the list no longer."""
    query, texts = update.callback_query, await context.texts(update)
    if query is None:
        return
    if (identity := _number(number)) is not None:
        follows = context.backend.memory.follows
        await context.backend.remember(follows.drop_id, identity, query.from_user.id)
    await _toast(query, texts.say("tg-unfollowed"))
    view = await follow_list(context.backend, query.from_user.id, texts)
    await edit(context.bot, message.chat.id, message.message_id, view.markup, view.keyboard)


async def choose_language(update: Update, message: Message, chosen: str, context: Context) -> None:
    """Speak another language in this chat; in a group only its administrators choose."""
    query = update.callback_query
    if query is None:
        return
    if chosen not in ("bn", "en"):
        await _toast(query)
        return
    if message.chat.type != "private":
        member = await context.bot.get_chat_member(message.chat.id, query.from_user.id)
        if member.status not in _ADMINS:
            await _toast(query, (await context.texts(update)).say("tg-language-admins"), alert=True)
            return
    tongue: Language = "en" if chosen == "en" else "bn"
    await context.backend.remember(context.backend.memory.chats.choose, message.chat.id, tongue)
    await _toast(query)
    told = plain(Texts.of(tongue).say("tg-language-chosen"))
    await edit(context.bot, message.chat.id, message.message_id, told)


async def example(update: Update, message: Message, _: str, context: Context) -> None:
    """Ask the question that stands on the button."""
    query, texts = update.callback_query, await context.texts(update)
    if query is None:
        return
    await _toast(query)
    incoming = Incoming(
        chat_id=message.chat.id,
        user_id=query.from_user.id,
        reply_to=message.message_id,
        parts={message.message_id: texts.say("tg-example")},
        post=False,
        texts=texts,
    )
    await answer(context, incoming)


PLAIN: dict[str, Callable[[Update, Message, str, Context], Awaitable[None]]] = {
    "un": unfollow,
    "ln": choose_language,
    "ex": example,
}


async def _toast(query: CallbackQuery, text: str = "", *, alert: bool = False) -> None:
    """Answer a press; one that is too old to be answered is left."""
    try:
        await query.answer(text[:_LONGEST_TOAST] or None, show_alert=alert)
    except BadRequest as error:
        if "query is too old" not in str(error).lower():
            raise
