"""Consoles and progress bars: where text goes, and whether somebody is looking."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from bot.jsonout import Json
    from bot.page import Page
    from bot.texts import Texts
    from retrieval.ingest import OnStep

_WIDEST = 120


def console() -> "Console":
    """Standard output. Text is never taken for markup."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def page_of(target: "Console", texts: "Texts") -> "Page":
    """The page that a list is written on."""
    from bot.page import Page

    return Page(texts, min(target.width, _WIDEST), target.is_terminal)


def put_object(value: "Json") -> None:
    """Write one JSON object as a line, and let it go at once: a program may be waiting for it."""
    from bot.jsonout import line

    sys.stdout.write(line(value) + "\n")
    sys.stdout.flush()


def note(sentence: str) -> None:
    """Tell the person something that is not the result."""
    click.echo(sentence, err=True)


@contextmanager
def progress(texts: "Texts") -> "Iterator[OnStep]":
    """A progress bar on standard error while the block runs; nothing where nobody looks."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    error = Console(stderr=True, highlight=False, markup=False, emoji=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=error, transient=True, disable=not error.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def on_step(step: str, done: int, total: int) -> None:
            bar.update(task, description=texts.say("step", step=step), completed=done, total=total)

        yield on_step
