"""Reads one English sentence: who is said to have said it, through whom, with what verb.

A parser over words, case of letters and marks. The sentence is one of these frames:

    X [aux] VERB [that] content              X said (that) …; X told Y that …
    content, X VERB | VERB X                  "…," X said; "…," said X
    According to X, content | content, according to X
    X, citing Y, VERB content                 (X relays Y)

Pronouns are reported as such and settled over the whole article elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, cast

from retrieval.claims.attribution import Attribution, Mention, Number
from retrieval.claims.register import Register
from retrieval.claims.tokens import QUOTATION, Token, tokenise
from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise
from retrieval.models import ClaimantKind, Cue

_TELLS = ("told", "tells", "tell", "informed", "reminded", "assured")
_STOPS = {",", ";", ":", "—", "–", "-", QUOTATION, "(", ")", "…"}


@dataclass(frozen=True)
class _Words:
    """Every group of ``en.yaml``; see the file for what each is for."""

    cue_of: dict[str, Cue]
    nouns: dict[str, Cue]
    participles: dict[str, Cue]
    denies_speech_only: frozenset[str]
    objects_of_speech: frozenset[str]
    needs_clause: frozenset[str]
    takes_object: frozenset[str]
    determiners: frozenset[str]
    auxiliaries: frozenset[str]
    passive: frozenset[str]
    negated: frozenset[str]
    boundaries: frozenset[str]
    opening: frozenset[str]
    relatives: frozenset[str]
    pronouns: dict[str, frozenset[str]]
    titles: frozenset[str]
    unnamed: frozenset[str]
    documents: frozenset[str]
    organisations: frozenset[str]
    outlets: frozenset[str]


@cache
def _words() -> _Words:
    data: dict[str, Any] = load_data("retrieval.claims", "en.yaml")
    groups = {name: frozenset(str(w) for w in rows) for name, rows in data.items() if isinstance(rows, list)}
    return _Words(
        cue_of={form: cast(Cue, kind) for kind, forms in data["cues"].items() for form in forms},
        nouns={noun: cast(Cue, kind) for kind, nouns in data["nouns"].items() for noun in nouns},
        participles={form: cast(Cue, k) for k, forms in data["participles"].items() for form in forms},
        denies_speech_only=groups["denies_speech_only"],
        objects_of_speech=groups["objects_of_speech"],
        needs_clause=groups["needs_clause"],
        takes_object=groups["takes_object"],
        determiners=groups["determiners"],
        auxiliaries=groups["auxiliaries"],
        passive=groups["passive"],
        negated=groups["negated"],
        boundaries=groups["boundaries"],
        opening=groups["opening_prepositions"],
        relatives=groups["relatives"],
        pronouns={kind: frozenset(forms) for kind, forms in data["pronouns"].items()},
        titles=groups["titles"],
        unnamed=groups["unnamed"],
        documents=groups["documents"],
        organisations=groups["organisation_words"],
        outlets=groups["outlet_words"],
    )


class EnglishParser:
    """Finds the attribution of English sentences.

    Args:
        register: known claimants, to tell people from outlets and offices.
    """

    def __init__(self, register: Register) -> None:
        self._register = register

    def parse(
        self, text: str, start: int, end: int, names: frozenset[str] = frozenset()
    ) -> Attribution | None:
        """The attribution of the sentence ``text[start:end]``; None where nobody is said to speak."""
        del names  # English names show themselves by their capitals
        tokens = _sentence_tokens(text, start, end)
        return _Sentence(tokens, self._register).attribution() if tokens else None

    def people(self, text: str, start: int, end: int) -> list[Mention]:
        """Persons that the sentence names in two or more capitalised words, in order."""
        tokens = _sentence_tokens(text, start, end)
        return _Sentence(tokens, self._register).people() if tokens else []


def _sentence_tokens(text: str, start: int, end: int) -> list[Token]:
    tokens = tokenise(text, start, end)
    while tokens and not tokens[-1].word and tokens[-1].norm != QUOTATION:
        tokens.pop()
    return tokens


class _Sentence:
    """The frames of one sentence, tried in order of trust."""

    def __init__(self, tokens: list[Token], register: Register) -> None:
        self.tokens = tokens
        self.norms = [token.norm for token in tokens]
        self.w = _words()
        self.register = register

    def attribution(self) -> Attribution | None:
        """The sentence's attribution by the first frame that fits."""
        found = self._according() or self._closing() or self._spoken() or self._passive() or self._nominal()
        found = found or self._participle()
        return self._citing(found) if found else None

    def _according(self) -> Attribution | None:
        for at in range(len(self.norms) - 2):
            if self.norms[at : at + 2] != ["according", "to"]:
                continue
            end = self._phrase_right(at + 2)
            source = self._named_beside(end) or self._mention(at + 2, end)
            if source is None:
                continue
            before = at > 1
            content = (0, at) if before else (end, len(self.tokens))
            inner = (
                _Sentence(self._slice(*content), self.register)._spoken() if self._slice(*content) else None
            )
            outer = Attribution(source, (), "report", self._span(*content))
            return self._inside(outer, inner)
        return None

    def _closing(self) -> Attribution | None:
        """A sentence that ends with "…, X said": whatever is said inside, X says it all."""
        for at in range(len(self.norms) - 1, max(1, len(self.norms) - 7), -1):
            cue = self.w.cue_of.get(self.norms[at])
            if cue is None or not self._is_verb(at):
                continue
            begin, end = self._subject(at)
            if end <= begin or not self._told_before(begin) or not self._only_adverbial(at + 1, begin):
                continue
            source = self._mention(begin, end)
            if source and not self._opens_clause(at + 1):
                outer = Attribution(source, (), cue, self._span(0, begin))
                told = self._slice(0, begin)
                return self._inside(outer, _Sentence(told, self.register)._spoken() if told else None)
        return None

    def _passive(self) -> Attribution | None:
        """The content was first reported by X."""
        for at in range(2, len(self.norms) - 1):
            cue = self.w.cue_of.get(self.norms[at])
            if cue is None or self.norms[at + 1] != "by" or not set(self.norms[at - 2 : at]) & self.w.passive:
                continue
            source = self._mention(at + 2, self._phrase_right(at + 2))
            if source and (source.kind != "person" or source.name[0].isupper()):
                return Attribution(source, (), cue, self._span(0, at - 1))
        return None

    def _participle(self) -> Attribution | None:
        """The subject of the sentence speaks in a participle: "X went home, saying that …"."""
        for at in range(2, len(self.norms) - 2):
            cue = self.w.participles.get(self.norms[at])
            if cue is None or self.norms[at - 1] in self.w.passive | {"without", "not"}:
                continue
            begin, end = self._opening_subject(at)
            source = self._mention(begin, end) if end > begin else None
            if source:
                after = at + 1 + (self.norms[at + 1] == "that")
                return Attribution(source, (), cue, self._span(after, len(self.tokens)))
        return None

    def _nominal(self) -> Attribution | None:
        """X's claim that … is somebody's."""
        for at in range(1, len(self.norms) - 3):
            cue = self.w.nouns.get(self.norms[at])
            owner = self.norms[at - 1]
            if cue is None or self.norms[at + 1] != "that" or not owner.endswith(("'s", "s'")):
                continue
            begin = self._phrase_left(at)
            source = self._mention(*self._trim(begin, at))
            if source:
                source = replace(source, name=source.name.removesuffix("'s").removesuffix("’s"))
                return Attribution(source, (), cue, self._span(at + 2, len(self.tokens)))
        return None

    def _spoken(self) -> Attribution | None:
        for at, norm in enumerate(self.norms):
            cue = self.w.cue_of.get(norm)
            if cue is None or not self._is_verb(at):
                continue
            if found := self._inverted(at, cue) or self._plain(at, cue):
                return found
        return None

    def _named_beside(self, comma: int) -> Mention | None:
        """The name in "his biographer, Walter Isaacson"."""
        if self.norms[comma : comma + 1] != [","]:
            return None
        end = comma + 1
        while end < len(self.tokens) and self.tokens[end].word and self.tokens[end].text[0].isupper():
            end += 1
        closed = end == len(self.tokens) or self.norms[end] in _STOPS
        return self._mention(comma + 1, end) if closed and 1 < end - comma <= 5 else None

    def _is_verb(self, at: int) -> bool:
        before = self.norms[at - 1] if at else ""
        if not before or self.tokens[at].text[0].isupper():
            return False
        if (
            before in self.w.passive
            or before in self.w.determiners
            or before in ("to", "will", "would", "could", "should", "might", "may", "can")
        ):
            return False
        if set(self.norms[max(0, at - 3) : at]) & self.w.negated:
            return False
        if before in self.w.auxiliaries and set(self.norms[max(0, at - 2) : at]) & self.w.passive:
            return False
        if (
            self.norms[at] in self.w.denies_speech_only
            and not set(self.norms[at : at + 7]) & self.w.objects_of_speech
        ):
            return False
        return not (before.endswith(("'s", "’s")))

    def _inverted(self, at: int, cue: Cue) -> Attribution | None:
        """ "…," said X."""
        before = self.norms[at - 1]
        if before not in (",", QUOTATION, "—", "–") or self._next(at) in ("that", ","):
            return None
        if not self._says_before(at) or self._describes_subject(at):
            return None
        end = self._phrase_right(at + 1)
        source = self._mention(at + 1, end) if end > at + 1 else None
        if source is None or source.pronoun:
            return None
        return Attribution(self._described(source, end), (), cue, self._span(0, at))

    def _described(self, source: Mention, end: int) -> Mention:
        """The source with what describes it behind its name: "said X, head of the union"."""
        last = end
        while last < len(self.norms) and self.norms[last] != QUOTATION and last - end < 18:
            last += 1
        rest = [norm for norm in self.norms[end:last] if norm not in _STOPS]
        describes = rest and rest[0] not in (
            "in",
            "on",
            "during",
            "at",
            "when",
            "while",
            "after",
            "as",
            "adding",
        )
        if not describes or source.span is None or any(norm in self.w.cue_of for norm in rest):
            return source
        return replace(source, span=(source.span[0], self.tokens[last - 1].end))

    def _describes_subject(self, at: int) -> bool:
        """Whether the comma before the verb closes a description: "The mayor, Atiqul Islam, said the …"."""
        if self.norms[at - 1] != "," or QUOTATION in self.norms[:at]:
            return False
        begin, end = self._before_appositive(at - 1)
        verbs = self.w.passive | {"has", "have", "had", "did", "will", "would"}
        return end > begin and not set(self.norms[: at - 1]) & verbs

    def _says_before(self, at: int) -> bool:
        told = any(norm.endswith("ed") or norm in self.w.passive for norm in self.norms[: at - 1])
        return QUOTATION in self.norms[:at] or at > 5 or told

    def _plain(self, at: int, cue: Cue) -> Attribution | None:
        begin, end = self._subject(at)
        source = self._mention(begin, end) if end > begin else None
        if source is None:
            return None
        if source.span and end < at and self.norms[end] == ",":
            # "X, the spokesman, said": the description belongs to the source as written.
            source = replace(source, span=(source.span[0], self.tokens[at - 1].start))
        content = self._content(at, begin)
        if content is None:
            return None
        clause = content[0] >= at
        outer = Attribution(source, (), cue, self._span(*content))
        if not clause:
            return outer
        inner = _Sentence(self._slice(*content), self.register)._spoken()
        return self._inside(outer, inner)

    def _content(self, at: int, begin: int) -> tuple[int, int] | None:
        """Token range of what is said: after the verb, or before the subject."""
        after = at + 1
        if self.norms[at] in _TELLS:
            after = self._past_addressee(after)
        rest = [
            token for token in self._slice(after, len(self.tokens)) if token.word or token.norm == QUOTATION
        ]
        opens = self._opens_clause(after)
        if not opens and self._told_before(begin) and self._only_adverbial(after, begin):
            return (0, begin)
        needs = self.norms[at] in self.w.needs_clause and self.norms[at] not in self.w.takes_object
        if (len(rest) < 2 and QUOTATION not in self.norms[after:]) or (
            needs and not opens and QUOTATION not in self.norms[at:]
        ):
            return None
        while after < len(self.norms) and self.norms[after] in ("that", ",", ":"):
            after += 1
        return (after, len(self.tokens))

    def _opens_clause(self, after: int) -> bool:
        """Whether "that", a colon or a quotation follows the verb."""
        following = self.norms[after : after + 2]
        return following[:1] in (["that"], [":"], [QUOTATION]) or following == [",", QUOTATION]

    def _told_before(self, begin: int) -> bool:
        """Whether a quotation, or a clause and a comma, stand before the subject."""
        marked = begin > 0 and self.norms[begin - 1] in (",", QUOTATION, "—", "–", "-", "?", "!")
        return marked and (QUOTATION in self.norms[:begin] or begin > 4)

    def _only_adverbial(self, after: int, begin: int) -> bool:
        """Whether what follows the verb only says when, where or to whom."""
        rest = self.norms[after:]
        words = [norm for norm in rest if norm not in _STOPS]
        if len(words) < 3 or QUOTATION in self.norms[:begin]:
            return True
        return (
            rest[0] == ","
            or words[0] in self.w.opening
            or words[0] in _DATED
            or words[0] in ("of", "to", "there")
        )

    def _past_addressee(self, at: int) -> int:
        for further in range(at, min(len(self.norms), at + 9)):
            if self.norms[further] in ("that", QUOTATION, ":"):
                return further
            if self.norms[further] == ",":
                return further + 1
        end = at + 1
        while end < len(self.tokens) and self.tokens[end].text[:1].isupper():
            end += 1
        return min(end, len(self.tokens))

    # ------------------------------------------------------------ subjects

    def _subject(self, verb: int) -> tuple[int, int]:
        """Token range of the noun phrase before a verb."""
        at = verb - 1
        while at >= 0 and self.norms[at] in self.w.auxiliaries:
            at -= 1
        if at >= 0 and self.norms[at] == ",":
            return self._before_appositive(at)
        if at > 1 and self.norms[at] in ("and", "but"):
            return self._opening_subject(at)
        end = at + 1
        return self._trim(self._phrase_left(end), end)

    def _opening_subject(self, limit: int) -> tuple[int, int]:
        """The subject that opens the sentence, for a later verb of it ("X were glad but said …")."""
        for at in range(1, min(limit, 14)):
            norm = self.norms[at]
            verb = norm in self.w.passive or norm in ("has", "have", "had", "did") or norm in self.w.cue_of
            if verb or (norm.endswith(("ed", "es")) and self.tokens[at].text[0].islower()):
                end = at
                while end > 0 and self.norms[end - 1] in self.w.auxiliaries:
                    end -= 1
                return self._trim(0, end)
            if norm in _STOPS:
                break
        return (0, 0)

    def _before_appositive(self, comma: int) -> tuple[int, int]:
        """X, the spokesman, said: X."""
        for at in range(comma - 1, 0, -1):
            if self.norms[at] == QUOTATION:
                break
            if self.norms[at] != ",":
                continue
            begin = self._phrase_left(at)
            begin, end = self._trim(begin, at)
            if end > begin and self.tokens[begin].text[0].isupper() and end - begin <= 8:
                named = all(token.text[0].isupper() for token in self.tokens[at + 1 : comma])
                # "The mayor, Atiqul Islam, said": the name is what stands between the commas.
                role = self.norms[end - 1] in self.w.titles and 1 < comma - at - 1 <= 4
                return (at + 1, comma) if named and role else (begin, end)
        return (0, 0)

    def _phrase_left(self, end: int) -> int:
        """First token of the noun phrase that ends before ``end``."""
        relative = next(
            (
                a
                for a in range(end - 1, max(-1, end - 14), -1)
                if self.norms[a] in self.w.relatives and "," not in self.norms[a:end]
            ),
            None,
        )
        begin = (relative if relative else end) - 1
        while begin >= 0 and not self._bounds_left(begin):
            begin -= 1
        return begin + 1

    def _bounds_left(self, at: int) -> bool:
        norm = self.norms[at]
        if norm == "," and self._lists_adjectives(at):
            return False
        if norm in _STOPS:
            return True
        if norm in ("and", "or"):
            return not self._joins_names(at)
        if norm == ".":
            return at > 0 and len(self.norms[at - 1]) > 4
        return norm in self.w.boundaries or (
            norm in self.w.cue_of and self._is_verb(at) and self.norms[at] not in ("reports",)
        )

    def _lists_adjectives(self, at: int) -> bool:
        """The comma of "US, European and Russian officials"."""
        return (
            0 < at < len(self.tokens) - 3
            and self.tokens[at - 1].text[0].isupper()
            and self.tokens[at + 1].text[0].isupper()
            and self.norms[at + 2] == "and"
        )

    def _joins_names(self, at: int) -> bool:
        if at == 0 or at + 1 >= len(self.tokens):
            return False
        left, right = self.tokens[at - 1].text, self.tokens[at + 1].text
        if self.norms[at - 1] in self.w.unnamed and self.norms[at + 1] in (
            "a",
            "an",
            "another",
            "two",
            "other",
        ):
            return True
        return left[0].isupper() and (right[0].isupper() or self.norms[at + 1] in ("a", "other"))

    def _phrase_right(self, begin: int) -> int:
        """One past the noun phrase that starts at ``begin``."""
        end = begin
        while end < len(self.norms) and not self._bounds_right(end, begin):
            end += 1
        return end

    def _bounds_right(self, at: int, begin: int) -> bool:
        norm = self.norms[at]
        if norm in _STOPS or norm in (
            "who",
            "in",
            "on",
            "during",
            "adding",
            "at",
            "when",
            "while",
            "after",
            "before",
            "as",
            "because",
            "but",
            "which",
            "to",
            "by",
            "is",
            "was",
            "has",
            "had",
            "that",
        ):
            return True
        if norm == "and":
            return not self._joins_names(at)
        if norm == ".":
            return len(self.norms[at - 1]) > 4
        return at > begin and norm in self.w.cue_of and self._is_verb(at)

    def _trim(self, begin: int, end: int) -> tuple[int, int]:
        """Without an opening phrase of time or place ("In October 2022 Musk …")."""
        while begin < end and (
            not self.tokens[begin].word
            or self.norms[begin]
            in (
                "but",
                "and",
                "yet",
                "however",
                "meanwhile",
                "also",
                "still",
                "so",
                "then",
                "instead",
                "indeed",
                "moreover",
                "though",
                "earlier",
                "later",
                "today",
                "yesterday",
            )
        ):
            begin += 1
        if begin < end and self.norms[begin] in self.w.opening:
            dated = [a for a in range(begin, end) if self.norms[a].isdigit() or self.norms[a] in _DATED]
            begin = dated[-1] + 1 if dated else self._last_name(begin, end)
        return begin, end

    def _last_name(self, begin: int, end: int) -> int:
        """Start of the last run of capitalised words, where a phrase opens with a preposition."""
        at = end
        while at > begin and (self.tokens[at - 1].text[0].isupper() or self.norms[at - 1] in ("the", "of")):
            at -= 1
        return at

    # ------------------------------------------------------------ sources

    def people(self) -> list[Mention]:
        """Runs of two or more capitalised words that are no known organisation."""
        found: list[Mention] = []
        at = 0
        while at < len(self.tokens):
            end = at
            while end < len(self.tokens) and self.tokens[end].text[0].isupper() and self.tokens[end].word:
                end += 1
            if end - at >= 2:
                mention = self._mention(at, end)
                if mention and mention.kind == "person" and " " in mention.name:
                    found.append(mention)
            at = max(end, at) + 1
        return found

    def _mention(self, begin: int, end: int) -> Mention | None:
        tokens = [t for t in self.tokens[begin:end] if t.word]
        if not tokens or len(tokens) > 24:
            return None
        found = self._read_mention(tokens)
        return replace(found, span=(tokens[0].start, tokens[-1].end)) if found else None

    def _read_mention(self, tokens: list[Token]) -> Mention | None:
        norms = [t.norm for t in tokens]
        alone = len(norms) == 1 or norms[-1] in self.w.pronouns["singular"]
        if alone and (number := self._pronoun(norms[-1])):
            return Mention(tokens[-1].text, tokens[-1].text, None, number)
        if norms[-1] in self.w.pronouns["nobody"] or norms[0] in self.w.pronouns["nobody"]:
            return None
        return self._named(tokens, norms)

    def _pronoun(self, norm: str) -> Number | None:
        if norm in self.w.pronouns["singular"]:
            return "singular"
        return "plural" if norm in self.w.pronouns["plural"] | self.w.pronouns["thing"] else None

    def _named(self, tokens: Sequence[Token], norms: list[str]) -> Mention | None:
        written = _joined(tokens)
        head = self._head(norms)
        known = self._known(norms[: head + 1])
        if known:
            return Mention(
                written, " ".join(t.text for t in tokens[head + 1 - known[0] : head + 1]), known[1]
            )
        if tokens[head].text[0].isupper() and norms[head] not in self.w.unnamed | self.w.documents:
            return self._proper(tokens[: head + 1], written)
        return self._common(tokens, norms, head, written)

    def _head(self, norms: list[str]) -> int:
        """Index of the phrase's head: before the first relative clause or preposition."""
        for at in range(1, len(norms)):
            if norms[at] in self.w.relatives or norms[at] in (
                "in",
                "with",
                "from",
                "on",
                "at",
                "for",
                "of",
                "to",
            ):
                return at - 1 if norms[at] != "of" else len(norms) - 1
        return len(norms) - 1

    def _known(self, norms: list[str]) -> tuple[int, ClaimantKind] | None:
        for width in range(min(len(norms), self.register.longest), 0, -1):
            bare = norms[-1].removesuffix("'s").removesuffix("’s")
            if found := self.register.find(" ".join([*norms[-width:-1], bare])):
                return width, found.kind
        return None

    def _proper(self, tokens: Sequence[Token], written: str) -> Mention:
        norms = [token.norm for token in tokens]
        if norms[-1] in self.w.outlets or norms[-1] in self.w.organisations:
            kind: ClaimantKind = "outlet" if norms[-1] in self.w.outlets else "organisation"
            return Mention(written, written.removeprefix("the ").removeprefix("The "), kind)
        begin = len(tokens) - 1
        while begin > 0 and tokens[begin - 1].text[0].isupper() and norms[begin - 1] not in self.w.titles:
            begin -= 1
        name = " ".join(token.text for token in tokens[begin:])
        acronym = name.isupper() and len(name) <= 6
        return Mention(written, name, "organisation" if acronym else "person")

    def _common(self, tokens: Sequence[Token], norms: list[str], head: int, written: str) -> Mention | None:
        if norms[head] in self.w.documents:
            return Mention(written, written, "document")
        if norms[head] in self.w.organisations:
            return Mention(written, written, "organisation")
        if norms[head] in self.w.unnamed or norms[head].endswith("s"):
            return Mention(written, written, "unnamed")
        definite = norms[0] in ("the", "this", "that")
        if definite and norms[head] in self.w.outlets:
            return Mention(written, written, "outlet", role=True)
        if norms[head] in self.w.titles or definite:
            return Mention(
                written, " ".join(t.text for t in tokens[int(definite) :]), "person", role=definite
            )
        return Mention(written, written, "unnamed") if norms[0] in ("a", "an", "one", "another") else None

    # ------------------------------------------------------------ relays

    def _citing(self, found: Attribution) -> Attribution:
        """X, citing Y, reported: Y speaks, X relays."""
        for at, norm in enumerate(self.norms):
            if norm in ("citing", "quoting"):
                source = self._mention(at + 1, self._phrase_right(at + 1))
                if source and source.name != found.source.name:
                    return replace(found, source=source, via=(found.source, *found.via), cue="report")
        return found

    def _inside(self, outer: Attribution, inner: Attribution | None) -> Attribution:
        relays = outer.source.kind in ("outlet", "document") or (
            outer.source.kind == "unnamed" and inner is not None and inner.source.kind == "unnamed"
        )
        if inner is None or not relays or inner.source.pronoun:
            return outer
        return replace(inner, via=(outer.source, *inner.via))

    # ------------------------------------------------------------ ranges

    def _next(self, at: int) -> str:
        return self.norms[at + 1] if at + 1 < len(self.norms) else ""

    def _slice(self, begin: int, end: int) -> list[Token]:
        return self.tokens[begin:end]

    def _span(self, begin: int, end: int) -> tuple[int, int] | None:
        words = [t for t in self.tokens[begin:end] if t.word or t.norm == QUOTATION]
        return (words[0].start, words[-1].end) if words else None


def _joined(tokens: Sequence[Token]) -> str:
    """The words as written; a comma stays where one stood ("US, European and Russian")."""
    parts = []
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        parts.append(token.text + ("," if after and after.start - token.end > 1 else ""))
    return " ".join(parts)


_DATED = frozenset(
    normalise(word)
    for word in [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "week",
        "month",
        "year",
    ]
)
