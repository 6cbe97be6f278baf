"""Sources in other cases than the subject's: owners in the genitive, texts, institutions.

Each function looks at one place of a sentence; which places are worth a look, the frames know.
"""

from retrieval.claims.attribution import Mention
from retrieval.claims.bengali_phrases import noun_phrase
from retrieval.claims.bengali_sentence import Sentence
from retrieval.claims.bengali_words import locative_stems, without_genitive
from retrieval.claims.tokens import Token
from retrieval.language.normalise import normalise

_OFFICIAL = ("organisation", "office", "outlet")


def owner(s: Sentence, at: int) -> Mention | None:
    """The source in the genitive right before token ``at``: "মন্ত্রীর" before "মতে"."""
    if at == 0:
        return None
    last = s.norms[at - 1]
    if last in s.g.pronouns:
        return s.mention([s.tokens[at - 1]], "genitive")
    return s.mention(noun_phrase(s, at - 1), "genitive") if without_genitive(last) else None


def owner_start(s: Sentence, at: int) -> int:
    """The first token of the phrase that ends before token ``at``; ``at`` where there is none."""
    found = noun_phrase(s, at - 1)
    return s.tokens.index(found[0]) if found else at


def document(s: Sentence, found: list[Token]) -> Mention:
    """A text as a source, named by all its words, the last without its ending."""
    texts = [token.text for token in found]
    stems = locative_stems(texts[-1]) or (texts[-1],)
    last = next((stem for stem in stems if normalise(stem) in s.g.texts), stems[0])
    return Mention(" ".join(texts), " ".join([*texts[:-1], last]), "document")


def text_source(s: Sentence, low: int, high: int) -> Mention | None:
    """The source behind a text in the locative ("বিবিসির এক প্রতিবেদনে") between two tokens."""
    for at in range(high - 1, low - 1, -1):
        noun = next((stem for stem in locative_stems(s.norms[at]) if stem in s.g.texts), None)
        if noun:
            return _behind_text(s, _phrase_of_text(s, at, low), noun)
    return None


def _phrase_of_text(s: Sentence, at: int, low: int) -> list[Token]:
    found = noun_phrase(s, at - 1, low)
    signed = [n for n, token in enumerate(found) if token.norm in s.g.signed_by]
    return [*found[signed[-1] + 1 if signed else 0 :], s.tokens[at]]


def _behind_text(s: Sentence, found: list[Token], noun: str) -> Mention | None:
    """The owner of a text or the text itself, as the grammar says of its kind."""
    speaks = s.g.texts[noun]
    holder = [token for token in found[:-1] if token.norm not in s.g.text_articles]
    if not holder and speaks != "document" and s.tokens.index(found[-1]) < 2:
        return document(s, found)
    named = _holder(s, holder, noun) if holder else None
    if named and (speaks == "owner" or (speaks == "outlet" and named.kind == "outlet")):
        return named
    return document(s, found) if named or speaks == "document" else None


def _holder(s: Sentence, holder: list[Token], noun: str) -> Mention | None:
    found = s.mention(holder, "genitive") if without_genitive(holder[-1].norm) else None
    if found or noun not in s.g.outlet_texts:
        return found
    outlet = s.mention(holder)
    return outlet if outlet and outlet.kind == "outlet" else None


def office_before(s: Sentence, verb: int) -> Mention | None:
    """সংসদ সচিবালয় থেকে এ তথ্য জানানো হয়েছে: the institution that speaks in a passive verb."""
    for at in range(1, verb):
        side = s.norms[at - 1] in s.g.sides
        if s.norms[at] in s.g.from_words and verb - at < (14 if side else 8):
            return _from_side(s, at) if side else _official(s.mention(noun_phrase(s, at - 1)))
    return None


def _official(source: Mention | None) -> Mention | None:
    return source if source and source.kind in _OFFICIAL else None


def _from_side(s: Sentence, at: int) -> Mention | None:
    """গ্রামবাসীর পক্ষ থেকে: whoever is spoken for."""
    source = s.mention(noun_phrase(s, at - 2), "genitive")
    return source if source and source.kind in (*_OFFICIAL, "unnamed") else None
