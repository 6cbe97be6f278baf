"""``@bot question`` in any chat: the whole answer and each claimant's words, to pick from."""

from telegram import InlineQueryResultArticle as Result
from telegram import InlineQueryResultsButton, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.telegram.handlers.asking import texts_for
from bot.telegram.html import shortened
from bot.telegram.posts import content
from bot.telegram.render.answer import answer_message
from bot.telegram.render.evidence import Exhibit, claim_message, exhibits
from bot.telegram.state import Context
from bot.texts import Texts
from bot.wording import name_of, outcome_in_words, side_title
from retrieval.errors import BadQuestion
from retrieval.models import Answer

_LEAST_WORDS = 2  # below that somebody is still typing
_MOST = 12
_FRESH_S = 60  # Telegram may show the same results for as long
_LONGEST_TITLE = 80
_LONGEST_DESCRIPTION = 140


async def on_inline(update: Update, context: Context) -> None:
    """Offer what is known on a question."""
    query = update.inline_query
    if query is None:
        return
    texts = await context.texts(update)
    if content(query.query) < _LEAST_WORDS:
        await _offer(update, [], texts.say("tg-inline-ask"))
        return
    try:
        found = await context.backend.search(context.backend.engine.ask, query.query)
    except BadQuestion:
        await _offer(update, [], texts.say("tg-inline-nothing"))
        return
    texts = texts_for(found, texts)
    results = results_of(found, texts)
    await _offer(update, results, texts.say("tg-inline-ask" if results else "tg-inline-nothing"))


async def _offer(update: Update, results: list[Result], label: str) -> None:
    query = update.inline_query
    if query is None:
        return
    button = InlineQueryResultsButton(label, start_parameter="inline")
    try:
        await query.answer(results, cache_time=_FRESH_S, is_personal=True, button=button)
    except BadRequest as error:  # who types on does not wait for this one
        if "query is too old" not in str(error).lower():
            raise


def results_of(found: Answer, texts: Texts) -> list[Result]:
    """What can be picked: the whole answer first, then each claimant's words."""
    if found.outcome == "unanswered":
        return []
    whole = Result(
        id="all",
        title=texts.say("tg-inline-all"),
        description=outcome_in_words(found, texts),
        input_message_content=_content(answer_message(found, texts)),
    )
    firsts = [item for item in exhibits(found) if _leads(item)]
    return [whole, *(_result(found.question, item, texts) for item in firsts[: _MOST - 1])]


def _leads(exhibit: Exhibit) -> bool:
    return any(exhibit.entry is entry for entry in exhibit.position.entries)


def _result(question: str, exhibit: Exhibit, texts: Texts) -> Result:
    side = side_title(exhibit.position, texts)
    title, _ = shortened(f"{name_of(exhibit.claim.claimant, texts)} · {side}", _LONGEST_TITLE)
    description, _ = shortened(exhibit.claim.quote, _LONGEST_DESCRIPTION)
    return Result(
        id=exhibit.claim.id,
        title=title,
        description=description,
        input_message_content=_content(claim_message(question, exhibit, texts)),
    )


def _content(markup: str) -> InputTextMessageContent:
    return InputTextMessageContent(
        markup, parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
