"""An answer on a terminal: the sides face to face, readable at a glance.

It gets an ``Answer`` and prints it. Whatever comes out of an article is shown letter by letter:
never as markup, never as an escape sequence. Colours only repeat what words and signs already say.
Piped, the same text goes out plain, one side below the other.
"""

from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from bot.page import INDENT, QUIET, Beside, Page, put
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

INGEST_HINT = "mukhomukhi ingest PATH|URL"
_TWO_COLUMNS = 100  # narrower terminals show one side below the other
_WIDEST = 150  # longer lines are hard to follow
_WIDEST_COLUMN = 96
_ASIDES = 5  # sources that take no side: more would push the sides out of sight
_SIGNS: dict[Stance, str] = {"supports": "+", "refutes": "−", "neutral": "·"}
# Neither green nor red: the colours tell sides apart and judge none.
_COLOURS: dict[Stance, str] = {"supports": "cyan", "refutes": "magenta", "neutral": "default"}
_ANSWER_COLOURS = ("cyan", "magenta", "green", "bright_blue")


@dataclass(frozen=True, slots=True)
class _Side:
    """A position and how it is shown: in which colour, and whether as an aside."""

    position: Position
    colour: str
    aside: bool = False


def show_answer(console: Console, answer: Answer, texts: Texts) -> None:
    """Print an answer.

    Args:
        console: where to; its width decides between columns and one below the other.
        answer: what to show.
        texts: in the reader's language.
    """
    page = Page(texts, min(console.width, _WIDEST), console.is_terminal)
    single = Page(texts, min(page.width, _WIDEST_COLUMN), page.links)
    put(console, _header(answer, page))
    if answer.outcome == "unanswered":
        put(console, _next_steps(page))
        return
    opposed, others = _sides(answer)
    if console.is_terminal and page.width >= _TWO_COLUMNS:
        opposed = _show_beside(console, opposed, page)
    for side in (*opposed, *others):
        put(console, [*single.gap(), *_side(side, single)])


def _show_beside(console: Console, sides: list[_Side], page: Page) -> list[_Side]:
    """Print the sides two by two; returns the one that is left over, if any."""
    column = page.narrowed()
    for left, right in zip(sides[::2], sides[1::2], strict=False):
        console.print()
        rows = Beside(_side(left, column), _side(right, column), page)
        console.print(rows, soft_wrap=True, end="")
    return sides[len(sides) // 2 * 2 :]


def _sides(answer: Answer) -> tuple[list[_Side], list[_Side]]:
    """The positions that stand against each other, and what was also said."""
    opposed = [p for p in answer.positions if p.stance != "neutral" or p.answer is not None]
    others = [p for p in answer.positions if p.stance == "neutral" and p.answer is None]
    return (
        [_Side(p, _colour(p, place)) for place, p in enumerate(opposed)],
        [_Side(p, _COLOURS["neutral"], aside=True) for p in others],
    )


def _colour(position: Position, place: int) -> str:
    if position.answer is None:
        return _COLOURS[position.stance]
    return _ANSWER_COLOURS[place % len(_ANSWER_COLOURS)]


def _header(answer: Answer, page: Page) -> list[Text]:
    lines = [
        *page.lines(answer.question, "bold"),
        *page.lines(outcome_in_words(answer, page.texts), "bold yellow"),
    ]
    origins = {entry.claim.origin for entry in everything_in(answer)}
    if origins and answer.outcome != "unanswered":
        lines += page.lines(page.texts.say("origins", origins=len(origins)), QUIET)
    return lines


def _next_steps(page: Page) -> list[Text]:
    return [
        *page.lines(page.texts.say("what-next")),
        *page.lines(page.texts.say("what-next-ingest")),
        *page.lines(INGEST_HINT, "bold", INDENT),
    ]


def _side(side: _Side, page: Page) -> list[Text]:
    """All lines of one side."""
    position, say = side.position, page.texts.say
    count = say("side-count", sources=claimants_in(position), origins=position.origins)
    lines = [
        *page.lines(f"{_sign(position)}{side_title(position, page.texts)}", f"bold {side.colour}"),
        *page.lines(count, QUIET),
    ]
    shown = position.entries[:_ASIDES] if side.aside else position.entries
    for entry in shown:
        lines += [*page.gap(), *_entry(entry, side, page)]
    if left := claimants_in(position) - len(shown):
        lines += [*page.gap(), *page.lines(say("more-sources", count=left), QUIET)]
    return lines


def _sign(position: Position) -> str:
    return "" if position.answer is not None else f"{_SIGNS[position.stance]} "


def _entry(entry: Entry, side: _Side, page: Page) -> list[Text]:
    """Who, the words, what they need beside them, and where they stand."""
    claim = entry.claim
    who = aside_lines(claim, page) if side.aside else _who(claim, side.colour, page)
    lines = [
        *who,
        *page.lines(f"“{claim.quote}”", "", INDENT),
        *context_lines(claim, page),
        *_source(claim, page),
    ]
    if entry.also:
        more = page.texts.say("more-statements", count=len(entry.also))
        lines += page.lines(more, QUIET, INDENT)
    return lines


def _who(claim: Claim, colour: str, page: Page) -> list[Text]:
    """The claimant in large, then what a reader must know about that source."""
    lines = page.lines(name_of(claim.claimant, page.texts), f"bold {colour}")
    if notes := notes_of(claim, page.texts):
        lines += page.lines(f"({'; '.join(notes)})", f"italic {colour}")
    if claim.via:
        lines += page.lines(via_of(claim, page.texts), colour)
    return lines


def aside_lines(claim: Claim, page: Page, place: str = "") -> list[Text]:
    """The same in one line, for lists and what was also said."""
    notes = notes_of(claim, page.texts)
    if claim.via:
        notes.append(via_of(claim, page.texts))
    told = f"({'; '.join(notes)})" if notes else ""
    return page.lines(f"{name_of(claim.claimant, page.texts)} {told} {place}", "bold")


def context_lines(claim: Claim, page: Page) -> list[Text]:
    """What the span needs beside it: labelled, dimmed, never in quotation marks of its own."""
    if not claim.context:
        return []
    return page.lines(f"{context_label(claim, page.texts)} {claim.context}", f"{QUIET} italic", INDENT)


def _source(claim: Claim, page: Page) -> list[Text]:
    """The article: title, publisher, date, and its link or file."""
    article, texts = claim.article, page.texts
    publisher = article.publisher or texts.say("publisher-unknown")
    facts = f"{publisher} · {texts.day(article.published)}"
    return page.cited(f"— {article.title}", facts, article.url or article.path, INDENT)
