"""The frames in which somebody speaks in person, before or after what is said.

X [when, where, to whom] VERB[,] content        X বলেন, …
content বলে [when] VERB X | X VERB               … বলে জানান X
X object VERB | object VERB X                    X অভিযোগ অস্বীকার করেন
"""

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.bengali_clauses import (
    before_quotation,
    clause_after,
    closed_after,
    closed_before,
    cue_with_converb,
    is_order,
    opens_clause,
    says_this,
)
from retrieval.claims.bengali_phrases import trimmed
from retrieval.claims.bengali_sentence import Sentence
from retrieval.claims.bengali_subjects import LONGEST_SUBJECT, subject_at_start, subject_left
from retrieval.claims.bengali_verbs import Verb
from retrieval.claims.bengali_words import without_genitive
from retrieval.claims.tokens import Token
from retrieval.models import Cue

_LONGEST_LEFT_OUT = 3  # words before the verb


def spoken(s: Sentence) -> Attribution | None:
    """X বলেন, …; the first verb with a clause after it and a subject before it."""
    for verb in sorted(s.verbs, key=lambda verb: not opens_clause(s, verb)):
        if verb.passive or not clause_after(s, verb):
            continue
        subject = subject_left(s, verb.start)
        source = subject.source or _speaker_at_start(s, verb) or _left_out(s, verb)
        if source and not is_order(s, verb):
            return Attribution(source, (), cue_with_converb(s, verb), s.span_after(verb.end), subject.back)
    return None


def _left_out(s: Sentence, verb: Verb) -> Mention | None:
    """ "আরও বলেন, …": whoever spoke before goes on, and nothing names him."""
    before = s.norms[: verb.start]
    goes_on = 0 < len(before) <= _LONGEST_LEFT_OUT and not s.g.going_on.isdisjoint(before)
    adverbs = all((norm,) in s.g.adverbs or norm in s.g.going_on for norm in before)
    return Mention("", "", None, pronoun="singular") if goes_on and adverbs else None


def announced(s: Sentence) -> Attribution | None:
    """ "তিনি বলেন:": the verb that ends a sentence, with nothing said in it."""
    verb = next((verb for verb in s.verbs if verb.end == len(s.norms) and not verb.passive), None)
    source = subject_left(s, verb.start).source if verb else None
    if verb is None or source is None:
        return None
    return Attribution(source, (), cue_with_converb(s, verb), None, announces=True)


def _speaker_at_start(s: Sentence, verb: Verb) -> Mention | None:
    """The speaker who opens the sentence, unless the verb may be another's ("করে") or বলে closes it."""
    if s.norms[verb.end - 1] in s.g.converbs or closed_after(s, verb):
        return None
    return subject_at_start(s, verb.start)


def acted(s: Sentence) -> Attribution | None:
    """A verb at the end of the sentence, its subject after, before, or first of all."""
    for verb in reversed(s.verbs):
        if not verb.passive and (found := _acted_by(s, verb)):
            return found
    return None


def _acted_by(s: Sentence, verb: Verb) -> Attribution | None:
    after = _without_time(s, verb.end)
    bole = closed_before(s, verb)
    back = says_this(s, verb)
    if after and not clause_after(s, verb):
        return _subject_after(s, verb, bole, back)
    if after or verb.start == 0:
        return None
    return _subject_before(s, verb, back) if bole is None else _subject_between(s, verb, bole)


def _without_time(s: Sentence, at: int) -> list[Token]:
    """What follows a verb, unless it only says when ("… ঘোষণা করেন ২০২২ সালের অক্টোবরে।")."""
    rest = s.tokens[at : before_quotation(s, at) or None]
    timed = all(token.norm.isdigit() or token.norm in s.g.times for token in rest if token.word)
    return [] if timed else list(rest)


def _subject_after(s: Sentence, verb: Verb, bole: int | None, back: bool) -> Attribution | None:
    """… VERB X: what is said stands before."""
    if not (back or bole is not None or _speaks_unmarked(s, verb)):
        return None
    if (is_order(s, verb) and not back) or len(_without_time(s, verb.end)) > LONGEST_SUBJECT:
        return None
    source = s.mention(trimmed(s, s.tokens[verb.end : before_quotation(s, verb.end) or None]))
    if source is None:
        return None
    cue = verb.cue if bole is not None else _cue_of_object(verb)
    return Attribution(source, (), cue, None if back else s.span_before(verb.start), back)


def _speaks_unmarked(s: Sentence, verb: Verb) -> bool:
    """Whether a verb tells what stands before it without বলে: not "বইটি লিখেছেন করিম"."""
    written = verb.lemma in s.g.needs_mark and not s.marks_clause(verb.start - 1)
    return verb.lemma not in s.g.needs_clause and not written


def _subject_between(s: Sentence, verb: Verb, bole: int) -> Attribution | None:
    """… বলে X VERB, or X … বলে VERB."""
    subject = subject_left(s, verb.start, bole + 1).source or subject_at_start(s, bole)
    return Attribution(subject, (), verb.cue, s.span_before(bole)) if subject else None


def _subject_before(s: Sentence, verb: Verb, back: bool) -> Attribution | None:
    """X … VERB।: what is said is an object of the verb, or was said before."""
    if not back and not _takes_object(s, verb):
        return None
    if not back and verb.lemma in s.g.needs_clause and verb.cue != "opinion":
        return None
    pointed = back and s.norms[verb.start - 1] in s.g.demonstratives
    near = subject_left(s, verb.start - pointed).source
    if near is None or not (back or _surely_named(s, near)):
        near = subject_at_start(s, verb.start)
    if near is None:
        return None
    content = None if back and verb.cue != "deny" else s.span_after(0)
    return Attribution(near, (), verb.cue if back else _cue_of_object(verb), content, back)


def _takes_object(s: Sentence, verb: Verb) -> bool:
    """Verbs that report need "X-এর কথা" before them to state anything."""
    word_of = verb.start > 1 and s.norms[verb.start - 1] in s.g.word_of
    return verb.cue != "report" or (word_of and without_genitive(s.norms[verb.start - 2]) is not None)


def _surely_named(s: Sentence, source: Mention) -> bool:
    return source.pronoun is not None or s.register.find(source.name) is not None


def _cue_of_object(verb: Verb) -> Cue:
    """ "দাবি করেন" after a noun is a demand; after a clause with বলে it is a claim."""
    return "demand" if verb.cue == "claim" else verb.cue
