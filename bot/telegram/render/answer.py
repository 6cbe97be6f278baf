"""An answer as one message: the sides face to face, as much as fits, never more than Telegram takes.

What is in quotation marks is the article's own words. A quotation that is too long is cut after a
word and "…" stands behind the closing mark, never inside.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.telegram.html import bold, fits, folded, italic, plain, shortened
from bot.telegram.render.citations import Citations
from bot.texts import Texts
from bot.wording import (
    claimants_in,
    context_label,
    everything_in,
    name_of,
    notes_of,
    outcome_in_words,
    side_title,
    via_of,
)
from retrieval.models import Answer, Claim, Entry, Position, Stance

_LONGEST_QUESTION = 300
_LONGEST_NAME = 120
# Neither ticks nor crosses, green nor red: the signs tell sides apart and judge none.
_SIGNS: dict[Stance, str] = {"supports": "🔷", "refutes": "🔶", "neutral": "▫️"}
_ANSWER_SIGNS = ("🔷", "🔶", "🟣", "🟤")


@dataclass(frozen=True, slots=True)
class _Detail:
    """How much of an answer is shown.

    Attributes:
        entries: claimants a side.
        quote: characters of a quotation.
        context: characters of what a quotation needs beside it.
        asides: claimants who take no side.
    """

    entries: int
    quote: int
    context: int
    asides: int


# From everything to the least that still has each side in it.
_DETAILS = (
    _Detail(12, 900, 400, 5),
    _Detail(8, 600, 250, 4),
    _Detail(6, 400, 160, 3),
    _Detail(5, 280, 100, 2),
    _Detail(4, 200, 0, 1),
    _Detail(3, 140, 0, 0),
    _Detail(1, 100, 0, 0),
)


def answer_message(answer: Answer, texts: Texts, note: str = "") -> str:
    """The message for an answer that has something to show.

    Args:
        answer: with at least one position.
        texts: in the reader's language.
        note: what stands above it, as markup.

    Returns:
        HTML of at most 4,096 visible UTF-16 units.
    """
    drafts = (_message(answer, texts, note, detail) for detail in _DETAILS)
    return next((draft for draft in drafts if fits(draft)), _shortest(answer, texts))


def question_line(question: str) -> str:
    """A question as the heading of what answers it."""
    shown, cut = shortened(question, _LONGEST_QUESTION)
    return f"❓ {bold(shown + '…' * cut)}"


def _shortest(answer: Answer, texts: Texts) -> str:
    return f"{question_line(answer.question)}\n{plain(outcome_in_words(answer, texts))}"


def _message(answer: Answer, texts: Texts, note: str, detail: _Detail) -> str:
    citations = Citations(texts)
    sides = [p for p in answer.positions if p.stance != "neutral" or p.answer is not None]
    asides = [p for p in answer.positions if p.stance == "neutral" and p.answer is None]
    blocks = [note] if note else []
    blocks.append(_heading(answer, texts))
    blocks += [_side(side, place, texts, citations, detail) for place, side in enumerate(sides)]
    blocks += [_aside(aside, texts, citations, detail, alone=not sides) for aside in asides]
    sources = [italic(texts.say("tg-sources")), *citations.lines()]
    return "\n\n".join(block for block in (*blocks, "\n".join(sources)) if block)


def _heading(answer: Answer, texts: Texts) -> str:
    origins = {entry.claim.origin for entry in everything_in(answer)}
    lines = [
        question_line(answer.question),
        plain(outcome_in_words(answer, texts)),
        italic(texts.say("origins", origins=len(origins))),
    ]
    return "\n".join(lines)


def _side(side: Position, place: int, texts: Texts, citations: Citations, detail: _Detail) -> str:
    sign = _SIGNS[side.stance] if side.answer is None else _ANSWER_SIGNS[place % len(_ANSWER_SIGNS)]
    claimants = claimants_in(side)
    count = texts.say("side-count", sources=claimants, origins=side.origins)
    blocks = [f"{sign} {bold(side_title(side, texts))} · {plain(count)}"]
    blocks += ["\n".join(_entry(e, texts, citations, detail)) for e in side.entries[: detail.entries]]
    if more := claimants - min(len(side.entries), detail.entries):
        blocks.append(italic(texts.say("tg-more-sources", count=more)))
    return "\n".join(blocks)


def _aside(side: Position, texts: Texts, citations: Citations, detail: _Detail, *, alone: bool) -> str:
    """What was also said: folded, for it takes no side; open where there is nothing else."""
    if alone:
        return _side(side, 0, texts, citations, detail)
    shown = side.entries[: detail.asides]
    if not shown:
        return ""
    lines = [line for entry in shown for line in _entry(entry, texts, citations, detail)]
    return folded([bold(texts.say("side", stance="neutral")), *lines])


def _entry(entry: Entry, texts: Texts, citations: Citations, detail: _Detail) -> list[str]:
    claim = entry.claim
    lines = [
        who_line(claim, texts),
        f"{quotation(claim.quote, detail.quote)} {citations.number(claim.article)}",
    ]
    lines += _context(claim, texts, detail.context)
    if entry.also:
        lines.append(italic(texts.say("more-statements", count=len(entry.also))))
    return lines


def who_line(claim: Claim, texts: Texts) -> str:
    """Who says it, and what a reader must know about that source."""
    name, _ = shortened(name_of(claim.claimant, texts), _LONGEST_NAME)
    notes = notes_of(claim, texts)
    if claim.via:
        notes.append(via_of(claim, texts))
    told = f" {italic('(' + '; '.join(notes) + ')')}" if notes else ""
    return f"• {bold(name)}{told}"


def quotation(quote: str, longest: int) -> str:
    """An article's words in quotation marks; the mark of a cut stands outside them."""
    shown, cut = shortened(quote, longest)
    return f"“{plain(shown)}”{' …' * cut}"


def _context(claim: Claim, texts: Texts, longest: int) -> Iterator[str]:
    if not claim.context or not longest:
        return
    shown, cut = shortened(claim.context, longest)
    yield italic(f"{context_label(claim, texts)} {shown}{'…' * cut}")
