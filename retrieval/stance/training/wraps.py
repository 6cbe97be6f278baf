"""Plain claims made out of questions: the proposition, put into what newspapers put around one.

"মন্ত্রী কি পদত্যাগ করেছেন?" gives "মন্ত্রী পদত্যাগ করেছেন", which one speaker confirms, another calls a
rumour, and a third does not comment on. It teaches what denial, falsity and doubt do, whatever the event.
"""

import random
import re
from dataclasses import dataclass
from functools import cache

from retrieval.models import ArticleLanguage, Stance
from retrieval.question import read_question
from retrieval.stance.training.families import FOLDER, Asked

_KINDS: dict[str, int] = {"says": 1, "denies": -1, "open": 0}
_ASKING = re.compile(r"(?<![^\s,])(?:কি|নাকি|কী|না কি)(?![^\s,?।])")
_STATED = re.compile(
    r"^(?!is |are |was |were |has |have |had |did |does |do |will |can |could |should |would )", re.I
)


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A made claim and its side towards what the question it was made of says."""

    text: str
    language: ArticleLanguage
    sign: int


@cache
def _wraps() -> dict[str, dict[str, list[str]]]:
    from retrieval.datafiles import parse_yaml

    path = FOLDER / "wraps.yaml"
    found: dict[str, dict[str, list[str]]] = parse_yaml(path.read_text(encoding="utf-8"), path.name)
    return found


def wrap(asked: Asked, chance: random.Random) -> Wrapped | None:
    """A claim made of a question; None of one in Latin Bengali, or one that a wrap cannot hold."""
    if asked.language == "bn-Latn":
        return None
    statement = _statement(asked)
    groups = _wraps()[asked.language]
    kind = chance.choice(list(_KINDS))
    wraps = [text for text in groups[kind] if statement or "{p}" not in text]
    if not wraps:
        return None
    filled = chance.choice(wraps).replace("{q}", asked.text.strip()).replace("{p}", statement or "")
    return Wrapped(filled.replace("{s}", chance.choice(groups["speakers"])), asked.language, _KINDS[kind])


def _statement(asked: Asked) -> str | None:
    """The question as a statement, where dropping what asks is enough."""
    core = read_question(asked.text).core.strip(" ?।.!")
    if asked.language == "bn":
        bare = " ".join(_ASKING.sub(" ", core).split()).strip(" ,?।")
        return bare or None
    return core if _STATED.match(core) else None


def turned(sign: int, opposite: bool) -> Stance:
    """The stance of a side, turned round where one of the two questions asks the opposite."""
    sides: dict[int, Stance] = {1: "supports", -1: "refutes", 0: "neutral"}
    return sides[-sign if opposite else sign]
