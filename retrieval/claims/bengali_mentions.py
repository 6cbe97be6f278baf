"""From the words of a Bengali noun phrase to the source it names: case ending, titles and kind told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, cast

from retrieval.claims.attribution import Mention, Number
from retrieval.claims.bengali_grammar import Grammar, is_title
from retrieval.claims.bengali_words import (
    looks_finite,
    without_accusative,
    without_emphasis,
    without_genitive,
    without_locative,
)
from retrieval.claims.register import Register
from retrieval.claims.tokens import Token, as_written
from retrieval.language.concepts import concepts
from retrieval.models import Claimant, ClaimantKind

Case = Literal["nominative", "genitive", "locative", "accusative"]
_LONGEST = 16  # words
_WITHOUT: Mapping[Case, Callable[[str], str | None]] = {
    "genitive": without_genitive,
    "locative": without_locative,
    "accusative": without_accusative,
}


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase: its words as written and as compared, the ending of the last told off.

    Attributes:
        written: all of it as written, endings included.
        texts: word by word, as written.
        norms: word by word, as compared.
    """

    written: str
    texts: list[str]
    norms: list[str]

    def mention(self, begin: int, kind: ClaimantKind, role: bool = False) -> Mention:
        """A source named by the words from ``begin`` on."""
        return Mention(self.written, " ".join(self.texts[begin:]), kind, role=role)


def mention(found: Sequence[Token], case: Case, g: Grammar, register: Register) -> Mention | None:
    """The source that a noun phrase names; None where the words cannot name one.

    Args:
        found: the words of the phrase.
        case: the ending of its last word.
        g: titles, pronouns and kinds.
        register: known claimants.
    """
    tokens = [token for token in found if token.word]
    if not tokens:
        return None
    last = tokens[-1]
    if number := g.pronouns.get(last.norm):
        possessive = case == "nominative" and without_genitive(last.norm) is not None
        return None if possessive else Mention(last.text, last.text, None, cast(Number, number))
    norms = [token.norm for token in tokens]
    if _impossible(norms, case, g):
        return None
    texts = as_written(tokens)
    written = " ".join(texts)
    if not is_title(norms[-1], g):
        norms[-1], texts[-1] = _bare(norms[-1], case), _bare(texts[-1], case)
    return _named(_Phrase(written, texts, norms), g, register)


def _impossible(norms: Sequence[str], case: Case, g: Grammar) -> bool:
    last = norms[-1]
    letter = len(norms) == 1 and len(last) == 1
    if letter or not g.first_person.isdisjoint(norms) or last.isdigit() or len(norms) > _LONGEST:
        return True
    if case != "nominative":
        return False
    if all(norm in g.settings or norm in g.connectives or (norm,) in g.adverbs for norm in norms):
        return True
    told = (len(norms) > 1 and last in g.told_things) or last in g.converbs
    return told or looks_finite(last) or without_accusative(last) is not None


def _bare(word: str, case: Case) -> str:
    word = without_emphasis(word)
    without = _WITHOUT.get(case)
    return (without(word) or word) if without else word


def _named(phrase: _Phrase, g: Grammar, register: Register) -> Mention:
    """The source by the first of: the register, a pointing word, no name at all, its kind, a person."""
    norms = phrase.norms
    for width in range(min(len(norms), register.longest), 0, -1):
        known = register.known(norms[-width:])
        if known and not _elsewhere(known, norms[:-width]):
            return phrase.mention(len(norms) - width, known.kind)
    if kind := _pointed_at(norms, g):
        return phrase.mention(0, kind, role=True)
    if _unnamed(norms, g):
        return phrase.mention(0, "unnamed")
    if kind := _kind_by_words(norms, g):
        return phrase.mention(_after_titles(norms, g) if kind == "outlet" else 0, kind)
    return _person(phrase, g)


def _elsewhere(known: Claimant, before: Sequence[str]) -> bool:
    """ভারতের নির্বাচন কমিশন is not the commission of the register."""
    office = known.kind in ("organisation", "office")
    return office and bool(before) and without_genitive(before[-1]) is not None


def _pointed_at(norms: Sequence[str], g: Grammar) -> ClaimantKind | None:
    """The kind of পত্রিকাটি, সংস্থাটি: the outlet or organisation that spoke before."""
    ending = next((ending for ending in g.definite if norms[-1].endswith(ending)), None)
    if len(norms) > 2 or ending is None:
        return None
    noun = norms[-1].removesuffix(ending)
    if (*norms[:-1], noun) in g.agencies:
        return "outlet"
    kinds: tuple[ClaimantKind, ...] = ("outlet", "organisation")
    return next((kind for kind in kinds if noun in g.kinds[kind]), None)


def _unnamed(norms: Sequence[str], g: Grammar) -> bool:
    last = norms[-1]
    if is_title(last, g):
        return not g.unnamed_marks.isdisjoint(norms[:-1])
    if last in g.unnamed_nouns:
        return True
    return len(last) > 4 and last.endswith(g.plural_endings)


def _kind_by_words(norms: Sequence[str], g: Grammar) -> ClaimantKind | None:
    last = norms[-1]
    if last in g.governments and _surname(norms, g):
        return None
    if any(before in g.kinds["outlet"] and norm in g.of_words for before, norm in pairwise(norms)):
        return "outlet"  # টাইমস অব ইসরায়েল
    kind = next((kind for kind, known in g.kinds.items() if last in known), None)
    if kind == "organisation" and last in g.name_words and _after_titles(norms, g):
        return None  # "মন্ত্রী করিম সরকার"
    if kind:
        return kind
    if last in g.texts:
        return "document"
    outlet = any(norm in g.kinds["outlet"] and is_title(norm, g) for norm in norms)
    agency = not g.agencies.isdisjoint(pairwise(norms))
    return "outlet" if outlet or agency else None


def _surname(norms: Sequence[str], g: Grammar) -> bool:
    """তপন কান্তি সরকার is a man; বাংলাদেশ সরকার and বর্তমান সরকার are governments."""
    before = norms[-2] if len(norms) > 1 else ""
    government = before in g.before_government or before.endswith(g.before_government_endings)
    return bool(before) and not government


def _after_titles(norms: Sequence[str], g: Grammar) -> int:
    """Index of the first word after the last title; 0 where none stands before a name."""
    begin = 0
    for at in range(len(norms) - 1):
        title = is_title(norms[at], g) or norms[at] in g.honorifics
        if title or (at and (norms[at - 1], norms[at]) in g.titles):
            begin = at + 1
    return begin


def _after_common_nouns(norms: Sequence[str], g: Grammar) -> int:
    """Past words that the lexicon knows: a post that no list of titles has ("বিরোধীদলীয় হুইপ")."""
    begin = 0
    for at in range(len(norms) - 1):
        bare = without_genitive(norms[at]) or norms[at]
        if norms[at] not in g.name_words and (concepts(norms[at]) or concepts(bare)):
            begin = at + 1
    return begin


def _after_owner(norms: Sequence[str], g: Grammar) -> int:
    """Past "দেশের" of "দেশের করিম": the owner in front is no part of the name."""
    owners = [at for at, norm in enumerate(norms[:-1]) if norm.endswith(g.owner_endings)]
    return owners[-1] + 1 if owners and norms[owners[-1]] not in g.name_words else 0


def _title_as_name(norms: Sequence[str], g: Grammar) -> bool:
    """ "ওসি রুহুল ইমাম": a title that is also a name, behind a name behind a title."""
    return len(norms) > 2 and norms[-1] in g.name_words and 0 < _after_titles(norms[:-1], g) < len(norms) - 1


def _person(phrase: _Phrase, g: Grammar) -> Mention:
    norms = phrase.norms
    if (is_title(norms[-1], g) or tuple(norms[-2:]) in g.titles) and not _title_as_name(norms, g):
        return phrase.mention(0, "person", role=True)
    begin = _after_titles(norms, g) or _after_common_nouns(norms, g) or _after_owner(norms, g)
    words = zip(phrase.texts[begin:], norms[begin:], strict=True)
    name = " ".join(text for text, norm in words if norm not in g.honorifics)
    return Mention(phrase.written, name or " ".join(phrase.texts), "person")
