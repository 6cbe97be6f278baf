"""Unnamed sources in English: "কিছু মার্কিন কর্মকর্তা" is "some US officials" where every word is known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise

_BEHIND = "…"


@dataclass(frozen=True)
class _Glossary:
    """The groups of ``unnamed.yaml``; Bengali words in compared form.

    Attributes:
        phrases: phrases in English; with "…" before them they go behind the noun.
        words: words in English; "" leaves a word out.
        joined: what parts two nouns of one source.
        counts: English words that go first.
        plural: those of them after which a noun is plural.
        nouns: English nouns that take the plural.
        before_counts: phrases that count by themselves.
        an: English words before which "a" is "an".
    """

    phrases: Mapping[str, str]
    words: Mapping[str, str]
    joined: re.Pattern[str]
    counts: frozenset[str]
    plural: frozenset[str]
    nouns: re.Pattern[str]
    before_counts: frozenset[str]
    an: re.Pattern[str]


@cache
def _glossary() -> _Glossary:
    data = load_data("retrieval.claims", "unnamed.yaml")
    return _Glossary(
        phrases={normalise(phrase): english for phrase, english in data["phrases"].items()},
        words={normalise(word): english for word, english in data["words"].items()},
        joined=re.compile(f" (?:{'|'.join(map(normalise, data['joiners']))}) "),
        counts=frozenset(data["counts"] + data["plural_counts"]),
        plural=frozenset(data["plural_counts"]),
        nouns=re.compile(rf"\b(?:{'|'.join(data['nouns'])})\b"),
        before_counts=frozenset(data["count_by_themselves"]),
        an=re.compile(rf"\ba (?=(?:{'|'.join(data['take_an'])}))"),
    )


def unnamed_in_english(name: str) -> str | None:
    """An unnamed source put into English word by word; None where a word is not in the glossary.

    Example:
        >>> unnamed_in_english("নাম প্রকাশে অনিচ্ছুক দুই রুশ কর্মকর্তা")
        'two unnamed Russian officials'
    """
    g = _glossary()
    text = f" {normalise(name)} "
    described: list[str] = []
    for phrase, english in g.phrases.items():
        if phrase in text:
            text = text.replace(phrase, " ")
            described.append(english)
    groups = [_english(part.split(), g) for part in g.joined.split(text)]
    known = [group for group in groups if group]
    if len(known) < len(groups):
        return None
    before = " ".join(english for english in described if not english.startswith(_BEHIND))
    behind = [english.removeprefix(_BEHIND).strip() for english in described if english.startswith(_BEHIND)]
    return g.an.sub("an ", " ".join([_ordered(before, known, g), *behind]))


def _english(tokens: Sequence[str], g: _Glossary) -> list[str]:
    """The words of one noun phrase in English; none where one of them is not known."""
    english = [_word(token, g) for token in tokens]
    return [] if None in english else [word for word in english if word]


def _word(token: str, g: _Glossary) -> str | None:
    found = g.words.get(token.rstrip(","))
    return f"{found}," if found and token.endswith(",") else found


def _ordered(before: str, groups: Sequence[Sequence[str]], g: _Glossary) -> str:
    """Bengali says "unnamed Russian two officials"; English counts first, and marks the plural."""
    if len(groups) > 1 and not g.nouns.search(" ".join(groups[0])):
        # "US, European and several Russian officials": one count for one noun.
        counts = [word for group in groups for word in group if word in g.counts]
        rest = " and ".join(" ".join(word for word in group if word not in g.counts) for group in groups)
        return _plural([*counts, rest], g)
    first, *others = groups
    phrases = [_counted_first(first, before, g), *(_counted_first(group, "", g) for group in others)]
    return " and ".join(_plural(phrase, g) for phrase in phrases)


def _counted_first(group: Sequence[str], before: str, g: _Glossary) -> list[str]:
    counts = [word for word in group if word in g.counts]
    rest = [word for word in group if word not in counts]
    if before in g.before_counts:
        return [*before.split(), *rest]
    return [*counts, *([before] if before else []), *rest]


def _plural(phrase: Sequence[str], g: _Glossary) -> str:
    text = " ".join(phrase)
    return g.nouns.sub(lambda noun: f"{noun.group()}s", text) if phrase[0] in g.plural else text
