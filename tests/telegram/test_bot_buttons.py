"""The buttons under an answer: evidence, following, reporting, the other language, sharing; forged ones."""

import pytest
from bot_house import House
from fake_messages import Message
from fake_people import Seat

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"
RESIGN = "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?"
NOTHING = "is the moon made of green cheese?"
NOTHING_BN = "কাল কি ঢাকায় হরতাল?"
TOO_OLD = "প্রশ্নটা আর আমাদের কাছে রাখা নেই। দয়া করে আবার করুন।"


def answered(house: House, question: str) -> tuple[Seat, Message]:
    """A reader with an answer."""
    seat = house.reader()
    return seat, house.asks(seat, question)


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        (
            BRIDGE,
            (("🔎 Whole evidence", "🔔 Follow"), ("⚠️ Wrong or missing", "বাংলা"), ("↗️ Share",)),
        ),
        (
            RESIGN,
            (("🔎 সব প্রমাণ", "🔔 খোঁজ রাখুন"), ("⚠️ ভুল বা বাদ পড়েছে", "English"), ("↗️ শেয়ার",)),
        ),
    ],
)
def test_the_buttons(house: House, question: str, labels: tuple[tuple[str, ...], ...]) -> None:
    """Under an answer stand its five buttons; share opens another chat with the question."""
    _, answer = answered(house, question)
    assert answer.labels == labels
    share = answer.button(labels[2][0])
    assert (share.action, share.value) == ("switch_inline_query", question)


@pytest.mark.parametrize(
    ("question", "first", "button", "second"),
    [
        (BRIDGE, "1 of 3", "Next →", "2 of 3"),
        (RESIGN, "২টির মধ্যে ১ নম্বর", "পরেরটি →", "২টির মধ্যে ২ নম্বর"),
    ],
)
def test_whole_evidence(house: House, question: str, first: str, button: str, second: str) -> None:
    """Evidence shows each quotation where it stands in its article, a page a claim, forth and back."""
    seat, answer = answered(house, question)
    press = seat.presses(answer, answer.labels[0][0])
    page = seat.wait_for_reply(answer)
    assert first in page.text
    assert page.reply_to == answer.id
    assert seat.wait_for_notice(press).text == ""
    seat.presses(page, button)
    turned = seat.wait_for_edit(page, holding=second)
    back = "← Before" if question == BRIDGE else "← আগেরটি"
    seat.presses(turned, back)
    assert seat.wait_for_edit(turned, holding=first).text == page.text


def test_the_words_around_a_quotation(house: House) -> None:
    """The article's own words before and after the quotation stand around it, in italics."""
    seat, answer = answered(house, BRIDGE)
    seat.presses(answer, "🔎")
    page = seat.wait_for_reply(answer)
    assert "“Police superintendent Nasrin Akter said the Rupsha bridge collapsed at night.”" in page.text
    around = page.parts("italic")
    assert any(text.endswith("Karim Haider said on Monday.") for text in around)
    assert any(text.startswith("She added that three trucks fell into the river.") for text in around)
    assert page.text.endswith("📄 Rupsha bridge: minister and contractor at odds\nExample Times, 10 May 2025")


@pytest.mark.parametrize(
    ("question", "follow", "followed", "unfollow", "unfollowed"),
    [
        (
            BRIDGE,
            "🔔 Follow",
            "You will be told when a new claim on this comes in.",
            "🔕 Unfollow",
            "You will not be told any more.",
        ),
        (
            RESIGN,
            "🔔 খোঁজ রাখুন",
            "এ নিয়ে নতুন বক্তব্য এলে আপনাকে জানানো হবে।",
            "🔕 আর খোঁজ নয়",
            "এ নিয়ে আর জানানো হবে না।",
        ),
    ],
)
def test_following(
    house: House, question: str, follow: str, followed: str, unfollow: str, unfollowed: str
) -> None:
    """Follow becomes unfollow, and back."""
    seat, answer = answered(house, question)
    assert seat.wait_for_notice(seat.presses(answer, follow)).text == followed
    answer = seat.wait_for_edit(answer)
    assert answer.labels[0][1] == unfollow
    assert seat.wait_for_notice(seat.presses(answer, unfollow)).text == unfollowed
    assert seat.wait_for_edit(answer).labels[0][1] == follow


REASONS = {
    BRIDGE: (
        "On the wrong side",
        "Said by somebody else",
        "Out of date",
        "Something is missing",
        "Something else is wrong",
    ),
    RESIGN: ("ভুল পক্ষে দেখানো হয়েছে", "কথাটা অন্য কারও", "পুরোনো তথ্য", "কিছু বাদ পড়েছে", "অন্য কোনো ভুল"),
}
THANKS = {
    BRIDGE: (
        "Thank you. The moderators will look at it.",
        "You have told us this already. Thank you.",
        "← Back",
    ),
    RESIGN: ("ধন্যবাদ। মডারেটররা দেখবেন।", "এ কথা আপনি আগেই জানিয়েছেন। ধন্যবাদ।", "← ফিরে যান"),
}


@pytest.mark.parametrize("question", [BRIDGE, RESIGN])
def test_reporting(house: House, question: str) -> None:
    """Wrong or missing asks for a reason, thanks once, says so the second time, and can be left."""
    seat, answer = answered(house, question)
    thanks, again, back = THANKS[question]
    for reason, told in ((REASONS[question][0], thanks), (REASONS[question][0], again)):
        seat.presses(answer, "⚠️")
        choice = seat.wait_for_edit(answer)
        assert tuple(row[0] for row in choice.labels) == (*REASONS[question], back)
        notice = seat.wait_for_notice(seat.presses(choice, reason))
        assert (notice.text, notice.alert) == (told, True)
        answer = seat.wait_for_edit(choice)
    seat.presses(answer, "⚠️")
    choice = seat.wait_for_edit(answer)
    seat.presses(choice, back)
    assert seat.wait_for_edit(choice).labels == answer.labels
    told_of = house.rows("select kind, question from reports where user_id = ?", seat.user.id)
    assert told_of == [("wrong-side", question)]


@pytest.mark.parametrize(
    ("question", "other", "holding", "back"),
    [(BRIDGE, "বাংলা", "🔶 বিপক্ষে · ১টি সূত্র", "English"), (RESIGN, "English", "🔶 Deny it · 1 source", "বাংলা")],
)
def test_the_other_language(house: House, question: str, other: str, holding: str, back: str) -> None:
    """The answer changes language in place, quotations do not; its buttons go along, and back again."""
    seat, answer = answered(house, question)
    seat.presses(answer, other)
    changed = seat.wait_for_edit(answer, holding=holding)
    quotes = [line for line in answer.text.splitlines() if line.startswith("“")]
    digits = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
    there = changed.text.translate(digits)
    assert all(line.translate(digits) in there for line in quotes)
    assert changed.labels[1][1] == back
    seat.presses(changed, "🔔")
    follows = seat.wait_for_edit(changed)
    seat.presses(follows, back)
    returned = seat.wait_for_edit(follows)
    assert returned.text == answer.text
    assert "🔕" in returned.labels[0][1]


@pytest.mark.parametrize(
    ("question", "sent", "before"),
    [
        (
            NOTHING,
            "Sent to the moderators. You will be told when there is an answer.",
            "You have sent this already; you will be told when there is an answer.",
        ),
        (
            NOTHING_BN,
            "মডারেটরদের কাছে পাঠানো হয়েছে। উত্তর মিললে আপনাকে জানানো হবে।",
            "প্রশ্নটা আপনি আগেই পাঠিয়েছেন; উত্তর মিললে জানানো হবে।",
        ),
    ],
)
def test_sending_to_the_moderators(house: House, question: str, sent: str, before: str) -> None:
    """An unanswered question goes to the moderators once, however often the button is pressed."""
    seat, answer = answered(house, question)
    assert seat.wait_for_notice(seat.presses(answer, "✉️")).text == sent
    assert seat.wait_for_notice(seat.presses(answer, "✉️")).text == before
    assert len(house.rows("select id from waiting where user_id = ?", seat.user.id)) == 1


def test_data_of_another_chat(house: House) -> None:
    """A press forged with another chat's question learns and does nothing."""
    seat, answer = answered(house, BRIDGE)
    other = house.reader()
    mine = house.asks(other, RESIGN)
    number = str(answer.button("🔔").value).partition(":")[2]
    for verb in ("fo", "ev", "rp", "rr", "rb", "la", "ne", "wt", "li", "ep"):
        press = other.presses_data(mine, f"{verb}:{number}:0")
        assert other.wait_for_notice(press).text == TOO_OLD
    house.quiet()
    assert house.rows("select id from follows where user_id = ?", other.user.id) == []
    assert other.now(mine) == mine
    assert seat.now(answer) == answer


@pytest.mark.parametrize(
    "data",
    ["", "x", "ev", "ev:", "ev:৯", "ev:99999999999999999999", "fo:-1", "zz:1:2", "la:0:xx", ":::", "fo:²"],
)
def test_forged_data(house: House, data: str) -> None:
    """Nonsense in a button is answered like a question that is forgotten."""
    seat, answer = answered(house, BRIDGE)
    assert seat.wait_for_notice(seat.presses_data(answer, data)).text == TOO_OLD


def test_forged_arguments(house: House) -> None:
    """A forged page, reason or language of an own question does no harm."""
    seat, answer = answered(house, BRIDGE)
    number = str(answer.button("🔔").value).partition(":")[2]
    for data in (f"ev:{number}:99999", f"ev:{number}:²", f"rr:{number}:nonsense", f"la:{number}:xx"):
        assert seat.wait_for_notice(seat.presses_data(answer, data)).text == ""
    assert seat.wait_for_notice(seat.presses_data(answer, f"ne:{number}:9")).text == ""
    assert seat.wait_for_notice(seat.presses_data(answer, "ln:xx")).text == ""
    assert seat.wait_for_notice(seat.presses_data(answer, "un:0")).text == "এ নিয়ে আর জানানো হবে না।"
    assert house.rows("select id from reports where user_id = ?", seat.user.id) == []


def test_a_button_of_last_year(house: House) -> None:
    """A button works under a message that Telegram shows no more of, as long as the question is known."""
    seat, answer = answered(house, BRIDGE)
    press = seat.presses_data(answer, str(answer.button("🔔").value), old=True)
    assert seat.wait_for_notice(press).text == "You will be told when a new claim on this comes in."


def test_the_example(house: House) -> None:
    """The example under /start is asked by pressing it."""
    seat = house.reader(language_code="en")
    start = house.asks(seat, "/start")
    seat.presses(start, "ex")
    assert "Dmitry Peskov" in seat.wait_for_reply(start).text
    share = start.button("Use in another chat")
    assert (share.action, share.value) == ("switch_inline_query", "did Musk talk to Putin regularly?")
