"""Inline mode: a question in any chat, and what is known on it to pick from."""

import pytest
from bot_house import House

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"
RESIGN = "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?"


@pytest.mark.parametrize(
    ("question", "title", "described", "one"),
    [
        (BRIDGE, "The sides face to face", "Sources contradict each other", "Jamal Sheikh · Deny it"),
        (RESIGN, "দুই পক্ষ মুখোমুখি", "সূত্রগুলোর কথা মিলছে না", "সোহেল রানা · বিপক্ষে"),
    ],
)
def test_results(house: House, question: str, title: str, described: str, one: str) -> None:
    """The whole answer is offered first, then each claimant's words; what is picked is sent as it is."""
    seat = house.reader()
    elsewhere = house.telegram.elsewhere(seat.user)
    query = elsewhere.inline(question)
    results = elsewhere.wait_for_results(query)
    assert results[0]["title"] == title
    assert results[0]["description"].startswith(described)
    assert one in [result["title"] for result in results]
    whole = elsewhere.chooses(query, title)
    assert whole.text == house.asks(seat, question).text
    alone = elsewhere.chooses(query, one)
    assert alone.text.startswith(f"❓ {question}")
    assert alone.text.count("“") == 1
    assert alone.text.endswith("2025") or alone.text.endswith("২০২৫")


@pytest.mark.parametrize(
    ("code", "nothing", "opening"),
    [("en", "Nothing found", "Open the bot"), ("bn", "কিছু পাওয়া যায়নি", "বট খুলুন")],
)
def test_nothing_to_offer(house: House, code: str, nothing: str, opening: str) -> None:
    """An empty query offers the bot; an unknown one says that nothing was found."""
    seat = house.reader(language_code=code)
    there = house.telegram.elsewhere(seat.user)
    for text in ("", "   ", "🙂"):
        query = there.inline(text)
        assert there.wait_for_results(query) == []
        assert (query.answer or {})["button"]["text"] == opening
    unknown = "is the moon made of green cheese?" if code == "en" else "চাঁদ কি সবুজ পনির দিয়ে তৈরি?"
    query = there.inline(unknown)
    assert there.wait_for_results(query) == []
    assert (query.answer or {})["button"]["text"] == nothing


def test_in_a_chat_with_the_bot(house: House) -> None:
    """What is sent through the bot into a chat where it is, is no question to it."""
    seat = house.reader()
    query = seat.inline(BRIDGE)
    seat.wait_for_results(query)
    seat.chooses(query, "all")
    house.quiet()
    assert seat.replies == []
