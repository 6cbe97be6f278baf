"""``mukhomukhi ask``: one question, or one a line from standard input."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from bot.commands.help import Documented
from bot.failures import sound_question
from bot.output import console, note, progress, put_object
from bot.services import Engine, Services
from retrieval.errors import MukhomukhiError

if TYPE_CHECKING:
    from retrieval.models import Answer

_STANDARD_INPUT = "-"


@click.command(cls=Documented)
@click.argument("question", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Write JSON, one object a line.")
@click.option("--top", type=click.IntRange(min=1), help="At most so many sources on each side.")
@click.pass_obj
def ask(services: Services, question: tuple[str, ...], as_json: bool, top: int | None) -> None:
    """Put the sourced claims on a question face to face.

    Ask in Bengali, English or romanised Bengali. With - as QUESTION the questions come from
    standard input, one a line; a line that cannot be asked gives an object with "error", and the
    exit code is 1 in the end. An empty library first takes in the articles that come with the
    program.

    Example:
        mukhomukhi ask "did Musk talk to Putin regularly?"
        mukhomukhi ask - --json < questions.txt
    """
    text = " ".join(question)
    if text == _STANDARD_INPUT:
        _ask_each(services, as_json, top)
        return
    _check(text)
    with services.engine(services.settings()) as engine:
        _fill(engine, text)
        _show(engine.ask(text, top), as_json)


def _check(question: str) -> None:
    """Refuse what cannot be asked before anything is opened or taken in.

    Raises:
        BadQuestion: the reason is in the message.
    """
    from retrieval.question import read_question

    read_question(sound_question(question))


def _fill(engine: Engine, question: str) -> None:
    """Take in the program's own articles, if there are none yet."""
    if not engine.empty:
        return
    from bot.texts import Texts
    from retrieval.language.detect import detect_language

    texts = Texts.answering(detect_language(question))
    note(texts.say("first-use"))
    with progress(texts) as on_step:
        engine.ingest_corpus(on_step)


def _show(answer: "Answer", as_json: bool) -> None:
    from bot.jsonout import answer_object
    from bot.terminal import show_answer
    from bot.texts import Texts

    if as_json:
        put_object(answer_object(answer))
    else:
        show_answer(console(), answer, Texts.answering(answer.language))


def _ask_each(services: Services, as_json: bool, top: int | None) -> None:
    """Answer line by line; a line that fails does not stop the others."""
    failed = False
    with services.engine(services.settings()) as engine:
        for question in _questions():
            try:
                _check(question)
                _fill(engine, question)
                _show(engine.ask(question, top), as_json)
                click.echo("" if not as_json else None, nl=not as_json)
            except MukhomukhiError as error:
                failed = True
                _show_failure(question, error, as_json)
    if failed:
        click.get_current_context().exit(1)


def _questions() -> Iterator[str]:
    """The lines of standard input that hold something; bytes that are no UTF-8 become halves."""
    for line in sys.stdin.buffer:
        question = line.decode("utf-8-sig", "surrogateescape").strip()
        if question:
            yield question


def _show_failure(question: str, error: MukhomukhiError, as_json: bool) -> None:
    from bot.jsonout import failed_question

    if as_json:
        put_object(failed_question(question, str(error)))
    else:
        note(f"{question}: {error}")
