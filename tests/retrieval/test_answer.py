from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from stories import article, people, shown, stories_of

from retrieval.engine import ClaimEngine
from retrieval.errors import BadQuestion
from retrieval.models import Answer, Position, Stance

pytest_plugins = ["newsroom"]
FIRST = ("Abul", "Babul", "Kamal", "Rafiq", "Tareq", "Hasan", "Nasir", "Faruk")
LAST = ("Sarkar", "Mondal", "Talukder", "Bhuiyan", "Biswas")


def side(answer: Answer, stance: Stance) -> Position:
    (position,) = [position for position in answer.positions if position.stance == stance]
    return position


def test_two_sides_face_to_face(newsroom: ClaimEngine) -> None:
    """Who says it and who denies it stand on two sides, in that order, and the answer is disputed."""
    answer = newsroom.ask("Did the Rupsha bridge collapse?")
    assert (answer.outcome, answer.language) == ("disputed", "en")
    assert [position.stance for position in answer.positions] == ["supports", "refutes"]
    assert {"Karim Haider", "Nasrin Akter", "Selina Parvin"} <= people(answer, "supports")
    assert "জামাল শেখ" in people(answer, "refutes")  # one man in both scripts, named as first written
    assert {p.answer for p in answer.positions} == {None}


@pytest.mark.parametrize(
    "asked",
    [
        "শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?",
        "ভাই শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?",
        "Did the education minister resign?",
        "shikkhamontri ki podotyag korechen?",
    ],
)
def test_one_answer_in_three_ways_of_asking(newsroom: ClaimEngine, asked: str) -> None:
    """However it is asked, the same people stand on the same sides."""
    answer = newsroom.ask(asked)
    assert answer.outcome == "disputed"
    assert people(answer, "supports") == {"লতা বানু"}
    assert people(answer, "refutes") == {"সোহেল রানা"}
    assert answer.question == asked


@pytest.mark.parametrize("many", [1, 40])
def test_one_denial_is_seen_however_many_say_it(engine: ClaimEngine, tmp_path: Path, many: int) -> None:
    """A side with one claim is shown beside a side with forty."""
    names = [f"{first} {last}" for first in FIRST for last in LAST][:many]
    lines = [f"The contractor {name} said the old bridge over the river had collapsed." for name in names]
    lines.append("The engineer Salma Begum denied that the old bridge over the river had collapsed.")
    file = tmp_path / "many.md"
    file.write_text(article("Bridge", "https://example.org/many", "en", "\n\n".join(lines)), encoding="utf-8")
    engine.ingest([str(file)])
    answer = engine.ask("Did the old bridge over the river collapse?")
    assert [(p.stance, len(p.entries)) for p in answer.positions] == [("supports", many), ("refutes", 1)]
    assert people(answer, "refutes") == {"Salma Begum"}


def test_one_entry_per_claimant(newsroom: ClaimEngine) -> None:
    """Nobody stands twice on one side: what else they said stands under their entry."""
    answer = newsroom.ask("Did the Rupsha bridge collapse?")
    for position in answer.positions:
        ids = Counter(entry.claim.claimant.id for entry in position.entries)
        assert max(ids.values()) == 1
    (nasrin,) = [e for e in side(answer, "supports").entries if e.claim.claimant.name == "Nasrin Akter"]
    (further,) = nasrin.also
    assert further.claim.claimant == nasrin.claim.claimant
    assert further.claim.id != nasrin.claim.id
    assert further.score <= nasrin.score
    claims = [claim.id for _, claim in shown(answer)]
    assert len(claims) == len(set(claims))


def test_copies_are_one_origin(newsroom: ClaimEngine) -> None:
    """Copies of one address, followed or not by what trackers add, count once."""
    position = side(newsroom.ask("Did the Rupsha bridge collapse?"), "supports")
    claims = [e.claim for first in position.entries for e in (first, *first.also)]
    addresses = {claim.article.url for claim in claims}
    assert len({claim.article.id for claim in claims}) == 3
    assert len(addresses) == 3
    assert position.origins == len({claim.origin for claim in claims}) == 2


def test_unnamed_sources_of_one_story_are_one(newsroom: ClaimEngine) -> None:
    """Two retellings of one story, in two languages, quote the same unnamed officials."""
    position = side(newsroom.ask("Did the ferry carry 300 passengers?"), "supports")
    (entry,) = position.entries
    assert entry.claim.claimant.kind == "unnamed"
    assert {entry.claim.language, *(more.claim.language for more in entry.also)} == {"bn", "en"}
    assert position.origins == 1


def test_unnamed_sources_of_two_stories_are_two(newsroom: ClaimEngine) -> None:
    """Nobody knows whether "two officials" here and there are the same: they are never merged."""
    position = side(newsroom.ask("Did the steel factory at Bogra close?"), "supports")
    assert [entry.claim.claimant.kind for entry in position.entries] == ["unnamed", "unnamed"]
    assert [entry.also for entry in position.entries] == [(), ()]
    assert position.origins == 2


def test_denial_of_an_earlier_claim(newsroom: ClaimEngine) -> None:
    """Who denies "that account" stands against it, with what is denied as context."""
    answer = newsroom.ask("Did the mayor admit bribing judges?")
    assert answer.outcome == "disputed"
    assert people(answer, "supports") == {"Mitali Sen"}
    denial = side(answer, "refutes").entries[0].claim
    assert denial.cue == "deny"
    assert "admitted bribing judges" in denial.context
    assert denial.refers_to == side(answer, "supports").entries[0].claim.id


def test_once_is_not_regularly(newsroom: ClaimEngine) -> None:
    """Who says "only once" stands against those who say "regularly" and "several times"."""
    answer = newsroom.ask("Did the chairman meet the mayor regularly?")
    assert people(answer, "refutes") == {"Farid Alam"}
    assert len(side(answer, "supports").entries) == 2


@pytest.mark.parametrize(
    ("asked", "sides"),
    [("Did 37 people die on the ferry?", "supports"), ("Did 12 people die on the ferry?", "refutes")],
)
def test_another_figure_is_another_side(newsroom: ClaimEngine, asked: str, sides: Stance) -> None:
    """The police officer's 37 speaks for 37 and against 12."""
    answer = newsroom.ask(asked)
    assert answer.outcome == "disputed"
    assert {"Rashed Khan", "রাশেদ খান"} & people(answer, sides)
    assert "Habib Mollah" not in people(answer, sides)


@pytest.mark.parametrize(
    "asked",
    [
        "Did a cat win the election?",
        "Did the gas pipeline explode in Norway?",
        "ক্রিকেট দল কি বিশ্বকাপ জিতেছে?",
        "biralti ki gache uthechilo?",
        "is it true?",
        "ভাই এটা কি সত্যি?",
    ],
)
def test_nothing_known_is_unanswered(newsroom: ClaimEngine, asked: str) -> None:
    """Where no article speaks of what was asked there are no positions."""
    answer = newsroom.ask(asked)
    assert (answer.outcome, answer.positions) == ("unanswered", ())


def test_only_articles_that_speak_of_it(newsroom: ClaimEngine) -> None:
    """An answer shows no claim of a story that nobody asked about."""
    for asked, story in {
        "Did the Rupsha bridge collapse?": "bridge",
        "Did the ferry sink?": "ferry",
        "Is the gas pipeline closed?": "pipeline",
        "পেঁয়াজের দাম কি বেড়েছে?": "onions",
    }.items():
        assert set(stories_of([claim for _, claim in shown(newsroom.ask(asked))])) == {story}


def test_neutral_claims_speak_of_what_was_asked(newsroom: ClaimEngine) -> None:
    """That it is undecided is worth showing; that trucks fell into the river is not."""
    answer = newsroom.ask("শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?")
    assert people(answer, "neutral") == {"হাসান মাহমুদ"}
    bridge = newsroom.ask("Did the Rupsha bridge collapse?")
    assert not any("trucks" in claim.quote for _, claim in shown(bridge))


@pytest.mark.parametrize("top", [1, 2])
def test_top_cuts_each_side(newsroom: ClaimEngine, top: int) -> None:
    """With ``top`` each side keeps so many claimants, the best, and no side is lost."""
    asked = "Did the Rupsha bridge collapse?"
    all_of_it, cut = newsroom.ask(asked), newsroom.ask(asked, top)
    assert [p.stance for p in cut.positions] == [p.stance for p in all_of_it.positions]
    for whole, part in zip(all_of_it.positions, cut.positions, strict=True):
        assert part.entries == whole.entries[:top]
    assert cut.outcome == "disputed"


def test_one_side_is_uncontested(newsroom: ClaimEngine) -> None:
    """Where nobody says the contrary the answer says so."""
    answer = newsroom.ask("Is the gas pipeline closed?")
    assert answer.outcome == "uncontested"
    assert people(answer, "supports") == {"Dmitry Peskov"}


def test_scores_and_confidences_are_shares(newsroom: ClaimEngine) -> None:
    """Scores and confidences lie between 0 and 1, and every judgement has its reason."""
    for position in newsroom.ask("শিক্ষামন্ত্রী কি পদত্যাগ করেছেন?").positions:
        for entry in position.entries:
            assert 0 < entry.score <= 1
            assert 0 <= entry.judgement.confidence <= 1
            assert entry.judgement.stance == position.stance
            assert entry.judgement.reason


def test_times_are_told(newsroom: ClaimEngine) -> None:
    """Every step has its milliseconds, and they add up to no more than the total."""
    for asked in ("Did the ferry sink?", "Did a cat win the election?"):
        times = newsroom.ask(asked).timings_ms
        assert list(times) == ["understand", "search", "relevance", "stance", "total"]
        assert min(times.values()) >= 0
        assert sum(ms for step, ms in times.items() if step != "total") <= times["total"] + 0.1


def test_a_question_that_cannot_be_asked(newsroom: ClaimEngine) -> None:
    """A question of one character is refused by name of what to do."""
    with pytest.raises(BadQuestion, match="write a few words"):
        newsroom.ask("x")


def test_empty_library_is_silent(open_engine: Callable[..., ClaimEngine]) -> None:
    """Without articles every question is unanswered."""
    assert open_engine().ask("Did the ferry sink?").outcome == "unanswered"
