"""From the words of an English noun phrase to the source it names: article, titles and kind told."""

from collections.abc import Sequence
from dataclasses import replace

from retrieval.claims.attribution import Mention, Number
from retrieval.claims.english_grammar import Grammar, is_title
from retrieval.claims.register import Register
from retrieval.claims.tokens import Token, as_written, capitalised
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
    if norms[0] in g.relatives:
        return None
    counted = len(norms) > 1 and norms[0] in g.indefinite
    if _nobody(tokens[-1], g) or (_nobody(tokens[0], g) and not counted):
        return None
    return _named(tokens, norms, g, register)


def _nobody(token: Token, g: Grammar) -> bool:
    """Whether a pronoun names no source: "us", not the US."""
    acronym = len(token.text) > 1 and token.text.isupper()
    return g.pronouns.get(token.norm) == "nobody" and not acronym


def _named(tokens: Sequence[Token], norms: list[str], g: Grammar, register: Register) -> Mention | None:
    written = " ".join(as_written(tokens))
    head = _head(norms, g)
    if found := _of(tokens, norms, head, g, register):
        return found
    if (known := _known(tokens[: head + 1], register)) is None and (found := _with_preposition(tokens, g)):
        return found
    if known:
        width, kind = known
        begin = _joined_before(norms, head + 1 - width)
        return Mention(written, " ".join(as_written(tokens[begin : head + 1])), kind)
    if capitalised(tokens[head]) and norms[head] not in g.unnamed | g.documents:
        return _proper(tokens[: head + 1], written, g)
    return _common(tokens, head, written, g)


def _of(
    tokens: Sequence[Token], norms: list[str], head: int, g: Grammar, register: Register
) -> Mention | None:
    """ "residents of Sylhet", "the Ministry of Health", "the head of the board", "Rahman of Dhaka"."""
    of = norms.index("of") if "of" in norms[1 : head + 1] else 0
    if not of or _known(tokens[: head + 1], register):
        return None
    core, written = norms[of - 1], " ".join(as_written(tokens))
    if core in g.organisations:
        return Mention(written, written.removeprefix("the ").removeprefix("The "), "organisation")
    if core in g.documents | g.unnamed or is_title(core, g) or norms[0] in g.indefinite:
        return _common(tokens, of - 1, written, g)
    return _named(tokens[:of], norms[:of], g, register)


def _with_preposition(tokens: Sequence[Token], g: Grammar) -> Mention | None:
    """An organisation with a preposition in its name: "the think tank Centre for Policy Dialogue"."""
    for at in range(1, len(tokens) - 1):
        inside = capitalised(tokens[at - 1]) and capitalised(tokens[at + 1])
        if tokens[at].norm in g.inside_names and inside and tokens[at - 1].norm in g.organisations:
            begin = at - 1
            while begin > 0 and capitalised(tokens[begin - 1]) and tokens[begin - 1].norm not in g.definite:
                begin -= 1
            written = " ".join(as_written(tokens))
            return Mention(written, " ".join(as_written(tokens[begin:])), "organisation")
    return None


def _head(norms: Sequence[str], g: Grammar) -> int:
    """Index of the phrase's head: before the first relative clause, or preposition but "of"."""
    ends = (at for at in range(1, len(norms)) if norms[at] in g.relatives or norms[at] in g.ends_head)
    head = next(ends, len(norms)) - 1
    while head > 0 and head + 1 < len(norms) and norms[head].endswith("ed") and norms[head] not in g.titles:
        head -= 1  # "a study published in The Lancet"
    return head


def _known(tokens: Sequence[Token], register: Register) -> tuple[int, ClaimantKind] | None:
    """Width and kind of the longest known name at the end of some words; "who" is not the WHO."""
    norms = [token.norm for token in tokens]
    for width in range(min(len(norms), register.longest), 0, -1):
        found = register.find(" ".join([*norms[-width:-1], norms[-1].removesuffix("'s")]))
        if found and found.kind == "office" and _given_name(tokens, width):
            continue
        if found and any(character.isupper() for token in tokens[-width:] for character in token.text):
            return width, found.kind
    return None


def _given_name(tokens: Sequence[Token], width: int) -> bool:
    """Whether a capital is but a surname: "Denzel Washington"."""
    before = tokens[-width - 1 : -width]
    return width == 1 and any(token.text[0].isupper() and token.start + 3 < token.end for token in before)


def _joined_before(norms: Sequence[str], begin: int) -> int:
    """Where "Biden and" before a known name begins: the two speak as one."""
    if begin < 2 or norms[begin - 1] != "and":
        return begin
    return 1 if norms[0] in ("both", "the") else 0


def _proper(tokens: Sequence[Token], written: str, g: Grammar) -> Mention:
    norms = [token.norm for token in tokens]
    if norms[-1] in g.outlets or norms[-1] in g.organisations:
        kind: ClaimantKind = "outlet" if norms[-1] in g.outlets else "organisation"
        return Mention(written, written.removeprefix("the ").removeprefix("The "), kind)
    begin = len(tokens) - 1
    while begin > 0 and capitalised(tokens[begin - 1]) and not is_title(norms[begin - 1], g):
        begin -= 1
    if begin > 1 and capitalised(tokens[begin - 2]):
        begin = _joined_before(norms, begin)
    name = " ".join(as_written(tokens[begin:]))
    acronym = name.isupper() and len(name) <= _LONGEST_ACRONYM
    return Mention(written, name, "organisation" if acronym else "person")


def _common(tokens: Sequence[Token], head: int, written: str, g: Grammar) -> Mention | None:
    norms = [token.norm for token in tokens]
    if norms[head] in g.documents:
        return Mention(written, written, "document")
    if norms[head] in g.organisations:
        return Mention(written, written, "organisation")
    if (
        norms[head] in g.unnamed
        or norms[head].endswith("s")
        or norms[head + 1 : head + 2] == ["of"] == norms[1:2]
    ):
        return Mention(written, written, "unnamed")
    definite = norms[0] in g.definite
    if norms[0] in g.indefinite:
        return Mention(written, written, "unnamed")
    if norms[head] in g.outlets:
        return Mention(written, written, "outlet", role=definite)
    if is_title(norms[head], g) or definite:
        name = " ".join(as_written(tokens[int(definite) :]))
        return Mention(written, name, "person", role=definite)
    return None
