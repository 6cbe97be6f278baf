import json
from datetime import date

from bot_samples import ELON, PESKOV, TALKS, claim, disputed, entry

from bot.jsonout import answer_object, claim_object, line
from retrieval.models import Answer, Position

CLAIM_KEYS = {
    "id", "claimant", "via", "cue", "quote", "start", "end", "context", "said", "origin", "score",
    "confidence", "article",
}  # fmt: skip
ALLOWED = {"reason", "also", "said_precision"}


def test_an_answer_has_the_promised_shape() -> None:
    """The object has the keys of the contract on every level, and the allowed ones beside them."""
    shown = json.loads(line(answer_object(disputed())))
    assert set(shown) == {"question", "language", "outcome", "positions", "timings_ms"}
    for position in shown["positions"]:
        assert set(position) == {"stance", "answer", "origins", "claims"}
        for found in position["claims"]:
            assert set(found) == CLAIM_KEYS | ALLOWED
            assert set(found["claimant"]) == {"id", "name", "name_en", "name_bn", "kind"}
            assert set(found["article"]) == {"id", "path", "title", "publisher", "url", "published"}


def test_further_claims_have_the_same_shape() -> None:
    """What else a claimant said is listed in the same form."""
    first = answer_object(disputed())["positions"][0]["claims"][0]
    assert set(first["also"][0]) == CLAIM_KEYS | ALLOWED


def test_numbers_are_short_and_dates_are_iso() -> None:
    """Scores are rounded; a date is year, month, day; what is unknown is null."""
    dated = entry(claim(PESKOV, "No.", article=TALKS, said=date(2025, 7, 3)), "refutes")
    shown = answer_object(
        Answer("q", "en", "uncontested", (Position("refutes", None, (dated,), 1),), {"all": 1.23456})
    )
    found = shown["positions"][0]["claims"][0]
    assert (found["score"], found["confidence"]) == (0.8765, 0.9124)
    assert (found["said"], found["article"]["published"]) == ("2025-07-03", "2025-07-04")
    assert found["article"]["url"] is None
    assert shown["timings_ms"] == {"all": 1.2}


def test_a_claim_outside_a_question_has_no_side() -> None:
    """`claims --json` gives neither stance nor score, and says which claim it answers."""
    shown = claim_object(claim(ELON, "No.", refers_to="c-2"))
    assert set(shown) == (CLAIM_KEYS - {"score", "confidence"}) | {"refers_to", "said_precision"}


def test_letters_are_written_as_they_are() -> None:
    """Bengali stands in the line as Bengali, half a character never does."""
    assert line({"q": "মাস্ক\ud800"}) == '{"q": "মাস্ক\ufffd"}'
