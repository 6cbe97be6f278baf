"""What people do reaches the bot as Telegram's updates."""

import asyncio
import time
from datetime import timedelta

import pytest
from fake_api import FakeTelegram
from fake_client import MORE, Ask, bot_at, keyboard, refused, updates
from fake_people import Seat
from telegram import Bot, CallbackQuery, Message, MessageEntity, ReplyParameters
from telegram.error import ChatMigrated, Conflict, Forbidden

pytest_plugins = ["fake_fixtures"]


def test_an_update_stays_until_it_is_confirmed(rahim: Seat, ask: Ask) -> None:
    """A higher offset confirms what lies below it; a limit keeps the rest for later."""
    rahim.says("two")
    rahim.says("three")

    async def polls(bot: Bot) -> list[list[str]]:
        first = await updates(bot, limit=2)
        again = await updates(bot)
        rest = await updates(bot, offset=again[1].update_id + 1)
        return [
            [str(update.message.text) for update in found if update.message] for found in (first, again, rest)
        ]

    assert ask(polls) == [["/start", "two"], ["/start", "two", "three"], ["three"]]


def test_a_long_poll(rahim: Seat, ask: Ask) -> None:
    """A poll waits for what comes, and ends empty after its time."""

    async def polls(bot: Bot) -> tuple[float, str, float]:
        latest = (await updates(bot, offset=-1))[0].update_id
        begun = time.monotonic()
        waiting = asyncio.create_task(updates(bot, offset=latest + 1, timeout=timedelta(seconds=5)))
        await asyncio.sleep(0.2)
        rahim.says("late")
        found = await waiting
        came = time.monotonic() - begun
        begun = time.monotonic()
        assert await updates(bot, offset=found[0].update_id + 1, timeout=1) == ()
        return (
            came,
            str(found[0].effective_message and found[0].effective_message.text),
            time.monotonic() - begun,
        )

    came, text, empty = ask(polls)
    assert text == "late"
    assert 0.2 <= came < 1
    assert 1 <= empty < 2


def test_two_polls_at_once(telegram: FakeTelegram, ask: Ask) -> None:
    """A second bot ends the poll of the first."""

    async def polls(bot: Bot) -> None:
        first = asyncio.create_task(updates(bot, timeout=5))
        await asyncio.sleep(0.2)
        async with bot_at(telegram.url) as other:
            await updates(other)
        with pytest.raises(Conflict, match="other getUpdates"):
            await first

    ask(polls)


def test_only_the_updates_it_asked_for(rahim: Seat, ask: Ask) -> None:
    """Kinds that the bot doesn't name don't reach it."""
    ask(lambda bot: bot.get_updates(offset=-1, allowed_updates=["edited_message"]))
    rahim.edits(rahim.says("one"), "two")
    found = ask(lambda bot: bot.get_updates(allowed_updates=["edited_message"]))
    assert [update.edited_message and update.edited_message.text for update in found] == [None, "two"]


def test_what_people_type(rahim: Seat, ask: Ask) -> None:
    """Commands, mentions and links carry entities that count UTF-16 units."""
    rahim.says(
        "/check@mukhomukhi_test_bot 😀 @rahim https://bbc.com/news, এখানে",
        links={"এখানে": "https://cnn.com"},
    )
    message = ask(updates)[-1].message
    assert list(message.parse_entities().values()) == [
        "/check@mukhomukhi_test_bot",
        "@rahim",
        "https://bbc.com/news",
        "এখানে",
    ]
    assert [entity.type for entity in message.entities] == [
        MessageEntity.BOT_COMMAND,
        MessageEntity.MENTION,
        MessageEntity.URL,
        MessageEntity.TEXT_LINK,
    ]
    assert message.from_user.language_code == "bn"


def test_posts_from_elsewhere(rahim: Seat, ask: Ask) -> None:
    """A forwarded post tells its channel or its person; a picture has its caption."""
    rahim.forwards("খবর", from_channel="Prothom Alo")
    rahim.forwards("খবর", from_user="Karim", caption=True)
    rahim.sends_photo("ছবি", media_group_id="7")
    channel, hidden, photo = (update.message for update in ask(updates)[-3:])
    assert channel.forward_origin.chat.title == "Prothom Alo"
    assert (hidden.forward_origin.sender_user_name, hidden.caption, hidden.text) == ("Karim", "খবর", None)
    assert (photo.photo[0].width, photo.media_group_id) == (90, "7")


def test_an_edited_question(rahim: Seat, ask: Ask) -> None:
    """The bot is told the new text under the old id."""
    asked = rahim.says("one")
    rahim.edits(asked, "two")
    found = ask(updates)[-1].edited_message
    assert (found.message_id, found.text) == (asked.id, "two")
    assert found.edit_date is not None


def test_a_press(rahim: Seat, ask: Ask) -> None:
    """A press is answered once; the person sees the notice."""
    ask(lambda bot: bot.send_message(11, "x", reply_markup=keyboard(MORE)))
    press = rahim.presses(rahim.replies[-1], "আরও")

    async def answers(bot: Bot) -> None:
        query = (await updates(bot))[-1].callback_query
        assert isinstance(query, CallbackQuery)
        assert isinstance(query.message, Message)
        assert (query.data, query.message.text) == ("more:1", "x")
        await query.answer("ঠিক আছে", show_alert=True)
        with refused("query is too old"):
            await query.answer()

    ask(answers)
    notice = rahim.wait_for_notice(press)
    assert (notice.text, notice.alert) == ("ঠিক আছে", True)


def test_a_press_on_what_is_not_there(rahim: Seat) -> None:
    """A test that presses a missing button fails with the buttons there are."""
    with pytest.raises(AssertionError, match="0 buttons named 'more'"):
        rahim.presses(rahim.messages[0], "more")


def test_what_a_group_tells(telegram: FakeTelegram, ask: Ask) -> None:
    """The bot learns that it was added, by whom, and that it was kicked, after which it can't write."""
    seat = telegram.group(-100_1, "Newsroom").member(telegram.user(12, "Karima"), "administrator")
    seat.adds_bot()
    leading = ask(lambda bot: bot.get_chat_administrators(-100_1))
    assert [found.user.first_name for found in leading] == ["Karima"]
    assert ask(lambda bot: bot.get_chat(-100_1)).title == "Newsroom"
    assert ask(lambda bot: bot.get_chat_member(-100_1, 12)).status == "administrator"
    seat.kicks_bot()
    added, kicked = (update.my_chat_member for update in ask(updates))
    assert (added.old_chat_member.status, added.new_chat_member.status) == ("left", "member")
    assert (kicked.new_chat_member.status, kicked.from_user.first_name) == ("kicked", "Karima")
    with refused("kicked", Forbidden):
        ask(lambda bot: bot.send_message(-100_1, "x"))


def test_privacy_in_a_group(telegram: FakeTelegram, ask: Ask) -> None:
    """With privacy on, the bot gets commands, mentions and replies to it, and no chatter."""
    seat = telegram.group(-100_1, "Newsroom", privacy=True).member(telegram.user(12, "Karima"))
    ask(lambda bot: bot.send_message(-100_1, "hello"))
    seat.says("chatter")
    seat.says("/check x")
    seat.says("/check@other_bot x")
    seat.mentions("y")
    seat.says("z", reply_to=seat.replies[0])
    texts = [update.message.text for update in ask(updates)]
    assert texts == ["/check x", "@mukhomukhi_test_bot y", "z"]


def test_a_group_that_migrates(telegram: FakeTelegram, ask: Ask) -> None:
    """The old id names the new one; both chats say so."""
    group = telegram.group(-5, "Newsroom", kind="group")
    group.member(telegram.user(12, "Karima"))
    moved = group.migrates(-100_5)
    with pytest.raises(ChatMigrated) as moving:
        ask(lambda bot: bot.send_message(-5, "x"))
    assert moving.value.new_chat_id == -100_5
    ask(lambda bot: bot.send_message(-100_5, "x"))
    assert [message.text for message in moved.replies] == ["x"]
    old, new = (update.message for update in ask(updates))
    assert (old.migrate_to_chat_id, new.migrate_from_chat_id) == (-100_5, -5)


def test_a_press_on_a_message_of_last_year(rahim: Seat, ask: Ask) -> None:
    """The bot gets the id of an old message, and nothing of what it says."""
    ask(lambda bot: bot.send_message(11, "x"))
    rahim.presses_data(rahim.replies[0], "gone:1", old=True)
    pressed = ask(updates)[-1].callback_query
    assert (pressed.data, pressed.message.is_accessible) == ("gone:1", False)
    assert pressed.message.message_id == rahim.replies[0].id


def test_an_edited_caption(rahim: Seat, ask: Ask) -> None:
    """A picture keeps being one when its caption changes."""
    rahim.edits(rahim.sends_photo("one"), "two")
    edited = ask(updates)[-1].edited_message
    assert (edited.caption, edited.text, len(edited.photo)) == ("two", None, 1)


def test_a_channel(telegram: FakeTelegram, ask: Ask) -> None:
    """Posts of a channel are a kind of update of their own."""
    channel = telegram.channel(-100_9, "News")
    channel.posts("খবর https://bbc.com/x")
    post = ask(lambda bot: bot.get_updates())[-1].channel_post
    assert (post.text, post.sender_chat.title, post.from_user) == ("খবর https://bbc.com/x", "News", None)
    ask(lambda bot: bot.send_message(-100_9, "x"))
    assert [message.text for message in channel.replies] == ["x"]


def test_answers_to_one_message(rahim: Seat, ask: Ask) -> None:
    """It is seen how often a message was answered."""
    asked = rahim.says("কে?")
    for _ in range(2):
        ask(lambda bot: bot.send_message(11, "x", reply_parameters=ReplyParameters(asked.id)))
    ask(lambda bot: bot.send_message(11, "y"))
    assert [reply.text for reply in rahim.answers_to(asked)] == ["x", "x"]
