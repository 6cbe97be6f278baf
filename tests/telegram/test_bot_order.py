"""Many chats at once: all are answered, each in its own order."""

from functools import partial

from bot_house import House, Open
from fake_people import Seat

pytest_plugins = ["bot_fixtures"]
BRIDGE = "did the Rupsha bridge collapse?"
FACTORY = "has the steel factory at Bogra closed?"
RESIGN = "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?"


def answered(seat: Seat, times: int) -> bool:
    """Whether the bot wrote so often."""
    return len(seat.replies) == times


def test_many_chats(house: House) -> None:
    """Twenty chats ask three things each at once: every one is answered, in its order, in its own chat."""
    seats = [house.reader(f"R{n}") for n in range(20)]
    for question in (BRIDGE, FACTORY, RESIGN):
        for seat in seats:
            seat.says(f"/check {question}")
    for seat in seats:
        seat.wait_for_reply(holding=RESIGN, timeout=60)
        assert [r.text.split("\n")[0] for r in seat.replies] == [
            f"❓ {BRIDGE}",
            f"❓ {FACTORY}",
            f"❓ {RESIGN}",
        ]
        assert [r.reply_to for r in seat.replies] == [m.id for m in seat.messages if not m.by_bot]


def test_a_mixed_order(house: House) -> None:
    """Questions, commands, presses and edits of one chat take effect in their order."""
    seat = house.reader(language_code="en")
    answer = house.asks(seat, BRIDGE)
    asked = seat.says(FACTORY)
    seat.says("/help")
    seat.presses(answer, "🔔")
    seat.says("/following")
    seat.edits(asked, RESIGN)
    last = seat.says("/privacy")
    seat.wait_for_reply(last, holding="/forgetme erases")
    texts = [reply.text for reply in seat.replies]
    assert "Jamal Sheikh" in texts[0]
    assert texts[1].startswith(f"❓ {RESIGN}")
    assert "/check – look something up" in texts[2]
    assert texts[3].startswith("You follow 1 question.")


def test_asking_too_fast(opens: Open) -> None:
    """Who asks too fast is told so once, in their language; others are served."""
    house = opens(questions_per_minute="3")
    house.bot.start()
    told = {
        "en": "You are asking faster than we can look. Please go on in a minute.",
        "bn": "একটু ধীরে, আমরা খুঁজে কুলাতে পারছি না। এক মিনিট পরে আবার পাঠান।",
    }
    for code, words in told.items():
        seat = house.reader(language_code=code)
        for _ in range(6):
            seat.says(f"/check {BRIDGE}")
        seat.wait_for_reply(holding=words)
        house.telegram.wait_for(partial(answered, seat, 4))
        house.quiet()
        assert [r.text == words for r in seat.replies].count(True) == 1
        assert len(seat.replies) == 4
        assert house.asks(seat, "/help").text
