"""The bot's other messages as HTML: nothing found, an article, the sources, news, words to the desk."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.telegram.html import bold, fits, italic, plain, shortened
from bot.telegram.render.answer import question_line, quotation, who_line
from bot.telegram.render.citations import article_line
from bot.terminal import name_of
from bot.texts import Texts
from retrieval.library import ArticleSummary, ClaimantSummary, Counts
from retrieval.models import ArticleRef, Claim

_LONGEST_QUESTION = 600
_LONGEST_QUOTE = 300
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


def change_message(question: str, quote: str, texts: Texts, claimant: str | None = None) -> str:
    """A claim that a reader was shown is gone, or is somebody else's.

    Args:
        question: in answer to which it was shown.
        quote: its words.
        texts: in the reader's language.
        claimant: whose it is; None where it was taken back.
    """
    told = texts.say("tg-corrected", claimant=claimant) if claimant else texts.say("tg-withdrawn")
    asked = texts.say("tg-your-question", question=_short(question))
    return "\n\n".join([plain(told), quotation(quote, _LONGEST_QUOTE), italic(asked)])


def desk_message(head: str, words: str) -> str:
    """What a reader sent, for the moderators: never who sent it."""
    return f"{bold(head)}\n{plain(_short(words))}"


def _short(text: str) -> str:
    shown, cut = shortened(text, _LONGEST_QUESTION)
    return shown + "…" * cut
