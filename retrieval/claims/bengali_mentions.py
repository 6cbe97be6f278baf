"""From the words of a Bengali noun phrase to the source it names: case ending, titles and kind told."""

from collections.abc import Sequence

from retrieval.claims.attribution import Mention
from retrieval.claims.bengali_grammar import Grammar
from retrieval.claims.bengali_words import (
    looks_finite,
    without_accusative,
    without_emphasis,
    without_genitive,
    without_locative,
)
from retrieval.claims.register import Register
from retrieval.claims.tokens import Token
from retrieval.models import ClaimantKind

_ENDINGS = {
    "genitive": without_genitive,
    "locative": without_locative,
    "accusative": without_accusative,
}


def mention(found: Sequence[Token], case: str, grammar: Grammar, register: Register) -> Mention | None:
    """The source that a noun phrase names; None where the words cannot name one.

    Args:
        found: the words of the phrase.
        case: nominative, genitive, locative or accusative: the ending of its last word.
        grammar: titles, pronouns and kinds.
        register: known claimants.
    """
    tokens = [token for token in found if token.word]
    if not tokens:
        return None
    norms = [token.norm for token in tokens]
    if norms[-1] in grammar.singular or norms[-1] in grammar.plural:
        if case == "nominative" and without_genitive(norms[-1]):
            return None
        number = "plural" if norms[-1] in grammar.plural else "singular"
        return Mention(tokens[-1].text, tokens[-1].text, None, number)  # type: ignore[arg-type]
    if _impossible(norms, case):
        return None
    texts = _texts(tokens)
    if (norms[-1],) not in grammar.titles:
        norms[-1], texts[-1] = _bare(norms[-1], case), _bare(texts[-1], case)
    written = " ".join(_texts(tokens))
    return _named(written, texts, norms, grammar, register)


def _texts(tokens: Sequence[Token]) -> list[str]:
    """The words as written; a comma stays where one stood ("মার্কিন, ইউরোপীয় ও রুশ")."""
    following = [*tokens[1:], None]
    return [
        token.text + ("," if after and after.start - token.end > 1 else "")
        for token, after in zip(tokens, following, strict=True)
    ]


def _impossible(norms: Sequence[str], case: str) -> bool:
    last = norms[-1]
    if last.isdigit() or len(norms) > 16:
        return True
    return case == "nominative" and (looks_finite(last) or without_accusative(last) is not None)


def _bare(word: str, case: str) -> str:
    word = without_emphasis(word)
    strip = _ENDINGS.get(case)
    return (strip(word) or word) if strip else word


def _named(written: str, texts: list[str], norms: list[str], g: Grammar, register: Register) -> Mention:
    for width in range(min(len(norms), register.longest), 0, -1):
        if known := register.find(" ".join(norms[-width:])):
            return Mention(written, " ".join(texts[-width:]), known.kind)
    if pointed := _pointed_at(written, texts, norms, g):
        return pointed
    if _unnamed(norms, g):
        return Mention(written, " ".join(texts), "unnamed")
    kind = _kind_by_words(norms, g)
    if kind is not None:
        begin = _after_titles(norms, g) if kind == "outlet" else 0
        return Mention(written, " ".join(texts[begin:] or texts), kind)
    return _person(written, texts, norms, g)


def _pointed_at(written: str, texts: list[str], norms: list[str], g: Grammar) -> Mention | None:
    """পত্রিকাটি, সংস্থাটি: the outlet or organisation that spoke before."""
    if len(norms) > 2 or not norms[-1].endswith("টি"):
        return None
    noun = norms[-1].removesuffix("টি")
    for kind in ("outlet", "organisation"):
        if noun in g.kind_words[kind]:
            return Mention(written, " ".join(texts), kind, role=True)
    return None


def _unnamed(norms: Sequence[str], g: Grammar) -> bool:
    last = norms[-1]
    plural = len(last) > 4 and last.endswith(g.plural_endings) and (last,) not in g.titles
    marked = any(norm in g.unnamed_marks for norm in norms[:-1])
    titled_name = len(norms) > 1 and (last,) not in g.titles and last not in g.unnamed_nouns
    if plural and not (marked is False and "ও" in norms and titled_name and last.endswith("রা") is False):
        return True
    role = (last,) in g.titles or last in g.unnamed_nouns
    return role and (marked or (last in g.unnamed_nouns and (last,) not in g.titles))


def _kind_by_words(norms: Sequence[str], g: Grammar) -> ClaimantKind | None:
    for kind, known in g.kind_words.items():
        if norms[-1] in known:
            return kind
    for at in range(len(norms) - 1, -1, -1):
        if norms[at] in g.kind_words["outlet"] and (norms[at],) in g.titles:
            return "outlet"
    if len(norms) > 1 and tuple(norms[-2:]) in {("বার্তা", "সংস্থা"), ("সংবাদ", "সংস্থা")}:
        return "outlet"
    joined = list(zip(norms, norms[1:], strict=False))
    return "outlet" if ("বার্তা", "সংস্থা") in joined or ("সংবাদ", "সংস্থা") in joined else None


def _after_titles(norms: Sequence[str], g: Grammar) -> int:
    """Index of the first word after the last title; 0 where none stands before a name."""
    begin = 0
    for at in range(len(norms) - 1):
        if (norms[at],) in g.titles or norms[at] in g.honorifics:
            begin = at + 1
        if at and tuple(norms[at - 1 : at + 1]) in g.titles:
            begin = at + 1
    return begin


def _person(written: str, texts: list[str], norms: list[str], g: Grammar) -> Mention:
    if (norms[-1],) in g.titles or tuple(norms[-2:]) in g.titles:
        return Mention(written, " ".join(texts), "person", role=True)
    begin = _after_titles(norms, g)
    if begin == 0:
        # "দেশের করিম": the owner in front is no part of the name; -র alone is too common in names.
        genitives = [at for at in range(len(norms) - 1) if norms[at].endswith("ের") and at < len(norms) - 1]
        begin = genitives[-1] + 1 if genitives and norms[genitives[-1]] not in g.name_words else 0
    name = " ".join(
        text for text, norm in zip(texts[begin:], norms[begin:], strict=True) if norm not in g.honorifics
    )
    return Mention(written, name or " ".join(texts), "person")
