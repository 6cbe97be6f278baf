"""The words of ``data/bn.yaml`` in the shape in which the Bengali parser looks them up."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise
from retrieval.models import ClaimantKind, Cue

Phrase = tuple[str, ...]


def folded(items: Iterable[str]) -> frozenset[str]:
    """Words in the form in which they are compared."""
    return frozenset(normalise(item) for item in items)


def phrases(items: Iterable[str]) -> frozenset[Phrase]:
    """Phrases as tuples of compared words."""
    return frozenset(tuple(normalise(item).split()) for item in items)


@dataclass(frozen=True)
class Grammar:
    """Every group of ``bn.yaml``, folded; see the file for what each is for."""

    verb_of: dict[str, str]
    cues: dict[Phrase, Cue]
    needs_clause: frozenset[Phrase]
    passives: frozenset[Phrase]
    converb_kinds: dict[Phrase, Cue]
    denies_speech_only: frozenset[Phrase]
    objects_of_speech: frozenset[str]
    name_words: frozenset[str]
    pointing_roles: frozenset[str]
    demonstratives: frozenset[str]
    infinitives: frozenset[str]
    markers: dict[Phrase, Cue]
    comma_markers: dict[Phrase, Cue]
    relays: frozenset[Phrase]
    document_markers: frozenset[str]
    text_owner: dict[str, str]
    settings: frozenset[str]
    postpositions: frozenset[str]
    adverbs: frozenset[Phrase]
    connectives: frozenset[str]
    times: frozenset[str]
    converbs: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    relatives: frozenset[str]
    back_references: frozenset[Phrase]
    denied_references: frozenset[Phrase]
    titles: frozenset[Phrase]
    title_endings: tuple[str, ...]
    honorifics: frozenset[str]
    no_statement: frozenset[str]
    unnamed_nouns: frozenset[str]
    unnamed_phrases: frozenset[Phrase]
    unnamed_marks: frozenset[str]
    plural_endings: tuple[str, ...]
    kind_words: dict[ClaimantKind, frozenset[str]]


def is_title(norm: str, g: Grammar) -> bool:
    """Whether a word is a title, post or trade, alone or as the end of a compound."""
    return (norm,) in g.titles or norm.endswith(g.title_endings)


def _by_phrase(groups: dict[Cue, list[str]]) -> dict[Phrase, Cue]:
    return {tuple(normalise(p).split()): kind for kind, items in groups.items() for p in items}


@cache
def grammar() -> Grammar:
    """The grammar, read once."""
    data = load_data("retrieval.claims", "bn.yaml")
    return Grammar(
        verb_of={normalise(f): normalise(v) for v, forms in data["verbs"].items() for f in forms},
        cues=_by_phrase(data["cues"]),
        needs_clause=phrases(data["needs_clause"]),
        passives=phrases(data["passives"]),
        converb_kinds={tuple(normalise(p).split()): k for p, k in data["converb_kinds"].items()},
        denies_speech_only=phrases(data["denies_speech_only"]),
        objects_of_speech=folded(data["objects_of_speech"]),
        name_words=folded(data["name_words"]),
        pointing_roles=folded(data["pointing_roles"]),
        demonstratives=folded(data["demonstratives"]),
        infinitives=folded(data["infinitives"]),
        markers=_by_phrase(data["markers"]["plain"]),
        comma_markers=_by_phrase(data["markers"]["before_comma"]),
        relays=phrases(data["markers"]["relay"]),
        document_markers=folded(data["markers"]["documents"]),
        text_owner={
            normalise(noun): owner
            for owner in ("outlet", "owner", "document")
            for noun in data["texts"][owner]
        },
        settings=folded(data["settings"]),
        postpositions=folded(data["postpositions"]),
        adverbs=phrases(data["adverbs"]),
        connectives=folded(data["connectives"]),
        times=folded(data["times"]),
        converbs=folded(data["converb_endings"]),
        singular=folded(data["pronouns"]["singular"]),
        plural=folded(data["pronouns"]["plural"]),
        relatives=folded(data["relatives"]),
        back_references=phrases(data["back_references"]),
        denied_references=phrases(data["denied_references"]),
        titles=phrases(data["titles"]),
        title_endings=tuple(folded(data["title_endings"])),
        no_statement=folded(data["no_statement"]),
        honorifics=folded(data["honorifics"]),
        unnamed_nouns=folded(data["unnamed"]["nouns"]),
        unnamed_phrases=phrases(data["unnamed"]["phrases"]),
        unnamed_marks=folded(data["unnamed"]["marks"]),
        plural_endings=tuple(folded(data["unnamed"]["plural_endings"])),
        kind_words={kind: folded(items) for kind, items in data["kinds"].items()},
    )
