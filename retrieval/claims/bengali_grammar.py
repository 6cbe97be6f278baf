"""The words of ``data/bn.yaml`` in the shape in which the Bengali parser looks them up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise
from retrieval.models import ClaimantKind, Cue

Phrase = tuple[str, ...]
Words = frozenset[str]
Phrases = frozenset[Phrase]
Endings = tuple[str, ...]
# From a single word, or a phrase, to the group that it stands in.
GroupOf = Mapping[str, str]
CueOf = Mapping[Phrase, Cue]
WordCue = Mapping[str, Cue]
KindWords = Mapping[ClaimantKind, Words]


@dataclass(frozen=True)
class Grammar:
    """Every group of ``bn.yaml`` under its name there; the file says what each is for."""

    verbs: GroupOf
    cues: CueOf
    needs_clause: Phrases
    needs_no_mark: Phrases
    needs_mark: Phrases
    opens_clause: Words
    closes_clause: Words
    passives: Phrases
    passives_of_texts: Phrases
    passive_kinds: WordCue
    converb_kinds: CueOf
    takes_converb: Words
    denies_speech_only: Phrases
    objects_of_speech: Words
    no_statement: Words
    orders: Phrases
    infinitives: Words
    markers: CueOf
    comma_markers: CueOf
    marker_adjectives: Words
    data_markers: Words
    capacity_markers: Words
    topic_markers: Words
    demand_outcomes: Words
    relays: Phrases
    document_markers: Words
    texts: GroupOf
    outlet_texts: Words
    signed_by: Words
    text_articles: Words
    from_words: Words
    sides: Words
    hearsay_verbs: Words
    allegations: Words
    settings: Words
    before_setting: Words
    before_addressee: Words
    addressee_endings: Endings
    between: Words
    postpositions: Words
    adverbs: Phrases
    going_on: Words
    connectives: Words
    inside_phrases: Words
    joiners: Words
    determiners: Words
    times: Words
    converbs: Words
    converb_endings: Endings
    conditional_endings: Endings
    finite_words: Words
    names_like_verbs: Words
    pronouns: GroupOf
    first_person: Words
    relatives: Words
    reporting_relatives: Words
    back_references: Phrases
    demonstratives: Words
    told_things: Words
    word_of: Words
    titles: Phrases
    title_endings: Endings
    honorifics: Words
    name_words: Words
    no_names: Words
    no_name_endings: Endings
    name_genitives: Endings
    owner_endings: Endings
    unnamed_nouns: Words
    unnamed_phrases: Phrases
    unnamed_marks: Words
    plural_endings: Endings
    kinds: KindWords
    agencies: Phrases
    of_words: Words
    possessives: Words
    definite: Endings
    governments: Words
    before_government: Words
    before_government_endings: Endings


def is_title(norm: str, g: Grammar) -> bool:
    """Whether a word is a title, post or trade, alone or as the end of a compound."""
    return (norm,) in g.titles or norm.endswith(g.title_endings)


@cache
def grammar() -> Grammar:
    """The grammar, read once."""
    data = load_data("retrieval.claims", "bn.yaml")
    return Grammar(**{field.name: _READERS[field.type](data[field.name]) for field in fields(Grammar)})


def _words(items: Iterable[str]) -> Words:
    return frozenset(normalise(item) for item in items)


def _phrase(item: str) -> Phrase:
    return tuple(normalise(item).split())


def _group_of(groups: Mapping[str, list[str]]) -> GroupOf:
    return {normalise(word): normalise(group) for group, items in groups.items() for word in items}


# How a group is read, by the type of its field.
_READERS: dict[Any, Any] = {
    Words: _words,
    Phrases: lambda items: frozenset(_phrase(item) for item in items),
    Endings: lambda items: tuple(normalise(item) for item in items),
    GroupOf: _group_of,
    CueOf: lambda groups: {_phrase(item): cue for cue, items in groups.items() for item in items},
    WordCue: lambda cues: {normalise(word): cue for word, cue in cues.items()},
    KindWords: lambda kinds: {kind: _words(items) for kind, items in kinds.items()},
}
