"""When, where, who, why and how often: the part of a claim that answers, and what collides."""

from datetime import date

import pytest

from retrieval.answers.moments import Moment, moment_told
from retrieval.answers.names import deed_in, name_told
from retrieval.answers.often import frequency_told
from retrieval.answers.places import place_told
from retrieval.answers.reading import read
from retrieval.answers.reasons import reason_told
from retrieval.answers.told import Told
from retrieval.asked import asked_of

JUNE = date(2025, 6, 1)  # a Sunday
TEST = frozenset({"test", "exam"})


def when(claim: str, published: date | None = JUNE) -> Told:
    found = moment_told(TEST, read(claim), published, False)
    assert found
    return found


def moment(claim: str, published: date | None = JUNE) -> Moment:
    value = when(claim, published).value
    assert isinstance(value, Moment)
    return value


def where(claim: str) -> Told:
    found = place_told(frozenset(), read(claim), False)
    assert found
    return found


def who(question: str, claim: str) -> Told | None:
    asked = asked_of(question)
    assert asked
    return name_told(deed_in(read(question), asked), read(claim), False)


@pytest.mark.parametrize(
    ("claim", "words", "expected"),
    [
        ("The test is on 25 July 2025", "25 July 2025", Moment(2025, 7, 25)),
        ("The test is on July 25", "July 25", Moment(2025, 7, 25)),
        ("The test is on Friday, 25 July at 10am", "Friday, 25 July at 10am", Moment(2025, 7, 25, None, 10)),
        ("পরীক্ষা ২৫ জুলাই সকাল ১০টায় হবে", "২৫ জুলাই সকাল ১০টায়", Moment(2025, 7, 25, None, 10)),
        ("The test will be held on Friday", "Friday", Moment(2025, 6, 6)),
        ("The test was held last Friday", "last Friday", Moment(2025, 5, 30)),
        ("আগামী শুক্রবার পরীক্ষা হবে", "আগামী শুক্রবার", Moment(2025, 6, 6)),
        ("পরীক্ষা গতকাল হয়েছে", "গতকাল", Moment(2025, 5, 31)),
        ("The test was held in 2013", "2013", Moment(2013)),
        ("২০১৩ সালের জুলাইয়ে পরীক্ষা হয়", "২০১৩ সালের জুলাইয়ে", Moment(2013, 7)),
        ("The test is on 1 August instead of 25 July", "1 August", Moment(2025, 8, 1)),
    ],
)
def test_times_as_claims_tell_them(claim: str, words: str, expected: Moment) -> None:
    """Dates, weekdays, years and hours, counted from the article's day where they have to be."""
    found = when(claim)
    assert (found.words, found.value) == (words, expected)


def test_times_that_exclude_each_other() -> None:
    """Only a part that both tell can clash: a month and a day of it do not, nor a weekday and its date."""
    day = moment("The test is on 25 July 2025", None)
    assert not day.clashes(moment("The test is on Friday", None))
    assert day.clashes(moment("The test is on Sunday", None))
    assert not day.clashes(moment("The test is in July", None))
    assert day.clashes(moment("The test is on 1 August"))
    assert day.same(moment("পরীক্ষা ২৫ জুলাই সকাল ১০টায় হবে"))


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("A fire broke out at a factory in Savar on Friday", "Savar"),
        ("A fire broke out in Savar, Dhaka on Friday", "Savar, Dhaka"),
        ("শুক্রবার সাভারে আগুন লাগে", "সাভারে"),
        ("ঢাকার সাভারে আগুন লাগে", "ঢাকার সাভারে"),
        ("সাভারের একটি পোশাক কারখানায় আগুন লাগে", "সাভারের একটি পোশাক কারখানায়"),
    ],
)
def test_places_as_claims_name_them(claim: str, words: str) -> None:
    """A name behind "in", or a known place in the locative."""
    assert where(claim).words == words


@pytest.mark.parametrize(
    ("one", "other", "same", "clash"),
    [
        ("fire in Dhaka", "ঢাকায় আগুন", True, False),
        ("fire in Savar", "fire in Dhaka", False, False),
        ("fire in Khulna", "যশোরে আগুন", False, True),
        ("fire in Dhaka", "fire in Bangladesh", False, False),
        ("fire in Xyzpur", "fire in Dhaka", False, False),
    ],
)
def test_places_that_exclude_each_other(one: str, other: str, same: bool, clash: bool) -> None:
    """Two districts do; a town in its district does not, and of an unknown place nobody can tell."""
    first, second = where(one).value, where(other).value
    assert first.same(second) is same
    assert first.clashes(second) is clash


@pytest.mark.parametrize(
    ("question", "claim", "words"),
    [
        ("Who won the final?", "Bangladesh won the final against Nepal", "Bangladesh"),
        ("Who won the final?", "The final was won by Nepal", "Nepal"),
        ("ফাইনালে কে জিতেছে?", "ফাইনালে নেপালকে হারিয়ে বাংলাদেশ জিতেছে", "বাংলাদেশ"),
        ("Who was arrested?", "Businessman Karim Haider was arrested in Khulna", "Karim Haider"),
        ("Who was arrested?", "Police arrested contractor Delwar Hossain", "Delwar Hossain"),
        ("কাকে গ্রেপ্তার করা হয়েছে?", "ব্যবসায়ী করিম হায়দারকে রোববার গ্রেপ্তার করা হয়েছে", "করিম হায়দার"),
    ],
)
def test_names_by_their_part_in_it(question: str, claim: str, words: str) -> None:
    """Who did it stands before an active verb, to whom it was done behind it, or in the accusative."""
    found = who(question, claim)
    assert found
    assert found.words == words


def test_names_that_exclude_each_other() -> None:
    """Only one side wins a final; two may be arrested. One name in two scripts is one."""
    bangladesh = who("Who won the final?", "Bangladesh won the final")
    nepal = who("Who won the final?", "Nepal won the final")
    karim = who("Who was arrested?", "Karim Haider was arrested")
    delwar = who("Who was arrested?", "Delwar Hossain was arrested")
    bengali = who("কাকে গ্রেপ্তার করা হয়েছে?", "করিম হায়দারকে গ্রেপ্তার করা হয়েছে")
    assert bangladesh
    assert nepal
    assert karim
    assert delwar
    assert bengali
    assert bangladesh.value.clashes(nepal.value)
    assert not karim.value.clashes(delwar.value)
    assert karim.value.same(bengali.value)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("The fire started because of a short circuit, the director said", "a short circuit"),
        ("The bridge fell due to the flood", "the flood"),
        ("শর্টসার্কিটের কারণে আগুন লেগেছে", "শর্টসার্কিটের কারণে"),
    ],
)
def test_reasons_as_claims_give_them(claim: str, words: str) -> None:
    """The clause behind "because", or before কারণে."""
    found = reason_told(read(claim), False)
    assert found
    assert found.words == words
    assert not found.denied


def test_two_reasons_are_no_dispute() -> None:
    """A thing may have two reasons; who denies one stands against it."""
    flood = reason_told(read("The bridge fell because of the flood"), False)
    truck = reason_told(read("The bridge fell because of a truck"), False)
    denied = reason_told(read("The bridge did not fall, but it was not because of the flood"), False)
    assert flood
    assert truck
    assert denied
    assert not flood.value.clashes(truck.value)
    assert denied.denied
    assert denied.value.same(flood.value)


def test_how_often() -> None:
    """Once and regularly exclude each other, several times and regularly do not; a negated one is denied."""
    once = frequency_told(read("Putin spoke to Musk only once"), False)
    often = frequency_told(read("They were in regular contact"), False)
    several = frequency_told(read("তাঁদের কয়েকবার কথা হয়েছে"), False)
    never = frequency_told(read("They did not talk regularly"), False)
    assert once
    assert often
    assert several
    assert never
    assert once.words == "only once"
    assert once.value.clashes(often.value)
    assert not several.value.clashes(often.value)
    assert never.denied
