"""Sources that come through another: "X, citing Y, reported", an outlet that reports what Y said."""

from dataclasses import replace

from retrieval.claims.attribution import Attribution
from retrieval.claims.english_phrases import phrase_right
from retrieval.claims.english_sentence import Sentence


def cited(s: Sentence, found: Attribution) -> Attribution:
    """X, citing Y, reported: Y speaks, X relays."""
    for at, norm in enumerate(s.norms):
        if norm in s.g.relays:
            source = s.mention(at + 1, phrase_right(s, at + 1))
            if source and source.name != found.source.name:
                return replace(found, source=source, via=(found.source, *found.via), cue="report")
    return found


def inside(outer: Attribution, inner: Attribution | None) -> Attribution:
    """The speaker inside what an outlet, a document or unnamed people tell; else who tells it.

    A named person's account of what another said stays that person's claim.
    """
    if inner is None or inner.source.pronoun:
        return outer
    both_unnamed = outer.source.kind == inner.source.kind == "unnamed"
    if outer.source.kind in ("outlet", "document") or both_unnamed:
        return replace(inner, via=(outer.source, *inner.via))
    return outer
