"""From the words of an English noun phrase to the source it names: article, titles and kind told."""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.claims.attribution import Mention, Number
from retrieval.claims.english_grammar import Grammar
from retrieval.claims.register import Register
from retrieval.claims.tokens import Token
from retrieval.models import ClaimantKind

_LONGEST = 24  # words
_LONGEST_ACRONYM = 6  # letters
# Pronouns by the group of the grammar; "nobody" is no source.
_NUMBERS: dict[str, Number] = {"singular": "singular", "plural": "plural", "thing": "plural"}


def mention(found: Sequence[Token], g: Grammar, register: Register) -> Mention | None:
    """The source that a noun phrase names; None where the words cannot name one.

    Args:
        found: the words of the phrase.
        g: titles, pronouns and kinds.
        register: known claimants.
    """
    tokens = [token for token in found if token.word]
    if not tokens or len(tokens) > _LONGEST:
        return None
    source = _read(tokens, g, register)
    return replace(source, span=(tokens[0].start, tokens[-1].end)) if source else None


def _read(tokens: Sequence[Token], g: Grammar, register: Register) -> Mention | None:
    norms = [token.norm for token in tokens]
    pronoun = g.pronouns.get(norms[-1])
    number = _NUMBERS.get(pronoun or "")
    if number and (len(norms) == 1 or pronoun == "singular"):
        return Mention(tokens[-1].text, tokens[-1].text, None, number)
    if "nobody" in (pronoun, g.pronouns.get(norms[0])):
        return None
    return _named(tokens, norms, g, register)


def _named(tokens: Sequence[Token], norms: list[str], g: Grammar, register: Register) -> Mention | None:
    written = _joined(tokens)
    head = _head(norms, g)
    if known := _known(norms[: head + 1], register):
        width, kind = known
        return Mention(written, " ".join(t.text for t in tokens[head + 1 - width : head + 1]), kind)
    if tokens[head].text[0].isupper() and norms[head] not in g.unnamed | g.documents:
        return _proper(tokens[: head + 1], written, g)
    return _common(tokens, head, written, g)


def _head(norms: Sequence[str], g: Grammar) -> int:
    """Index of the phrase's head: before the first relative clause or preposition."""
    for at in range(1, len(norms)):
        if norms[at] in g.relatives or norms[at] in g.ends_head:
            return at - 1 if norms[at] != "of" else len(norms) - 1
    return len(norms) - 1


def _known(norms: Sequence[str], register: Register) -> tuple[int, ClaimantKind] | None:
    """Width and kind of the longest known name at the end of some words."""
    for width in range(min(len(norms), register.longest), 0, -1):
        if found := register.find(" ".join([*norms[-width:-1], norms[-1].removesuffix("'s")])):
            return width, found.kind
    return None


def _proper(tokens: Sequence[Token], written: str, g: Grammar) -> Mention:
    norms = [token.norm for token in tokens]
    if norms[-1] in g.outlets or norms[-1] in g.organisations:
        kind: ClaimantKind = "outlet" if norms[-1] in g.outlets else "organisation"
        return Mention(written, written.removeprefix("the ").removeprefix("The "), kind)
    begin = len(tokens) - 1
    while begin > 0 and tokens[begin - 1].text[0].isupper() and norms[begin - 1] not in g.titles:
        begin -= 1
    name = " ".join(token.text for token in tokens[begin:])
    acronym = name.isupper() and len(name) <= _LONGEST_ACRONYM
    return Mention(written, name, "organisation" if acronym else "person")


def _common(tokens: Sequence[Token], head: int, written: str, g: Grammar) -> Mention | None:
    norms = [token.norm for token in tokens]
    if norms[head] in g.documents:
        return Mention(written, written, "document")
    if norms[head] in g.organisations:
        return Mention(written, written, "organisation")
    if norms[head] in g.unnamed or norms[head].endswith("s"):
        return Mention(written, written, "unnamed")
    definite = norms[0] in g.definite
    if definite and norms[head] in g.outlets:
        return Mention(written, written, "outlet", role=True)
    if norms[head] in g.titles or definite:
        name = " ".join(token.text for token in tokens[int(definite) :])
        return Mention(written, name, "person", role=definite)
    return Mention(written, written, "unnamed") if norms[0] in g.indefinite else None


def _joined(tokens: Sequence[Token]) -> str:
    """The words as written; a comma stays where one stood ("US, European and Russian")."""
    parts = []
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        parts.append(token.text + ("," if after and after.start - token.end > 1 else ""))
    return " ".join(parts)
