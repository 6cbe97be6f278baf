"""Open questions through the whole engine: positions by answer, disputes, silence."""

from pathlib import Path

import pytest
from stories import article

from bot.jsonout import answer_object
from retrieval.engine import ClaimEngine
from retrieval.models import Answer

FIRE = """
At least 37 people died in the Tongi factory fire, police superintendent Nasrin Akter said.

More than 100 people were killed in the Tongi factory fire, opposition leader Rafiq Talukder claimed.

Hospital director Salma Begum said 37 people died in the Tongi factory fire and 60 were injured.

Mayor Karim Haider denied that 120 people had died in the Tongi factory fire.

The Tongi factory fire started because of a short circuit, engineer Jamal Sheikh said. Worker Kamal
Hossain said the Tongi factory fire started due to a gas leak.
"""
FIRE_BN = """
টঙ্গীর কারখানার আগুনে ৩৭ জন নিহত ও ৫২ জন আহত হয়েছেন বলে জানিয়েছেন চিকিৎসক রাশেদ খান।

ঠিকাদার হাবিব মোল্লা দাবি করেন, টঙ্গীর কারখানার আগুনে ১২০ জন মারা গেছেন।
"""
EXAM = """
The nursing admission test will be held on 25 July, education secretary Lata Banu said.

The nursing admission test will be held on Friday, 25 July at 10am, spokesman Farid Alam said.
"""
FINAL = """
Bangladesh won the carrom final against Nepal, federation president Tareq Hasan said.

Nepal won the carrom final, the writer Mitali Sen said.
"""
ALL = {
    "fire.md": article("Fire in Tongi", "https://example.org/fire", "en", FIRE),
    "fire.bn.md": article("টঙ্গীতে আগুন", "https://example.org/agun", "bn", FIRE_BN),
    "exam.md": article("Admission test", "https://example.org/exam", "en", EXAM),
    "final.md": article("Carrom", "https://example.org/final", "en", FINAL),
}


@pytest.fixture
def filled(engine: ClaimEngine, tmp_path: Path) -> ClaimEngine:
    """An engine over the articles above."""
    for name, text in ALL.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    engine.ingest([str(tmp_path / name) for name in ALL])
    return engine


def answers(answer: Answer) -> dict[str | None, set[str]]:
    """Who gives which answer."""
    return {p.answer: {entry.claim.claimant.name for entry in p.entries} for p in answer.positions}


def test_each_answer_is_a_position(filled: ClaimEngine) -> None:
    """The dead are counted by answer, the injured not at all; 37 and more than 100 are a dispute."""
    answer = filled.ask("How many people died in the Tongi factory fire?")
    told = answers(answer)
    assert answer.outcome == "disputed"
    assert {"Salma Begum", "রাশেদ খান"} <= told["37 people died"]
    assert told["More than 100 people were killed"] == {"Rafiq Talukder"}
    assert told["At least 37 people died"] == {"Nasrin Akter"}
    assert {position.stance for position in answer.positions} == {"neutral"}
    assert answer.open


@pytest.mark.parametrize(
    "asked", ["টঙ্গীর কারখানার আগুনে কতজন মারা গেছেন?", "tongir karkhanar agune koto jon mara gechen?"]
)
def test_answers_are_told_in_words_of_the_readers_language(filled: ClaimEngine, asked: str) -> None:
    """A Bengali reader gets the Bengali words of an answer that claims in both languages give."""
    told = answers(filled.ask(asked))
    assert "রাশেদ খান" in told["৩৭ জন নিহত"]
    assert told["১২০ জন মারা গেছেন"] == {"হাবিব মোল্লা"}


def test_the_words_of_an_answer_are_the_claims(filled: ClaimEngine) -> None:
    """No answer is a generated sentence: each stands word for word in one of its claims."""
    for position in filled.ask("How many people died in the Tongi factory fire?").positions:
        quotes = [e.claim.quote for first in position.entries for e in (first, *first.also)]
        assert position.answer is None or any(position.answer in quote for quote in quotes)


def test_a_denied_number_is_no_answer(filled: ClaimEngine) -> None:
    """Who denies that 120 died is shown, and gives no answer."""
    told = answers(filled.ask("How many people died in the Tongi factory fire?"))
    assert "Karim Haider" in told[None]


def test_one_day_told_in_two_ways(filled: ClaimEngine) -> None:
    """25 July, and Friday, 25 July at 10am, are one answer."""
    answer = filled.ask("When will the nursing admission test be held?")
    assert answer.outcome == "uncontested"
    assert [len(position.entries) for position in answer.positions] == [2]


def test_two_winners_are_a_dispute(filled: ClaimEngine) -> None:
    """Only one side wins a final."""
    answer = filled.ask("Who won the carrom final?")
    assert answer.outcome == "disputed"
    assert answers(answer) == {"Bangladesh": {"Tareq Hasan"}, "Nepal": {"Mitali Sen"}}


def test_two_reasons_are_two_answers_and_no_dispute(filled: ClaimEngine) -> None:
    """A short circuit and a gas leak do not exclude each other."""
    answer = filled.ask("Why did the Tongi factory fire start?")
    assert answer.outcome == "uncontested"
    assert answers(answer).keys() == {"a short circuit", "a gas leak"}


def test_who_said_so_is_answered_by_the_claimants(filled: ClaimEngine) -> None:
    """Who said it are those who claim it; none of them contradicts another."""
    answer = filled.ask("Who said that Nepal won the carrom final?")
    assert answer.outcome == "uncontested"
    assert "Mitali Sen" in answers(answer)


def test_nothing_known_stays_unanswered(filled: ClaimEngine) -> None:
    """An open question about what no article speaks of has no positions."""
    answer = filled.ask("How many people died in the Norway avalanche?")
    assert (answer.outcome, answer.positions) == ("unanswered", ())


def test_the_json_of_an_open_question(filled: ClaimEngine) -> None:
    """In JSON a position of an open question is neutral, with its answer as text."""
    written = answer_object(filled.ask("Who won the carrom final?"))
    positions = {(position["stance"], position["answer"]) for position in written["positions"]}
    assert positions == {("neutral", "Bangladesh"), ("neutral", "Nepal")}


def test_a_number_put_up_is_judged_by_sides(filled: ClaimEngine) -> None:
    """Whether 37 died is a question of yes and no."""
    answer = filled.ask("Did 37 people die in the Tongi factory fire?")
    assert not answer.open
    assert {position.answer for position in answer.positions} == {None}
    assert {"supports", "refutes"} <= {position.stance for position in answer.positions}


def test_a_negated_question_is_not_answered_by_its_opposite(filled: ClaimEngine) -> None:
    """How many did not die is not answered by how many did."""
    answer = filled.ask("How many people did not die in the Tongi factory fire?")
    assert {position.answer for position in answer.positions} <= {None}


def test_another_figure_is_no_denial(filled: ClaimEngine) -> None:
    """Who denied it is who denied it, not who gives another number."""
    answer = filled.ask("Who denied that 120 people died in the Tongi factory fire?")
    assert {position.answer for position in answer.positions} <= {"Karim Haider", None}
