"""The whole evidence behind an answer: each claim where it stands in its article, a page a claim."""

from dataclasses import dataclass

from bot.telegram.html import bold, italic, link, plain, shortened
from bot.telegram.render.answer import question_line, quotation, who_line
from bot.texts import Texts
from bot.wording import side_title
from retrieval.models import Answer, Article, Claim, Entry, Position

_AROUND = 350  # characters of the article before and after a quotation
_LONGEST_QUOTE = 2000


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One claim of an answer, and the side on which it stands."""

    position: Position
    entry: Entry

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.entry.claim


def exhibits(answer: Answer) -> list[Exhibit]:
    """Every claim of an answer, side by side, those behind a claimant's first one too."""
    return [
        Exhibit(position, item)
        for position in answer.positions
        for entry in position.entries
        for item in (entry, *entry.also)
    ]


def evidence_message(found: list[Exhibit], page: int, texts: Texts, article: Article) -> str:
    """One page of evidence.

    Args:
        found: all exhibits; at least one.
        page: which, from 0; beyond the ends the nearest.
        texts: in the reader's language.
        article: that the page's claim stands in.
    """
    page = page_within(found, page)
    exhibit = found[page]
    claim = exhibit.claim
    side = side_title(exhibit.position, texts)
    place = texts.say("tg-page", page=page + 1, pages=len(found))
    blocks = [
        f"🔎 {bold(side)} · {plain(place)}",
        who_line(claim, texts),
        _in_place(claim, article),
        _cited(claim, texts),
    ]
    return "\n\n".join(blocks)


def claim_message(question: str, exhibit: Exhibit, texts: Texts) -> str:
    """One claim alone, with the question and its source."""
    claim = exhibit.claim
    side = side_title(exhibit.position, texts)
    blocks = [
        f"{question_line(question)}\n{plain(side)}",
        f"{who_line(claim, texts)}\n{quotation(claim.quote, _LONGEST_QUOTE)}",
        _cited(claim, texts),
    ]
    return "\n\n".join(blocks)


def page_within(found: list[Exhibit], page: int) -> int:
    """The page that there is nearest to one that was asked for."""
    return max(0, min(page, len(found) - 1))


def _in_place(claim: Claim, article: Article) -> str:
    """The quotation in bold with the article's words around it; page furniture is left out."""
    begin, end = max(0, claim.start - _AROUND), claim.end + _AROUND
    before, after = _body(article, begin, claim.start), _body(article, claim.end, end)
    words_before = before.split()
    words_after = after.split()
    if words_before and begin and not article.text[begin - 1].isspace():
        words_before[0] = "…"  # half a word
    if words_after and end < len(article.text) and not article.text[end].isspace():
        words_after[-1] = "…"
    parts = (
        italic(" ".join(words_before)) if words_before else "",
        f"<b>{quotation(claim.quote, _LONGEST_QUOTE)}</b>",
        italic(" ".join(words_after)) if words_after else "",
    )
    return "\n".join(part for part in parts if part)


def _body(article: Article, begin: int, end: int) -> str:
    """What stands between two places of an article, of its paragraphs only."""
    pieces = (article.text[max(start, begin) : min(stop, end)] for start, stop in article.body)
    return " ".join(piece for piece in pieces if piece)


def _cited(claim: Claim, texts: Texts) -> str:
    article = claim.article
    title, _ = shortened(article.title, 200)
    publisher = article.publisher or texts.say("publisher-unknown")
    return f"📄 {link(title, article.url)}\n{plain(publisher)}, {plain(texts.day(article.published))}"
