"""Concepts: what English and Bengali words both name, so that words meet across languages.

From the bilingual lexicon in ``data/concepts``. A concept is a news notion (resign, often, lakh), not a
word sense of a dictionary; it also knows which concepts exclude it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from retrieval.datafiles import load_data
from retrieval.errors import BadData
from retrieval.language.normalise import normalise, words
from retrieval.language.stem import stem

_FILES = ("public_life", "society", "general")
_ROOT = "√"
_LONGEST_PHRASE = 4


@dataclass(frozen=True)
class _Lexicon:
    phrases: dict[tuple[str, ...], frozenset[str]]
    roots: dict[str, frozenset[str]]
    opposites: dict[str, frozenset[str]]
    endings: re.Pattern[str]


@cache
def _lexicon() -> _Lexicon:
    phrases: dict[tuple[str, ...], set[str]] = {}
    roots: dict[str, set[str]] = {}
    opposites: dict[str, set[str]] = {}
    for name in _FILES:
        for concept, entry in load_data("retrieval.language", f"concepts/{name}.yaml").items():
            try:
                forms = [*entry["en"], *entry["bn"]]
            except (KeyError, TypeError) as error:
                raise BadData(f"concepts/{name}.yaml: {concept} needs en and bn.") from error
            for form in forms:
                _add(str(form), str(concept), phrases, roots)
            for other in entry.get("opposite", ()):
                opposites.setdefault(str(concept), set()).add(str(other))
                opposites.setdefault(str(other), set()).add(str(concept))
    listed = load_data("retrieval.language", "verbs.yaml")["endings"]
    endings = "|".join(sorted((re.escape(normalise(e)) for e in listed), key=len, reverse=True))
    return _Lexicon(
        {form: frozenset(ids) for form, ids in phrases.items()},
        {root: frozenset(ids) for root, ids in roots.items()},
        {concept: frozenset(ids) for concept, ids in opposites.items()},
        re.compile(f"(?:{endings})?"),
    )


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
    phrases = _lexicon().phrases
    for width in range(min(_LONGEST_PHRASE, len(stemmed) - at), 0, -1):
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
        >>> concepts("তিনি পদত্যাগ করেছেন")
        ['resign']
    """
    return list(_flatten(senses(words(text))))


def _flatten(found: Iterable[Sense]) -> Iterator[str]:
    for sense in found:
        yield from sorted(sense.ids)


def opposites(concept: str) -> frozenset[str]:
    """Concepts that exclude this one."""
    return _lexicon().opposites.get(concept, frozenset())


@cache
def lexicon_words() -> tuple[str, ...]:
    """The single Bengali words of the lexicon, as normalised."""
    found: dict[str, None] = {}
    for name in _FILES:
        for entry in load_data("retrieval.language", f"concepts/{name}.yaml").values():
            found.update(
                dict.fromkeys(
                    normalise(str(f))
                    for f in entry["bn"]
                    if " " not in str(f) and not str(f).startswith(_ROOT)
                )
            )
    return tuple(found)
