"""What a question asks that no yes or no answers: how many, how often, who, when, where, why.

It tells the kind of question by its words alone, in all three ways of writing. Whether any claim
answers it is found out in ``answers``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from retrieval.datafiles import load_data
from retrieval.language.detect import is_bengali
from retrieval.language.negation import negates
from retrieval.language.normalise import normalise, words

Kind = Literal["number", "often", "who", "when", "where", "why", "which", "other"]
Phrase = tuple[str, ...]
_KINDS: tuple[Kind, ...] = ("often", "when", "where", "why", "number", "who", "which", "other")
_FEW = 5  # words of a question that needs no sign of one: "when is the exam"
_FEW_PROPOSED = 3
_PART = re.compile(r"[,;?!।—–]+")
# They begin questions only: no sentence that states something begins with them.
_ALWAYS_ASKS: tuple[Kind, ...] = ("number", "often", "who")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an open question asks.

    Attributes:
        kind: what an answer would be: a number, how often, who, when, where, why; or something that
            claims are not read for ("how", "what").
        at: index of the question word among the words of the question.
        width: of how many words it is.
        speech: "says" where it asks who made a claim, "denies" where who denied one.
    """

    kind: Kind
    at: int
    width: int
    speech: Literal["says", "denies"] | None = None


@dataclass(frozen=True)
class _Groups:
    """The groups of ``asked.yaml`` in compared form."""

    openers: dict[Phrase, Kind]
    which: dict[str, Kind]
    numbered: frozenset[Phrase]
    what: frozenset[str]
    ki_first: frozenset[str]
    yes_no: frozenset[Phrase]
    not_yes_no_behind: frozenset[str]
    auxiliaries: frozenset[str]
    before: frozenset[str]
    ke_verbs: frozenset[str]
    names: frozenset[Phrase]
    speech: frozenset[Phrase]
    denial: frozenset[Phrase]
    speakers: frozenset[str]
    talked_with: frozenset[Phrase]
    between: frozenset[str]
    links: frozenset[str]
    counted: frozenset[str]


def _phrase(text: str) -> Phrase:
    return tuple(words(text))


@cache
def _groups() -> _Groups:
    data: dict[str, Any] = load_data("retrieval", "asked.yaml")

    def set_of(group: str) -> frozenset[str]:
        listed = data[group]
        rows = [w for row in listed.values() for w in row] if isinstance(listed, dict) else listed
        return frozenset(normalise(word) for word in rows)

    def phrases(group: str) -> frozenset[Phrase]:
        return frozenset(_phrase(text) for text in set_of(group))

    return _Groups(
        openers={
            _phrase(text): kind for kind in _KINDS for row in data["words"][kind].values() for text in row
        },
        which={normalise(word): kind for kind, row in data["which"].items() for word in row},
        numbered=phrases("numbered"),
        what=set_of("what"),
        ki_first=set_of("ki_first"),
        yes_no=phrases("yes_no"),
        not_yes_no_behind=set_of("not_yes_no_behind"),
        auxiliaries=set_of("auxiliaries"),
        before=set_of("before"),
        ke_verbs=set_of("ke_verbs"),
        names=phrases("names"),
        speech=phrases("speech"),
        denial=phrases("denial"),
        speakers=set_of("speakers"),
        talked_with=phrases("talked_with"),
        between=set_of("between"),
        links=set_of("speech_links"),
        counted=set_of("counted"),
    )


def question_words() -> frozenset[str]:
    """The single words that open a question; they carry no content."""
    return frozenset(phrase[0] for phrase in _groups().openers if len(phrase) == 1)


def asked_of(text: str) -> Asked | None:
    """What a question asks; None where yes or no answers it, or where it is a mere statement.

    A question of both kinds ("how many died, is it 100?") wants a yes or no, and so does whoever
    asks whether somebody said when.

    Args:
        text: the question without the chat around it.

    Example:
        >>> asked_of("কতজন মারা গেছেন?").kind, asked_of("did he say when it will be held?")
        ('number', None)
    """
    row = words(text)
    found = _opener(row, text)
    if found is None or _wants_yes_or_no(row, text, found):
        return None
    if found.kind == "which" or (found.kind == "other" and found.width == 1):
        found = _specified(row, found)
    return Asked(found.kind, found.at, found.width, _speech(row, found)) if found.kind == "who" else found


def content_of(text: str) -> str:
    """An open question without the words that ask: what claims on it have to speak of.

    Example:
        >>> content_of("how many people died in the fire")
        'died in the fire'
    """
    row = words(text)
    asked = asked_of(f"{text}?")
    if asked is None:
        return text
    end = asked.at + asked.width
    if end < len(row) and row[end] in _groups().counted:
        end += 1
    return " ".join([*row[: asked.at], *row[end:]])


def topic_of(text: str) -> str:
    """A question who said something, without who and said: what is said to be so.

    Example:
        >>> topic_of("who said that the bridge collapsed")
        'bridge collapsed'
    """
    row = words(text)
    groups = _groups()
    gone = {at for phrase in groups.speech | groups.denial for at in _places(row, phrase)}
    asked = asked_of(text)
    if asked:
        gone |= set(range(asked.at, asked.at + asked.width))
    first = min(gone, default=0)
    while first < len(row) and (first in gone or row[first] in groups.links):
        gone.add(first)
        first += 1
    return " ".join(word for at, word in enumerate(row) if at not in gone)


def _opener(row: Sequence[str], text: str) -> Asked | None:
    """The first question word, if it asks where it stands."""
    hidden = {at for name in _groups().names for at in _places(row, name)}
    english = not is_bengali(text) and not _romanised(row)
    for at in (n for n in range(len(row)) if n not in hidden):
        for width in range(min(5, len(row) - at), 0, -1):
            kind = _groups().openers.get(tuple(row[at : at + width]))
            if kind is None or hidden & set(range(at, at + width)):
                continue
            if _asks(row, at, width, kind, english, text):
                return Asked(kind, at, width)
            break
    return _what(row) or _numbered(row)


def _romanised(row: Sequence[str]) -> bool:
    """Whether any of the words that ask is one of romanised Bengali."""
    data = load_data("retrieval", "asked.yaml")["words"]
    known = {words(text)[0] for group in data.values() for text in group["banglish"]}
    return any(word in known or (word,) in _groups().yes_no for word in row)


def _asks(row: Sequence[str], at: int, width: int, kind: Kind, english: bool, text: str) -> bool:
    """Whether a question word asks, and is no relative pronoun, case ending or name."""
    if row[at] == "ke":
        return at == 0 or (at == len(row) - 2 and row[-1] in _groups().ke_verbs)
    if not english:
        return not (row[at] == "koi" and at == 0 and len(row) == 1)
    if at == len(row) - 1 and at > 0:
        return True
    if not all(word in _groups().before for word in row[:at]):
        return False
    if kind in _ALWAYS_ASKS or "?" in text or len(row) <= _FEW:
        return True
    return row[at + width] in _groups().auxiliaries if at + width < len(row) else True


def _what(row: Sequence[str]) -> Asked | None:
    """কী as "what": before a verb that takes it; "ki" as "what" only where it begins."""
    groups = _groups()
    if len(row) > 1 and row[0] in {"ki", normalise("কি")} and row[1] in groups.ki_first:
        return Asked("other", 0, 1)
    what = normalise("কী")
    for at, word in enumerate(row):
        if word == what and (at == len(row) - 1 or row[at + 1] in groups.what):
            return Asked("other", at, 1)
    return None


def _numbered(row: Sequence[str]) -> Asked | None:
    """ "What is the death toll": a number by what it is the number of."""
    if not row or row[0] not in {"what", "what's"}:
        return None
    places = [at for phrase in _groups().numbered for at in _places(row, phrase)]
    return Asked("number", 0, 1) if places else None


def _wants_yes_or_no(row: Sequence[str], text: str, found: Asked) -> bool:
    groups = _groups()
    if row[0] in groups.auxiliaries or _is_statement(row, found):
        return True
    for phrase in groups.yes_no:
        for at in _places(row, phrase):
            if at in range(found.at, found.at + found.width):
                continue
            if at == 0 or row[at - 1] not in groups.not_yes_no_behind:
                return True
    return any(part[0] in groups.auxiliaries or _proposes(part) for part in _later_parts(text))


def _is_statement(row: Sequence[str], found: Asked) -> bool:
    """কোন is often typed for কোনো, "any": with a negation it asks nothing."""
    return found.kind == "which" and row[found.at] == normalise("কোন") and any(map(negates, row))


def _proposes(part: Sequence[str]) -> bool:
    """Whether a part is a mere number, put up for a yes or no: "how many died, 100?"."""
    return len(part) <= _FEW_PROPOSED and part[0][0].isdigit()


def _later_parts(text: str) -> Iterator[list[str]]:
    """What stands behind the first comma, dash or question mark: "how many died, is it 100?"."""
    for part in _PART.split(normalise(text))[1:]:
        if found := words(part):
            yield found


def _specified(row: Sequence[str], found: Asked) -> Asked:
    """ "Which" and "what" by the word behind them, or by what they are the number of."""
    if numbered := _numbered(row):
        return numbered
    behind = row[found.at + found.width : found.at + found.width + 2]
    kinds = [_groups().which[word] for word in behind if word in _groups().which]
    if found.kind == "which" or row[found.at] in {"what"}:
        direct = kinds and behind[0] in _groups().which
        if found.kind == "which" or direct:
            return Asked(kinds[0] if kinds else "other", found.at, found.width)
    return found


def _speech(row: Sequence[str], found: Asked) -> Literal["says", "denies"] | None:
    """Whether a question asks for the one who made a claim, or denied it."""
    groups = _groups()
    if row[found.at] not in groups.speakers or any(_places(row, p) for p in groups.talked_with):
        return None
    if row[found.at] in {"who", "who's"} and not _speaks(row, found.at + 1):
        return None
    if any(_places(row, phrase) for phrase in groups.denial):
        return "denies"
    return "says" if any(_places(row, phrase) for phrase in groups.speech) else None


def _speaks(row: Sequence[str], at: int) -> bool:
    """Whether a verb of speech follows right behind an English who."""
    groups = _groups()
    while at < len(row) and row[at] in groups.between:
        at += 1
    return any(tuple(row[at : at + len(phrase)]) == phrase for phrase in groups.speech | groups.denial)


def _places(row: Sequence[str], phrase: Phrase) -> list[int]:
    """The indexes of all words of every occurrence of a phrase."""
    width = len(phrase)
    return [
        at + n
        for at in range(len(row) - width + 1)
        if tuple(row[at : at + width]) == phrase
        for n in range(width)
    ]
