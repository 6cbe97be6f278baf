"""Concepts: what English and Bengali words both name, so that words meet across languages.

From the bilingual lexicon, every file in ``data/concepts``; what several files say of one id adds up.
A concept is a news notion (resign, often, lakh), not a word sense of a dictionary; it also knows which
concepts exclude it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from retrieval.datafiles import data_names, load_data
from retrieval.errors import BadData
from retrieval.language.normalise import normalise, words
from retrieval.language.stem import stem

_ROOT = "√"


@dataclass(frozen=True)
class _Lexicon:
    phrases: dict[tuple[str, ...], frozenset[str]]
    roots: dict[str, frozenset[str]]
    opposites: dict[str, frozenset[str]]
    endings: re.Pattern[str]
    longest: int


@cache
def _lexicon() -> _Lexicon:
    phrases: dict[tuple[str, ...], set[str]] = {}
    roots: dict[str, set[str]] = {}
    opposites: dict[str, set[str]] = {}
    for name, concept, entry in _entries():
        try:
            forms = [*entry["en"], *entry["bn"]]
        except (KeyError, TypeError) as error:
            raise BadData(f"{name}: {concept} needs en and bn; add the missing one.") from error
        for form in forms:
            _add(str(form), concept, phrases, roots)
        for other in entry.get("opposite", ()):
            opposites.setdefault(concept, set()).add(str(other))
            opposites.setdefault(str(other), set()).add(concept)
    listed = load_data("retrieval.language", "verbs.yaml")["endings"]
    endings = "|".join(sorted((re.escape(normalise(e)) for e in listed), key=len, reverse=True))
    return _Lexicon(
        {form: frozenset(ids) for form, ids in phrases.items()},
        {root: frozenset(ids) for root, ids in roots.items()},
        {concept: frozenset(ids) for concept, ids in opposites.items()},
        re.compile(f"(?:{endings})?"),
        max(map(len, phrases), default=0),
    )


def _entries() -> Iterator[tuple[str, str, Any]]:
    """File, id and entry of every concept; an id may come from several files."""
    for name in data_names("retrieval.language", "concepts"):
        for concept, entry in load_data("retrieval.language", name).items():
            yield name, str(concept), entry


def _add(
    form: str, concept: str, phrases: dict[tuple[str, ...], set[str]], roots: dict[str, set[str]]
) -> None:
    if form.startswith(_ROOT):
        roots.setdefault(normalise(form[1:]).strip(), set()).add(concept)
    else:
        key = tuple(stem(word) for word in words(form))
        if key:
            phrases.setdefault(key, set()).add(concept)


@dataclass(frozen=True, slots=True)
class Sense:
    """Concepts named at one place of a text.

    Attributes:
        at: index of the first word.
        width: how many words name it.
        ids: the concepts; more than one where the words are ambiguous.
    """

    at: int
    width: int
    ids: frozenset[str]


def senses(tokens: Iterable[str]) -> list[Sense]:
    """The concepts that a row of normalised words names; the longest phrase wins at each place."""
    row = list(tokens)
    stemmed = [stem(word) for word in row]
    found: list[Sense] = []
    at = 0
    while at < len(row):
        sense = _phrase_at(stemmed, at) or _word_at(row[at], at)
        if sense:
            found.append(sense)
        at += sense.width if sense else 1
    return found


def _phrase_at(stemmed: list[str], at: int) -> Sense | None:
    phrases, longest = _lexicon().phrases, _lexicon().longest
    for width in range(min(longest, len(stemmed) - at), 0, -1):
        if ids := phrases.get(tuple(stemmed[at : at + width])):
            return Sense(at, width, ids)
    return None


def _word_at(word: str, at: int) -> Sense | None:
    ids = _by_root(word)
    return Sense(at, 1, ids) if ids else None


@lru_cache(maxsize=100_000)
def _by_root(word: str) -> frozenset[str]:
    """Concepts of a Bengali verb by its root: বাড়ছে is an inflection of √বাড়."""
    lexicon = _lexicon()
    for end in range(len(word), 0, -1):
        ids = lexicon.roots.get(word[:end])
        if ids and lexicon.endings.fullmatch(word[end:]):
            return ids
    return frozenset()


def concepts(text: str) -> list[str]:
    """Every concept that a text names, in order, ambiguous words with all their concepts.

    Example:
        >>> concepts("প্রধানমন্ত্রী")
        ['prime-minister']
    """
    return list(_flatten(senses(words(text))))


def _flatten(found: Iterable[Sense]) -> Iterator[str]:
    for sense in found:
        yield from sorted(sense.ids)


@cache
def _implied() -> dict[str, frozenset[str]]:
    told = load_data("retrieval.language", "implies.yaml")
    return {str(concept): frozenset(map(str, others)) for concept, others in told.items()}


@lru_cache(maxsize=10_000)
def with_implied(ids: frozenset[str]) -> frozenset[str]:
    """The concepts, and those they are evidence for, two steps far ("they telephoned": they talked).

    Example:
        >>> "talk" in with_implied(frozenset({"call-by-phone"}))
        True
    """
    implied = _implied()
    found = set(ids)
    for _ in range(2):
        found |= {other for concept in found for other in implied.get(concept, ())}
    return frozenset(found)


def opposites(concept: str) -> frozenset[str]:
    """Concepts that exclude this one."""
    return _lexicon().opposites.get(concept, frozenset())


@cache
def lexicon_words() -> tuple[str, ...]:
    """The single Bengali words of the lexicon, as normalised."""
    forms = (str(form) for _, _, entry in _entries() for form in entry["bn"])
    return tuple(dict.fromkeys(normalise(f) for f in forms if " " not in f and not f.startswith(_ROOT)))
