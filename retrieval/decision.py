"""Whether what a moderator decides of a claim and a question can be stored and can hold."""

from typing import get_args

from retrieval.errors import BadInput
from retrieval.models import Stance
from retrieval.question import Question


def check_correction(
    question: Question, stance: Stance | None, answer: str | None, *, by: str, reason: str
) -> None:
    """Refuse a correction that says nothing, or not what the question asks.

    Args:
        question: which it is about.
        stance: the side; None for a withdrawal.
        answer: to an open question.
        by: who decides.
        reason: why.

    Raises:
        BadInput: what is wrong, and what to give instead.
    """
    for name, text in (("by", by), ("reason", reason)):
        if not text.strip() or not _storable(text):
            raise BadInput(f"A correction needs {name!r} as plain text; {text!a:.80} is none.")
    if stance is None:
        return
    if stance not in get_args(Stance):
        raise BadInput(f"{stance!r:.80} is no stance; give one of {', '.join(get_args(Stance))}.")
    if answer is not None and not (answer.strip() and _storable(answer)):
        raise BadInput(f"{answer!a:.80} is no answer; give the words of the claim that answer, or none.")
    if question.asked and stance != "neutral":
        raise BadInput(
            f"The question has no yes and no, so no claim {stance} it; give neutral, and the answer."
        )
    if not question.asked and answer is not None:
        raise BadInput("The question is answered with yes or no; give a stance, and no answer.")


def _storable(text: str) -> bool:
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False
