"""The frame of a relayed source.

X-GENITIVE বরাত দিয়ে Y VERB content             (Y relays X)
Y X-GENITIVE বরাত দিয়ে VERB content
"""

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.bengali_clauses import clause_after, says_this
from retrieval.claims.bengali_phrases import trimmed
from retrieval.claims.bengali_sentence import Sentence
from retrieval.claims.bengali_sources import owner, owner_start, text_source
from retrieval.claims.bengali_subjects import subject_at_start, subject_left
from retrieval.claims.bengali_verbs import Verb

_LONGEST_OUTLET = 4
_LONGEST_OPENING = 2  # tokens before the source that only say in what, or when


def relayed(s: Sentence) -> Attribution | None:
    """X-এর বরাত দিয়ে Y জানায় …: X speaks, Y relays."""
    for at in range(len(s.norms)):
        width = s.width_after(s.g.relays, at)
        if not width:
            continue
        if outlet_end := _outlet_end(s, at):
            return _by_outlet_before(s, outlet_end, at, at + width)
        if source := owner(s, at):
            return _by_verb_after(s, source, at, at + width)
    return None


def _outlet_end(s: Sentence, at: int) -> int:
    """One past the outlet that stands before a source ("অ্যাক্সিওস এক কর্মকর্তার উদ্ধৃতি দিয়ে"); 0 for none."""
    return next((end for end in range(1, at) if s.known_before(end, kind="outlet")), 0)


def _by_outlet_before(s: Sentence, end: int, at: int, after: int) -> Attribution | None:
    outlet = s.mention(s.tokens[end - s.known_before(end, kind="outlet") : end])
    source = s.mention(s.tokens[end:at], "genitive")
    if source is None or outlet is None:
        return None
    cues = (verb.cue for verb in s.verbs if verb.start >= at)
    return Attribution(source, (outlet,), next(cues, "report"), s.span_after(after + 1))


def _by_verb_after(s: Sentence, source: Mention, at: int, after: int) -> Attribution | None:
    verb = next((verb for verb in s.verbs if verb.start >= after), None)
    if verb is None:
        return None
    begin = owner_start(s, at)
    relayer = _relayer(s, verb, after) or subject_at_start(s, begin)
    if relayer is None and verb.passive:
        relayer = text_source(s, 0, begin)  # "ওই প্রতিবেদনে X-এর বরাত দিয়ে বলা হয়"
    told_before = begin > _LONGEST_OPENING and not clause_after(s, verb)
    back = says_this(s, verb) and not clause_after(s, verb)
    content = s.span_before(begin) if told_before else s.span_after(verb.end)
    return Attribution(
        source=source,
        via=(relayer,) if relayer else (),
        cue=verb.cue if verb.cue != "opinion" else "report",
        content=None if back else content,
        back_reference=back,
    )


def _relayer(s: Sentence, verb: Verb, after: int) -> Mention | None:
    """Who relays, between the source and the verb, or behind a verb that ends the sentence."""
    between = text_source(s, after, verb.start) if verb.passive else subject_left(s, verb.start, after).source
    closes = len(s.norms) - verb.end <= _LONGEST_OUTLET and not s.marks_clause(verb.end)
    if between is None and closes:
        return s.mention(trimmed(s, s.tokens[verb.end :]))
    return between
