"""A moderator's correction of a stance: the last word, for one claim and one question."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from stories import article

from retrieval.engine import ClaimEngine
from retrieval.errors import BadInput, BadQuestion, NotFound
from retrieval.models import Answer, Entry

TEXT = """
The Kumar bridge has collapsed, Transport Minister Karim Haider said.

The contractor Jamal Sheikh denied that the Kumar bridge had collapsed.

The baker Habib Mollah said flour had become dearer.

At least 37 people died at the Kumar bridge, police officer Rashed Khan said.
"""
ASKED = "Did the Kumar bridge collapse?"
OPEN = "How many people died at the Kumar bridge?"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.md"
    path.write_text(article("Bridge", "https://example.org/kumar", "en", TEXT), encoding="utf-8")
    return path


@pytest.fixture
def filled(engine: ClaimEngine, file: Path) -> ClaimEngine:
    engine.ingest([str(file)])
    return engine


def claim_of(engine: ClaimEngine, name: str) -> str:
    (found,) = [claim.id for claim in engine.library.claims() if claim.claimant.name == name]
    return found


def sides(answer: Answer) -> dict[str, str]:
    """The side of each claimant."""
    return {entry.claim.claimant.name: p.stance for p in answer.positions for entry in p.entries}


def entry_of(answer: Answer, name: str) -> Entry:
    (found,) = [e for p in answer.positions for e in p.entries if e.claim.claimant.name == name]
    return found


def correct(engine: ClaimEngine, name: str = "Karim Haider", asked: str = ASKED, **changes: Any) -> str:
    claim = claim_of(engine, name)
    values: dict[str, Any] = {"stance": "refutes", "by": "mod-1", "reason": "he spoke of another bridge"}
    engine.correct_stance(asked, claim, **{**values, **changes})
    return claim


def test_a_correction_wins(filled: ClaimEngine) -> None:
    """The corrected side is shown with full confidence and the moderator's reason, at once."""
    assert sides(filled.ask(ASKED))["Karim Haider"] == "supports"
    correct(filled)
    answer = filled.ask(ASKED)
    assert sides(answer)["Karim Haider"] == "refutes"
    judgement = entry_of(answer, "Karim Haider").judgement
    assert judgement.confidence == 1.0
    assert judgement.reason == "corrected by a moderator: he spoke of another bridge"


@pytest.mark.parametrize(
    "asked", ["hi, did the KUMAR bridge collapse??", "is it true that did the Kumar bridge collapse"]
)
def test_it_holds_for_the_question_however_it_is_typed(filled: ClaimEngine, asked: str) -> None:
    """Other chat, case and punctuation make no other question."""
    correct(filled)
    assert sides(filled.ask(asked))["Karim Haider"] == "refutes"


def test_it_holds_for_no_other_question(filled: ClaimEngine) -> None:
    """Of another question the judge decides."""
    correct(filled)
    assert sides(filled.ask("Has the Kumar bridge collapsed?"))["Karim Haider"] == "supports"


def test_a_claim_that_nobody_found_is_put_into_the_answer(filled: ClaimEngine) -> None:
    """A claim that the search leaves out is shown on the side that a moderator gives it."""
    assert "Habib Mollah" not in sides(filled.ask(ASKED))
    correct(filled, "Habib Mollah", stance="supports", reason="no lorry comes any more")
    assert sides(filled.ask(ASKED))["Habib Mollah"] == "supports"


def test_the_newest_word_holds_and_nothing_is_forgotten(filled: ClaimEngine) -> None:
    """Corrected twice the second holds; withdrawn the judge decides; each step stays on record."""
    claim = correct(filled)
    correct(filled, stance="neutral", by="mod-2", reason="he did not say which")
    assert "Karim Haider" not in {n for n, side in sides(filled.ask(ASKED)).items() if side != "neutral"}
    assert [made.by for made in filled.stance_corrections(ASKED)] == ["mod-2"]
    filled.withdraw_stance_correction(ASKED, claim, by="mod-1", reason="asked the author")
    assert sides(filled.ask(ASKED))["Karim Haider"] == "supports"
    assert filled.stance_corrections() == []
    steps = filled.stance_corrections(ASKED, history=True)
    assert [(made.stance, made.by) for made in steps] == [
        ("refutes", "mod-1"), ("neutral", "mod-2"), (None, "mod-1"),
    ]  # fmt: skip
    assert all(made.claim_id == claim and made.question == ASKED for made in steps)
    assert all(abs((datetime.now(UTC) - made.at).total_seconds()) < 60 for made in steps)


def test_it_outlives_the_machine(filled: ClaimEngine, file: Path) -> None:
    """Changed articles, new indexes, even a claim that is gone for a while: the correction holds."""
    correct(filled)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("The Kumar bridge has collapsed", "It rained"), encoding="utf-8")
    filled.ingest([str(file)])
    assert "Karim Haider" not in sides(filled.ask(ASKED))
    file.write_text(text + "\nIt rained.\n", encoding="utf-8")
    filled.ingest([str(file)])
    filled.reindex()
    assert sides(filled.ask(ASKED))["Karim Haider"] == "refutes"


def test_it_outlives_the_process(open_engine: Callable[..., ClaimEngine], file: Path) -> None:
    """Another process finds it again."""
    engine = open_engine()
    engine.ingest([str(file)])
    correct(engine)
    engine.close()
    assert sides(open_engine().ask(ASKED))["Karim Haider"] == "refutes"


def test_a_removed_claim_is_not_shown(filled: ClaimEngine) -> None:
    """A correction brings back no claim that the library does not hold."""
    correct(filled)
    filled.library.remove([filled.library.articles()[0].id])
    assert filled.ask(ASKED).positions == ()


def test_an_answer_is_corrected(filled: ClaimEngine) -> None:
    """In an open question a moderator says what a claim answers, or that it answers nothing."""
    assert [position.answer for position in filled.ask(OPEN).positions] == ["At least 37 people died"]
    correct(filled, "Rashed Khan", OPEN, stance="neutral", answer="37", reason="the text says 37 now")
    correct(filled, "Karim Haider", OPEN, stance="neutral", answer="120", reason="from the minutes")
    answer = filled.ask(OPEN)
    assert {position.answer for position in answer.positions} == {"37", "120"}
    assert answer.outcome == "disputed"
    correct(filled, "Rashed Khan", OPEN, stance="neutral", reason="he meant another bridge")
    assert "37" not in {position.answer for position in filled.ask(OPEN).positions}


@pytest.mark.parametrize(
    ("asked", "changes", "sentence"),
    [
        (ASKED, {"reason": " "}, "needs 'reason' as plain text"),
        (ASKED, {"by": ""}, "needs 'by' as plain text"),
        (ASKED, {"reason": "half \ud83d"}, "needs 'reason' as plain text"),
        (ASKED, {"stance": "true"}, "'true' is no stance; give one of supports, refutes, neutral"),
        (ASKED, {"answer": "37"}, "answered with yes or no; give a stance"),
        (OPEN, {}, "has no yes and no"),
        (OPEN, {"stance": "neutral", "answer": " "}, "is no answer"),
    ],
)
def test_a_correction_that_cannot_hold(
    filled: ClaimEngine, asked: str, changes: dict[str, Any], sentence: str
) -> None:
    """What says nothing, or does not fit the question, is refused in one sentence, and not stored."""
    with pytest.raises(BadInput, match=sentence):
        correct(filled, asked=asked, **changes)
    assert filled.stance_corrections(history=True) == []


def test_what_is_not_there_cannot_be_corrected(filled: ClaimEngine) -> None:
    """A claim that does not exist, a question of nothing, a correction that nobody made."""
    with pytest.raises(NotFound, match="no claim c-none"):
        filled.correct_stance(ASKED, "c-none", "refutes", by="m", reason="r")
    with pytest.raises(BadQuestion):
        filled.correct_stance("?", claim_of(filled, "Karim Haider"), "refutes", by="m", reason="r")
    with pytest.raises(NotFound, match="No correction holds"):
        filled.withdraw_stance_correction(ASKED, claim_of(filled, "Karim Haider"), by="m", reason="r")
