"""The frames of a noun that carries the attribution.

X-GENITIVE MARKER[,] content                    X-এর মতে …
DOCUMENT অনুযায়ী content                         এজাহার অনুযায়ী …
"""

from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.bengali_phrases import noun_phrase, trimmed
from retrieval.claims.bengali_sentence import Sentence
from retrieval.claims.bengali_sources import document, owner
from retrieval.claims.bengali_subjects import LONGEST_SUBJECT
from retrieval.claims.bengali_words import ends_like_verb, without_genitive
from retrieval.language.normalise import normalise
from retrieval.models import Cue

_LAST_MARKER = 24  # tokens; a marker further on belongs to a clause inside what is said
_LAST_TOPIC = 14
_LAST_DOCUMENT = 12
_LAST_BARE_DOCUMENT = 2  # index of the token by which a document without an owner has opened a sentence
_FEWEST_TOLD = 3


@dataclass(frozen=True, slots=True)
class _Marker:
    """A marker in a sentence: tokens ``start`` to ``end`` (exclusive), ``before`` which the owner ends."""

    start: int
    end: int
    before: int
    cue: Cue
    needs_comma: bool


def marked(s: Sentence) -> Attribution | None:
    """X-এর মতে …, X-এর ভাষ্য, ‘…’, or a document by which something is so."""
    for marker in _markers(s):
        source = owner(s, marker.before)
        if source is None or (marker.needs_comma and not _opens_speech(s, marker.end, source)):
            continue
        norm = s.norms[marker.start]
        if norm in s.g.capacity_markers and source.kind == "person" and not source.pronoun:
            continue
        if norm in s.g.data_markers and source.kind in ("organisation", "office", "document"):
            source = document(
                s, [*noun_phrase(s, marker.before - 1), *s.tokens[marker.before : marker.start + 1]]
            )
        return Attribution(source, (), _cue(marker.cue, source), s.span_after(marker.end))
    return _by_document(s)


def _markers(s: Sentence) -> Iterator[_Marker]:
    for at in range(1, min(len(s.norms), _LAST_MARKER)):
        for cues, needs_comma in ((s.g.markers, False), (s.g.comma_markers, True)):
            if width := s.width_after(cues, at):
                cue = cues[tuple(s.norms[at : at + width])]
                yield _Marker(at, at + width, _past_adjectives(s, at), cue, needs_comma)
                break


def _past_adjectives(s: Sentence, at: int) -> int:
    """Before "সর্বশেষ", "প্রাথমিক" between the owner and the marker."""
    while at > 1 and s.norms[at - 1] in s.g.marker_adjectives:
        at -= 1
    return at


def _cue(cue: Cue, source: Mention) -> Cue:
    """An opinion is a person's; of an outlet, a text or unnamed officials মতে only reports."""
    impersonal = source.kind in ("outlet", "unnamed", "document")
    return "report" if cue == "opinion" and impersonal else cue


def _opens_speech(s: Sentence, after: int, source: Mention) -> bool:
    """A mark, or a whole clause of somebody's own: "তাঁদের দাবি …"."""
    if s.marks_clause(after):
        return True
    rest = [token.norm for token in s.tokens[after:] if token.word]
    return (
        after < _LAST_TOPIC
        and len(rest) > _FEWEST_TOLD
        and s.norms[after - 1] not in s.g.topic_markers
        and rest[0] not in s.g.demand_outcomes
        and ends_like_verb(rest[-1])
        and _surely_speaks(s, source)
    )


def _surely_speaks(s: Sentence, source: Mention) -> bool:
    """Whether a source is a person beyond doubt: a pronoun, an unnamed one, a known or Bengali name."""
    if source.pronoun is not None or source.kind == "unnamed":
        return True
    named = normalise(source.name).split()[-1:]
    bengali = not s.g.name_words.isdisjoint(named)
    return source.kind == "person" and (source.role or bengali or s.register.find(source.name) is not None)


def _by_document(s: Sentence) -> Attribution | None:
    """এজাহার অনুযায়ী …: a document speaks, unless somebody says so ("X বলেন নিয়ম অনুযায়ী …")."""
    spoken = min((verb.end for verb in s.verbs if not verb.passive), default=_LAST_DOCUMENT)
    for at, norm in enumerate(s.norms[1 : min(spoken, _LAST_DOCUMENT)], start=1):
        noun = s.norms[at - 1]
        named = not s.g.texts.keys().isdisjoint((noun, without_genitive(noun)))
        if named and norm in s.g.document_markers:
            found = noun_phrase(s, at - 1) or [s.tokens[at - 1]]
            if len(found) == 1 and s.tokens.index(found[0]) > _LAST_BARE_DOCUMENT:
                continue  # "… আইন অনুযায়ী জরিমানা করা হবে": how, not who says so
            return Attribution(document(s, found), (), "report", s.span_after(at + 1))
    return None


def held(s: Sentence) -> Attribution | None:
    """… বলে দাবি X-এর।, … বলে অভিমত X-এর।: the speaker in the genitive at the end."""
    if without_genitive(s.norms[-1]) is None:
        return None
    for at in range(max(2, len(s.norms) - LONGEST_SUBJECT), len(s.norms) - 1):
        cue = s.g.comma_markers.get((s.norms[at],))
        if cue and s.norms[at - 1] in s.g.closes_clause:
            source = s.mention(trimmed(s, s.tokens[at + 1 :]), "genitive")
            return Attribution(source, (), _cue(cue, source), s.span_before(at - 1)) if source else None
    return None
