"""Inline mode of the fake, as Telegram has it."""

import pytest
from fake_api import FakeTelegram
from fake_client import MORE, Ask, keyboard, refused, updates
from fake_people import Seat
from telegram import Bot, InlineKeyboardButton, InlineQueryResultArticle, InputTextMessageContent

pytest_plugins = ["fake_fixtures"]


def article(number: str, text: str = "<b>x</b>", *buttons: InlineKeyboardButton) -> InlineQueryResultArticle:
    content = InputTextMessageContent(text, parse_mode="HTML")
    markup = keyboard(*buttons) if buttons else None
    return InlineQueryResultArticle(number, f"title {number}", content, reply_markup=markup)


def test_a_result_that_is_picked(rahim: Seat, ask: Ask) -> None:
    """It becomes a message of the person; the bot can change it and its buttons can be pressed."""
    query = rahim.inline("পুতিন")

    async def answers(bot: Bot) -> None:
        asked = (await updates(bot))[-1].inline_query
        assert asked is not None
        assert (asked.query, asked.chat_type) == ("পুতিন", "sender")
        await asked.answer([article("1"), article("2", "<b>x</b>", MORE)], cache_time=0)

    ask(answers)
    assert [result["title"] for result in rahim.wait_for_results(query)] == ["title 1", "title 2"]
    message = rahim.chooses(query, "title 2")
    assert (message.text, message.by_bot) == ("x", False)
    rahim.presses(message, "আরও")

    async def edits(bot: Bot) -> None:
        chosen, sent, pressed = (await updates(bot))[-3:]
        assert sent.message is not None
        assert sent.message.via_bot is not None
        assert chosen.chosen_inline_result is not None
        assert pressed.callback_query is not None
        inline_id = chosen.chosen_inline_result.inline_message_id
        assert pressed.callback_query.inline_message_id == inline_id
        await bot.edit_message_text("y", inline_message_id=inline_id)

    ask(edits)
    assert rahim.wait_for_edit(message).text == "y"


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ([article("1"), article("1")], "RESULT_ID_DUPLICATE"),
        ([article("ক" * 22)], "RESULT_ID_INVALID"),
        ([article("1", "<br>")], "can't parse entities"),
        ([article("1", " ")], "message text is empty"),
        ([article("1", "x" * 4097)], "message is too long"),
    ],
)
def test_bad_results(rahim: Seat, ask: Ask, results: list[InlineQueryResultArticle], reason: str) -> None:
    """Results that Telegram would not take are refused."""
    query = rahim.inline("x")
    with refused(reason):
        ask(lambda bot: bot.answer_inline_query(query.id, results))


def test_a_result_in_a_chat_of_others(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """Where the bot isn't, it learns only what was chosen."""
    chat = telegram.elsewhere(rahim.user)
    chat.says("hello")
    query = chat.inline("x")
    ask(lambda bot: bot.answer_inline_query(query.id, [article("1", "<b>x</b>", MORE)]))
    assert chat.chooses(query, "1").text == "x"
    asked, chosen = ask(updates)[-2:]
    assert asked.inline_query.chat_type == "private"
    assert chosen.chosen_inline_result.result_id == "1"
    with refused("chat not found"):
        ask(lambda bot: bot.send_message(chat.id, "x"))
