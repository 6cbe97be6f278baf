"""Asking in private: a question is answered with the sides face to face; bursts and edits are understood."""

import pytest
from bot_house import House

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"
FERRY = "how many people died when the ferry sank in the Meghna?"
MUSK = "did Musk talk to Putin regularly?"
MUSK_BN = "মাস্ক কি পুতিনের সঙ্গে নিয়মিত কথা বলতেন?"
NOTHING = "is the moon made of green cheese?"
NOTHING_BN = "কাল কি ঢাকায় হরতাল?"


def test_the_sides_face_to_face(house: House) -> None:
    """Both sides stand in the answer, each with its claimants, their verbatim words and their number."""
    seat = house.reader()
    answer = house.asks(seat, BRIDGE)
    assert answer.text.startswith(f"❓ {BRIDGE}\nSources contradict each other: 2 say so, 1 denies it.")
    assert "🔷 Say so · 2 sources · 1 independent report" in answer.text
    assert "🔶 Deny it · 1 source · 1 independent report" in answer.text
    assert "“The contractor Jamal Sheikh denied that the Rupsha bridge had collapsed.” [1]" in answer.text
    assert answer.text.index("Karim Haider") < answer.text.index("🔶") < answer.text.index("Jamal Sheikh")
    assert answer.reply_to == seat.messages[0].id


def test_a_bengali_answer(house: House) -> None:
    """A Bengali question is answered in Bengali: words, digits, dates; quotations in their own language."""
    answer = house.asks(house.reader(language_code="en"), "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?")
    assert "সূত্রগুলোর কথা মিলছে না: পক্ষে বলছে ১টি সূত্র, বিপক্ষে ১টি।" in answer.text
    assert "“শিক্ষামন্ত্রীর মুখপাত্র সোহেল রানা বলেন, শিক্ষামন্ত্রী পদত্যাগ করেননি।” [১]" in answer.text
    assert answer.text.endswith("১. শিক্ষামন্ত্রীর পদত্যাগ নিয়ে ধোঁয়াশা — উদাহরণ পত্রিকা, ১০ মে ২০২৫")
    assert not any(digit in answer.text for digit in "0123456789")


def test_romanised_bengali(house: House) -> None:
    """Banglish is answered in Bengali."""
    answer = house.asks(house.reader(language_code="en"), "shikkhamontri ki podottag koreche?")
    assert "🔶 বিপক্ষে · ১টি সূত্র" in answer.text


def test_citations_are_links(house: House) -> None:
    """Numbers and titles lead to the article; what has no address is plain."""
    answer = house.asks(house.reader(), BRIDGE)
    assert {link.url for link in answer.links} == {"https://news.example.org/bridge"}
    assert [link.label for link in answer.links].count("[1]") == 3
    assert answer.links[-1].label == "Rupsha bridge: minister and contractor at odds"


def test_least_important_parts_fold(house: House) -> None:
    """What takes no side folds into an expandable quotation; unnamed sources are named as such."""
    answer = house.asks(house.reader(), MUSK_BN)
    folded = answer.parts("expandable_blockquote")
    assert len(folded) == 1
    assert folded[0].startswith("আরও যা বলা হয়েছে")
    assert "রাশিয়ার এমন দুজন কর্মকর্তা (নাম প্রকাশ করা হয়নি)" in answer.text
    assert "মাধ্যম: ওয়াল স্ট্রিট জার্নাল" in answer.text


@pytest.mark.parametrize(
    ("question", "nothing", "labels"),
    [
        (
            NOTHING,
            "Nothing in our news says anything about this. That does not make it true or false.",
            "✉️ Send to the moderators",
        ),
        (
            NOTHING_BN,
            "আমাদের সংগ্রহের কোনো খবরে এ নিয়ে কিছু বলা হয়নি। তাই বলে কথাটা সত্য বা মিথ্যা, তা নয়।",
            "✉️ মডারেটরদের কাছে পাঠান",
        ),
    ],
)
def test_nothing_found(house: House, question: str, nothing: str, labels: str) -> None:
    """Where nothing is known the answer says so, and offers the moderators."""
    answer = house.asks(house.reader(), question)
    assert nothing in answer.text
    assert answer.labels == ((labels,),)


def test_what_may_have_been_meant(house: House) -> None:
    """Nothing found offers at most three near questions; pressing one asks it."""
    seat = house.reader()
    answer = house.asks(seat, "রূপসা সেতু কি ভেঙে পড়েছে?")
    assert "এগুলোর কোনোটা জানতে চেয়েছিলেন?" in answer.text
    assert 1 <= len(answer.labels) - 1 <= 3
    seat.presses(answer, "Rupsha bridge")
    near = seat.wait_for_reply(answer)
    assert "Rupsha bridge: minister and contractor at odds" in near.text.splitlines()[0]
    assert near.reply_to == answer.id
    assert "Karim Haider" in near.text


def test_typing_is_shown(house: House) -> None:
    """While it works, the chat shows that it types."""
    seat = house.reader()
    house.asks(seat, BRIDGE)
    typed = [c for c in house.telegram.called("sendChatAction") if c.params["chat_id"] == seat.id]
    sent = next(c for c in house.telegram.called("sendMessage") if c.params["chat_id"] == seat.id)
    assert typed
    assert typed[0].at < sent.at


def test_a_burst_is_one_question(house: House) -> None:
    """Quick messages that cannot stand alone are one question, answered once, to the last of them."""
    seat = house.reader()
    seat.says("ভাই")
    seat.says("একটা কথা")
    last = seat.says("শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?")
    answer = seat.wait_for_reply(last)
    house.quiet()
    assert seat.replies == [answer]
    assert answer.reply_to == last.id
    assert "সোহেল রানা" in answer.text


def test_two_questions_in_a_burst(house: House) -> None:
    """Two questions in quick succession are answered one by one, in their order."""
    seat = house.reader()
    first, second = seat.says(BRIDGE), seat.says(FERRY)
    house.quiet()
    assert [(r.text.split("\n")[0], r.reply_to) for r in seat.replies] == [
        (f"❓ {BRIDGE}", first.id),
        (f"❓ {FERRY}", second.id),
    ]


def test_a_command_right_after_a_question(house: House) -> None:
    """A command ends the burst: the question is answered first, then the command."""
    seat = house.reader()
    asked = seat.says(BRIDGE)
    seat.says("/help")
    seat.wait_for_reply(asked, holding="/check")
    assert ["Jamal Sheikh" in r.text for r in seat.replies] == [True, False]


def test_an_edit_is_answered_in_place(house: House) -> None:
    """An edited question changes its answer; nothing new is sent."""
    seat = house.reader()
    asked = seat.says(BRIDGE)
    answer = seat.wait_for_reply(asked)
    seat.edits(asked, FERRY)
    changed = seat.wait_for_edit(answer, holding="Rashed Khan")
    assert changed.text.startswith(f"❓ {FERRY}")
    house.quiet()
    assert len(seat.replies) == 1


def test_an_edit_to_something_unknown_and_back(house: House) -> None:
    """An edit may turn an answer into "nothing found" with its buttons, and back."""
    seat = house.reader()
    asked = seat.says(BRIDGE)
    answer = seat.wait_for_reply(asked)
    asked = seat.edits(asked, NOTHING)
    nothing = seat.wait_for_edit(answer, holding="Nothing in our news")
    assert nothing.labels == (("✉️ Send to the moderators",),)
    seat.edits(asked, BRIDGE)
    assert len(seat.wait_for_edit(nothing, holding="Jamal Sheikh").labels) == 3


def test_an_edit_within_a_burst(house: House) -> None:
    """A message that is edited before the burst is over is answered as it reads then, once."""
    seat = house.reader()
    asked = seat.says("did the Rupsa brige fall over?")
    seat.edits(asked, BRIDGE)
    house.quiet()
    assert [r.text.split("\n")[0] for r in seat.replies] == [f"❓ {BRIDGE}"]


def test_an_edit_of_part_of_a_burst(house: House) -> None:
    """An edit of one message of a burst changes the answer to all of it."""
    seat = house.reader()
    first = seat.says("did it")
    last = seat.says("the Rupsha bridge collapse at night?")
    answer = seat.wait_for_reply(last)
    assert answer.text.startswith("❓ did it the Rupsha bridge collapse at night?")
    seat.edits(first, "did")
    assert seat.wait_for_edit(answer).text.startswith("❓ did the Rupsha bridge collapse at night?")


def test_an_edit_that_changes_nothing(house: House) -> None:
    """An edit to the same words is passed over in silence."""
    seat = house.reader()
    asked = seat.says(BRIDGE)
    answer = seat.wait_for_reply(asked)
    seat.edits(asked, BRIDGE + " ")
    house.quiet()
    assert seat.replies == [seat.now(answer)]
    assert seat.replies[0].text == answer.text


def test_an_edit_when_the_answer_is_gone(house: House) -> None:
    """An edited question whose answer was deleted gets a new one."""
    seat = house.reader()
    asked = seat.says(BRIDGE)
    answer = seat.wait_for_reply(asked)
    seat.deletes(answer)
    seat.edits(asked, FERRY)
    assert seat.wait_for_reply(answer).text.startswith(f"❓ {FERRY}")


def test_an_edit_to_nothing_askable(house: House) -> None:
    """An edit that leaves no words takes the answer's place with what to do."""
    seat = house.reader()
    asked = seat.says(BRIDGE)
    answer = seat.wait_for_reply(asked)
    seat.edits(asked, "🙂")
    house.quiet()
    assert [r.text for r in seat.replies] == ["কী জানতে চান কয়েকটি শব্দে লিখুন, মানুষ বা জায়গার নামসহ।"]
    assert seat.replies[0].id == answer.id


def test_a_question_that_was_deleted(house: House) -> None:
    """A question that its asker deletes meanwhile is answered all the same, as no reply."""
    seat = house.reader()
    asked = seat.says(BRIDGE)
    seat.deletes(asked)
    assert seat.wait_for_reply(asked).reply_to is None


@pytest.mark.parametrize("text", ["🙂🙂", "???", "।।।", "\u200f\u200e", "…"])
def test_nothing_to_ask(house: House, text: str) -> None:
    """Emoji, punctuation and marks alone are answered with what to write."""
    assert house.asks(house.reader(), text).text == "কী জানতে চান কয়েকটি শব্দে লিখুন, মানুষ বা জায়গার নামসহ।"
    told = "Write a few words about what you want to know, with the names of people or places."
    assert house.asks(house.reader(language_code="en"), text).text == told


def test_a_question_in_no_language(house: House) -> None:
    """Figures alone tell no language: the answer is in the reader's."""
    assert "আমাদের সংগ্রহের কোনো খবরে" in house.asks(house.reader(), "২০৪৭?").text
    assert "আমাদের সংগ্রহের কোনো খবরে" in house.asks(house.reader(), "2047?").text
    assert "Nothing in our news" in house.asks(house.reader(language_code="en"), "2047?").text


def test_an_edit_makes_a_question(house: House) -> None:
    """What could not be asked at first is answered once an edit makes a question of it."""
    seat = house.reader()
    asked = seat.says("???")
    refused = seat.wait_for_reply(asked)
    seat.edits(asked, BRIDGE)
    assert "Jamal Sheikh" in seat.wait_for_reply(refused).text


def test_marks_of_direction(house: House) -> None:
    """Marks of direction in a question neither break it nor reach the answer's other lines."""
    answer = house.asks(house.reader(), "\u202edid the Rupsha \u200fbridge collapse?\u202c")
    assert "Jamal Sheikh" in answer.text
    assert not any(mark in answer.text for mark in "\u202e\u202c")


def test_a_very_long_message(house: House) -> None:
    """A message of 4,096 characters is checked as a post, and answers stay within Telegram's limit."""
    seat = house.reader()
    asked = seat.says(("The Rupsha bridge has collapsed at night. " * 98)[:4096])
    answer = seat.wait_for_reply(asked)
    assert "Nasrin Akter" in answer.text


def test_one_endless_word(house: House) -> None:
    """A text without an end is refused with the cure, not searched."""
    seat = house.reader(language_code="en")
    assert house.asks(seat, "x" * 4000).text
    house.quiet()
    assert len(seat.replies) == 1


def test_markup_in_articles_and_names(house: House) -> None:
    """Whatever an article or a reader holds shows letter by letter, and is never markup."""
    seat = house.reader('<b>Rina</b> & "co" <script>', "en")
    answer = house.asks(seat, "is the <b>harbour</b> of Mongla & Payra closed?")
    assert "❓ is the <b>harbour</b> of Mongla & Payra closed?" in answer.text
    assert "“The spokesman Tom <b>Brown</b> said the <script>alert(1)</script> harbour" in answer.text
    assert "Harbour <i>closed</i> & more — A <b>&amp; B, 10 May 2025" in answer.text
