"""The frames in which somebody speaks in person.

X [aux] VERB [that] content              X said (that) …; X told Y that …
content, X VERB | VERB X                  "…," X said; "…," said X
X …, PARTICIPLE [that] content            X went home, saying that …
"""

from dataclasses import replace

from retrieval.claims.attribution import Attribution, Mention
from retrieval.claims.english_phrases import phrase_left, phrase_right, trimmed
from retrieval.claims.english_relays import inside
from retrieval.claims.english_sentence import STOPS, Sentence
from retrieval.claims.english_subjects import before_description, opening_subject, subject
from retrieval.claims.tokens import QUOTATION
from retrieval.models import Cue

_LAST_CLOSING = 7  # tokens from the end
_LONGEST_DESCRIPTION = 18  # tokens
_LONGEST_ADDRESSEE = 9  # tokens
_LONGEST_ADVERBIAL = 16  # tokens


def spoken(s: Sentence) -> Attribution | None:
    """The first verb of speech with a subject and something said."""
    for at, cue in s.verbs():
        if found := _inverted(s, at, cue) or _plain(s, at, cue):
            return found
    return None


def closing(s: Sentence) -> Attribution | None:
    """A sentence that ends with "…, X said": whatever is said inside, X says it all."""
    earliest = max(1, len(s.norms) - _LAST_CLOSING)
    for at, cue in reversed([verb for verb in s.verbs() if verb[0] > earliest]):
        begin, end = subject(s, at)
        if end <= begin or not s.told_before(begin) or not s.only_adverbial(at + 1, begin):
            continue
        source = s.mention(begin, end)
        if source and not s.opens_clause(at + 1):
            return inside(Attribution(source, (), cue, s.span(0, begin)), spoken(s.part(0, begin)))
    return None


def announced(s: Sentence) -> Attribution | None:
    """ "He said:": the verb that ends a sentence, with nothing said in it."""
    at, cue = next(reversed(list(s.verbs())), (0, None))
    source = s.mention(*subject(s, at)) if cue else None
    if cue is None or source is None or not s.only_adverbial(at + 1, 0):
        return None
    return Attribution(source, (), cue, None, announces=True)


def opened(s: Sentence, found: Attribution) -> Attribution:
    """ "Denying the claim, X said …": the kind of saying is that of the participle."""
    cue = s.g.participles.get(s.norms[0])
    return replace(found, cue=cue) if cue and found.cue == "report" else found


def participle(s: Sentence) -> Attribution | None:
    """The subject of the sentence speaks in a participle: "X went home, saying that …"."""
    for at in range(2, len(s.norms) - 2):
        cue = s.g.participles.get(s.norms[at])
        if cue is None or s.norms[at - 1] in s.g.passive | {"without", "not"}:
            continue
        if source := s.mention(*opening_subject(s, at)):
            after = at + 1 + (s.norms[at + 1] == "that")
            return Attribution(source, (), cue, s.span(after, len(s.tokens)))
    return None


def _inverted(s: Sentence, at: int, cue: Cue) -> Attribution | None:
    """ "…," said X."""
    if s.norms[at - 1] not in (",", QUOTATION, "—", "–") or s.next(at) in ("that", ","):
        return None
    objects = s.norms[at] in s.g.takes_object and QUOTATION not in s.norms[:at]
    if objects or s.norms[at] in s.g.tells or not _says_before(s, at) or _describes_subject(s, at):
        return None
    end = phrase_right(s, at + 1)
    source = s.mention(at + 1, end)
    if source is None or source.pronoun or not (s.g.passive | s.g.perfect).isdisjoint(s.norms[end : end + 1]):
        return None
    return Attribution(_described(s, source, end), (), cue, s.span(0, at))


def _says_before(s: Sentence, at: int) -> bool:
    told = any(norm.endswith("ed") or norm in s.g.passive for norm in s.norms[: at - 1])
    return QUOTATION in s.norms[:at] or at > 5 or told


def _describes_subject(s: Sentence, at: int) -> bool:
    """Whether the comma before the verb closes a description: "The mayor, Atiqul Islam, said the …"."""
    if s.norms[at - 1] != "," or QUOTATION in s.norms[:at]:
        return False
    begin, end = before_description(s, at - 1)
    if end <= begin:
        return False
    return (s.g.passive | s.g.perfect).isdisjoint([*s.norms[:end], *_outside_clauses(s, end + 1, at - 1)])


def _outside_clauses(s: Sentence, begin: int, end: int) -> list[str]:
    """The words of a description before "who …", "which …" or "speaking …"."""
    clauses = (n for n in range(begin, end) if s.norms[n] in s.g.relatives or s.norms[n].endswith("ing"))
    return s.norms[begin : next(clauses, end)]


def _described(s: Sentence, source: Mention, end: int) -> Mention:
    """The source with what describes it behind its name: "said X, head of the union"."""
    last = end
    while last < len(s.norms) and s.norms[last] != QUOTATION and last - end < _LONGEST_DESCRIPTION:
        last += 1
    rest = [norm for norm in s.norms[end:last] if norm not in STOPS]
    describes = rest and rest[0] not in s.g.no_description and not rest[0].endswith("ing")
    if not describes or source.span is None or not s.g.cues.keys().isdisjoint(rest):
        return source
    return replace(source, span=(source.span[0], s.tokens[last - 1].end))


def _plain(s: Sentence, at: int, cue: Cue) -> Attribution | None:
    """X said that …; …, X said."""
    begin, end = subject(s, at)
    source = s.mention(begin, end)
    content = _content(s, at, begin) if source else None
    if source is None or content is None:
        return None
    source = _with_description(s, source, begin, end)
    outer = Attribution(source, (), cue, s.span(*content))
    return inside(outer, spoken(s.part(*content))) if content[0] >= at else outer


def _with_description(s: Sentence, source: Mention, begin: int, end: int) -> Mention:
    """X, the spokesman, said; the spokesman, X, said: both belong to the source as written."""
    if source.span is None or s.norms[end] != "," or s.next(end).endswith("ing"):
        return source
    closing_comma = next((at for at in range(end + 1, len(s.norms)) if s.norms[at] == ","), None)
    first, last = source.span
    if begin > 1 and s.norms[begin - 1] == ",":
        first = s.tokens[trimmed(s, phrase_left(s, begin - 1), begin - 1)[0]].start
    elif closing_comma is not None:
        last = s.tokens[closing_comma].start
    return replace(source, span=(first, last))


def _content(s: Sentence, at: int, begin: int) -> tuple[int, int] | None:
    """Token range of what is said: after the verb, or before the subject; None for nothing."""
    after = _past_addressee(s, at + 1) if s.norms[at] in s.g.tells else at + 1
    if not s.opens_clause(after) and s.told_before(begin) and s.only_adverbial(after, begin):
        return _longer_part(s, begin, after)
    if s.opens_clause(after) and QUOTATION in s.norms[:begin] and _longer_before(s, begin, after):
        return (0, begin)
    after = _past_adverbial(s, after)
    if _says_nothing(s, at, after):
        return None
    while after < len(s.norms) and s.norms[after] in ("that", ",", ":"):
        after += 1
    return (after, len(s.tokens))


def _longer_part(s: Sentence, begin: int, after: int) -> tuple[int, int]:
    """Of a sentence that "he said" interrupts the longer part is what is said."""
    interrupts = s.norms[after : after + 1] == [","] and QUOTATION not in s.norms
    behind = len(s.norms) - after - 1
    return (after + 1, len(s.norms)) if interrupts and behind > begin else (0, begin)


def _longer_before(s: Sentence, begin: int, after: int) -> bool:
    """Whether of a quotation that "he said" interrupts the first part is the longer one."""
    before, behind = s.span(0, begin), s.span(after, len(s.tokens))
    return before is not None and behind is not None and before[1] - before[0] > behind[1] - behind[0]


def _past_adverbial(s: Sentence, after: int) -> int:
    """Past "on Tuesday" in "said on Tuesday that …", as long as "that" follows."""
    opens = s.norms[after : after + 1]
    if not opens or opens[0] not in s.g.opening_prepositions | s.g.dated | s.g.adverbial | {","}:
        return after
    near = s.norms[after : after + _LONGEST_ADVERBIAL]
    return after + near.index("that") if "that" in near and QUOTATION not in near else after


def _says_nothing(s: Sentence, at: int, after: int) -> bool:
    """Whether too little follows a verb, or no clause one that needs it."""
    rest = [token for token in s.tokens[after:] if token.word or token.norm == QUOTATION]
    if len(rest) < 2 and QUOTATION not in s.norms[after:]:
        return True
    needs = s.norms[at] in s.g.needs_clause and s.norms[at] not in s.g.takes_object
    return needs and not s.opens_clause(after) and QUOTATION not in s.norms[at:]


def _past_addressee(s: Sentence, at: int) -> int:
    for further in range(at, min(len(s.norms), at + _LONGEST_ADDRESSEE)):
        if s.norms[further] in ("that", QUOTATION, ":"):
            return further
        if s.norms[further] == ",":
            return further + 1
    end = at + 1
    while end < len(s.tokens) and s.capital(end):
        end += 1
    return min(end, len(s.tokens))
