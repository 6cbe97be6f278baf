"""An answer in a reader's words, whatever it is shown on: who, on which side, how they stand to each other.

Plain text out of an answer; how it is laid out and made safe is for whoever shows it.
"""

from collections.abc import Iterator

from bot.texts import Texts
from retrieval.language.scripts import in_both_scripts
from retrieval.models import Answer, Claim, Claimant, Entry, Position, Stance


def everything_in(answer: Answer) -> Iterator[Entry]:
    """Every entry of an answer, those behind a claimant's first one too."""
    for position in answer.positions:
        for entry in position.entries:
            yield from (entry, *entry.also)


def outcome_in_words(answer: Answer, texts: Texts) -> str:
    """How the sayings stand to each other, never who is right."""
    if answer.outcome == "unanswered":
        return texts.say("outcome-unanswered")
    if any(position.answer is not None for position in answer.positions):
        return _open_outcome(answer, texts)
    supports, refutes = _sources(answer, "supports"), _sources(answer, "refutes")
    if answer.outcome == "disputed":
        return texts.say("outcome-disputed", supports=supports, refutes=refutes)
    if supports:
        return texts.say("outcome-supported", sources=supports)
    if refutes:
        return texts.say("outcome-refuted", sources=refutes)
    if answer.open:
        return texts.say("outcome-neutral-open", sources=_sources(answer, "neutral"))
    return texts.say("outcome-neutral", sources=_sources(answer, "neutral"))


def _open_outcome(answer: Answer, texts: Texts) -> str:
    """The same for a question that has no yes and no."""
    answers = [position for position in answer.positions if position.answer is not None]
    if answer.outcome == "disputed":
        return texts.say("outcome-disputed-open", answers=len(answers))
    sources = sum(claimants_in(position) for position in answers)
    if len(answers) > 1:
        return texts.say("outcome-open-several", sources=sources, answers=len(answers))
    return texts.say("outcome-open", sources=sources)


def _sources(answer: Answer, stance: Stance) -> int:
    return sum(claimants_in(p) for p in answer.positions if p.stance == stance)


def side_title(position: Position, texts: Texts) -> str:
    """The side, or the answer that its claims give, in their words."""
    if position.answer is not None:
        return texts.say("side-answer", answer=position.answer)
    return texts.say("side", stance=position.stance)


def claimants_in(position: Position) -> int:
    """How many stand on a side, those that --top leaves out counted too."""
    return max(position.claimants, len(position.entries))


def notes_of(claim: Claim, texts: Texts) -> list[str]:
    """What a reader must know about the source of a claim."""
    return [
        *([texts.say("unnamed")] if claim.claimant.kind == "unnamed" else []),
        *([texts.say("own-report")] if claim.cue is None else []),
        *([texts.say("said", date=texts.time(claim.said, claim.said_precision))] if claim.said else []),
    ]


def name_of(claimant: Claimant, texts: Texts) -> str:
    """The claimant's name in the reader's script; a transliteration stands beside the original."""
    claimant = in_both_scripts(claimant)
    other = claimant.name_bn if texts.language == "bn" else claimant.name_en
    if other and claimant.transliterated == texts.language:
        return f"{other} ({claimant.name})"
    return other or claimant.name


def via_of(claim: Claim, texts: Texts) -> str:
    """Through whom a claim came."""
    names = f"{texts.say('list-comma')} ".join(name_of(who, texts) for who in claim.via)
    return texts.say("via", names=names)


def context_label(claim: Claim, texts: Texts) -> str:
    """What the context of a claim is to it."""
    if claim.refers_to and claim.cue == "deny":
        return texts.say("context-denied")
    return texts.say("context-answered") if claim.refers_to else texts.say("context")
