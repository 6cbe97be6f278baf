"""The judge that answers use: rules first, the learned judge where rules do not reach.

A side by the rules stands unless the learned judge surely reads otherwise: then none is taken. Where
the rules find that a claim leaves the matter open, names another year or person, or gives no number, it
stays neutral. Only where the question's words are not in the claim does the learned judge tell the
side, and only above a threshold; below it the reason says that it was too unsure. How the thresholds
were set is in ``training/README.md``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from retrieval.datafiles import load_data
from retrieval.models import Judgement, Stance
from retrieval.stance.judge import ClaimText, Judge, RuleJudge, Verdict, question_text
from retrieval.stance.learned import LearnedJudge, Probabilities

STANCES: tuple[Stance, ...] = ("supports", "refutes", "neutral")
_SIDES: dict[int, Stance] = {1: "supports", -1: "refutes", 0: "neutral"}
_TURNED: dict[Stance, Stance] = {"supports": "refutes", "refutes": "supports", "neutral": "neutral"}
_READS = {"supports": "reads as a yes", "refutes": "reads as a no", "neutral": "reads as neither yes nor no"}
# As sure as that the learned judge must be that a claim leaves open what the rules found a side in.
_OPEN = 0.5
_NEAR = 0.85  # share of the question's content from which the rules need no leave


@dataclass(frozen=True, slots=True)
class Mix:
    """How the two judges are weighed; probabilities are the learned judge's.

    Attributes:
        temperature: of the learned judge.
        side: the least probability with which it takes a side where the rules do not reach.
        veto: the least probability of the contrary with which it stops a side by the rules.
    """

    temperature: float
    side: float
    veto: float


@cache
def project_mix() -> Mix:
    """The thresholds that ship with the project."""
    data = load_data("retrieval.stance", "mix.yaml")
    return Mix(data["temperature"], data["side"], data["veto"])


def weigh(read: Probabilities, verdict: Verdict, mix: Mix) -> Judgement:
    """One judgement out of what the learned judge reads and the rules' verdict."""
    shares: dict[Stance, float] = {
        "supports": read.supports,
        "refutes": read.refutes,
        "neutral": read.neutral,
    }
    if verdict.sign:
        return _by_rules(shares, verdict, mix)
    words = "; ".join(verdict.reasons)
    if verdict.rule != "share":
        return Judgement("neutral", round(max(0.5, read.neutral), 3), words)
    best = max(STANCES, key=shares.__getitem__)
    reading = f"{_READS[best]} (learned judge, {shares[best]:.2f})"
    if best == "neutral":
        return Judgement("neutral", round(read.neutral, 3), words or reading)
    if shares[best] < mix.side:
        unsure = f"{words}; too unsure for a side: {reading}"
        return Judgement("neutral", round(read.neutral, 3), unsure)
    return Judgement(best, round(shares[best], 3), reading)


def _by_rules(shares: dict[Stance, float], verdict: Verdict, mix: Mix) -> Judgement:
    side = _SIDES[verdict.sign]
    words = "; ".join(verdict.reasons)
    contrary = _TURNED[side]
    stops: Stance = contrary if shares[contrary] >= mix.veto else "neutral"
    if stops == contrary or (verdict.share < _NEAR and shares["neutral"] >= _OPEN):
        against = f"{words}; but {_READS[stops]} (learned judge, {shares[stops]:.2f}): no side"
        return Judgement("neutral", round(shares["neutral"], 3), against)
    sure = (min(0.95, 0.45 + 0.5 * verdict.share) + shares[side]) / 2
    return Judgement(side, round(sure, 3), words)


class CombinedJudge:
    """Judges by rules and by the learned judge; see the module.

    Args:
        rules: explains itself.
        learned: reads paraphrase.
        mix: how they are weighed.
    """

    def __init__(self, rules: RuleJudge, learned: LearnedJudge, mix: Mix) -> None:
        self._rules, self._learned, self._mix = rules, learned, mix

    def judge_all(self, question: str, claims: Sequence[ClaimText]) -> list[Judgement]:
        """The stance of each claim towards a question, all read in one batch.

        Args:
            question: as judges read it (see ``question_text``).
            claims: to judge; the claim that a denial answers is judged too and turned round.
        """
        denied = [claim.denied for claim in claims if claim.denied and claim.cue == "deny"]
        own = [replace(claim, denied=None) for claim in claims]
        judged = self._judge_own(question, [*own, *denied])
        answered = iter(judged[len(claims) :])
        return [
            _denial(next(answered), mine) if claim.denied and claim.cue == "deny" else mine
            for claim, mine in zip(claims, judged, strict=False)
        ]

    def _judge_own(self, question: str, claims: Sequence[ClaimText]) -> list[Judgement]:
        read = self._learned.probabilities(question, claims) if claims else []
        return [
            weigh(found, self._rules.verdict(question, claim), self._mix)
            for found, claim in zip(read, claims, strict=True)
        ]


def _denial(said: Judgement, own: Judgement) -> Judgement:
    """A denial's side: that of the denied claim turned round, where that takes one."""
    if said.stance == "neutral":
        return own
    reason = f"denies what was said before; {said.reason}"
    return Judgement(_TURNED[said.stance], said.confidence, reason)


@cache
def project_judge() -> Judge:
    """The judge that ships with the project; one for the whole process, loaded when first used."""
    mix = project_mix()
    return CombinedJudge(RuleJudge(), LearnedJudge(mix.temperature), mix)


def judge_text(question: str, claim: str, judge: Judge | None = None) -> Judgement:
    """Judge two texts without a library.

    Args:
        question: in any of the three ways of writing.
        claim: a claim's words in Bengali or English.
        judge: the project's own by default.

    Raises:
        BadQuestion: nothing to ask in ``question``.
    """
    asked = question_text(question, [claim])
    return (judge or project_judge()).judge_all(asked, [ClaimText(claim)])[0]
