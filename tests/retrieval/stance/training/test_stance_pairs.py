import random

import pytest

from retrieval.stance.training.families import Asked, Family, Told, read_families
from retrieval.stance.training.pairs import PairMaker, Variation, validation_pairs
from retrieval.stance.training.wraps import turned, wrap

BENGALI = Asked("মন্ত্রী কি পদত্যাগ করেছেন?", "bn", False)
OPPOSITE = Asked("Is the minister still in office?", "en", True)


def told(text: str, stance: str) -> Told:
    return Told(text, "", "en", stance, ("plain",))  # type: ignore[arg-type]


def family(name: str) -> Family:
    claims = (told("He resigned.", "supports"), told("He stays.", "refutes"), told("He sang.", "neutral"))
    return Family(name, "a minister", (BENGALI, OPPOSITE), claims)


def test_opposite_questions_turn_sides() -> None:
    """Who supports a question refutes its opposite; the neutral stay so."""
    pairs = validation_pairs([family("A-1")], 2, seed=1)
    sides = {(pair.question, pair.claim): pair.stance for pair in pairs}
    assert sides["মন্ত্রী কি পদত্যাগ করেছেন", "He resigned."] == "supports"
    assert sides["is the minister still in office", "He resigned."] == "refutes"
    assert sides["is the minister still in office", "He stays."] == "supports"
    assert sides["is the minister still in office", "He sang."] == "neutral"


def test_a_seed_gives_the_same_pairs() -> None:
    """Chance is seeded: the same families give the same epoch."""
    families = [family(f"A-{n}") for n in range(4)]
    first, second = (PairMaker(families, Variation(), 3).epoch() for _ in range(2))
    assert first == second


def test_questions_of_other_events_are_neutral() -> None:
    """A claim of another event takes no side."""
    families = [family(f"A-{n}") for n in range(4)]
    added = [p for p in PairMaker(families, Variation(elsewhere=1.0), 3).epoch() if "other-event" in p.how]
    assert added
    assert {pair.stance for pair in added} == {"neutral"}


@pytest.mark.parametrize(
    ("sign", "opposite", "stance"),
    [(1, False, "supports"), (1, True, "refutes"), (-1, True, "supports"), (0, True, "neutral")],
)
def test_wrapped_claims_turn_with_the_question(sign: int, opposite: bool, stance: str) -> None:
    """A claim made of one question takes the other side of its opposite."""
    assert turned(sign, opposite) == stance


def test_wraps_hold_the_proposition() -> None:
    """A Bengali question becomes a statement inside a wrap; Latin Bengali is left alone."""
    made = [wrap(BENGALI, random.Random(n)) for n in range(30)]  # noqa: S311
    assert {claim.sign for claim in made if claim} == {1, -1, 0}
    assert all("মন্ত্রী" in claim.text and "{" not in claim.text for claim in made if claim)
    assert wrap(Asked("montri ki gese?", "bn-Latn", False), random.Random(1)) is None  # noqa: S311


def test_the_authored_families() -> None:
    """Every family has claims on all three sides, and some are held out."""
    families = read_families()
    assert len({one.id for one in families}) == len(families) > 300
    for one in families:
        assert {claim.stance for claim in one.told} == {"supports", "refutes", "neutral"}
    assert 0.05 < sum(one.held_out for one in families) / len(families) < 0.15
