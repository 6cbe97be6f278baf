"""What readers are told of their own accord: new claims, late answers, claims that were taken back.

The library changes while the bot runs, by the database alone, as moderators change it.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from bot_house import House, Open, library_of
from bot_news import write_article
from conftest import HashingEmbeddings

from retrieval.engine import ClaimEngine
from retrieval.library import Library
from retrieval.schema import PUBLISHED

pytest_plugins = ["bot_fixtures"]
FACTORY = "has the steel factory at Bogra closed?"
BRIDGE = "did the Rupsha bridge collapse?"
RESIGN = "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?"
HARBOUR = "is the harbour of Mongla closed?"
HIDDEN = {  # taken in, and published by the tests
    "denial.en.md": "The union leader Mizan Gazi denied that the steel factory at Bogra had closed.",
    "bakery.en.md": "The old bakery of Jhenaidah has burned down, the fire officer Rokeya Sultana said.",
    "bakery.bn.md": "ঝিনাইদহের পুরোনো বেকারি পুড়ে গেছে বলে জানিয়েছেন ফায়ার কর্মকর্তা রোকেয়া সুলতানা।",
    "mill.en.md": "The jute mill of Daulatpur was sold, its manager Kamal Pasha said.",
}


class Desk:
    """What moderators do to the library."""

    def __init__(self, data: Path, claims: Mapping[str, list[str]]) -> None:
        self._data = data
        self._url = f"sqlite:///{data / 'library.db'}"
        self._claims = claims

    def sets(self, status: str, *words: str) -> None:
        """Another status for the claims that hold some words."""
        found = [i for quote, ids in self._claims.items() if any(w in quote for w in words) for i in ids]
        assert found
        with Library.open(self._url) as library:
            library.set_status(found, status)

    def gives(self, to: str, away_from: str) -> None:
        """The claims of somebody are somebody else's."""
        with closing(sqlite3.connect(self._data / "library.db")) as connection, connection:
            of = "select id from claimants where name_en like ? or name like ? order by id limit 1"
            ids = {name: connection.execute(of, (f"%{name}%",) * 2).fetchone()[0] for name in (to, away_from)}
            connection.execute(
                "update claims set claimant_id = ? where claimant_id = ?", (ids[to], ids[away_from])
            )
        self.sets(PUBLISHED, "37 ", "৩৭ ")

    def removes(self, title: str) -> None:
        """No article of that title any more."""
        with Library.open(self._url) as library:
            library.remove([a.id for a in library.articles() if a.title.startswith(title)])


@pytest.fixture(scope="module")
def prepared(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[str]]]:
    """A library in which some articles wait to be published, and the ids of its claims by their words."""
    folder = tmp_path_factory.mktemp("news")
    shutil.copytree(filled, folder / "data")
    for name, text in HIDDEN.items():
        write_article(folder / "articles", name, name, "Example Times", name.split(".")[1], f"{text}\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("retrieval.engine.SentenceEmbeddings", HashingEmbeddings)
        with library_of(folder / "data") as engine:
            engine.ingest([str(folder / "articles")])
            ids = _ids(engine)
            hidden = [i for quote, found in ids.items() if quote in HIDDEN.values() for i in found]
            assert len(hidden) == len(HIDDEN)
            engine.library.set_status(hidden, "rejected")
            engine.indexes.catch_up()
    return folder / "data", ids


def _ids(engine: ClaimEngine) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for claim in engine.claims():
        ids.setdefault(claim.quote, []).append(claim.id)
    return ids


@pytest.fixture(scope="module")
def house(prepared: tuple[Path, dict[str, list[str]]], opens_for_all: Open) -> Iterator[House]:
    """A bot that looks for news often."""
    house = opens_for_all(prepared[0], news_seconds="0.2", desk_chat="-100777")
    house.telegram.group(-100777, "Desk")
    house.bot.start()
    yield house
    assert house.bot.stop() == 0


@pytest.fixture
def desk(house: House, prepared: tuple[Path, dict[str, list[str]]]) -> Desk:
    """The moderators."""
    return Desk(house.data, prepared[1])


def test_followers(house: House, desk: Desk) -> None:
    """Followers are told of a new claim once, a group once for all its followers, others never."""
    seat, other = house.reader(), house.reader()
    house.asks(seat, f"/follow {FACTORY}")
    house.asks(other, FACTORY)
    group = house.group()
    for member in (house.member(group, "Rina"), house.member(group, "Karim")):
        member.wait_for_reply(member.says(f"/follow {FACTORY}"))
    desk.sets(PUBLISHED, "Mizan Gazi")
    news = seat.wait_for_reply(holding="🔔 New on a question that you follow")
    assert "Mizan Gazi" in news.text
    assert news.labels[0][1] == "🔕 Unfollow"
    group.wait_for_reply(holding="🔔 New on a question that you follow")
    desk.sets("rejected", "Kamal Pasha")  # the library changes again, with nothing new on this
    house.telegram.settle(1.0)
    assert sum("🔔" in r.text for r in seat.replies) == 1
    assert sum("🔔" in r.text for r in group.replies) == 1
    assert not any("🔔" in r.text for r in other.replies)


def test_those_who_wait(house: House, desk: Desk) -> None:
    """Who sent an unanswered question to the moderators is told its answer once, in their language."""
    notes = {
        "has the old bakery of Jhenaidah burned down?": "✉️ There is something now on the question",
        "ঝিনাইদহের পুরোনো বেকারি কি পুড়ে গেছে?": "✉️ মডারেটরদের কাছে পাঠানো আপনার প্রশ্নটি নিয়ে এখন",
    }
    seats = {question: house.reader() for question in notes}
    for question, seat in seats.items():
        nothing = house.asks(seat, question)
        seat.wait_for_notice(seat.presses(nothing, "✉️"))
    desk.sets(PUBLISHED, "bakery of Jhenaidah", "বেকারি")
    for question, seat in seats.items():
        answer = seat.wait_for_reply(holding=notes[question])
        assert answer.reply_to == seat.messages[0].id
        assert "Rokeya Sultana" in answer.text or "রোকেয়া সুলতানা" in answer.text
    desk.sets("rejected", "Kamal Pasha")
    house.telegram.settle(1.0)
    assert all(sum("✉️" in r.text for r in seat.replies) == 1 for seat in seats.values())


def test_a_claim_that_is_taken_back(house: House, desk: Desk) -> None:
    """Everyone who was shown a claim that is rejected is told once; the old answer shows today's."""
    seat, bengali, other = house.reader(), house.reader(), house.reader()
    earlier = house.asks(seat, BRIDGE)
    answer, resign = house.asks(seat, BRIDGE), house.asks(bengali, RESIGN)
    house.asks(other, FACTORY)
    desk.sets("rejected", "Jamal Sheikh", "সোহেল রানা")
    note = seat.wait_for_reply(holding="A claim that you were shown here has been taken back.")
    assert "“The contractor Jamal Sheikh denied that the Rupsha bridge had collapsed.”" in note.text
    assert note.text.endswith(f"Your question: {BRIDGE}")
    assert note.reply_to == answer.id
    assert "Jamal Sheikh" not in seat.wait_for_edit(answer).text
    assert "Jamal Sheikh" not in seat.wait_for_edit(earlier).text
    note = bengali.wait_for_reply(holding="আপনাকে এখানে দেখানো একটি বক্তব্য তুলে নেওয়া হয়েছে।")
    assert note.text.endswith(f"আপনার প্রশ্ন: {RESIGN}")
    assert "সোহেল রানা" not in bengali.wait_for_edit(resign).text
    desk.sets("rejected", "Kamal Pasha")
    house.telegram.settle(1.0)
    assert sum("taken back" in r.text for r in seat.replies) == 1
    assert len(other.replies) == 1


def test_an_article_that_is_gone(house: House, desk: Desk) -> None:
    """Who was shown claims of an article that is removed is told; its answer says that nothing is known."""
    seat = house.reader()
    answer = house.asks(seat, HARBOUR)
    evidence = str(answer.button("🔎").value)
    desk.removes("Harbour")
    seat.wait_for_reply(holding="has been taken back")
    nothing = seat.wait_for_edit(answer)
    assert "Nothing in our news" in nothing.text
    assert nothing.labels == (("✉️ Send to the moderators",),)
    last = seat.messages[-1]
    seat.presses_data(nothing, evidence)
    assert "Nothing in our news" in seat.wait_for_reply(last).text


def test_a_claim_that_is_corrected(house: House, desk: Desk) -> None:
    """Who was shown a claim that turns out to be another's is told whose it is, in their language."""
    english, bengali = house.reader(), house.reader()
    house.asks(english, "did 37 people die when the ferry sank in the Meghna?")
    house.asks(bengali, "মেঘনায় ফেরি ডুবে কতজন মারা গেছেন?")
    desk.gives("Habib Mollah", "Rashed Khan")
    note = english.wait_for_reply(
        holding="2 claims that you were shown here have been corrected. They are by"
    )
    assert "They are by Habib Mollah.\n\n“" in note.text
    assert "“At least 37 people died" in note.text
    bengali.wait_for_reply(holding="২টি বক্তব্যে সংশোধন হয়েছে। কথাগুলো আসলে বলেছে: হাবিব মলাহ (Habib Mollah)")
    house.telegram.settle(0.6)
    assert sum("⚠️" in r.text for r in english.replies) == 1


def test_the_moderators_group(house: House) -> None:
    """The moderators' group hears what readers send and report, never who did."""
    seat = house.reader("Nameless")
    nothing = house.asks(seat, "is the moon made of green cheese?")
    seat.wait_for_notice(seat.presses(nothing, "✉️"))
    answer = house.asks(seat, FACTORY)
    seat.presses(answer, "⚠️")
    seat.presses(seat.wait_for_edit(answer), "missing")
    link = house.asks(seat, "https://example.com/moon")
    seat.wait_for_notice(seat.presses(link, "✉️"))
    house.quiet()
    with house.telegram.world.changed:
        heard = [message.text for message in house.telegram.world.chats[-100777].current]
    assert heard[-3:] == [
        "✉️ একজন পাঠক জানতে চেয়েছেন, আমাদের কাছে কিছু নেই:\nis the moon made of green cheese?",
        f"⚠️ একজন পাঠক জানিয়েছেন: কিছু বাদ পড়েছে\n{FACTORY}",
        "🔗 একজন পাঠক একটি পাতা দিয়েছেন:\nhttps://example.com/moon",
    ]
