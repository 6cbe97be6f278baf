"""What goes wrong, in one sentence for a person, and the exit code for a script.

Nothing here prints.
"""

import traceback
from dataclasses import dataclass

import click

from bot.clean import has_half_characters, one_line
from retrieval.errors import BadQuestion, BadSetting, MukhomukhiError

FAILED = 1
BAD_USE = 2
INTERRUPTED = 130  # as shells have it for SIGINT
_BAD_USE_ERRORS = (BadQuestion, BadSetting)


@dataclass(frozen=True, slots=True)
class Failure:
    """What to tell, and how to exit."""

    sentence: str
    code: int


def failure_of(error: Exception, debug: bool) -> Failure:
    """What an exception means to the person at the terminal.

    Args:
        error: anything that a command raised.
        debug: whether the traceback is wanted too.
    """
    if isinstance(error, click.UsageError):
        return Failure(_usage(error), BAD_USE)
    if isinstance(error, click.ClickException):
        return Failure(one_line(error.format_message()), error.exit_code)
    code = BAD_USE if isinstance(error, _BAD_USE_ERRORS) else FAILED
    if debug:
        return Failure("".join(traceback.format_exception(error)), code)
    if isinstance(error, MukhomukhiError):
        return Failure(one_line(str(error)), code)
    what = one_line(f"{type(error).__name__}: {error}")
    return Failure(f"{what}; run with MUKHOMUKHI_DEBUG=1 for the traceback.", code)


def _usage(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "mukhomukhi"
    return f"{one_line(error.format_message())} See: {command} --help"


def sound_question(question: str) -> str:
    """The question, if it is made of whole characters.

    Raises:
        BadQuestion: it holds bytes that are no text.
    """
    if has_half_characters(question):
        raise BadQuestion("The question holds half a character or bytes that are no UTF-8; retype it.")
    return question
