"""A yes-no question as a statement: what it would say if it did not ask.

Small and honest: Bengali loses its particle; in English the verb that opens the question goes behind
the subject where the end of that can be told, and is left out where it cannot. Words are never made
up, so "did" stays: "Musk did talk to Putin". A statement stays as it is.
"""

import re
from functools import cache
from typing import Any

from retrieval.datafiles import load_data
from retrieval.language.detect import is_bengali
from retrieval.language.normalise import normalise

_LONGEST_SUBJECT = 8
_WORD = re.compile(r"[^\s?!।]+")
_BASE = ("did", "does", "do", "will", "would", "shall", "should", "can", "could", "may", "might", "must")


@cache
def _words(group: str) -> frozenset[str]:
    rows: list[str] = load_data("retrieval.stance", "as_statement.yaml")[group]
    return frozenset(normalise(str(word)) for word in rows)


@cache
def _negated() -> dict[str, str]:
    rows: dict[str, str] = load_data("retrieval.stance", "as_statement.yaml")["negated"]
    return {normalise(form): words for form, words in rows.items()}


@cache
def _verbs() -> frozenset[str]:
    """English verbs of the lexicon in their first form."""
    entries: dict[str, Any] = load_data("retrieval.language", "concepts/verbs.yaml")
    return frozenset(str(form) for entry in entries.values() for form in entry["en"] if " " not in str(form))


def as_statement(question: str) -> str:
    """What a yes-no question asks whether it is so, as a statement.

    Args:
        question: in Bengali script, English or romanised Bengali.

    Example:
        >>> as_statement("Did Musk talk to Putin regularly?")
        'Musk did talk to Putin regularly.'
        >>> as_statement("মাস্ক কি পুতিনের সাথে কথা বলতেন?")
        'মাস্ক পুতিনের সাথে কথা বলতেন।'
    """
    row = _WORD.findall(question)
    if is_bengali(question):
        return " ".join(word for word in row if normalise(word) not in _words("particles")) + "।"
    first = normalise(row[0]) if row else ""
    if first in _negated() or first in _words("auxiliaries"):
        row = _turned(_negated().get(first, first), row[1:])
    kept = [word for word in row if normalise(word) not in _words("particles")]
    return " ".join(kept).rstrip(".,") + "."


def _turned(verb: str, rest: list[str]) -> list[str]:
    """The verb behind the subject; without it where nobody can tell how far that goes."""
    end = _subject_end(verb.split()[0], [normalise(word).strip(",.") for word in rest])
    if end is None:
        negation = ["not"] if verb.endswith("not") else []
        return [*negation, *rest]
    subject = [rest[0][:1].upper() + rest[0][1:], *rest[1:end]]
    return [*subject, verb, *rest[end:]]


def _subject_end(verb: str, row: list[str]) -> int | None:
    if row and row[0] in _words("pronouns") and len(row) > 1:
        return 1
    for at in range(1, min(len(row), _LONGEST_SUBJECT)):
        if row[at - 1] in _words("determiners"):
            continue
        if row[at] in _words("ends_subject"):
            return at
        if verb in _BASE and row[at] in _verbs():
            return at
        if verb not in _BASE and row[at].endswith(("ed", "ing", "en")):
            return at
    return None
