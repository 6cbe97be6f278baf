"""The words of ``data/en.yaml`` in the shape in which the English parser looks them up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise
from retrieval.models import Cue

Words = frozenset[str]
Endings = tuple[str, ...]
CueOf = Mapping[str, Cue]
# From a word to the group that it stands in.
GroupOf = Mapping[str, str]


@dataclass(frozen=True)
class Grammar:
    """Every group of ``en.yaml`` under its name there; the file says what each is for."""

    cues: CueOf
    phrasal_cues: CueOf
    nouns: CueOf
    participles: CueOf
    tells: Words
    relays: Words
    denies_speech_only: Words
    objects_of_speech: Words
    needs_clause: Words
    takes_object: Words
    no_speech_behind: Words
    determiners: Words
    before_nouns: Words
    noun_forms: Words
    infinitive_marks: Words
    auxiliaries: Words
    passive: Words
    perfect: Words
    irregular_verbs: Words
    negated: Words
    boundaries: Words
    leads: Words
    opening_prepositions: Words
    dated: Words
    adverbial: Words
    ends_phrase: Words
    no_description: Words
    ends_head: Words
    inside_names: Words
    relatives: Words
    definite: Words
    indefinite: Words
    joins_second: Words
    pronouns: GroupOf
    titles: Words
    title_endings: Endings
    unnamed: Words
    documents: Words
    organisations: Words
    outlets: Words


def is_title(norm: str, g: Grammar) -> bool:
    """Whether a word is a title, post or trade, alone or with a hyphen: officer-in-charge."""
    return norm in g.titles or norm.endswith(g.title_endings) or norm.split("-")[0] in g.titles


@cache
def grammar() -> Grammar:
    """The grammar, read once."""
    data = load_data("retrieval.claims", "en.yaml")
    return Grammar(**{field.name: _READERS[field.type](data[field.name]) for field in fields(Grammar)})


def _words(items: Iterable[str]) -> Words:
    return frozenset(normalise(str(item)) for item in items)


def _group_of(groups: Mapping[str, Iterable[str]]) -> GroupOf:
    return {normalise(word): group for group, items in groups.items() for word in items}


# How a group is read, by the type of its field.
_READERS: dict[Any, Any] = {Words: _words, Endings: tuple, CueOf: _group_of, GroupOf: _group_of}
