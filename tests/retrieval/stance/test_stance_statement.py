import pytest

from retrieval.stance.statement import Statement, statement_of


def values(text: str) -> list[float]:
    return [quantity.value for quantity in Statement(text).quantities]


def negated(text: str) -> list[str]:
    statement = Statement(text)
    return [statement.words[at] for at in statement.negations]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("the bridge stands", [0, 0, 0]),
        ("the bridge stands, but the road is gone", [0, 0, 0, 1, 1, 1, 1, 1]),
        ("he said that it rained", [0, 0, 1, 1, 1]),
        ("সেতু আছে। রাস্তা নেই।", [0, 0, 1, 1]),
        ("তিনি বলেন, যে সেতু আছে", [0, 0, 1, 1, 1]),
        ("setu ache kintu rasta nei", [0, 0, 1, 1, 1]),
        ("... , but", [0]),
        ("", []),
    ],
)
def test_clauses(text: str, clauses: list[int]) -> None:
    """Commas, stops and words such as "but" and "যে" part clauses; no clause is empty."""
    assert Statement(text).clauses == clauses


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The bridge collapsed.", 0),
        ("The bridge did not collapse.", 1),
        ("The bridge didn't collapse.", 1),
        ("Neither the bridge nor the road collapsed.", 1),
        ("Nobody said nothing.", 1),
        ("The bridge did not collapse, and the road is not closed.", 2),
        ("সেতু ভেঙে পড়েছে।", 0),
        ("সেতু ভেঙে পড়েনি।", 1),
        ("সেতু ভাঙা হবে না।", 1),
        ("মন্ত্রী বা সচিব কেউই এ কথা বলেননি।", 1),
        ("সেতু ভাঙেনি, রাস্তাও বন্ধ হয়নি।", 2),
        ("তিনি একটি কোম্পানি চেনেন।", 0),
        ("setu venge pore nai", 1),
    ],
)
def test_negation_counts_once_per_clause(text: str, count: int) -> None:
    """কেউই … বলেননি and neither … nor are one negation; তিনি and কোম্পানি are none."""
    assert len(negated(text)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("37 people", [37]),
        ("৩৭ জন", [37]),
        ("thirty people", [30]),
        ("পাঁচজন", [5]),
        ("2 lakh people", [200_000]),
        ("২ লাখ মানুষ", [200_000]),
        ("২ লক্ষ মানুষ", [200_000]),
        ("3 crore taka", [30_000_000]),
        ("৩ কোটি টাকা", [30_000_000]),
        ("3 koti taka", [30_000_000]),
        ("3 million people", [3_000_000]),
        ("৩ মিলিয়ন মানুষ", [3_000_000]),
        ("2,00,000 people and ১৫,০০০ cows", [200_000, 15_000]),
        ("five hundred houses", [500]),
        ("২৪টি ঘর ও ৭টা গরু", [24, 7]),
        ("৫০ হাজার কোটি টাকা", [500_000_000_000]),
        ("no number", []),
    ],
)
def test_numbers(text: str, expected: list[float]) -> None:
    """Digits of both scripts, number words, and lakh, crore and million multiply."""
    assert values(text) == expected


@pytest.mark.parametrize("text", ["in 2022", "২০২২ সালে", "since April 2021", "২০২৪ সালের শেষে"])
def test_years_are_no_quantities(text: str) -> None:
    """A bare number between 1900 and 2100 is a year."""
    assert values(text) == []


@pytest.mark.parametrize("text", ["2022 people", "২০২২ জন", "2000 taka"])
def test_a_number_of_people_is_no_year(text: str) -> None:
    """2022 people are counted, whatever the number looks like."""
    assert len(values(text)) == 1


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("37 people died", ""),
        ("more than 37 people died", "more"),
        ("at least 37 people died", "least"),
        ("fewer than 37 people died", "less"),
        ("up to 37 people died", "most"),
        ("অন্তত ৩৭ জন মারা গেছেন", "least"),
        ("৩৭ এর বেশি মানুষ", "more"),
        ("সর্বোচ্চ ৩৭ জন", "most"),
        ("ontoto 37 jon", "least"),
    ],
)
def test_how_numbers_compare(text: str, relation: str) -> None:
    """More than, at least, less than, at most stand before a number or after it."""
    (quantity,) = Statement(text).quantities
    assert quantity.relation == relation


def test_what_is_counted_stands_beside() -> None:
    """A number knows the two words behind it, by stem and by concept."""
    houses, cows = Statement("500 houses burned, 20 cows died").quantities
    assert "hous" in houses.beside
    assert "cow" in cows.beside
    assert "hous" not in cows.beside
    assert (houses.clause, cows.clause) == (0, 1)


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("they met once", "they met several times"),
        ("they met only once", "they met regularly"),
        ("they rarely met", "they often met"),
        ("তাঁরা একবারই দেখা করেছেন", "তাঁরা একাধিকবার দেখা করেছেন"),
        ("তাঁরা মাত্র একবার কথা বলেছেন", "তাঁরা নিয়মিত কথা বলেন"),
        ("they met twice", "তাঁরা প্রতিদিন দেখা করেন"),
        ("ekbar kotha hoyeche", "niyomito kotha hoy"),
    ],
)
def test_how_often(less: str, more: str) -> None:
    """Frequencies of all three ways of writing lie on one scale."""
    low, high = Statement(less).frequency, Statement(more).frequency
    assert low is not None
    assert high is not None
    assert low < high


def test_never_is_no_frequency() -> None:
    """Never is told apart; a statement without such a word says nothing of how often."""
    assert Statement("they never met").never
    assert Statement("they never met").frequency is None
    assert Statement("they met").frequency is None
    assert not Statement("they met often").never


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Musk met Putin", ["@elon-musk", "@vladimir-putin"]),
        ("মাস্কের সঙ্গে পুতিনের দেখা হয়েছে", ["@elon-musk", "@vladimir-putin"]),
        ("ইলন মাস্ককে নিয়ে কথা", ["@elon-musk"]),
    ],
)
def test_names_of_the_register(text: str, ids: list[str]) -> None:
    """A known name is one unit, in both scripts and with any case ending."""
    named = [unit for unit in Statement(text).units if unit.named]
    assert [min(unit.ids) for unit in named] == ids


def test_units_are_content() -> None:
    """Function words, negations, numbers and words of frequency are no units."""
    units = Statement("he did not often say that 37 elephants would march").units
    assert [unit.word for unit in units] == ["elephants", "march"]


@pytest.mark.parametrize(
    "text",
    ["the trial is under review", "he declined to comment", "সিদ্ধান্ত হয়নি", "বিষয়টি খতিয়ে দেখা হচ্ছে"],
)
def test_undecided(text: str) -> None:
    """Under review, no comment, not decided: the statement leaves it open."""
    assert Statement(text).undecided


@pytest.mark.parametrize("text", ["they demanded his release", "if it rains", "তাঁরা শাস্তির দাবি জানান", "বৃষ্টি হলে"])
def test_unreal(text: str) -> None:
    """What is demanded or supposed is not said to be so."""
    assert Statement(text).unreal


def test_plain_statement_is_neither() -> None:
    """A plain statement is decided and real, denies nothing and calls nothing false."""
    plain = Statement("The bridge collapsed at night.")
    assert not any((plain.undecided, plain.unreal, plain.denials, plain.falsities, plain.never))


def test_statements_are_kept() -> None:
    """A text taken apart once is not taken apart again."""
    assert statement_of("the bridge stands") is statement_of("the bridge stands")
