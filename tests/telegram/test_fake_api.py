"""The fake Telegram is trusted because a real client of the Bot API can't tell it from the real one."""

import httpx
import pytest
from fake_api import FakeTelegram
from fake_client import MORE, Ask, keyboard, refused, updates
from fake_people import Seat
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    InlineKeyboardButton,
    MenuButtonCommands,
    ReplyParameters,
)
from telegram.error import InvalidToken

pytest_plugins = ["fake_fixtures"]


def test_who_the_bot_is(ask: Ask) -> None:
    """It can join groups, reads what it is told there, and answers inline."""
    me = ask(lambda bot: bot.get_me())
    assert (me.is_bot, me.username) == (True, "mukhomukhi_test_bot")
    assert (me.can_join_groups, me.can_read_all_group_messages, me.supports_inline_queries) == (
        True,
        False,
        True,
    )


def test_another_token(telegram: FakeTelegram) -> None:
    """Only the one token is known."""
    answer = httpx.post(f"{telegram.url}/bot123:OTHER/getMe", trust_env=False)
    assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized")


def test_an_unknown_method(telegram: FakeTelegram, ask: Ask) -> None:
    """A method that isn't there is not found, and remembered."""
    with pytest.raises(InvalidToken, match="Not Found"):
        ask(lambda bot: bot.get_user_profile_photos(11))
    assert [call.method for call in telegram.unknown] == ["getUserProfilePhotos"]


def test_menus_by_scope_and_language(telegram: FakeTelegram, ask: Ask) -> None:
    """Each scope and language keeps its own commands; names and descriptions their own languages."""

    async def sets(bot: Bot) -> None:
        await bot.set_my_commands([BotCommand("help", "Help")])
        await bot.set_my_commands([("check", "যাচাই")], BotCommandScopeAllGroupChats(), "bn")
        await bot.set_my_description("বর্ণনা", "bn")
        await bot.set_my_short_description("short")
        await bot.set_my_name("মুখোমুখি", "bn")
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
        assert (await bot.get_my_description("bn")).description == "বর্ণনা"
        assert (await bot.get_my_commands(BotCommandScopeAllGroupChats(), "bn"))[0].command == "check"
        assert await bot.get_my_commands(language_code="bn") == ()
        with refused("BOT_COMMAND_INVALID"):
            await bot.set_my_commands([("Help", "x")])
        with refused("too long"):
            await bot.set_my_short_description("x" * 121)

    ask(sets)
    assert telegram.commands() == {"help": "Help"}
    assert telegram.commands("bn", "all_group_chats") == {"check": "যাচাই"}
    assert telegram.profile("name", "bn") == "মুখোমুখি"


def test_a_conversation_as_text(rahim: Seat, ask: Ask) -> None:
    """It reads as it was: who, what they say now, quotations, buttons, presses, notices."""
    asked = rahim.says("কে বলেছেন?")
    link = InlineKeyboardButton("উৎস", url="https://bbc.com")

    async def answers(bot: Bot) -> None:
        text = "one\n<blockquote>two\nthree</blockquote>\n<blockquote expandable>four</blockquote>"
        sent = await bot.send_message(
            11, text, "HTML", reply_parameters=ReplyParameters(asked.id), reply_markup=keyboard(MORE, link)
        )
        await bot.edit_message_text(f"1\n{text}", 11, sent.message_id, None, "HTML", keyboard(MORE, link))
        await bot.delete_message(11, (await bot.send_message(11, "x")).message_id)

    ask(answers)
    press = rahim.presses(rahim.replies[0], "more:1")
    ask(lambda bot: bot.answer_callback_query(press.id, "ঠিক"))
    assert (
        rahim.conversation()
        == """\
Rahim
    /start

Rahim
    কে বলেছেন?

মুখোমুখি (bot), answering “কে বলেছেন?”, edited
    1
    one
    > two
    > three
    >> four
    [আরও] [উৎস ↗]

মুখোমুখি
    (deleted)

Rahim presses [আরও]
    notice: ঠিক
"""
    )


def test_waiting_in_vain(rahim: Seat) -> None:
    """A wait that ends without a reply says so, with the conversation."""
    with pytest.raises(
        AssertionError, match=r"no reply of the bot after message 1 in 0.1 s:\nRahim\n    /start"
    ):
        rahim.wait_for_reply(after=rahim.messages[0], timeout=0.1)


def test_settling(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """The bot is settled when it took every update and calls nothing."""
    with pytest.raises(AssertionError, match="quiet did not happen"):
        telegram.settle(0.1, timeout=0.3)

    async def confirms(bot: Bot) -> None:
        await updates(bot, offset=2**40)

    ask(confirms)
    telegram.settle(0.1)
    assert [call.method for call in telegram.calls] == ["getMe", "getUpdates"]
    assert rahim.replies == []
