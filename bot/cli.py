"""The command line: ``mukhomukhi``. It lists the commands and turns what fails into one sentence.

The commands are in ``bot/commands``; each parses, makes one call, and shows what comes back.
"""

import io
import logging
import os
import sys
import warnings
from collections.abc import Sequence

import click

from bot.commands.articles import articles
from bot.commands.ask import ask
from bot.commands.bot import telegram_bot
from bot.commands.claims import claims
from bot.commands.doctor import doctor
from bot.commands.evaluate import evaluate
from bot.commands.help import DocumentedGroup
from bot.commands.ingest import ingest
from bot.commands.reindex import reindex
from bot.commands.sources import sources
from bot.commands.stance import stance
from bot.failures import FAILED, INTERRUPTED, failure_of
from bot.services import REAL, Services

# In the order of the help.
COMMANDS = (ask, ingest, claims, articles, sources, stance, reindex, doctor, telegram_bot, evaluate)


@click.group(cls=DocumentedGroup, invoke_without_command=True)
@click.version_option(package_name="mukhomukhi", prog_name="mukhomukhi")
@click.pass_context
def program(context: click.Context) -> None:
    """মুখোমুখি, face to face: who said what about a question, with the words and the source.

    Articles go in and are split into claims. A question puts the competing claims face to face. It
    never rules who is right. Settings are environment variables that begin with MUKHOMUKHI_, or
    lines in a file .env.

    Example:
        mukhomukhi ask "did Musk talk to Putin regularly?"
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for _command in COMMANDS:
    program.add_command(_command)


def main(arguments: Sequence[str] | None = None, services: Services = REAL) -> int:
    """Run the command line.

    Args:
        arguments: of the command line; the process's own by default.
        services: what the commands work with.

    Returns:
        The exit code: 0, 1 for failure, 2 for bad use.
    """
    debug = os.environ.get("MUKHOMUKHI_DEBUG", "") not in ("", "0")
    _prepare(debug)
    try:
        code = program.main(
            None if arguments is None else list(arguments),
            prog_name="mukhomukhi",
            standalone_mode=False,
            obj=services,
        )
        sys.stdout.flush()
    except click.Abort:  # click 8.5 makes this of KeyboardInterrupt
        return INTERRUPTED
    except BrokenPipeError:
        _leave_pipe()
        return FAILED
    except Exception as error:  # the last place where a sentence can be made of it
        failure = failure_of(error, debug)
        click.echo(failure.sentence, err=True)
        return failure.code
    return code if isinstance(code, int) else 0


def _prepare(debug: bool) -> None:
    """UTF-8 out, whatever the locale; the libraries' own remarks only for who debugs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if debug:
        logging.basicConfig(level=logging.INFO)
        return
    logging.getLogger().addHandler(logging.NullHandler())
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _leave_pipe() -> None:
    """Nobody reads any more: keep Python from complaining when it flushes at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
