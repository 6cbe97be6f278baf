"""The frames in which a noun or a passive verb carries the attribution.

According to X, content | content, according to X
content was VERB by X                     The deal was first reported by X
X's NOUN that content                     X's claim that …
"""

from dataclasses import replace

from retrieval.claims.attribution import Attribution
from retrieval.claims.english_phrases import phrase_left, phrase_right, trimmed
from retrieval.claims.english_relays import inside
from retrieval.claims.english_sentence import Sentence
from retrieval.claims.english_speech import spoken
from retrieval.claims.english_subjects import named_behind


def according(s: Sentence) -> Attribution | None:
    """According to X, before or behind what is said."""
    for at in range(len(s.norms) - 2):
        if s.norms[at : at + 2] != ["according", "to"]:
            continue
        end = phrase_right(s, at + 2)
        source = named_behind(s, end) or s.mention(at + 2, end)
        if source:
            content = (0, at) if at > 1 else (end, len(s.tokens))
            return inside(Attribution(source, (), "report", s.span(*content)), spoken(s.part(*content)))
    return None


def passive(s: Sentence) -> Attribution | None:
    """The content was first reported by X."""
    for at in range(2, len(s.norms) - 1):
        cue = s.g.cues.get(s.norms[at])
        if cue is None or s.norms[at + 1] != "by" or s.g.passive.isdisjoint(s.norms[at - 2 : at]):
            continue
        source = s.mention(at + 2, phrase_right(s, at + 2))
        if source and (source.kind != "person" or source.name[0].isupper()):
            return Attribution(source, (), cue, s.span(0, at - 1))
    return None


def nominal(s: Sentence) -> Attribution | None:
    """X's claim that … is somebody's."""
    for at in range(1, len(s.norms) - 3):
        cue = s.g.nouns.get(s.norms[at])
        if cue is None or s.norms[at + 1] != "that" or not s.norms[at - 1].endswith(("'s", "s'")):
            continue
        if source := s.mention(*trimmed(s, phrase_left(s, at), at)):
            source = replace(source, name=source.name.removesuffix("'s").removesuffix("’s"))
            return Attribution(source, (), cue, s.span(at + 2, len(s.tokens)))
    return None
