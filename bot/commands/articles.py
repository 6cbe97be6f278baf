"""``mukhomukhi articles``: what the library holds."""

from typing import TYPE_CHECKING

import click

from bot.commands.help import Documented
from bot.output import console, page_of, put_object
from bot.services import Services

if TYPE_CHECKING:
    from rich.text import Text

    from bot.page import Page
    from bot.texts import Texts
    from retrieval.library import ArticleSummary


@click.command(cls=Documented)
@click.option("--json", "as_json", is_flag=True, help="Write JSON, one article a line.")
@click.pass_obj
def articles(services: Services, as_json: bool) -> None:
    """List the articles of the library.

    Example:
        mukhomukhi articles
    """
    from bot.jsonout import article_object
    from bot.texts import Texts

    settings = services.settings()
    with services.engine(settings) as engine:
        found = list(engine.library.articles())
    if as_json:
        for article in found:
            put_object(article_object(article))
    else:
        _show(found, Texts.of(settings.language))


def _show(found: "list[ArticleSummary]", texts: "Texts") -> None:
    from bot.page import INDENT, put
    from bot.terminal import INGEST_HINT

    target = console()
    page = page_of(target, texts)
    if not found:
        empty = page.lines(texts.say("no-articles"))
        put(target, [*empty, *page.lines(INGEST_HINT, "bold", INDENT)])
        return
    for article in found:
        put(target, _article(article, page))
    claims = sum(article.claims for article in found)
    total = texts.say("articles-count", articles=len(found), claims=claims)
    put(target, page.lines(total, "bold"))


def _article(article: "ArticleSummary", page: "Page") -> "list[Text]":
    from bot.page import INDENT, QUIET, near

    texts = page.texts
    facts = [
        article.publisher or texts.say("publisher-unknown"),
        texts.day(article.published),
        texts.say("ingest-claims", claims=article.claims),
        *([texts.say("article-missing")] if article.missing else []),
    ]
    return [
        *page.lines(article.title, "bold"),
        *page.lines(" · ".join(facts), "", INDENT),
        *page.lines(f"{article.id} · {near(article.path)}", QUIET, INDENT),
        *page.gap(),
    ]
