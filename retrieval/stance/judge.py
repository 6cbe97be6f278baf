"""The judge by rules: aligned content, negation, denial, opposites, numbers, how often.

It explains itself, and says "neutral" wherever its rules do not reach: a wrong side is the worst
mistake an answer can make.
"""

from dataclasses import dataclass
from typing import Protocol

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


@dataclass(frozen=True, slots=True)
class ClaimText:
    """What a judge reads of a claim.

    Attributes:
        quote: its words.
        context: what stands around them and who speaks.
        cue: the kind of reporting verb.
        denied: the claim that a denial answers, if it answers one.
    """

    quote: str
    context: str = ""
    cue: Cue | None = None
    denied: "ClaimText | None" = None


class Judge(Protocol):
    """Tells the stance of a claim towards a question."""

    def judge(self, question: str, claim: ClaimText) -> Judgement:
        """The stance of the claim towards the question, how sure, and why."""
        ...


def claim_text_of(claim: Claim, denied: Claim | None = None) -> ClaimText:
    """What a judge reads of a stored claim: what is said, apart from who says it."""
    context = f"{claim.context} ; {speakers_of(claim)}"
    said = said_words(claim.quote, claim.language) if claim.cue else claim.quote
    return ClaimText(said, context, claim.cue, claim_text_of(denied) if denied else None)


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A side before it is put into words: +1, -1 or 0."""

    sign: int
    reasons: tuple[str, ...]
    share: float


class RuleJudge:
    """Judges by rules over words, concepts, negations and numbers; see the module."""

    def judge(self, question: str, claim: ClaimText) -> Judgement:
        """The stance of a claim towards a question.

        Args:
            question: in Bengali script or English (Banglish already put into Bengali).
            claim: what to judge.
        """
        verdict = self._verdict(statement_of(question), claim)
        sides: dict[int, Stance] = {1: "supports", -1: "refutes", 0: "neutral"}
        sure = 0.0 if verdict.sign == 0 else min(0.95, 0.45 + 0.5 * verdict.share)
        confidence = 1.0 - verdict.share if verdict.sign == 0 else sure
        return Judgement(sides[verdict.sign], round(confidence, 3), "; ".join(verdict.reasons))

    def _verdict(self, question: Statement, claim: ClaimText) -> _Verdict:
        own = statement_of(claim.quote)
        if claim.denied is not None and claim.cue == "deny":
            denied = self._verdict(question, claim.denied)
            if denied.sign:
                reasons = ("denies what was said before", *denied.reasons)
                return _Verdict(-denied.sign, reasons, denied.share)
        found = align(question, own, statement_of(claim.context))
        if question.units and all(unit.named for unit in question.units):
            return _Verdict(0, ("a name alone asks nothing",), found.share)
        if question.years and own.years and not question.years & own.years:
            return _Verdict(0, (f"speaks of {', '.join(sorted(own.years))}",), found.share)
        other = [unit.word for unit in found.missing if unit.named]
        if other:
            return _Verdict(0, (f"does not speak of: {', '.join(other)}",), found.share)
        if found.share < _LEAST_SHARE or not _speaks_itself(found):
            missing = ", ".join(unit.word for unit in found.missing[:4])
            return _Verdict(0, (f"does not speak of: {missing}",), found.share)
        return self._side(question, own, found, claim)

    def _side(self, question: Statement, own: Statement, found: Alignment, claim: ClaimText) -> _Verdict:
        if own.undecided and not question.undecided:
            return _Verdict(0, ("says that it is open",), found.share)
        if (claim.cue == "demand" or own.unreal) and not question.unreal:
            return _Verdict(0, ("asks or supposes, does not state",), found.share)
        measured = _measured(question, own, found)
        if measured is not None:
            return measured
        sign, reasons = _polarity(question, own, found, claim)
        often = _frequency(question, own)
        if often is not None:
            sign, reasons = sign * often[0], [*reasons, often[1]]
        return _Verdict(sign, tuple(reasons) or ("says the same",), found.share)


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


def _measured(question: Statement, own: Statement, found: Alignment) -> _Verdict | None:
    """The side by numbers, where the question gives one and the claim one of the same thing."""
    for asked in question.quantities:
        told = _comparable(asked, own.quantities)
        if told is None:
            return _Verdict(0, ("gives no such number",), found.share)
        agrees = _agrees(asked, told)
        verb = "says" if agrees else "but says"
        return _Verdict(1 if agrees else -1, (f"{verb} {told.value:g}; asked {asked.value:g}",), found.share)
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


def judge_text(question: str, claim: str) -> Judgement:
    """Judge two texts without a library.

    Args:
        question: in any of the three ways of writing.
        claim: a claim's words in Bengali or English.

    Raises:
        BadQuestion: nothing to ask in ``question``.
    """
    read = read_question(question)
    text = read.core
    if read.language == "bn-Latn":
        known = _known(claim)
        text = to_bengali(text, lambda keys: {k: known[k] for k in keys if k in known}, function_words())
    return RuleJudge().judge(text, ClaimText(claim))


def _known(claim: str) -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for word in (*filter(is_bengali, words(claim)), *lexicon_words()):
        known.setdefault(phonetic_key(word), []).append(word)
    return known
