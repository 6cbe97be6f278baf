import pytest

from retrieval.answers.amounts import Amount, amount_told, counted_in
from retrieval.answers.figures import figures
from retrieval.answers.reading import read
from retrieval.answers.told import Told
from retrieval.asked import asked_of

DEAD = "How many people died in the fire?"


def told(question: str, claim: str, denied: bool = False) -> Told | None:
    asked = asked_of(question)
    assert asked
    return amount_told(counted_in(read(question), asked), read(claim), denied)


def shown(question: str, claim: str) -> str | None:
    found = told(question, claim)
    return found.words if found else None


def amount(claim: str, question: str = DEAD) -> Amount:
    found = told(question, claim)
    assert found
    assert isinstance(found.value, Amount)
    return found.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("৩৭ জন", 37), ("37 people", 37), ("thirty-seven people", 37), ("সাঁইত্রিশ জন", 37),
        ("1 lakh people", 100_000), ("১ লাখ মানুষ", 100_000), ("100,000 people", 100_000),
        ("দেড় লাখ মানুষ", 150_000), ("সাড়ে তিন হাজার মানুষ", 3500), ("২২ লাখ ৭২ হাজার ৯২৪ জন", 2_272_924),
        ("one hundred and twenty people", 120), ("১২০জন", 120), ("1.2 million people", 1_200_000),
    ],
)  # fmt: skip
def test_numbers_in_either_script_and_in_words(text: str, value: float) -> None:
    """Digits, number words, lakh and crore come to one value."""
    (figure,) = figures(read(text))
    assert (figure.low, figure.high, figure.measure) == (value, value, "people")


@pytest.mark.parametrize(
    "text",
    ["in 2013", "on 25 July", "২৫ জুলাই", "২০১৩ সালে", "ward number 9", "৯ নম্বর ওয়ার্ডে", "the 5G network"],
)
def test_dates_and_names_are_no_counts(text: str) -> None:
    """Years, days of a month and the numbers of roads and wards count nothing."""
    assert [figure for figure in figures(read(text)) if figure.measure != "order"] == []


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("At least 37 people died in the fire", "At least 37 people died"),
        ("the fire killed 37 workers and injured 120", "killed 37 workers"),
        ("37 dead, 120 injured in the fire", "37 dead"),
        ("the death toll in the fire rose from 30 to 37", "37"),
        ("120 people were injured and 37 died in the fire", "37 died"),
        ("37 people, including 5 children, died in the fire", "37 people"),
        ("আগুনে ৩৭ জন নিহত ও ১২০ জন আহত হয়েছেন", "৩৭ জন নিহত"),
        ("আগুনে ৫ নারীসহ ৩৭ জনের মৃত্যু হয়েছে", "৩৭ জনের মৃত্যু"),
        ("আগুনে শতাধিক মানুষ নিহত হয়েছেন", "শতাধিক মানুষ নিহত"),
        ("No one died in the fire", "No one died"),
        ("আগুনে কেউ মারা যাননি", "কেউ মারা যাননি"),
    ],
)
def test_the_dead_are_counted_in_the_words_of_the_claim(claim: str, words: str) -> None:
    """The number of those asked for is found, with its bound and what became of them."""
    assert shown(DEAD, claim) == words


@pytest.mark.parametrize(
    "claim",
    [
        "120 people were injured in the fire",
        "The fire in the 12-storey building burned for 5 hours",
        "A 37-year-old man died in the fire",
        "The fire of 25 July killed the owner",
        "The director did not say how many people died in the fire",
        "It is feared that 120 people died in the fire",
        "37 died in the fire in Dhaka and 12 died in the fire in Khulna",
        "আগুনে ১২০ জন আহত হয়েছেন",
    ],
)
def test_numbers_of_something_else_are_no_answer(claim: str) -> None:
    """Injured, storeys, hours, ages, dates, fears, and two counts at once answer nothing."""
    assert told(DEAD, claim) is None


@pytest.mark.parametrize(
    ("question", "claim", "words"),
    [
        ("How many houses burned?", "The fire burned 50 houses and 3 cars", "50 houses"),
        ("কয়টি ঘর পুড়েছে?", "আগুনে ৫০টি ঘর পুড়েছে, আহত ৩ জন", "৫০টি ঘর পুড়েছে"),
        ("How much did the bank fraud cost?", "the bank fraud cost Tk 500 crore", "Tk 500 crore"),
        ("How many passengers did the ferry carry?", "the ferry carried 300 passengers", "300 passengers"),
    ],
)
def test_what_is_counted_is_what_was_asked(question: str, claim: str, words: str) -> None:
    """Houses are counted by the number of houses, money by that of money."""
    assert shown(question, claim) == words


def test_equal_answers_in_two_languages() -> None:
    """37, ৩৭ and thirty-seven are one answer."""
    one = amount("37 people died in the fire")
    assert one.same(amount("আগুনে ৩৭ জন নিহত হয়েছেন"))
    assert one.same(amount("Thirty-seven people died in the fire"))


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("37 died", "120 died", True),
        ("37 died", "At least 30 died", False),
        ("More than 100 died", "120 died", False),
        ("More than 100 died", "37 died", True),
        ("At least 37 died", "120 died", True),
        ("About 40 died", "37 died", False),
        ("30 to 40 people died", "37 died", False),
        ("No one died", "37 died", True),
    ],
)
def test_which_numbers_exclude_each_other(one: str, other: str, clash: bool) -> None:
    """Intervals that do not meet clash, whichever comes first; a bound reaches twice its number."""
    assert amount(one).clashes(amount(other)) is clash
    assert amount(other).clashes(amount(one)) is clash


def test_a_number_that_is_denied() -> None:
    """Who denies that 120 died does not say that 120 died."""
    found = told(DEAD, "120 people died in the fire", denied=True)
    assert found
    assert found.denied
    negated = told(DEAD, "120 people did not die in the fire")
    assert negated
    assert negated.denied
