"""Reads one Bengali sentence: who is said to have said it, through whom, with what verb.

A parser over words and case endings, not over meaning. The sentence is one of these frames:

    X [when, where, to whom] VERB[,] content        X বলেন, …
    content বলে [when] VERB X | X VERB               … বলে জানান X
    X object VERB | object VERB X                    X অভিযোগ অস্বীকার করেন
    X-GENITIVE MARKER[,] content                     X-এর মতে …
    X-GENITIVE TEXT-LOCATIVE … PASSIVE               X-এর প্রতিবেদনে বলা হয় …
    X-GENITIVE বরাত দিয়ে Y VERB content              (Y relays X)

Pronouns and "he said this" are reported as such and settled over the whole article elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.bengali_grammar import Grammar, Phrase, grammar, is_title
from retrieval.claims.bengali_mentions import mention
from retrieval.claims.bengali_words import (
    ends_like_verb,
    looks_finite,
    without_accusative,
    without_emphasis,
    without_genitive,
    without_locative,
)
from retrieval.claims.register import Register
from retrieval.claims.tokens import QUOTATION, Token, tokenise
from retrieval.language.normalise import normalise
from retrieval.models import Cue

_CLAUSE_MARKS = {",", ":", "—", "–", "-", QUOTATION, ";"}
_SAY = {("বলা",), ("জানানো",), ("লেখা",)}
_THINK = ("মনে", "করা")
_BOLE, _JE = "বলে", "যে"
_LONGEST_SUBJECT = 14
# After "তাঁর দাবি" these tell what became of a demand, not what he claims.
# Who signed or sent a document is not its name: "করিম স্বাক্ষরিত আদেশে বলা হয়".
_MADE = {"স্বাক্ষরিত", "প্রকাশিত", "প্রেরিত", "পাঠানো"}
_NO_SPEECH = {"পূরণ", "মেনে", "মানা", "আদায়", "ছিল", "নিয়ে", "করে", "করা", "করেন", "সত্য", "মিথ্যা", "অস্বীকার"}


@dataclass(frozen=True, slots=True)
class _Verb:
    """A cue verb in a sentence: tokens ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    lemma: Phrase
    cue: Cue
    passive: bool


class BengaliParser:
    """Finds the attribution of Bengali sentences.

    Args:
        register: known claimants; their names mark where a source's name ends.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._grammar = grammar()

    def parse(
        self, text: str, start: int, end: int, names: frozenset[str] = frozenset()
    ) -> Attribution | None:
        """The attribution of the sentence ``text[start:end]``; None where nobody is said to speak.

        Args:
            text: the article's text.
            start: of the sentence.
            end: of the sentence.
            names: names known from elsewhere in the article, in compared form.
        """
        tokens = tokenise(text, start, end)
        while tokens and not tokens[-1].word and tokens[-1].norm != QUOTATION:
            tokens.pop()
        if not tokens:
            return None
        return _Sentence(tokens, self._grammar, self._register, names).attribution()

    def people(self, text: str, start: int, end: int) -> list[Mention]:
        """Persons that the sentence names with a title, a kin word or a known name, in order."""
        tokens = tokenise(text, start, end)
        return _Sentence(tokens, self._grammar, self._register, frozenset()).people()


class _Sentence:
    """The frames of one sentence, tried from the outermost inward."""

    def __init__(self, tokens: list[Token], g: Grammar, register: Register, names: frozenset[str]) -> None:
        self.tokens = tokens
        self.names = names
        self.norms = [token.norm for token in tokens]
        self.g = g
        self.register = register
        self.whole = self._whole_phrases()
        self.verbs = list(self._find_verbs())

    def people(self) -> list[Mention]:
        """Persons named with a title, kin word or in the register, in the order of the sentence."""
        found = []
        for at in range(len(self.norms)):
            if is_title(self.norms[at], self.g) or self.norms[at] in self.g.honorifics:
                found += self._titled(at + 1)
            else:
                found += self._registered(at)
        return found

    def _titled(self, begin: int) -> list[Mention]:
        limit = min(len(self.norms), begin + 7)
        if begin >= limit or not self.tokens[begin].word or is_title(self.norms[begin], self.g):
            return []
        end = begin
        if known := self._known_from(begin):
            return [known]
        while end < limit and self._in_name(end):
            end += 1
        if end < limit and self._case(end):
            case = self._case(end)
            found = mention(self.tokens[begin : end + 1], case, self.g, self.register)
        elif end > begin:
            end = end if end == len(self.norms) else self._name_end(begin, limit)
            found = mention(self.tokens[begin:end], "nominative", self.g, self.register)
        else:
            found = None
        return [found] if found and found.kind == "person" and not found.role else []

    def _in_name(self, at: int) -> bool:
        word = self.tokens[at].word and not self.norms[at].isdigit()
        if self.norms[at] in self.g.demonstratives and not self._is_name_part(at):
            return False
        return word and not self._bounds(at) and not self._case(at)

    def _known_from(self, at: int) -> Mention | None:
        found = self._registered(at)
        return found[0] if found else None

    def _case(self, at: int) -> str:
        norm = self.norms[at]
        if norm in self.g.name_words:
            return ""
        if without_accusative(norm):
            return "accusative"
        return "genitive" if norm.endswith(("ের", "ুর", "ির", "ীর")) and without_genitive(norm) else ""

    def _registered(self, at: int) -> list[Mention]:
        for width in range(min(self.register.longest, len(self.norms) - at), 0, -1):
            parts = self.norms[at : at + width]
            for last in {
                parts[-1],
                without_genitive(parts[-1]) or "",
                without_accusative(parts[-1]) or "",
            } - {""}:
                name = " ".join([*parts[:-1], last])
                known = self.register.find(name)
                if known and known.kind == "person":
                    return [Mention(name, name, "person")]
        return []

    # ------------------------------------------------------------ frames, in order of trust

    def attribution(self) -> Attribution | None:
        """The sentence's attribution by the first frame that fits."""
        for frame in (
            self._told_on,
            self._relayed,
            self._marked,
            self._spoken,
            self._text_says,
            self._acted,
        ):
            if found := frame():
                return found
        return None

    def _told_on(self) -> Attribution | None:
        """… X জানিয়েছেন—লিখেছে Y: Y, an outlet, relays whatever stands before the mark."""
        for verb in self.verbs:
            tail = self.tokens[verb.end :]
            marked = verb.start > 4 and self.norms[verb.start - 1] in ("—", "–", ",")
            if not marked or verb.passive or not 0 < len(tail) <= 6:
                continue
            outlet = self._mention(tail, "nominative")
            if outlet and outlet.kind == "outlet":
                said = (self.tokens[0].start, self.tokens[verb.start - 2].end)
                inner = _Sentence(self.tokens[: verb.start - 1], self.g, self.register, self.names)
                found = inner.attribution()
                outer = Attribution(outlet, (), "report", said)
                return outer if found is None else replace(found, via=(outlet, *found.via))
        return None

    def _relayed(self) -> Attribution | None:
        """X-এর বরাত দিয়ে Y জানায় …: X speaks, Y relays."""
        for at, length in self._phrase_places(self.g.relays):
            if outlet := self._outlet_before_source(at):
                source = self._mention(self.tokens[outlet[1] : at], "genitive")
                cue: Cue = next((v.cue for v in self.verbs if v.start >= at), "report")
                via = (outlet[0],)
                return Attribution(source, via, cue, self._rest(at + length + 1)) if source else None
            source = self._owner(at)
            if source is None:
                continue
            return self._relayer(source, at, at + length)
        return None

    def _outlet_before_source(self, at: int) -> tuple[Mention, int] | None:
        """অ্যাক্সিওস এক কর্মকর্তার উদ্ধৃতি দিয়ে …: the outlet, and where the source's words begin."""
        for end in range(1, at):
            for width in range(min(self.register.longest, end), 0, -1):
                known = self.register.find(" ".join(self.norms[end - width : end]))
                if known and known.kind == "outlet":
                    outlet = self._mention(self.tokens[max(0, end - width) : end], "nominative")
                    return (outlet, end) if outlet else None
        return None

    def _relayer(self, source: Mention, at: int, after: int) -> Attribution | None:
        verbs = [v for v in self.verbs if v.start >= after]
        if not verbs:
            return None
        verb = verbs[0]
        before = self._text_source(after, verb.start) if verb.passive else None
        if before is None and not verb.passive:
            before = self._subject_left(verb.start, after)[0]
        if before is None and len(self.norms) - verb.end <= 4:
            before = self._mention(self._trimmed(self.tokens[verb.end :]), "nominative")
        if before is None:
            # "Y X-এর বরাত দিয়ে জানিয়েছে": the relayer stands before the source.
            before = self._subject_at_start(self._owner_start(at))
        via = (before,) if before else ()
        cue = verb.cue if verb.cue != "opinion" else "report"
        begin = self._owner_start(at)
        told_before = begin > 2 and not self._clause_after(verb)
        content = (self.tokens[0].start, self.tokens[begin - 1].end) if told_before else self._rest(verb.end)
        return Attribution(source, via, cue, content)

    def _marked(self) -> Attribution | None:
        """X-এর মতে …, X-এর ভাষ্য, ‘…’; the words after may hold another speaker."""
        for at, length, cue, only_before_comma in self._markers():
            after = at + length
            source = self._owner(self._past_adjectives(at))
            if source is None or (only_before_comma and not self._opens_speech(after, source)):
                continue
            if self.norms[at] == "তথ্য" and source.kind not in ("outlet", "person", "unnamed", None):
                noun = [
                    *self._noun_phrase(self._past_adjectives(at) - 1, 0),
                    *self.tokens[self._past_adjectives(at) : at + 1],
                ]
                source = self._document(noun, "তথ্য")
            if self.norms[at] == "হিসাবে" and source.kind == "person" and not source.pronoun:
                continue  # "as", not "by the reckoning of"
            if cue == "opinion" and source.kind in ("outlet", "unnamed", "document"):
                cue = "report"
            return self._inside(Attribution(source, (), cue, self._rest(after)), after)
        return self._by_document()

    def _past_adjectives(self, at: int) -> int:
        """Before "সর্বশেষ", "প্রাথমিক" between the owner and the marker."""
        while at > 1 and self.norms[at - 1] in ("সর্বশেষ", "প্রাথমিক", "সাম্প্রতিক", "নিজস্ব", "দেওয়া"):
            at -= 1
        return at

    def _opens_speech(self, after: int, source: Mention) -> bool:
        """A mark, or a whole clause of somebody's own: "তাঁদের দাবি …"."""
        if self._clause_mark(after):
            return True
        rest = [token.norm for token in self.tokens[after:] if token.word]
        marker = self.norms[after - 1]
        return (
            after < 14
            and len(rest) > 3
            and marker not in ("কথা", "প্রশ্ন", "মত")
            and rest[0] not in _NO_SPEECH
            and ends_like_verb(rest[-1])
            and self._surely_speaks(source)
        )

    def _surely_speaks(self, source: Mention) -> bool:
        """Whether a source is a person beyond doubt: a pronoun, an unnamed one, a known or Bengali name."""
        if source.pronoun is not None or source.kind == "unnamed":
            return True
        parts = [normalise(part) for part in source.name.split()]
        named = bool(parts) and parts[-1] in self.g.name_words
        return source.kind == "person" and (
            source.role or named or self.register.find(source.name) is not None
        )

    def _by_document(self) -> Attribution | None:
        """এজাহার অনুযায়ী …: a document speaks."""
        for at, norm in enumerate(self.norms[:12]):
            if norm not in self.g.document_markers or at == 0:
                continue
            noun = self.norms[at - 1]
            base = without_genitive(noun) or noun
            if base in self.g.text_owner:
                written = self._noun_phrase(at - 1, 0)
                return Attribution(self._document(written, base), (), "report", self._rest(at + 1))
        return None

    def _spoken(self) -> Attribution | None:
        """X বলেন, …; the first verb with a clause after it and a subject before it."""
        for verb in sorted(self.verbs, key=self._opens_no_clause):
            if verb.passive or not self._clause_after(verb):
                continue
            subject, back = self._subject_left(verb.start, 0)
            ambiguous = self.norms[verb.end - 1] in self.g.converbs
            if subject is None and not ambiguous and not self._closed_by_bole(verb):
                subject = self._subject_at_start(verb.start)
            if subject is None and self._closed_by_bole(verb):
                continue
            if subject is None or self._is_order(verb):
                continue
            cue = self._converb_cue(verb)
            found = Attribution(subject, (), cue, self._rest(verb.end), back)
            return self._inside(found, verb.end)
        return None

    def _opens_no_clause(self, verb: _Verb) -> bool:
        """False for "VERB যে …" and "VERB: …", which open a clause beyond doubt."""
        return self.norms[verb.end : verb.end + 1] not in ([_JE], [":"])

    def _text_says(self) -> Attribution | None:
        """X-এর প্রতিবেদনে বলা হয়, …, or … বলে X-এর খবরে জানানো হয়েছে।"""
        for verb in self.verbs:
            if not verb.passive:
                continue
            source = self._text_source(0, verb.start) or self._text_source(verb.end, len(self.norms))
            source = source or self._from_office(verb)
            if source is None or (verb.lemma[0] == "দেখা" and source.kind not in ("document", "outlet")):
                continue
            back = self._back_reference_in(0, verb.start)
            content = None if back else self._rest(verb.end) or self._rest(0)
            return Attribution(source, (), self._passive_cue(verb, source), content, back)
        return self._heard_from_sources()

    def _from_office(self, verb: _Verb) -> Mention | None:
        """সংসদ সচিবালয় থেকে এ তথ্য জানানো হয়েছে: an institution speaks."""
        for at in range(1, verb.start):
            spoken_for = self.norms[at - 1] in ("পক্ষ", "তরফ")
            if self.norms[at] == "থেকে" and verb.start - at < (14 if spoken_for else 8):
                found = self._noun_phrase(at - 1, 0)
                if found and found[-1].norm in ("পক্ষ", "তরফ"):
                    source = self._mention(found[:-1], "genitive")
                else:
                    source = self._mention(found, "nominative")
                kinds = ("organisation", "office", "outlet", *(("unnamed",) if spoken_for else ()))
                return source if source and source.kind in kinds else None
        return None

    def _heard_from_sources(self) -> Attribution | None:
        """স্থানীয় সূত্রে অভিযোগ পাওয়া গেছে …, পুলিশ সূত্রে জানা গেছে …"""
        for at, norm in enumerate(self.norms[:10]):
            base = without_locative(norm)
            if at == 0 or (base != "সূত্র" and self.g.text_owner.get(base or "") != "document"):
                continue
            cue: Cue = "accuse" if "অভিযোগ" in self.norms[at : at + 3] else "report"
            if cue == "accuse" or set(self.norms[at : at + 5]) & {"জানা", "বলা", "জানানো"}:
                source = self._mention([*self._noun_phrase(at - 1, 0), self.tokens[at]], "locative")
                return Attribution(source, (), cue, self._rest(at + 3)) if source else None
        return None

    def _acted(self) -> Attribution | None:
        """Verbs at the end of the sentence, their subject after, before, or first of all."""
        for verb in reversed(self.verbs):
            if verb.passive:
                continue
            if found := self._acted_by(verb):
                return found
        return None

    def _held(self) -> Attribution | None:
        """… বলে দাবি X-এর।, … বলে অভিমত X-এর।: the speaker in the genitive at the end."""
        if without_genitive(self.norms[-1]) is None:
            return None
        for at in range(len(self.norms) - 2, max(1, len(self.norms) - _LONGEST_SUBJECT), -1):
            cue = self.g.comma_markers.get((self.norms[at],))
            if cue and self.norms[at - 1] == _BOLE:
                source = self._mention(self._trimmed(self.tokens[at + 1 :]), "genitive")
                content = (self.tokens[0].start, self.tokens[max(0, at - 2)].end)
                return Attribution(source, (), cue, content) if source else None
        return None

    def _acted_by(self, verb: _Verb) -> Attribution | None:
        after = self._without_time(verb.end)
        bole = self._bole_before(verb)
        back = self._says_this(verb)
        if after and not self._clause_after(verb):
            return self._subject_after(verb, bole, back)
        if after or verb.start == 0:
            return None
        if bole is not None:
            return self._subject_between(verb, bole)
        return self._subject_before(verb, back)

    def _without_time(self, at: int) -> list[Token]:
        """What follows a verb, unless it only says when ("… ঘোষণা করেন ২০২২ সালের অক্টোবরে।")."""
        rest = self.tokens[at:]
        timed = all(t.norm.isdigit() or t.norm in self.g.times for t in rest if t.word)
        return [] if timed else rest

    # ------------------------------------------------------------ subjects

    def _subject_after(self, verb: _Verb, bole: int | None, back: bool) -> Attribution | None:
        if self._is_order(verb) and not back:
            return None
        if verb.lemma in self.g.needs_clause and bole is None and not back:
            return None
        source = self._mention(self._trimmed(self.tokens[verb.end :]), "nominative")
        if source is None or len(self.tokens) - verb.end > _LONGEST_SUBJECT:
            return None
        content = None if back else (self.tokens[0].start, self.tokens[max(0, verb.start - 1)].end)
        return Attribution(source, (), self._object_cue(verb, bole), content, back)

    def _subject_between(self, verb: _Verb, bole: int) -> Attribution | None:
        content = (self.tokens[0].start, self.tokens[max(0, bole - 1)].end)
        subject, _ = self._subject_left(verb.start, bole + 1)
        subject = subject or self._subject_at_start(bole)
        return Attribution(subject, (), verb.cue, content) if subject else None

    def _subject_before(self, verb: _Verb, back: bool) -> Attribution | None:
        """X … VERB।: the content is an object of the verb, or was said before."""
        says = verb.lemma in _SAY or verb.cue == "report"
        object_of = without_genitive(self.norms[verb.start - 2]) if verb.start > 1 else None
        spoken_object = self.norms[verb.start - 1] == "কথা" and object_of is not None
        if says and not (back or spoken_object):
            return None
        if verb.lemma in self.g.needs_clause and not back and verb.cue != "opinion":
            return None
        pointed = back and self.norms[verb.start - 1] in self.g.demonstratives
        near = self._subject_left(verb.start - pointed, 0)[0]
        subject = near if near and (back or self._surely_names(near)) else None
        subject = subject or self._subject_at_start(verb.start)
        if subject is None:
            return None
        content = None if back and not verb.cue == "deny" else self._rest(0)
        return Attribution(subject, (), self._object_cue(verb, None), content, back)

    def _surely_names(self, source: Mention) -> bool:
        return source.pronoun is not None or self.register.find(source.name) is not None

    def _subject_left(self, verb: int, low: int) -> tuple[Mention | None, bool]:
        """The subject whose last word stands before token ``verb``, and whether "this" was said."""
        at, back = self._skip_left(verb - 1, low)
        if set(self.norms[at + 1 : verb]) & self.g.postpositions:
            # "X … নিয়ে উদ্বেগ প্রকাশ করেছেন": before the postposition stands its topic, not X.
            if subject := self._subject_at_start(at + 1):
                return subject, back
        if at + 2 < verb and tuple(self.norms[at + 1 : at + 3]) in self.g.converb_kinds:
            # "X … কথা নিশ্চিত করে বলেন": between X and the converb stands its object.
            return self._subject_at_start(at + 1), back
        return self._mention(self._noun_phrase(at, low), "nominative"), back

    def _skip_left(self, at: int, low: int) -> tuple[int, bool]:
        """Steps over what stands between subject and verb: adverbs, time, place, addressee."""
        back = False
        while at >= low:
            if width := self._ends_with(self.g.back_references, at, low):
                back, at = True, at - width
            elif width := self._ends_with(self.g.adverbs, at, low):
                at -= width
            elif self._is_time(at) or self.norms[at] in ("যে", "প্রশ্নের", "এক", "একটি", "সংস্থাটিকে"):
                at -= 1
            elif self.norms[at] in self.g.converbs and at - 1 >= low and self._converb_phrase(at):
                at -= 2
            elif self.norms[at] in self.g.settings:
                at -= 1
            elif at > low and not without_accusative(self.norms[at]) and self._locative_bound(at):
                at -= 1 + (self.norms[at - 1] in ("সংবাদ", "প্রেস", "এক", "একটি", "ওই", "এই", "নিজ"))
            elif without_accusative(self.norms[at]):
                at = self._before_addressee(at, low)
            else:
                break
        return at, back

    def _converb_phrase(self, at: int) -> bool:
        return (self.norms[at - 1], self.norms[at]) in self.g.converb_kinds or (
            self.norms[at - 1] in ("শেয়ার", "জোর", "পোস্ট", "উল্লেখ")
        )

    def _before_addressee(self, at: int, low: int) -> int:
        """Steps over "প্রথম আলোকে", "বার্তা সংস্থা এএফপিকে"."""
        bare = without_accusative(self.norms[at]) or ""
        for width in range(min(self.register.longest, at - low + 1), 1, -1):
            name = " ".join([*self.norms[at - width + 1 : at], bare])
            if self.register.find(name):
                at -= width - 1
                break
        else:
            at -= self._outlet_ending(at - 1, low)
            at -= bare in self.g.kind_words["outlet"] and at - 2 > low
        at -= 1
        while at >= low and self.norms[at] in (
            "সংস্থা",
            "বার্তা",
            "দৈনিক",
            "সংবাদমাধ্যম",
            "পত্রিকা",
            "এক",
            "বাংলা",
            "সংবাদ",
        ):
            at -= 1
        return at

    def _outlet_ending(self, at: int, low: int) -> int:
        """Width of an outlet's name that ends at a token ("প্রথম আলো" of "প্রথম আলো ডটকমকে")."""
        for width in range(min(self.register.longest, at - low + 1), 1, -1):
            known = self.register.find(" ".join(self.norms[at - width + 1 : at + 1]))
            if known and known.kind == "outlet":
                return width
        return 0

    def _noun_phrase(self, at: int, low: int) -> list[Token]:
        """The words up to token ``at`` that belong together."""
        begin = at
        while begin >= low and not self._bounds(begin):
            begin -= 1
        return self._trimmed(self.tokens[begin + 1 : at + 1])

    def _whole_phrases(self) -> frozenset[int]:
        """Tokens of phrases that describe an unnamed source and never end a noun phrase."""
        return frozenset(
            inside
            for at in range(len(self.norms))
            for phrase in self.g.unnamed_phrases
            if tuple(self.norms[at : at + len(phrase)]) == phrase
            for inside in range(at, at + len(phrase))
        )

    def _bounds(self, at: int) -> bool:
        norm = self.norms[at]
        if at in self.whole or self._lists(at):
            return False
        if norm == ".":
            return at == 0 or len(self.norms[at - 1]) > 3
        if not self.tokens[at].word:
            return True
        if norm in self.g.converbs or norm in self.g.settings:
            return True
        if norm in self.g.relatives:
            return norm not in self.g.name_words
        if norm in self.g.connectives:
            return norm not in ("সর্বশেষ", "ওই", "এই", "এ", "সে", "সেই")
        if self._is_time(at) or without_accusative(norm) is not None:
            return True
        if len(norm) > 4 and norm.endswith(("লেও", "লেই")):
            return True
        return self._locative_bound(at) or looks_finite(norm)

    def _lists(self, at: int) -> bool:
        """The comma in "মার্কিন, ইউরোপীয় ও রুশ কর্মকর্তা", the এবং between two speakers."""
        if self.norms[at] in ("এবং", "ও"):
            listed = at > 1 and self.norms[at - 2] == ","
            return listed or (
                at > 0 and (self._speaks_unnamed(at - 1) or is_title(self.norms[at - 1], self.g))
            )
        joined = at + 2 < len(self.norms) and self.norms[at + 2] in ("ও", "এবং")
        return self.norms[at] == "," and 0 < at < 5 and joined

    def _locative_bound(self, at: int) -> bool:
        """A place or time in the locative ends a phrase, unless it only looks like one."""
        norm = self.norms[at]
        base = without_locative(norm)
        if norm in self.g.name_words:
            return False
        if base is None or len(norm) < 4 or is_title(norm, self.g):
            return False
        return self.register.find(norm) is None and not self._is_name_word(at)

    def _is_name_word(self, at: int) -> bool:
        return any(self.register.find(" ".join(self.norms[max(0, at - width) : at + 1])) for width in (1, 2))

    def _trimmed(self, found: Sequence[Token]) -> list[Token]:
        """Without connectives, time and marks at either end."""
        words = [token for token in found if token.word]
        while words and words[-1].norm in self.g.times:
            words.pop()
        while words and self._opens_nothing(words):
            words.pop(0)
        return words

    def _opens_nothing(self, words: Sequence[Token]) -> bool:
        first = words[0].norm
        if first in ("ওই", "এই", "সে", "সেই"):
            return len(words) > 1 and words[1].norm in self.g.times
        return (
            first in self.g.connectives
            or first in self.g.times
            or first in self.g.settings
            or first in ("ছাড়া", "সঙ্গে", "একই", "তুলে", "ধরে")
            or (first.isdigit() and len(words) > 1 and words[1].norm in self.g.times)
        )

    def _subject_at_start(self, limit: int) -> Mention | None:
        """The subject that opens the sentence, its end found by name, number or ending."""
        begin = 0
        while begin < limit and (
            not self.tokens[begin].word or self._opens_nothing(self.tokens[begin:limit])
        ):
            begin += 1
        begin = self._after_opening_phrase(begin, limit)
        end = self._subject_end(begin, limit)
        return self._mention(self.tokens[begin:end], "nominative") if end > begin else None

    def _after_opening_phrase(self, begin: int, limit: int) -> int:
        for at in range(begin, min(limit, begin + 12)):
            if self.norms[at] == "," and at - begin < 10 and self._sets_scene(at - 1):
                return at + 1
            if self.norms[at] in ("শুরু", "প্রতিক্রিয়ায়"):
                break
        return begin

    def _sets_scene(self, at: int) -> bool:
        """Whether a word ends a phrase of time, place or manner, not a clause."""
        return self._bounds(at) and not looks_finite(self.norms[at])

    def _subject_end(self, begin: int, limit: int) -> int:
        """One past the last word of a subject that starts at ``begin``; ``begin`` if none is seen."""
        titled = False
        for at in range(begin, min(limit, begin + _LONGEST_SUBJECT)):
            norm = self.norms[at]
            if norm in self.g.singular | self.g.plural and at == begin:
                return at + 1
            if not self.tokens[at].word or norm in self.g.settings or norm in self.g.converbs:
                return begin
            if self._names_end(begin, at) or self._speaks_unnamed(at):
                return self._joined_end(at, limit)
            titled = titled or is_title(norm, self.g)
            if titled and not is_title(norm, self.g):
                return self._name_end(at, limit)
        return begin

    def _names_end(self, begin: int, at: int) -> bool:
        for width in range(min(max(4, self.register.longest), at - begin + 1), 0, -1):
            parts = self.norms[at - width + 1 : at + 1]
            name = " ".join([*parts[:-1], without_emphasis(parts[-1])])
            if self.register.find(name) or name in self.names:
                return True
        return False

    def _speaks_unnamed(self, at: int) -> bool:
        norm = self.norms[at]
        if norm in self.g.unnamed_marks and any(
            is_title(n, self.g) or n in self.g.unnamed_nouns for n in self.norms[at + 1 : at + 3]
        ):
            return False  # "কয়েকজন অভিভাবক": the noun is still to come
        plural = norm.endswith(self.g.plural_endings) and len(norm) > 4
        known = norm in self.g.unnamed_nouns
        organisation = norm in self.g.kind_words["organisation"] or norm in self.g.kind_words["outlet"]
        return plural or known or organisation

    def _joined_end(self, at: int, limit: int) -> int:
        """Past "ও সংশ্লিষ্ট নারী" where a second subject is joined to the first."""
        if at + 1 < limit and self.norms[at + 1] in ("ও", "এবং"):
            for further in range(at + 2, min(limit, at + 6)):
                if self._speaks_unnamed(further) or self._is_name_word(further):
                    return further + 1
        return at + 1

    def _name_end(self, at: int, limit: int) -> int:
        """Past a name of up to four words after a title."""
        end = at
        while end < min(limit, at + 4) and (
            self._is_name_part(end) or (end < at + 2 and self._may_be_name(end))
        ):
            end += 1
        return end

    def _is_name_part(self, at: int) -> bool:
        norm = self.norms[at]
        if norm not in self.g.name_words:
            return False
        # An initial counts only with another part of a name behind it: "এ" is also "this".
        return len(norm) > 1 or (
            self.norms[at + 1 : at + 2] != [] and self.norms[at + 1] in self.g.name_words
        )

    def _may_be_name(self, at: int) -> bool:
        norm = self.norms[at]
        if not self.tokens[at].word or norm in self.g.times or (norm,) in self.g.adverbs:
            return False
        if norm in self.g.demonstratives or norm in self.g.connectives:
            return False
        if norm.endswith(("টি", "টা", "গুলো", "িক", "কৃত")) or norm in self.g.connectives:
            return False
        return not (
            without_accusative(norm)
            or (without_genitive(norm) and not self._is_name_word(at))
            or norm in ("অভিযোগ", "বিষয়টি", "উপরের", "তাঁর", "গ্রেপ্তারি", "ঘটনাকে", "গণমাধ্যমে", "দাবি", "কথা")
        )

    # ------------------------------------------------------------ sources in other cases

    def _owner(self, at: int) -> Mention | None:
        """The source in the genitive right before token ``at``."""
        if at == 0:
            return None
        last = self.norms[at - 1]
        if last in self.g.singular or last in self.g.plural:
            return self._mention([self.tokens[at - 1]], "genitive")
        if without_genitive(last) is None:
            return None
        found = self._noun_phrase(at - 1, 0)
        return self._mention(found, "genitive")

    def _owner_start(self, at: int) -> int:
        found = self._noun_phrase(at - 1, 0)
        return self.tokens.index(found[0]) if found else at

    def _text_source(self, low: int, high: int) -> Mention | None:
        """The source behind a text in the locative ("বিবিসির এক প্রতিবেদনে") between two tokens."""
        for at in range(high - 1, low - 1, -1):
            base = without_locative(self.norms[at])
            owner = self.g.text_owner.get(base or "")
            if owner is None or base is None:
                continue
            found = self._noun_phrase_of_text(at, low)
            return self._text_mention(found, base, owner)
        return None

    def _noun_phrase_of_text(self, at: int, low: int) -> list[Token]:
        found = self._noun_phrase(at - 1, low)
        signed = [n for n, token in enumerate(found) if token.norm in _MADE]
        return [*found[signed[-1] + 1 if signed else 0 :], self.tokens[at]]

    def _text_mention(self, found: list[Token], noun: str, owner: str) -> Mention | None:
        holder = [
            token
            for token in found[:-1]
            if token.norm not in ("এক", "একটি", "ওই", "এই", "সে", "সেই", "নিজ", "ওয়েব", "প্রকাশিত")
        ]
        if not holder and owner != "document" and self.tokens.index(found[-1]) < 2:
            return self._document(found, noun)
        named = self._mention(holder, "genitive") if holder and without_genitive(holder[-1].norm) else None
        if holder and named is None and noun in ("খবর", "প্রতিবেদন"):
            named = self._mention(holder, "nominative")
            named = named if named and named.kind == "outlet" else None
        if named and (owner == "owner" or (owner == "outlet" and named.kind == "outlet")):
            return named
        if named is None and owner != "document":
            return None
        return self._document(found, noun)

    def _document(self, found: list[Token], noun: str) -> Mention:
        written = " ".join(token.text for token in found)
        last = found[-1].text if found else noun
        base = without_locative(last) or last
        name = " ".join([*(token.text for token in found[:-1]), base])
        return Mention(written, name, "document")

    def _mention(self, found: list[Token], case: str) -> Mention | None:
        return mention(found, case, self.g, self.register)

    # ------------------------------------------------------------ what surrounds a verb

    def _find_verbs(self) -> Iterator[_Verb]:
        for at, norm in enumerate(self.norms):
            if not self.tokens[at].word:
                continue
            lemma = self.g.verb_of.get(without_emphasis(norm)) or self.g.verb_of.get(norm)
            if lemma is None:
                continue
            yield from self._verb_at(at, lemma)

    def _verb_at(self, at: int, lemma: str) -> Iterator[_Verb]:
        if lemma == "নাকরা":
            if at and self.norms[at - 1] == "অস্বীকার":
                yield _Verb(at - 1, at + 1, ("অস্বীকার", "নাকরা"), "report", False)
            return
        for width in (3, 2, 1, 0):
            if at < width:
                continue
            before = tuple(without_emphasis(w) for w in self.norms[at - width : at])
            phrase = (*before, lemma)
            if phrase in self.g.passives:
                yield _Verb(at - width, at + 1, phrase, "report", True)
                return
            if cue := self.g.cues.get(phrase):
                if self._denies_no_speech(phrase, at - width) or self._is_converb(at):
                    return
                if not self._relative(at - width):
                    yield _Verb(at - width, at + 1, phrase, cue, False)
                return

    def _denies_no_speech(self, phrase: Phrase, at: int) -> bool:
        before = set(self.norms[max(0, at - 4) : at])
        if set(self.norms[max(0, at - 1) : at]) & self.g.no_statement:
            return True
        return phrase in self.g.denies_speech_only and not before & self.g.objects_of_speech

    def _is_converb(self, at: int) -> bool:
        """করে before another verb of speech goes with that verb: "নিশ্চিত করে বলেন"."""
        if self.norms[at] not in self.g.converbs:
            return False
        later = self.norms[at + 1 : at + 9]
        return any(
            self.g.verb_of.get(without_emphasis(norm)) in ("বলা", "জানানো", "করা") and norm != "করে"
            for norm in later
        )

    def _relative(self, at: int) -> bool:
        """Whether the verb belongs to a relative clause ("চীন যা বলছে")."""
        return bool(set(self.norms[max(0, at - 3) : at]) & (self.g.relatives - {"যে", "কে"}))

    def _clause_after(self, verb: _Verb) -> bool:
        if verb.end >= len(self.norms):
            return False
        if self._clause_mark(verb.end) or self.norms[verb.end] == _JE:
            return True
        if verb.lemma == ("লেখা",):
            return False  # "বইটি লিখেছেন করিম"
        rest = [token for token in self.tokens[verb.end :] if token.word]
        if len(rest) > 2 and (ends_like_verb(rest[-1].norm) or len(rest) > _LONGEST_SUBJECT):
            return True
        return bool(rest) and self._says_plainly(verb)

    def _says_plainly(self, verb: _Verb) -> bool:
        """ "X বলেন Y একজন নেতা": a speaker right before বলেন, nothing that was said before him."""
        rest = [token for token in self.tokens[verb.end :] if token.word]
        if self._names_speaker(rest):
            return False
        at, back = self._skip_left(verb.start - 1, 0)
        if back or at < 0 or not self.tokens[at].word:
            return False
        speaker = self._mention(self._noun_phrase(at, 0), "nominative")
        if verb.lemma in _SAY or verb.lemma == _THINK:
            return speaker is not None
        return speaker is not None and speaker.kind == "unnamed" and len(rest) > 4

    def _names_speaker(self, rest: Sequence[Token]) -> bool:
        """Whether what follows a verb is a pronoun or a known name, and so its subject."""
        if not rest:
            return False
        last = rest[-1].norm
        known = self.register.find(" ".join(t.norm for t in rest[-2:])) or self.register.find(last)
        return last in self.g.singular | self.g.plural or known is not None

    def _clause_mark(self, at: int) -> bool:
        return at < len(self.norms) and self.norms[at] in _CLAUSE_MARKS

    def _closed_by_bole(self, verb: _Verb) -> bool:
        return _BOLE in self.norms[verb.end :]

    def _bole_before(self, verb: _Verb) -> int | None:
        for at in range(verb.start - 1, max(0, verb.start - 9), -1):
            if self.norms[at] == _BOLE:
                return at
        return None

    def _is_order(self, verb: _Verb) -> bool:
        """ডেকে আনতে বলেন: an order, no statement."""
        return (
            verb.lemma == ("বলা",)
            and verb.start > 0
            and self.norms[verb.start - 1] in self.g.infinitives
            and not self._back_reference_in(max(0, verb.start - 3), verb.start)
        )

    def _converb_cue(self, verb: _Verb) -> Cue:
        for at in range(verb.start):
            for width in (3, 2):
                if kind := self.g.converb_kinds.get(tuple(self.norms[at : at + width])):
                    return kind
        return verb.cue

    def _object_cue(self, verb: _Verb, bole: int | None) -> Cue:
        """ "দাবি করেন" after a noun is a demand; after a clause with বলে it is a claim."""
        if verb.cue == "claim" and bole is None and verb.end <= len(self.norms):
            return "demand"
        return verb.cue

    def _passive_cue(self, verb: _Verb, source: Mention) -> Cue:
        if source.name.startswith("অভিযোগ") or "অভিযোগ" in verb.lemma:
            return "accuse"
        return "claim" if "দাবি" in verb.lemma else "report"

    def _says_this(self, verb: _Verb) -> bool:
        """এ কথা বলেন, ওই অভিযোগ তোলেন: what is said stands in the sentence before."""
        pointed = verb.end - verb.start > 1 and self.norms[verb.start - 1] in self.g.demonstratives
        return (verb.start > 0 and pointed) or self._back_reference_in(max(0, verb.start - 8), verb.start)

    def _back_reference_in(self, low: int, high: int) -> bool:
        return any(
            tuple(self.norms[at : at + width]) in self.g.back_references
            for at in range(low, high)
            for width in (1, 2)
            if at + width <= high
        )

    def _ends_with(self, known: frozenset[Phrase], at: int, low: int) -> int:
        for width in (3, 2, 1):
            phrase = self.norms[at - width + 1 : at + 1]
            if at - width + 1 < low:
                continue
            if tuple(phrase) in known or (*phrase[:-1], without_emphasis(phrase[-1])) in known:
                return width
        return 0

    def _is_time(self, at: int) -> bool:
        norm = self.norms[at]
        return norm in self.g.times or (
            norm.isdigit() and at + 1 < len(self.norms) and self.norms[at + 1] in self.g.times
        )

    def _phrase_places(self, known: frozenset[Phrase]) -> Iterator[tuple[int, int]]:
        for at in range(len(self.norms)):
            for width in (3, 2, 1):
                if at + width <= len(self.norms) and tuple(self.norms[at : at + width]) in known:
                    yield at, width
                    break

    def _markers(self) -> Iterator[tuple[int, int, Cue, bool]]:
        for at in range(1, min(len(self.norms), 24)):
            for width in (2, 1):
                phrase = tuple(self.norms[at : at + width])
                if len(phrase) < width:
                    continue
                if cue := self.g.markers.get(phrase):
                    yield at, width, cue, False
                    break
                if cue := self.g.comma_markers.get(phrase):
                    yield at, width, cue, True
                    break

    def _rest(self, at: int) -> tuple[int, int] | None:
        rest = [t for t in self.tokens[at:] if t.word or t.norm == QUOTATION]
        if rest and rest[0].norm == _JE:
            rest = rest[1:]
        return (rest[0].start, self.tokens[-1].end) if rest else None

    def _inside(self, outer: Attribution, after: int) -> Attribution:
        """A speaker inside the words of a relayer is the source, and the relayer is the way it came.

        A named person's account of what another said stays that person's claim.
        """
        relays = outer.source.kind in ("outlet", "unnamed") and outer.source.pronoun is None
        if not relays or outer.back_reference:
            return outer
        rest = self.tokens[after:]
        while rest and not rest[0].word:
            rest = rest[1:]
        if rest and rest[0].norm == _JE:
            rest = rest[1:]
        inner = _Sentence(rest, self.g, self.register, self.names).attribution() if rest else None
        if inner is None or inner.source.pronoun or inner.back_reference:
            return outer
        return replace(inner, via=(outer.source, *inner.via))
