"""What stands around a verb of speech: a clause that it opens or closes, an order, "this"."""

from collections.abc import Sequence

from retrieval.claims.bengali_phrases import noun_phrase
from retrieval.claims.bengali_sentence import Sentence
from retrieval.claims.bengali_subjects import LONGEST_SUBJECT, skip_left
from retrieval.claims.bengali_verbs import Verb
from retrieval.claims.bengali_words import ends_like_verb, looks_finite
from retrieval.claims.tokens import QUOTATION, Token
from retrieval.models import Cue

_LONGEST_NAME_LIKE_VERB = 4  # letters
_LONGEST_NAMED = 8  # tokens of a speaker with his title
_NEAR = 8  # tokens before a verb in which "this" or বলে belongs to it


def clause_after(s: Sentence, verb: Verb) -> bool:
    """Whether what is said stands behind a verb, not its subject."""
    if verb.end >= len(s.norms):
        return False
    if s.marks_clause(verb.end) or s.norms[verb.end] in s.g.opens_clause:
        return True
    if verb.lemma in s.g.needs_mark:
        return False
    rest = [token for token in s.tokens[verb.end :] if token.word]
    if closed_before(s, verb) is not None and before_quotation(s, verb.end):
        return False
    if len(rest) > 2 and (ends_like_verb(rest[-1].norm) or len(rest) > LONGEST_SUBJECT):
        return True
    if len(rest) > 2 and any(len(t.norm) > _LONGEST_NAME_LIKE_VERB and looks_finite(t.norm) for t in rest):
        return True  # a name holds no verb
    return bool(rest) and _says_plainly(s, verb, rest)


def before_quotation(s: Sentence, at: int) -> int:
    """Where a quotation stands behind the name that begins at a token: "… বলে জানান করিম ‘…’"; 0 for none."""
    near = s.norms[at : at + _LONGEST_NAMED]
    return at + near.index(QUOTATION) if QUOTATION in near[1:] else 0


def _says_plainly(s: Sentence, verb: Verb, rest: Sequence[Token]) -> bool:
    """ "X বলেন Y একজন নেতা": a speaker right before বলেন, nothing that was said before him."""
    at, back = skip_left(s, verb.start - 1, 0)
    if _names_speaker(s, rest) or back or at < 0 or not s.is_word(at):
        return False
    speaker = s.mention(noun_phrase(s, at))
    if speaker is None or verb.lemma in s.g.needs_no_mark:
        return speaker is not None
    return speaker.kind == "unnamed" and len(rest) > 4


def _names_speaker(s: Sentence, rest: Sequence[Token]) -> bool:
    """Whether what follows a verb is a pronoun or a known name, and so its subject."""
    last = [token.norm for token in rest[-2:]]
    known = s.register.known(last) or s.register.known(last[-1:])
    return last[-1] in s.g.pronouns or known is not None


def opens_clause(s: Sentence, verb: Verb) -> bool:
    """Whether "VERB যে …" or "VERB: …" open a clause beyond doubt."""
    following = s.norms[verb.end : verb.end + 1]
    return following == [":"] or not s.g.opens_clause.isdisjoint(following)


def closed_after(s: Sentence, verb: Verb) -> bool:
    """Whether a বলে behind a verb closes what is said."""
    return not s.g.closes_clause.isdisjoint(s.norms[verb.end :])


def closed_before(s: Sentence, verb: Verb) -> int | None:
    """The বলে before a verb: what is said ends there."""
    near = range(verb.start - 1, max(0, verb.start - _NEAR - 1), -1)
    return next((at for at in near if s.norms[at] in s.g.closes_clause), None)


def is_order(s: Sentence, verb: Verb) -> bool:
    """ডেকে আনতে বলেন: an order, no statement."""
    return (
        verb.lemma in s.g.orders
        and verb.start > 0
        and s.norms[verb.start - 1] in s.g.infinitives
        and not s.points_back(max(0, verb.start - 3), verb.start)
    )


def says_this(s: Sentence, verb: Verb) -> bool:
    """এ কথা বলেন, ওই অভিযোগ তোলেন: what is said stands in the sentence before."""
    pointed = verb.end - verb.start > 1 and verb.start > 0 and s.norms[verb.start - 1] in s.g.demonstratives
    return pointed or s.points_back(max(0, verb.start - _NEAR), verb.start)


def cue_with_converb(s: Sentence, verb: Verb) -> Cue:
    """The kind of "অভিযোগ অস্বীকার করে … বলেন": that of the converb."""
    for at in range(verb.start):
        if width := s.width_after(s.g.converb_kinds, at):
            return s.g.converb_kinds[tuple(s.norms[at : at + width])]
    return verb.cue
