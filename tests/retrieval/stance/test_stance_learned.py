import subprocess
import sys

import pytest

from retrieval.stance.judge import ClaimText
from retrieval.stance.learned import LearnedJudge

QUESTION = "মন্ত্রী কি পদত্যাগ করেছেন"
RESIGNED = ClaimText("মন্ত্রী পদত্যাগ করেছেন বলে নিশ্চিত করেছেন তাঁর মুখপাত্র।")
RUMOUR = ClaimText("মন্ত্রীর পদত্যাগের খবরকে গুজব বলে উড়িয়ে দিয়েছেন তাঁর মুখপাত্র।")


@pytest.fixture(scope="module")
def judge() -> LearnedJudge:
    return LearnedJudge()


def test_probabilities_sum_to_one(judge: LearnedJudge) -> None:
    """Each claim gets three shares; no claims get none."""
    for found in judge.probabilities(QUESTION, [RESIGNED, RUMOUR]):
        assert found.supports + found.refutes + found.neutral == pytest.approx(1)
    assert judge.probabilities(QUESTION, []) == []


def test_a_rumour_supports_less(judge: LearnedJudge) -> None:
    """A claim that calls it a rumour is less of a yes than one that confirms it, and more of a no."""
    resigned, rumour = judge.probabilities(QUESTION, [RESIGNED, RUMOUR])
    assert resigned.supports > rumour.supports
    assert rumour.refutes > resigned.refutes


def test_company_changes_little(judge: LearnedJudge) -> None:
    """A claim is judged the same alone and among longer ones, whatever its place.

    Weights in 8 bits round by the largest value of a batch: two hundredths at most.
    """
    alone = judge.probabilities(QUESTION, [RUMOUR])[0]
    longer = ClaimText(" ".join([RESIGNED.quote] * 4))
    among = judge.probabilities(QUESTION, [longer, RESIGNED, RUMOUR, longer])[2]
    assert among.refutes == pytest.approx(alone.refutes, abs=0.05)


def test_a_higher_temperature_is_less_sure() -> None:
    """Temperature flattens the shares and keeps their order."""
    sharp = LearnedJudge(1.0).probabilities(QUESTION, [RESIGNED])[0]
    flat = LearnedJudge(5.0).probabilities(QUESTION, [RESIGNED])[0]
    assert max(flat.supports, flat.refutes, flat.neutral) < max(sharp.supports, sharp.refutes, sharp.neutral)


def test_judging_needs_no_torch() -> None:
    """Neither importing nor judging loads torch, and importing alone loads no runtime."""
    code = (
        "import sys; from retrieval.stance import judge_text; assert 'onnxruntime' not in sys.modules;"
        "judge_text('did it rain?', 'it rained'); assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
