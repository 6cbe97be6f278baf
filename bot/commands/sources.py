"""``mukhomukhi sources``: who speaks in the library."""

from typing import TYPE_CHECKING

import click

from bot.commands.help import Documented
from bot.output import console, page_of, put_object
from bot.services import Services

if TYPE_CHECKING:
    from bot.texts import Texts
    from retrieval.library import ClaimantSummary


@click.command(cls=Documented)
@click.option("--json", "as_json", is_flag=True, help="Write JSON, one source a line.")
@click.pass_obj
def sources(services: Services, as_json: bool) -> None:
    """List everyone who made a claim.

    Those with most claims come first.

    Example:
        mukhomukhi sources
    """
    from bot.jsonout import source_object
    from bot.texts import Texts

    settings = services.settings()
    with services.engine(settings) as engine:
        found = list(engine.library.claimants())
    if as_json:
        for source in found:
            put_object(source_object(source))
    else:
        _show(found, Texts.of(settings.language))


def _show(found: "list[ClaimantSummary]", texts: "Texts") -> None:
    from bot.page import put
    from bot.wording import name_of

    target = console()
    page = page_of(target, texts)
    for source in found:
        kind = texts.say("kind", kind=source.claimant.kind)
        claims = texts.say("ingest-claims", claims=source.claims)
        put(target, page.lines(f"{name_of(source.claimant, texts)} · {kind} · {claims}"))
    put(target, page.lines(texts.say("sources-count", sources=len(found)), "bold"))
