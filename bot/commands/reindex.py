"""``mukhomukhi reindex``: both indexes anew."""

import click

from bot.commands.help import Documented
from bot.output import console, page_of, progress
from bot.services import Services


@click.command(cls=Documented)
@click.pass_obj
def reindex(services: Services) -> None:
    """Rebuild both indexes from the database.

    Example:
        mukhomukhi reindex
    """
    from bot.page import put
    from bot.texts import Texts

    settings = services.settings()
    texts = Texts.of(settings.language)
    with services.engine(settings) as engine, progress(texts) as on_step:
        articles = engine.reindex(lambda done, total: on_step("indexing", done, total))
    target = console()
    put(target, page_of(target, texts).lines(texts.say("reindexed", articles=articles)))
