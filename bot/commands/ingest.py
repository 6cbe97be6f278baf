"""``mukhomukhi ingest``: articles in."""

from typing import TYPE_CHECKING

import click

from bot.commands.help import Documented
from bot.output import console, page_of, progress, put_object
from bot.services import Services

if TYPE_CHECKING:
    from rich.text import Text

    from bot.page import Page
    from bot.texts import Texts
    from retrieval.ingest import IngestItem, IngestReport

_LISTED = 20  # more files than that, and only what needs attention is listed


@click.command(cls=Documented)
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|URL...")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object: counts and items.")
@click.option("--remove-missing", is_flag=True, help="Remove articles whose files are gone.")
@click.pass_obj
def ingest(services: Services, inputs: tuple[str, ...], as_json: bool, remove_missing: bool) -> None:
    """Take in articles: files, folders and URLs.

    Files end in .md, .txt or .html.
    Doing it twice changes nothing; a changed article replaces its claims. What is refused says why,
    and the rest goes on. The exit code is 1 if everything was refused, else 0.

    Example:
        mukhomukhi ingest corpus/ https://example.com/news/1
    """
    from bot.jsonout import report_object
    from bot.texts import Texts

    settings = services.settings()
    texts = Texts.of(settings.language)
    with services.engine(settings) as engine, progress(texts) as on_step:
        report = engine.ingest(inputs, remove_missing=remove_missing, on_step=on_step)
    if as_json:
        put_object(report_object(report))
    else:
        _show(report, texts)
    if report.items and all(item.outcome == "refused" for item in report.items):
        click.get_current_context().exit(1)


def _show(report: "IngestReport", texts: "Texts") -> None:
    from bot.page import put

    target = console()
    page = page_of(target, texts)
    for item in report.items:
        if item.message or (item.outcome != "unchanged" and len(report.items) <= _LISTED):
            put(target, _item(item, page))
    counts = report.counts()
    say = texts.say
    summary = say(
        "ingest-counts",
        added=counts["added"],
        updated=counts["updated"],
        unchanged=counts["unchanged"],
        refused=counts["refused"],
    )
    put(target, page.lines(summary, "bold"))
    if counts["missing"] or counts["removed"]:
        gone = say("ingest-gone", missing=counts["missing"], removed=counts["removed"])
        put(target, page.lines(gone, "bold"))


def _item(item: "IngestItem", page: "Page") -> "list[Text]":
    from bot.page import INDENT, near

    say = page.texts.say
    told = f"{near(item.input)}: {say('ingest-item', outcome=item.outcome)}"
    if item.outcome in ("added", "updated"):
        told += f", {say('ingest-claims', claims=item.claims)}"
    style = "yellow" if item.outcome in ("refused", "missing") else ""
    return [*page.lines(told, style), *page.lines(item.message, "", INDENT)]
