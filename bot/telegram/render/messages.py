"""The bot's other messages as HTML: nothing found, an article, the sources, news, words to the desk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.telegram.html import bold, fits, italic, plain, shortened
from bot.telegram.render.answer import question_line, quotation, who_line
from bot.telegram.render.citations import article_line
from bot.texts import Texts
from bot.wording import name_of
from retrieval.library import ArticleSummary, ClaimantSummary, Counts
from retrieval.models import ArticleRef, Claim

_LONGEST_QUESTION = 600
_LONGEST_QUOTE = 300
_MOST_QUOTES = 3
_MOST_NAMES = 12
_MOST_PUBLISHERS = 8


def paragraphs(text: str) -> str:
    """A message of the catalogue, its lines kept."""
    return "\n".join(plain(line) for line in text.splitlines())


def nothing_message(question: str, texts: Texts, *, near: bool) -> str:
    """Nothing was found: that this says nothing, and what to do next."""
    blocks = [f"{question_line(question)}\n{plain(texts.say('tg-nothing'))}"]
    if near:
        blocks.append(plain(texts.say("tg-near")))
    return "\n\n".join([*blocks, plain(texts.say("tg-nothing-next"))])


def nothing_of_post(claims: Sequence[str], texts: Texts) -> str:
    """The parts of a post on which nothing was found."""
    lines = [f"• {italic(_short(claim))}" for claim in claims]
    head = plain(texts.say("tg-nothing-of-post"))
    return "\n".join([head, *lines, "", plain(texts.say("tg-nothing-next"))])


def article_message(article: ArticleSummary, claims: Sequence[Claim], texts: Texts) -> str:
    """What a known article holds: who says what in it."""
    shown = len(claims)
    while True:
        message = _article(article, claims[:shown], len(claims) - shown, texts)
        if fits(message) or not shown:
            return message
        shown -= 1


def _article(article: ArticleSummary, claims: Sequence[Claim], left: int, texts: Texts) -> str:
    ref = ArticleRef(
        article.id, article.path, article.title, article.publisher, article.url, article.published
    )
    blocks = [
        f"📄 {article_line(ref, texts)}",
        plain(texts.say("tg-article", claims=len(claims) + left)),
        *_by_claimant(claims, texts),
    ]
    if left:
        blocks.append(italic(texts.say("tg-article-more", count=left)))
    return "\n\n".join(blocks)


def _by_claimant(claims: Iterable[Claim], texts: Texts) -> list[str]:
    """Runs of claims of one claimant under one name, in the order of the text."""
    runs = [list(run) for _, run in groupby(claims, key=lambda claim: (claim.claimant.id, claim.cue is None))]
    return [
        "\n".join([who_line(run[0], texts), *(quotation(claim.quote, _LONGEST_QUOTE) for claim in run)])
        for run in runs
    ]


def sources_message(
    counts: Counts, articles: Sequence[ArticleSummary], claimants: Sequence[ClaimantSummary], texts: Texts
) -> str:
    """What the library holds, who published it and who speaks in it most."""
    publishers: dict[str, int] = {}
    for article in articles:
        if article.publisher:
            publishers[article.publisher] = publishers.get(article.publisher, 0) + 1
    first = sorted(publishers.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_PUBLISHERS]
    head = texts.say(
        "tg-sources-head", articles=counts.articles, claims=counts.claims, sources=counts.claimants
    )
    named = [source for source in claimants if source.claimant.kind != "unnamed"][:_MOST_NAMES]
    blocks = [
        bold(head),
        _listed(texts.say("tg-sources-publishers"), first, texts),
        _listed(
            texts.say("tg-sources-speakers"),
            [(name_of(source.claimant, texts), source.claims) for source in named],
            texts,
        ),
    ]
    return "\n\n".join(block for block in blocks if block)


def _listed(title: str, rows: Sequence[tuple[str, int]], texts: Texts) -> str:
    if not rows:
        return ""
    return "\n".join(
        [italic(title), *(f"• {plain(_short(name))} – {texts.digits(count)}" for name, count in rows)]
    )


@dataclass(frozen=True, slots=True)
class Changed:
    """Words that a reader was shown, and whose they are; nobody's where they were taken back."""

    quote: str
    claimant: str | None


def change_message(question: str, changes: Sequence[Changed], texts: Texts) -> str:
    """Claims that a reader was shown are gone, or are somebody else's.

    Args:
        question: in answer to which they were shown.
        changes: at least one.
        texts: in the reader's language.
    """
    blocks = []
    for claimant in dict.fromkeys(change.claimant for change in changes):
        quotes = [change.quote for change in changes if change.claimant == claimant]
        blocks.append(plain(_change(claimant, len(quotes), texts)))
        blocks += [quotation(quote, _LONGEST_QUOTE) for quote in quotes[:_MOST_QUOTES]]
        if left := len(quotes[_MOST_QUOTES:]):
            blocks.append(italic(texts.say("tg-article-more", count=left)))
    asked = texts.say("tg-your-question", question=_short(question))
    whole = "\n\n".join([*blocks, italic(asked)])
    return whole if fits(whole) else "\n\n".join([*blocks[:2], italic(asked)])


def _change(claimant: str | None, count: int, texts: Texts) -> str:
    if claimant is None:
        return texts.say("tg-withdrawn", count=count)
    return texts.say("tg-corrected", count=count, claimant=claimant)


def desk_message(head: str, words: str) -> str:
    """What a reader sent, for the moderators: never who sent it."""
    return f"{bold(head)}\n{plain(_short(words))}"


def _short(text: str) -> str:
    shown, cut = shortened(text, _LONGEST_QUESTION)
    return shown + "…" * cut
