"""What a bot sends is checked and shown by the fake as Telegram does it."""

from typing import Any

import pytest
from fake_api import FakeTelegram
from fake_client import MORE, Ask, keyboard, refused, updates
from fake_people import Seat
from telegram import Bot, InlineKeyboardButton, LinkPreviewOptions, ReplyParameters
from telegram.error import Forbidden

pytest_plugins = ["fake_fixtures"]


def test_html_is_read_as_telegram_reads_it(rahim: Seat, ask: Ask) -> None:
    """The reader sees text without tags; its entities count UTF-16 units."""
    sent = ask(
        lambda bot: bot.send_message(
            11,
            '😀 <b>পুতিন</b> &lt;&amp;&#x9aa; <a href="https://bbc.com/a?b=1&amp;c=2">[১]</a>'
            "<blockquote expandable>ভাঁজ <i>করা</i></blockquote>",
            parse_mode="HTML",
        )
    )
    assert sent.text == "😀 পুতিন <&প [১]ভাঁজ করা"
    shown = rahim.replies[-1]
    assert shown.parts("bold") == ("পুতিন",)
    assert shown.parts("expandable_blockquote") == ("ভাঁজ করা",)
    assert [(link.label, link.url) for link in shown.links] == [("[১]", "https://bbc.com/a?b=1&c=2")]
    assert sent.parse_entity(sent.entities[0]) == "পুতিন"


@pytest.mark.usefixtures("rahim")
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("ক<br>", 'Unsupported start tag "br" at byte offset 3'),
        ("<p>x</p>", 'Unsupported start tag "p"'),
        ("<b>x", 'find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler"'),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a"'),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier"),
    ],
)
def test_broken_html(ask: Ask, text: str, reason: str) -> None:
    """What Telegram can't read is refused with its own words."""
    with refused(reason):
        ask(lambda bot: bot.send_message(11, text, parse_mode="HTML"))


@pytest.mark.parametrize("text", ["", "   ", "<b> </b>", "&#32;"])
@pytest.mark.usefixtures("rahim")
def test_an_empty_message(ask: Ask, text: str) -> None:
    """Nothing can't be sent, however it is wrapped."""
    with refused("message text is empty"):
        ask(lambda bot: bot.send_message(11, text, parse_mode="HTML"))


def test_length_counts_after_the_tags(rahim: Seat, ask: Ask) -> None:
    """4,096 units of text may be sent, tags aside; one more may not."""
    ask(lambda bot: bot.send_message(11, f"<b>{'ক' * 4096}</b>", parse_mode="HTML"))
    assert len(rahim.replies[-1].text) == 4096
    with refused("message is too long"):
        ask(lambda bot: bot.send_message(11, "ক" * 4097))


@pytest.mark.usefixtures("rahim")
@pytest.mark.parametrize(
    ("button", "reason"),
    [
        (InlineKeyboardButton("x", callback_data="ক" * 22), "BUTTON_DATA_INVALID"),
        (InlineKeyboardButton("x", url="http://localhost"), "Wrong HTTP URL"),
        (InlineKeyboardButton("x"), "Text buttons are unallowed"),
        (InlineKeyboardButton(" ", callback_data="x"), "non-empty"),
    ],
)
def test_bad_buttons(ask: Ask, button: InlineKeyboardButton, reason: str) -> None:
    """Buttons that Telegram would not take are refused; data counts in bytes."""
    with refused(reason):
        ask(lambda bot: bot.send_message(11, "x", reply_markup=keyboard(button)))


def test_good_buttons(rahim: Seat, ask: Ask) -> None:
    """Data of 64 bytes, a link, and a query for another chat are taken."""
    buttons = (
        InlineKeyboardButton("data", callback_data="x" * 64),
        InlineKeyboardButton("link", url="https://t.me/share/url?url=x"),
        InlineKeyboardButton("share", switch_inline_query="প্রশ্ন"),
    )
    ask(lambda bot: bot.send_message(11, "x", reply_markup=keyboard(*buttons)))
    assert rahim.replies[-1].labels == (("data", "link", "share"),)
    assert rahim.replies[-1].button("share").value == "প্রশ্ন"


def test_a_reply(rahim: Seat, ask: Ask) -> None:
    """An answer shows what it answers, which must be there unless that doesn't matter."""
    asked = rahim.says("কে?")
    to = ReplyParameters(asked.id)
    assert ask(lambda bot: bot.send_message(11, "x", reply_parameters=to)).reply_to_message.text == "কে?"
    gone = ReplyParameters(9999)
    with refused("message to be replied not found"):
        ask(lambda bot: bot.send_message(11, "x", reply_parameters=gone))
    ask(
        lambda bot: bot.send_message(
            11, "y", reply_parameters=ReplyParameters(9999, allow_sending_without_reply=True)
        )
    )
    assert [message.reply_to for message in rahim.replies] == [asked.id, None]


def test_an_edit_in_place(rahim: Seat, ask: Ask) -> None:
    """An edit changes text and buttons; the same again is refused, and so is what isn't there."""
    sent = ask(lambda bot: bot.send_message(11, "<b>one</b>", parse_mode="HTML", reply_markup=keyboard(MORE)))
    before = rahim.replies[-1]

    def edit(message_id: int, text: str) -> Any:
        preview = LinkPreviewOptions(is_disabled=True)
        return ask(lambda bot: bot.edit_message_text(text, 11, message_id, link_preview_options=preview))

    edit(sent.message_id, "two")
    assert rahim.wait_for_edit(before).text == "two"
    assert (rahim.replies[-1].buttons, rahim.replies[-1].edited) == ((), True)
    assert [message.text for message in rahim.versions if message.by_bot] == ["one", "two"]
    with refused("message is not modified"):
        edit(sent.message_id, "two")
    with refused("message to edit not found"):
        edit(9999, "two")
    with refused("message can't be edited"):
        edit(rahim.messages[0].id, "two")


def test_other_buttons(rahim: Seat, ask: Ask) -> None:
    """Buttons can be taken away and the text stays."""
    sent = ask(lambda bot: bot.send_message(11, "one", reply_markup=keyboard(MORE)))
    ask(lambda bot: bot.edit_message_reply_markup(11, sent.message_id))
    assert (rahim.replies[-1].text, rahim.replies[-1].buttons) == ("one", ())


def test_a_deleted_message(rahim: Seat, ask: Ask) -> None:
    """What is deleted is gone for the reader, and can't be deleted twice."""
    sent = ask(lambda bot: bot.send_message(11, "one"))
    shown = rahim.replies[-1]
    ask(lambda bot: bot.delete_message(11, sent.message_id))
    rahim.wait_for_deletion(shown)
    assert (rahim.replies, rahim.now(shown)) == ([], None)
    with refused("message to delete not found"):
        ask(lambda bot: bot.delete_message(11, sent.message_id))


def test_files_both_ways(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """A file goes to the bot and back, with its bytes and name."""
    rahim.sends_document("খবর.md", b"# \xe0\xa6\x95", "দেখুন")

    async def fetch(bot: Bot) -> bytes:
        message = (await updates(bot))[-1].message
        assert message is not None
        assert message.document is not None
        document = message.document
        return bytes(await (await document.get_file()).download_as_bytearray())

    assert ask(fetch) == b"# \xe0\xa6\x95"
    ask(
        lambda bot: bot.send_document(
            11, b"\x00\x01\r\n--x", caption="<b>x</b>", filename="a.bin", parse_mode="HTML"
        )
    )
    upload = telegram.called("sendDocument")[0].params["document"]
    assert (upload.name, upload.content) == ("a.bin", b"\x00\x01\r\n--x")
    assert rahim.replies[-1].parts("bold") == ("x",)
    ask(lambda bot: bot.send_photo(11, b"picture"))
    assert "photo" in rahim.replies[-1].payload


def test_copies_and_forwards(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """The moderators get a message as a copy, or with its origin."""
    desk = telegram.group(-100_5, "Desk").member(telegram.user(12, "Karima"))
    asked = rahim.says("একটি প্রশ্ন")
    ask(lambda bot: bot.copy_message(-100_5, 11, asked.id))
    forwarded = ask(lambda bot: bot.forward_message(-100_5, 11, asked.id))
    assert [message.text for message in desk.replies] == ["একটি প্রশ্ন"] * 2
    assert forwarded.forward_origin.sender_user.first_name == "Rahim"
    with refused("message to copy not found"):
        ask(lambda bot: bot.copy_message(-100_5, 11, 9999))


def test_where_the_bot_cant_write(telegram: FakeTelegram, rahim: Seat, ask: Ask) -> None:
    """Not to strangers, nor where nobody is, nor to who blocked it."""
    stranger = telegram.private(telegram.user(13, "Stranger"))
    with refused("can't initiate conversation", Forbidden):
        ask(lambda bot: bot.send_message(stranger.id, "x"))
    with refused("chat not found"):
        ask(lambda bot: bot.send_message(99, "x"))
    rahim.blocks()
    with refused("blocked by the user", Forbidden):
        ask(lambda bot: bot.send_message(11, "x"))
    rahim.unblocks()
    ask(lambda bot: bot.send_message(11, "x"))


def test_only_so_many_entities(rahim: Seat, ask: Ask) -> None:
    """Past a hundred entities the formatting is lost, in silence."""
    ask(lambda bot: bot.send_message(11, "<b>x</b> " * 101, parse_mode="HTML"))
    assert (len(rahim.replies[0].entities), rahim.replies[0].text) == (100, ("x " * 101).strip())


def test_a_link_to_nowhere(rahim: Seat, ask: Ask) -> None:
    """Words under an address that isn't one stay, without a link."""
    ask(lambda bot: bot.send_message(11, '<a href="/news">x</a> <a href="bbc.com">y</a>', parse_mode="HTML"))
    assert [link.label for link in rahim.replies[0].links] == ["y"]
    assert rahim.replies[0].text == "x y"


def test_references(rahim: Seat, ask: Ask) -> None:
    """Telegram knows four names and numbers; other references are seen as they are written."""
    ask(lambda bot: bot.send_message(11, "&lt;b&gt; &quot;&amp;&nbsp;& &#39; &#x1F600;", parse_mode="HTML"))
    assert rahim.replies[0].text == "<b> \"&&nbsp;& ' 😀"
