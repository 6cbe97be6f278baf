"""The frames in which nobody speaks in person: a text, an institution, hearsay.

X-GENITIVE TEXT-LOCATIVE … PASSIVE              X-এর প্রতিবেদনে বলা হয় …
OFFICE থেকে … PASSIVE                            সচিবালয় থেকে জানানো হয় …
SOURCE-LOCATIVE জানা গেছে                        পুলিশ সূত্রে জানা গেছে …
"""

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.bengali_phrases import noun_phrase
from retrieval.claims.bengali_sentence import Sentence
from retrieval.claims.bengali_sources import office_before, text_source
from retrieval.claims.bengali_verbs import Verb
from retrieval.claims.bengali_words import without_locative
from retrieval.language.normalise import normalise
from retrieval.models import Cue

_LAST_HEARSAY = 10  # tokens of a sentence in which hearsay opens it


def text_says(s: Sentence) -> Attribution | None:
    """X-এর প্রতিবেদনে বলা হয়, …, or … বলে X-এর খবরে জানানো হয়েছে."""
    for verb in s.verbs:
        source = _source(s, verb) if verb.passive else None
        if source is None:
            continue
        back = s.points_back(0, verb.start)
        content = None if back else s.span_after(verb.end) or s.span_after(0)
        return Attribution(source, (), _cue(s, verb, source), content, back)
    return _heard(s)


def _source(s: Sentence, verb: Verb) -> Mention | None:
    source = (
        text_source(s, 0, verb.start)
        or text_source(s, verb.end, len(s.norms))
        or office_before(s, verb.start)
    )
    if source and verb.lemma in s.g.passives_of_texts and source.kind not in ("document", "outlet"):
        return None
    return source


def _cue(s: Sentence, verb: Verb, source: Mention) -> Cue:
    if normalise(source.name).startswith(tuple(s.g.allegations)):
        return "accuse"
    return next((cue for word, cue in s.g.passive_kinds.items() if word in verb.lemma), "report")


def _heard(s: Sentence) -> Attribution | None:
    """Hearsay: "স্থানীয় সূত্রে অভিযোগ পাওয়া গেছে …", "পুলিশ সূত্রে জানা গেছে …"."""
    for at, norm in enumerate(s.norms[1:_LAST_HEARSAY], start=1):
        if s.g.texts.get(without_locative(norm) or "") != "document":
            continue
        accusing = not s.g.allegations.isdisjoint(s.norms[at : at + 3])
        if accusing or not s.g.hearsay_verbs.isdisjoint(s.norms[at : at + 5]):
            source = s.mention([*noun_phrase(s, at - 1), s.tokens[at]], "locative")
            cue: Cue = "accuse" if accusing else "report"
            return Attribution(source, (), cue, s.span_after(at + 3)) if source else None
    return None
