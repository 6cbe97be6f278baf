"""In groups the bot speaks when it is spoken to, and never else."""

import pytest
from bot_house import House, Open

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"
RESIGN = "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?"


@pytest.mark.parametrize("privacy", [True, False])
def test_uninvited_chatter(house: House, privacy: bool) -> None:
    """What is not meant for the bot gets no word, whatever it hears."""
    group = house.group(privacy=privacy)
    rina, karim = house.member(group, "Rina"), house.member(group, "Karim")
    said = rina.says(BRIDGE)
    karim.says("no idea", reply_to=said)
    rina.sends_photo("the Rupsha bridge has collapsed")
    rina.sends(dice={"emoji": "🎲", "value": 3})
    karim.says("@somebody_else did the Rupsha bridge collapse?")
    asked = karim.says("/check@another_bot did the Rupsha bridge collapse?")
    rina.edits(said, RESIGN)
    house.quiet()
    assert group.replies == []
    answer = rina.wait_for_reply(rina.says(f"/check {BRIDGE}"))
    assert answer.reply_to != asked.id
    assert group.replies == [answer]


@pytest.mark.parametrize(
    "form",
    ["/check {}", "/check@mukhomukhi_test_bot {}", "@mukhomukhi_test_bot {}", "{} @Mukhomukhi_Test_Bot"],
)
def test_being_asked(house: House, form: str) -> None:
    """/check and a mention are answered, in answer to that message, with the question's own words."""
    group = house.group(privacy=False)
    seat = house.member(group)
    asked = seat.says(form.format(BRIDGE))
    answer = seat.wait_for_reply(asked)
    assert answer.text.split("\n")[0] == f"❓ {BRIDGE}"
    assert answer.reply_to == asked.id


def test_checking_what_somebody_said(house: House) -> None:
    """/check or a bare mention in answer to a message checks that message."""
    group = house.group(privacy=True)
    rina, karim = house.member(group, "Rina"), house.member(group, "Karim", "en")
    said = rina.says(RESIGN)
    answer = karim.wait_for_reply(karim.says("/check", reply_to=said))
    assert answer.text.startswith(f"❓ {RESIGN}")
    assert answer.reply_to == said.id
    again = karim.wait_for_reply(karim.mentions("", reply_to=said))
    assert again.text == answer.text


def test_checking_a_picture(house: House) -> None:
    """/check in answer to a picture checks its caption; one without words is answered with what to do."""
    group = house.group()
    seat = house.member(group, language_code="en")
    photo = seat.sends_photo(BRIDGE)
    assert "Jamal Sheikh" in seat.wait_for_reply(seat.says("/check", reply_to=photo)).text
    bare = seat.sends_photo()
    told = seat.wait_for_reply(seat.says("/check", reply_to=bare))
    assert told.text == "We can only read text. Write what it says, or add it as a caption."


def test_check_under_a_picture(house: House) -> None:
    """/check as a picture's caption checks the caption."""
    group = house.group(privacy=False)
    seat = house.member(group)
    answer = seat.wait_for_reply(seat.sends_photo(f"/check {BRIDGE}"))
    assert answer.text.startswith(f"❓ {BRIDGE}")


def test_answering_the_bot(house: House) -> None:
    """An answer to one of the bot's messages is a question."""
    group = house.group(privacy=True)
    seat = house.member(group)
    answer = seat.wait_for_reply(seat.says(f"/check {BRIDGE}"))
    again = seat.wait_for_reply(seat.says(RESIGN, reply_to=answer))
    assert again.text.startswith(f"❓ {RESIGN}")


def test_an_edited_question_in_a_group(house: House) -> None:
    """An edited /check changes its answer in place."""
    group = house.group()
    seat = house.member(group)
    asked = seat.says(f"/check {BRIDGE}")
    answer = seat.wait_for_reply(asked)
    seat.edits(asked, f"/check {RESIGN}")
    assert seat.wait_for_edit(answer).text.startswith(f"❓ {RESIGN}")


def test_how_to_check(house: House) -> None:
    """A bare /check says how, in the language of whoever writes where the group chose none."""
    group = house.group()
    english, bengali = house.member(group, "Ray", "en"), house.member(group, "Rina", "bn")
    assert english.wait_for_reply(english.says("/check")).text.startswith(
        "Write what is to be checked after /check"
    )
    assert bengali.wait_for_reply(bengali.says("/check")).text.startswith("কী যাচাই করতে চান /check-এর পরে")


def test_in_the_name_of_a_channel_or_the_group(house: House) -> None:
    """Channels and anonymous administrators are answered like people."""
    group = house.group()
    seat = house.member(group)
    channel = {"id": -100_555, "type": "channel", "title": "খবর"}
    for sender in (channel, group.chat.payload):
        asked = seat.says(f"/check {BRIDGE}", sender_chat=sender)
        assert "Jamal Sheikh" in seat.wait_for_reply(asked).text
    rows = house.rows("select user_id from asked where chat_id = ? order by id", group.id)
    assert rows == [(-100_555,), (group.id,)]


@pytest.mark.parametrize(
    ("code", "joined"),
    [
        ("en", "Thank you for adding us. Write /check and what you want to know"),
        ("bn", "আমাদের যোগ করার জন্য ধন্যবাদ। /check লিখে প্রশ্ন করুন"),
    ],
)
def test_being_added(house: House, code: str, joined: str) -> None:
    """The bot greets a group once, in the language of whoever adds it."""
    group = house.group()
    seat = house.member(group, language_code=code)
    seat.adds_bot()
    greeting = seat.wait_for_reply()
    assert greeting.text.startswith(joined)
    seat.promotes_bot()
    house.quiet()
    assert group.replies == [greeting]


def test_two_people_follow_in_a_group(house: House) -> None:
    """Each member follows for themselves: one press does not undo another's."""
    group = house.group()
    rina, karim = house.member(group, "Rina"), house.member(group, "Karim")
    answer = rina.wait_for_reply(rina.says(f"/check {BRIDGE}"))
    followed = "You will be told when a new claim on this comes in."
    assert rina.wait_for_notice(rina.presses(answer, "🔔")).text == followed
    rina.wait_for_edit(answer)
    assert karim.wait_for_notice(karim.presses_data(answer, str(answer.button("🔔").value))).text == followed
    house.quiet()
    rows = house.rows("select user_id from follows where chat_id = ? order by id", group.id)
    assert rows == [(rina.user.id,), (karim.user.id,)]


@pytest.mark.parametrize(
    ("code", "only"),
    [
        ("en", "Only an administrator of the group can change its language."),
        ("bn", "গ্রুপের ভাষা শুধু গ্রুপের অ্যাডমিন বদলাতে পারেন।"),
    ],
)
def test_the_language_of_a_group(house: House, code: str, only: str) -> None:
    """Only administrators change the language of a group; then all of it speaks it."""
    group = house.group()
    boss, guest = house.member(group, "Boss", "bn", status="administrator"), house.member(group, "Ray", code)
    choice = guest.wait_for_reply(guest.says("/language"))
    notice = guest.wait_for_notice(guest.presses(choice, "English"))
    assert (notice.text, notice.alert) == (only, True)
    boss.presses(choice, "English")
    assert boss.wait_for_edit(choice).text.startswith("From now on English here.")
    assert boss.wait_for_reply(boss.says("/check")).text.startswith("Write what is to be checked")


def test_a_crowd_in_one_group(opens: Open) -> None:
    """A group that asks too much is told so once; its members are served elsewhere."""
    house = opens(chat_questions_per_minute="2")
    house.bot.start()
    group = house.group()
    seats = [house.member(group, f"R{n}", "en") for n in range(5)]
    for seat in seats:
        seat.says(f"/check {BRIDGE}")
    group.wait_for_reply(holding="You are asking faster")
    house.telegram.wait_for(lambda: len(group.replies) == 3)
    house.quiet()
    told = [r.text for r in group.replies if not r.text.startswith("❓")]
    assert told == ["You are asking faster than we can look. Please go on in a minute."]
    assert len(group.replies) == 3
    alone = house.telegram.private(seats[-1].user)
    alone.chat.refusal = None
    assert "Jamal Sheikh" in house.asks(alone, BRIDGE).text
