"""``mukhomukhi stance``: the judge alone, for programs and measurements."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from bot.commands.help import Documented
from bot.output import put_object
from bot.services import Services
from retrieval.errors import BadQuestion

if TYPE_CHECKING:
    from bot.jsonout import Json

_SHOWN = 200  # characters of a bad line that are repeated


@click.command(cls=Documented)
@click.pass_obj
def stance(services: Services) -> None:
    """Judge pairs of question and claim.

    They come from standard input, one JSON object a line.
    Each {"question": …, "claim": …} comes out with "stance" (supports, refutes, neutral),
    "confidence" and "reason"; other keys stay. A line that is no such object gives an object with
    "error", and the exit code is 1 in the end.

    Example:
        echo '{"question": "Did it rain?", "claim": "It rained."}' | mukhomukhi stance
    """
    failed = False
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        line = raw.decode("utf-8-sig", "replace").strip()
        if line:
            judged = _judge(services, line, number)
            failed = failed or "error" in judged
            put_object(judged)
    if failed:
        click.get_current_context().exit(1)


def _judge(services: Services, line: str, number: int) -> "Json":
    from bot.clean import whole_values
    from bot.jsonout import judged_object

    try:
        pair: Any = whole_values(json.loads(line))
        question, claim = pair["question"], pair["claim"]
    except (ValueError, RecursionError):
        return {"line": number, "error": f"Line {number} is no JSON: {line:.{_SHOWN}}"}
    except (KeyError, TypeError):
        question = claim = None
    if not isinstance(question, str) or not isinstance(claim, str):
        wanted = 'an object with "question" and "claim", both texts'
        return {"line": number, "error": f"Line {number} is not {wanted}: {line:.{_SHOWN}}"}
    try:
        return judged_object(pair, services.judge(question, claim))
    except BadQuestion as error:
        return {"line": number, "error": f"Line {number}: {error}"}
