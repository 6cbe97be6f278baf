"""What is asked in messages and posts, read without a bot."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.limits import Limits
from bot.telegram.posts import questions_in_burst, questions_in_post, tells_language

FULL = "did Musk talk to Putin regularly?"
OTHER = "how many people died when the ferry sank?"


@pytest.mark.parametrize(
    ("parts", "asked"),
    [
        ({1: FULL}, [(FULL, FULL, 1)]),
        ({1: "bhai", 2: FULL}, [(f"bhai {FULL}", FULL, 2)]),
        ({1: FULL, 2: "really?"}, [(f"{FULL} really?", FULL, 2)]),
        ({1: FULL, 2: OTHER}, [(FULL, FULL, 1), (OTHER, OTHER, 2)]),
        ({1: "did", 2: "Musk lie?"}, [("did Musk lie?", "Musk lie?", 2)]),
        ({1: "🙂", 2: "?"}, [("🙂 ?", "🙂", 2)]),
    ],
)
def test_questions_in_a_burst(parts: Mapping[int, str], asked: list[tuple[str, str, int]]) -> None:
    """Lines that cannot stand alone go with their neighbours; each question knows where it ends."""
    found = questions_in_burst(parts)
    assert [(wording.text, wording.core, wording.message) for wording in found] == asked


@given(st.dictionaries(st.integers(1, 99), st.text(max_size=400), min_size=1, max_size=12))
def test_any_burst(parts: dict[int, str]) -> None:
    """There is always a question, whatever was written."""
    found = questions_in_burst(parts)
    assert found
    assert all(wording.message in parts for wording in found)


def test_questions_in_a_post() -> None:
    """A post is asked claim by claim, each once; what says nothing is left out."""
    post = "শিক্ষামন্ত্রী পদত্যাগ করেছেন। ওহ! রূপসা সেতু রাতে ভেঙে পড়েছে। শিক্ষামন্ত্রী পদত্যাগ করেছেন।"
    assert questions_in_post(post) == ["শিক্ষামন্ত্রী পদত্যাগ করেছেন।", "রূপসা সেতু রাতে ভেঙে পড়েছে।"]
    assert questions_in_post("The bridge is closed.") == ["The bridge is closed."]
    assert len(questions_in_post("x" * 9000)[0]) == 4000


@pytest.mark.parametrize(
    ("text", "tells"), [("Musk", True), ("মাস্ক", True), ("2047?", False), ("Путин", False), ("🙂", False)]
)
def test_telling_a_language(text: str, tells: bool) -> None:
    """Bengali and Latin letters tell a language, others do not."""
    assert tells_language(text) == tells


def test_limits() -> None:
    """So many a minute are welcome; one too many is told once a minute, then passed over."""
    now = [0.0]
    limits = Limits(lambda: now[0])
    assert [limits.take("a", 2) for _ in range(4)] == ["welcome", "welcome", "tell", "ignore"]
    assert limits.take("b", 2) == "welcome"
    now[0] = 59.0
    assert limits.take("a", 2) == "ignore"
    now[0] = 60.5
    assert [limits.take("a", 2) for _ in range(3)] == ["welcome", "welcome", "tell"]
    now[0] = 200.0
    limits.forget_idle()
    assert limits.take("a", 1) == "welcome"
