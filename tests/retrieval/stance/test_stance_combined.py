"""How the two judges are weighed, with a learned judge that says what the test wants."""

from collections.abc import Sequence

import numpy as np

from retrieval.stance import judge_text
from retrieval.stance.combined import CombinedJudge, Mix, project_mix
from retrieval.stance.judge import ClaimText, RuleJudge
from retrieval.stance.learned import LearnedJudge, Logits

QUESTION = "did the dam burst"
EVEN = Mix(1.0, 0.6, 0.9)


class Saying(LearnedJudge):
    """Says the same of every claim; counts how often it was asked."""

    def __init__(self, *logits: float) -> None:
        super().__init__()
        self._said, self.asked = logits, 0

    def logits(self, question: str, claims: Sequence[ClaimText]) -> Logits:
        """The same logits for each."""
        del question
        self.asked += 1
        return np.array([self._said] * len(claims), np.float32).reshape(-1, 3)


def combined(*logits: float, mix: Mix = EVEN) -> CombinedJudge:
    return CombinedJudge(RuleJudge(), Saying(*logits), mix)


def test_the_rules_explain_where_they_agree() -> None:
    """A moderator reads the rules' reason where they reach the same side, else that it was read so."""
    (burst,) = combined(4, 0, 0).judge_all(QUESTION, [ClaimText("The dam burst.")])
    assert (burst.stance, burst.reason) == ("supports", "says the same")
    (away,) = combined(0, 4, 0).judge_all(QUESTION, [AWAY])
    assert (away.stance, away.reason) == ("refutes", "reads as a no (learned judge, 0.96)")


AWAY = ClaimText("Every drop is still behind the wall.")


def test_too_unsure_is_neutral_and_says_so() -> None:
    """Below the threshold no side is taken, and the reason tells which it would have been."""
    (unsure,) = combined(0, 0.5, 0).judge_all(QUESTION, [AWAY])
    assert unsure.stance == "neutral"
    assert "too unsure for a side: reads as a no" in unsure.reason


def test_rules_stand_until_the_contrary_is_sure() -> None:
    """A side by the rules falls only to a sure reading of the contrary, and then no side is taken."""
    claim = ClaimText("The dam burst.")
    assert combined(0, 1, 0).judge_all(QUESTION, [claim])[0].stance == "supports"
    (stopped,) = combined(0, 5, 0).judge_all(QUESTION, [claim])
    assert stopped.stance == "neutral"
    assert stopped.reason == "says the same; but reads as a no (learned judge, 0.99): no side"


def test_what_is_open_stays_neutral() -> None:
    """Where the rules find a matter left open, or another person, no reading takes a side."""
    asked = ClaimText("The mayor should see that the dam never burst.")
    assert combined(9, 0, 0).judge_all(QUESTION, [asked])[0].stance == "neutral"
    other = ClaimText("Zelensky visited Dhaka.")
    assert combined(9, 0, 0).judge_all("did Putin visit Dhaka", [other])[0].stance == "neutral"


def test_a_denial_turns_what_it_denies() -> None:
    """A denial takes the side of the denied claim turned round; if that has none, its own."""
    said = ClaimText("The dam burst.")
    denial = ClaimText("He denied that.", cue="deny", denied=said)
    (refuting,) = combined(4, 0, 0).judge_all(QUESTION, [denial])
    assert (refuting.stance, refuting.reason) == ("refutes", "denies what was said before; says the same")
    elsewhere = ClaimText("He denied that.", cue="deny", denied=ClaimText("It rained."))
    (own,) = combined(0, 0, 4).judge_all(QUESTION, [elsewhere])
    assert own.stance == "neutral"


def test_only_a_denial_turns() -> None:
    """A claim that points at another without denying it is judged by its own words."""
    echo = ClaimText("He confirmed that.", cue="confirm", denied=ClaimText("The dam burst."))
    assert combined(4, 0, 0).judge_all(QUESTION, [echo])[0].stance == "supports"


def test_all_claims_are_read_in_one_batch() -> None:
    """The network runs once for all claims and the claims that they deny; no claims, no run."""
    saying = Saying(4, 0, 0)
    judge = CombinedJudge(RuleJudge(), saying, EVEN)
    denial = ClaimText("No.", cue="deny", denied=ClaimText("The dam burst."))
    assert len(judge.judge_all(QUESTION, [denial, ClaimText("It rained.")])) == 2
    assert judge.judge_all(QUESTION, []) == []
    assert saying.asked == 1


def test_the_shipped_mix() -> None:
    """What ships asks for more than a coin's throw before it takes a side."""
    assert 0.5 < project_mix().side < 1
    assert 0.5 < project_mix().veto < 1


def test_two_texts_in_any_writing() -> None:
    """Plain pairs across ways of writing come out on no wrong side."""
    assert judge_text("montri ki podotyag korechen?", "মন্ত্রী পদত্যাগ করেছেন।").stance != "refutes"
    assert judge_text("Did the mayor take bribes?", "মেয়র ঘুষ নেননি।").stance != "supports"
