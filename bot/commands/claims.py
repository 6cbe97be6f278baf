"""``mukhomukhi claims``: what articles were split into."""

from typing import TYPE_CHECKING

import click

from bot.commands.help import Documented
from bot.output import console, page_of, put_object
from bot.services import Services

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text

    from bot.page import Page
    from bot.texts import Texts
    from retrieval.models import Claim


@click.command(cls=Documented)
@click.argument("article", required=False, metavar="[ARTICLE|PATH]")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, one claim a line.")
@click.pass_obj
def claims(services: Services, article: str | None, as_json: bool) -> None:
    """Show what an article was split into.

    Each claim comes with its place in the text, who made it, and through whom.
    ARTICLE is the id or file name of a stored article. A file that is not stored is split on the
    spot and not kept. Without it the claims of all articles are shown.

    Example:
        mukhomukhi claims corpus/musk-putin.en.md
        mukhomukhi claims --json > claims.jsonl
    """
    from bot.jsonout import claim_object
    from bot.texts import Texts

    settings = services.settings()
    with services.engine(settings) as engine:
        found = engine.claims(article)
        if as_json:
            for claim in found:
                put_object(claim_object(claim))
        else:
            _show(found, Texts.of(settings.language))


def _show(found: "Iterable[Claim]", texts: "Texts") -> None:
    from bot.page import put

    target = console()
    page = page_of(target, texts)
    shown = None
    for claim in found:
        if claim.article.id != shown:
            put(target, _heading(claim, page))
        shown = claim.article.id
        put(target, _claim(claim, page))
    if shown is None:
        put(target, page.lines(texts.say("no-claims")))


def _heading(claim: "Claim", page: "Page") -> "list[Text]":
    from bot.page import QUIET, near

    return [
        *page.lines(claim.article.title, "bold"),
        *page.lines(f"{claim.article.id} · {near(claim.article.path)}", QUIET),
        *page.gap(),
    ]


def _claim(claim: "Claim", page: "Page") -> "list[Text]":
    from bot.page import INDENT
    from bot.terminal import aside_lines, context_lines

    place = f"[{claim.start}–{claim.end}]"
    return [
        *aside_lines(claim, page, place),
        *page.lines(f"“{claim.quote}”", "", INDENT),
        *context_lines(claim, page),
        *page.gap(),
    ]
