"""The buttons under messages. What a button sends back is a verb and a few words, at most 64 bytes.

The verbs are handled in ``handlers.buttons``, in whose table each stands.
"""

from collections.abc import Sequence

from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup as Keyboard

from bot.telegram.memory.follows import Follow
from bot.telegram.memory.reports import REASONS
from bot.texts import Language, Texts

_LONGEST_SHARED = 256  # bytes of UTF-8 that surely pass; a Bengali letter takes three
_LONGEST_LABEL = 60


def answer_keyboard(asked: int, question: str, texts: Texts, *, following: bool) -> Keyboard:
    """Under an answer: evidence, follow, report, the other language, share."""
    other: Language = "en" if texts.language == "bn" else "bn"
    say = texts.say
    follow = say("tg-button-unfollow") if following else say("tg-button-follow")
    return Keyboard(
        [
            [
                Button(say("tg-button-evidence"), callback_data=f"ev:{asked}:0"),
                Button(follow, callback_data=f"fo:{asked}"),
            ],
            [
                Button(say("tg-button-report"), callback_data=f"rp:{asked}"),
                Button(Texts.of(other).say("tg-button-language"), callback_data=f"la:{asked}:{other}"),
            ],
            [Button(say("tg-button-share"), switch_inline_query=_shared(question))],
        ]
    )


def nothing_keyboard(asked: int, near: Sequence[str], texts: Texts) -> Keyboard:
    """Under "nothing found": what might have been meant, and the moderators."""
    rows = [
        [Button(_label(title), callback_data=f"ne:{asked}:{number}")] for number, title in enumerate(near)
    ]
    return Keyboard([*rows, [Button(texts.say("tg-button-ask-desk"), callback_data=f"wt:{asked}")]])


def reasons_keyboard(asked: int, texts: Texts) -> Keyboard:
    """What may be wrong with an answer."""
    rows = [
        [Button(texts.say("tg-reason", reason=reason), callback_data=f"rr:{asked}:{reason}")]
        for reason in REASONS
    ]
    return Keyboard([*rows, [Button(texts.say("tg-button-back"), callback_data=f"rb:{asked}")]])


def evidence_keyboard(asked: int, page: int, pages: int, texts: Texts) -> Keyboard | None:
    """To leaf through the evidence; none where there is one page."""
    if pages < 2:
        return None
    row = []
    if page > 0:
        row.append(Button(texts.say("tg-button-previous"), callback_data=f"ep:{asked}:{page - 1}"))
    if page < pages - 1:
        row.append(Button(texts.say("tg-button-next"), callback_data=f"ep:{asked}:{page + 1}"))
    return Keyboard([row])


def link_keyboard(asked: int, texts: Texts) -> Keyboard:
    """Under a link that the library does not know."""
    return Keyboard([[Button(texts.say("tg-button-suggest-link"), callback_data=f"li:{asked}")]])


def following_keyboard(follows: Sequence[Follow], texts: Texts) -> Keyboard:
    """A button for each followed question, to follow it no longer."""
    return Keyboard(
        [
            [
                Button(
                    _label(f"{texts.say('tg-button-drop')} {follow.question}"),
                    callback_data=f"un:{follow.id}",
                )
            ]
            for follow in follows
        ]
    )


def languages_keyboard() -> Keyboard:
    """Bengali or English."""
    both: tuple[Language, ...] = ("bn", "en")
    row = [Button(Texts.of(one).say("tg-button-language"), callback_data=f"ln:{one}") for one in both]
    return Keyboard([row])


def example_keyboard(texts: Texts) -> Keyboard:
    """A question to try, and the way into another chat."""
    return Keyboard(
        [
            [Button(texts.say("tg-example"), callback_data="ex")],
            [Button(texts.say("tg-button-share-bot"), switch_inline_query=texts.say("tg-example"))],
        ]
    )


def _shared(question: str) -> str:
    """A question as far as it fits a button that takes it to another chat, cut after a whole word."""
    if len(question.encode()) <= _LONGEST_SHARED:
        return question
    fits = question.encode()[:_LONGEST_SHARED].decode(errors="ignore")
    return fits.rsplit(maxsplit=1)[0] if " " in fits.strip() else fits


def _label(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1]}…"
