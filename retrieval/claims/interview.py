"""Interviews printed as turns: whose turn a paragraph is says who speaks in it.

Padma Daily: Will the river dry out?          a question stays the publisher's
Selina Parvin: It already has.                what is answered is hers
Q: And the farmers?   A: They are leaving.    so it is where only letters mark the turns
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from retrieval.claims.attribution import Attribution, Mention, ReadSentence
from retrieval.claims.register import Register, name_key
from retrieval.claims.ties import Ties
from retrieval.models import Article

_LABEL = re.compile(r"[\s*_]*(?P<who>[^\W\d_][^:ঃ।?!\n]{0,50}?)[\s*_]*[:ঃ][\s*_]+(?=\S)")
_FEWEST_TURNS = 2  # of each of two
_LONGEST_LABEL = 6  # words
_FEWEST_WORDS = 3


def answers(
    article: Article, found: Sequence[ReadSentence], ties: Ties, register: Register
) -> list[ReadSentence]:
    """The sentences, those in a turn of whoever is asked given to him.

    Args:
        article: whose sentences they are; its publisher asks.
        found: its sentences in order, as read.
        ties: the words that mark question and answer.
        register: known claimants; an outlet asks.
    """
    turns = _turns(article.text, found)
    counted = Counter(name_key(turn["who"]) for turn in turns.values())
    labels = {label for label, count in counted.items() if count >= _FEWEST_TURNS}
    if len(labels) < len(("who asks", "who is asked")):
        return list(found)
    asking = {name_key(article.publisher or "")} | ties.asks
    asking |= {label for label in labels if (known := register.find(label)) and known.kind == "outlet"}
    guest = _guest(found, min(turns))
    return list(_given(found, turns, labels - asking, ties, guest))


def _turns(text: str, found: Sequence[ReadSentence]) -> dict[int, re.Match[str]]:
    """The label of each paragraph that opens with one."""
    turns: dict[int, re.Match[str]] = {}
    last = -1
    for sentence in found:
        label = _LABEL.match(text, *sentence.span) if sentence.paragraph != last else None
        if label and len(label["who"].split()) <= _LONGEST_LABEL:
            turns[sentence.paragraph] = label
        last = sentence.paragraph
    return turns


def _guest(found: Sequence[ReadSentence], first_turn: int) -> Mention | None:
    """The first person named above the first turn: whoever "A:" is."""
    above = (sentence.people for sentence in found if sentence.paragraph < first_turn)
    return next((person for people in above for person in people), None)


def _given(
    found: Sequence[ReadSentence],
    turns: Mapping[int, re.Match[str]],
    answering: set[str],
    ties: Ties,
    guest: Mention | None,
) -> Iterator[ReadSentence]:
    for sentence in found:
        turn = turns.get(sentence.paragraph)
        label = name_key(turn["who"]) if turn else ""
        name = guest.name if guest and label in ties.answers else turn["who"] if turn else ""
        known = label in answering and (label not in ties.answers or guest is not None)
        yield _answered(sentence, turn, name) if turn and known else sentence


def _answered(sentence: ReadSentence, turn: re.Match[str], name: str) -> ReadSentence:
    """A sentence of an answer, its label left out."""
    start, end = max(sentence.span[0], turn.end()), sentence.span[1]
    said = turn.string[start:end]
    sentence = replace(sentence, span=(start, end))
    if len(said.split()) < _FEWEST_WORDS or said.rstrip("\"”’' ").endswith("?"):
        return replace(sentence, attribution=None)
    return replace(sentence, attribution=Attribution(Mention("", name, "person"), (), "report", (start, end)))
