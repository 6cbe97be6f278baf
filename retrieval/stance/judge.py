"""The judge by rules: aligned content, negation, denial, opposites, numbers, how often.

It explains itself, and says "neutral" wherever its rules do not reach: a wrong side is the worst
mistake an answer can make. It is one of the two judges that ``combined`` weighs.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, Protocol

from retrieval.claims.said import said_words
from retrieval.language.concepts import lexicon_words
from retrieval.language.detect import is_bengali
from retrieval.language.normalise import words
from retrieval.language.phonetic import phonetic_key
from retrieval.language.transliterate import to_bengali
from retrieval.models import Claim, Cue, Judgement, Stance
from retrieval.question import function_words, read_question
from retrieval.stance.align import Alignment, align
from retrieval.stance.relevance import speakers_of
from retrieval.stance.statement import Quantity, Statement, statement_of

_LEAST_SHARE = 0.6
_OFTEN = 3.0
# Which rule decided, in the order in which they are asked.
Rule = Literal["denied", "name", "year", "missing", "share", "open", "unreal", "number", "often", "polarity"]


@dataclass(frozen=True, slots=True)
class ClaimText:
    """What a judge reads of a claim.

    Attributes:
        quote: its words.
        context: what stands around them and who speaks.
        cue: the kind of reporting verb.
        denied: the claim that a denial answers, if it answers one.
        whole: the claim as the article has it, who says it included; ``quote`` where that is all.
        before: the sentences before it, where it cannot be understood alone.
    """

    quote: str
    context: str = ""
    cue: Cue | None = None
    denied: "ClaimText | None" = None
    whole: str = ""
    before: str = ""


class Judge(Protocol):
    """Tells the stance of claims towards a question."""

    def judge_all(self, question: str, claims: Sequence[ClaimText]) -> list[Judgement]:
        """The stance of each claim towards the question, how sure, and why."""
        ...


def claim_text_of(claim: Claim, denied: Claim | None = None) -> ClaimText:
    """What a judge reads of a stored claim: what is said, apart from who says it."""
    context = f"{claim.context} ; {speakers_of(claim)} ; {claim.article.title}"
    said = said_words(claim.quote, claim.language) if claim.cue else claim.quote
    answered = claim_text_of(denied) if denied else None
    return ClaimText(said, context, claim.cue, answered, claim.quote, claim.context)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A side before it is put into words.

    Attributes:
        sign: +1 supports, -1 refutes, 0 neither.
        reasons: in words.
        share: of the question's content that the claim speaks of, 0 to 1.
        rule: the one that decided.
    """

    sign: int
    reasons: tuple[str, ...]
    share: float
    rule: Rule


class RuleJudge:
    """Judges by rules over words, concepts, negations and numbers; see the module."""

    def judge(self, question: str, claim: ClaimText) -> Judgement:
        """The stance of a claim towards a question.

        Args:
            question: in Bengali script or English (Banglish already put into Bengali).
            claim: what to judge.
        """
        verdict = self.verdict(question, claim)
        sides: dict[int, Stance] = {1: "supports", -1: "refutes", 0: "neutral"}
        sure = 0.0 if verdict.sign == 0 else min(0.95, 0.45 + 0.5 * verdict.share)
        confidence = 1.0 - verdict.share if verdict.sign == 0 else sure
        return Judgement(sides[verdict.sign], round(confidence, 3), "; ".join(verdict.reasons))

    def judge_all(self, question: str, claims: Sequence[ClaimText]) -> list[Judgement]:
        """The stance of each claim; see ``judge``."""
        return [self.judge(question, claim) for claim in claims]

    def verdict(self, question: str, claim: ClaimText) -> Verdict:
        """The side of a claim and the rule that decided; see ``judge``."""
        return self._verdict(statement_of(question), claim)

    def _verdict(self, question: Statement, claim: ClaimText) -> Verdict:
        own = statement_of(claim.quote)
        if claim.denied is not None and claim.cue == "deny":
            denied = self._verdict(question, claim.denied)
            if denied.sign:
                reasons = ("denies what was said before", *denied.reasons)
                return Verdict(-denied.sign, reasons, denied.share, "denied")
        found = align(question, own, statement_of(claim.context))
        if question.units and all(unit.named for unit in question.units):
            return Verdict(0, ("a name alone asks nothing",), found.share, "name")
        if question.years and own.years and not question.years & own.years:
            return Verdict(0, (f"speaks of {', '.join(sorted(own.years))}",), found.share, "year")
        other = [unit.word for unit in found.missing if unit.named]
        if other:
            return Verdict(0, (f"does not speak of: {', '.join(other)}",), found.share, "missing")
        if found.share < _LEAST_SHARE or not _speaks_itself(found):
            missing = ", ".join(unit.word for unit in found.missing[:4])
            return Verdict(0, (f"does not speak of: {missing}",), found.share, "share")
        return self._side(question, own, found, claim)

    def _side(self, question: Statement, own: Statement, found: Alignment, claim: ClaimText) -> Verdict:
        if own.undecided and not question.undecided:
            return Verdict(0, ("says that it is open",), found.share, "open")
        if (claim.cue == "demand" or own.unreal) and not question.unreal:
            return Verdict(0, ("asks or supposes, does not state",), found.share, "unreal")
        measured = _measured(question, own, found)
        if measured is not None:
            return measured
        sign, reasons = _polarity(question, own, found, claim)
        often = _frequency(question, own)
        if often is not None:
            sign, reasons = sign * often[0], [*reasons, often[1]]
        rule: Rule = "polarity" if often is None else "often"
        return Verdict(sign, tuple(reasons) or ("says the same",), found.share, rule)


def _speaks_itself(found: Alignment) -> bool:
    """Whether the claim's own words, not only its context, speak of what was asked.

    Names may stand in the context ("he"); of the rest of the question at least two in five words
    must be the claim's own.
    """
    everything = (*found.held, *found.opposed, *found.context, *found.missing)
    asked = [u for u in everything if u.ids and not u.named]
    own = [u for u in (*found.held, *found.opposed) if u.ids and not u.named]
    if not asked:
        return bool(found.held)
    missing = [u for u in found.missing if u.ids and not u.named]
    return len(own) >= 0.4 * len(asked) and len(missing) <= len(asked) // 3


def _polarity(
    question: Statement, own: Statement, found: Alignment, claim: ClaimText
) -> tuple[int, list[str]]:
    """+1 or -1 by opposites, negations and denials in the clauses that matter, with the reasons."""
    reasons = []
    sign = 1
    if found.opposed:
        sign = -sign
        reasons.append("says the opposite of: " + ", ".join(u.word for u in found.opposed))
    asked_denial = bool(question.denials)
    denials = [] if asked_denial else own.denials
    negated = [at for at in own.negations if _matters(own, at, found)]
    if negated and len(negated) * 2 >= len(_clauses_told(own, found)):
        sign = -sign
        reasons.append("negation: " + ", ".join(own.words[at] for at in negated))
    if denials or (claim.cue == "deny" and not asked_denial and not negated):
        sign = -sign
        reasons.append("denies: " + ", ".join(own.words[at] for at in denials))
    if own.falsities and not question.falsities:
        sign = -sign
        reasons.append("calls it false: " + ", ".join(own.words[at] for at in own.falsities))
    if question.negations or question.never:
        sign = -sign
        reasons.append("the question is negated")
    return sign, reasons


def _clauses_told(own: Statement, found: Alignment) -> set[int]:
    """The clauses of a claim that speak of what was asked."""
    asked = {u.stem for u in found.held} | {c for u in (*found.held, *found.opposed) for c in u.ids}
    return {unit.clause for unit in own.units if unit.stem in asked or unit.ids & asked}


def _matters(own: Statement, at: int, found: Alignment) -> bool:
    """Whether a negation stands in a clause that speaks of what was asked."""
    asked = {u.stem for u in found.held} | {c for u in (*found.held, *found.opposed) for c in u.ids}
    clause = own.clauses[at]
    told = [u for u in own.units if u.clause == clause]
    return any(u.stem in asked or u.ids & asked or u.key in {h.key for h in found.held} for u in told)


def _measured(question: Statement, own: Statement, found: Alignment) -> Verdict | None:
    """The side by numbers, where the question gives one and the claim one of the same thing."""
    for asked in question.quantities:
        told = _comparable(asked, own.quantities)
        if told is None:
            return Verdict(0, ("gives no such number",), found.share, "number")
        agrees = _agrees(asked, told)
        verb = "says" if agrees else "but says"
        reason = f"{verb} {told.value:g}; asked {asked.value:g}"
        return Verdict(1 if agrees else -1, (reason,), found.share, "number")
    return None


def _comparable(asked: Quantity, told: list[Quantity]) -> Quantity | None:
    same = [quantity for quantity in told if quantity.beside & asked.beside]
    if same:
        return same[0]
    return told[0] if len(told) == 1 and not asked.beside else None


def _agrees(asked: Quantity, told: Quantity) -> bool:
    if asked.relation == "more":
        return told.value > asked.value or (told.value == asked.value and told.relation == "more")
    if asked.relation == "least":
        return told.value >= asked.value
    if asked.relation == "less":
        return told.value < asked.value
    if asked.relation == "most":
        return told.value <= asked.value
    return told.value == asked.value


def _frequency(question: Statement, own: Statement) -> tuple[int, str] | None:
    """How often: a factor for the side (+1, -1, 0) and why; None where the question does not ask."""
    asked, told = question.frequency, own.frequency
    if asked is None:
        return None
    if told is None:
        return (1, "never") if own.never else (0, "does not say how often")
    agrees = (asked >= _OFTEN) == (told >= _OFTEN)
    return (1, "as often as asked") if agrees else (-1, "says another number of times")


def question_text(question: str, claims: Sequence[str]) -> str:
    """A question as judges read it: without the chat around it, Banglish in Bengali.

    Args:
        question: in any of the three ways of writing.
        claims: whose words help to read Banglish.

    Raises:
        BadQuestion: nothing to ask in ``question``.
    """
    read = read_question(question)
    if read.language != "bn-Latn":
        return read.core
    own = _by_key(word for claim in claims for word in words(claim) if is_bengali(word))
    lexicon = _lexicon_by_key()
    return to_bengali(
        read.core,
        lambda keys: {key: [*own.get(key, ()), *lexicon.get(key, ())] for key in keys},
        function_words(),
    )


@cache
def _lexicon_by_key() -> dict[str, list[str]]:
    return _by_key(lexicon_words())


def _by_key(known: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in known:
        found.setdefault(phonetic_key(word), []).append(word)
    return found
