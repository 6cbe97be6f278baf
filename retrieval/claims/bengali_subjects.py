"""The subject of a verb in a Bengali sentence: right before it, or at the sentence's beginning."""

from dataclasses import dataclass

from retrieval.claims.attribution import Mention
from retrieval.claims.bengali_grammar import is_title
from retrieval.claims.bengali_phrases import bounds, locative_bound, noun_phrase, opens_nothing
from retrieval.claims.bengali_sentence import Sentence
from retrieval.claims.bengali_words import (
    looks_finite,
    without_accusative,
    without_emphasis,
    without_genitive,
)
from retrieval.claims.tokens import Token
from retrieval.language.concepts import concepts

LONGEST_SUBJECT = 14
_LONGEST_NAME = 4
_LONGEST_OWN = 4  # tokens of "তাঁর ট্রুথ সোশ্যালে"
_FEWEST_OF_PLACE = 2  # words behind a name that are no name
_LONGEST_SCENE = 10  # tokens of "গত সোমবার রাতে ঢাকায় এক অনুষ্ঠানে,"


@dataclass(frozen=True, slots=True)
class Subject:
    """Who stands before a verb.

    Attributes:
        source: the subject; None where the words before the verb name nobody.
        back: whether "this" stands between the two ("X এ কথা বলেন").
    """

    source: Mention | None
    back: bool


def subject_left(s: Sentence, verb: int, low: int = 0) -> Subject:
    """The subject whose last word stands before token ``verb``, not before ``low``."""
    at, back = skip_left(s, verb - 1, low)
    at = _before_own(s, at, low)
    if back and at >= low and s.case_of_name(at) == "genitive" and (subject := subject_at_start(s, at)):
        return Subject(subject, False)  # "X … মৃত্যুর বিষয়টি নিশ্চিত করেন"
    # "X … নিয়ে উদ্বেগ প্রকাশ করেছেন": before the postposition stands its topic, not X.
    topical = not s.g.postpositions.isdisjoint(s.norms[at + 1 : verb])
    if topical and (subject := subject_at_start(s, at + 1)):
        return Subject(subject, back)
    if topical and s.is_word(at) and s.case_of_name(at) == "genitive":
        return Subject(None, back)
    if at + 2 < verb and tuple(s.norms[at + 1 : at + 3]) in s.g.converb_kinds:
        # "X … কথা নিশ্চিত করে বলেন": between X and the converb stands its object.
        return Subject(subject_at_start(s, at + 1), back)
    return Subject(s.mention(_without_place(s, noun_phrase(s, at, low), at + 1 < verb)), back)


def _without_place(s: Sentence, found: list[Token], skipped: bool) -> list[Token]:
    """A name without the words of a setting behind it: "রেজা খান নদী রক্ষা" of "… নদী রক্ষা সম্মেলনে"."""
    begin = s.tokens.index(found[0]) if found else 0
    parts = [n for n in range(1, len(found)) if s.is_name_part(begin + n)]
    behind = found[parts[-1] + 1 :] if skipped and parts else []
    common = all(_is_common_noun(token.norm) and not is_title(token.norm, s.g) for token in behind)
    return found[: -len(behind)] if common and len(behind) >= _FEWEST_OF_PLACE else found


def _is_common_noun(norm: str) -> bool:
    """Whether the lexicon knows a word, with or without a case ending."""
    return bool(concepts(norm) or concepts(without_genitive(norm) or ""))


def _before_own(s: Sentence, at: int, low: int) -> int:
    """The token before "তাঁর ট্রুথ" in "ট্রাম্প তাঁর ট্রুথ সোশ্যালে লিখেছেন"."""
    for own in range(at, max(low, at - _LONGEST_OWN), -1):
        if s.norms[own] in s.g.possessives and (s.known_before(own, low) or s.is_name_part(own - 1)):
            return own - 1
    return at


def skip_left(s: Sentence, at: int, low: int) -> tuple[int, bool]:
    """Steps from token ``at`` over what stands between a subject and its verb.

    Returns:
        The last token of the subject (``low`` - 1 where none is left), and whether "this" was among
        what was passed.
    """
    back = False
    while at >= low:
        width = s.width_before(s.g.back_references, at, low)
        back = back or width > 0
        width = width or _between(s, at, low)
        if not width:
            break
        at -= width
    return at, back


def _between(s: Sentence, at: int, low: int) -> int:
    """How many tokens that end at ``at`` are an adverb, a time, a place or an addressee; 0 for none."""
    g, norm = s.g, s.norms[at]
    if at in s.described:
        return next((at - n for n in range(at, low - 1, -1) if n not in s.described), at - low + 1)
    if width := s.width_before(g.adverbs, at, low):
        return width
    if s.is_time(at) or norm in g.between:
        return 1
    if norm in g.converbs:
        return 2 if at > low and _is_manner(s, at) else 0
    if norm in g.settings:
        return at - _before_setting(s, at, low)
    if without_accusative(norm):
        return at - _before_addressee(s, at, low)
    plural = norm.endswith(g.addressee_endings) and norm not in g.name_words
    if plural and norm not in g.pronouns and at > low:
        return 1  # "দীপু মনি কূটনীতিকদের বলেন"
    if at > low and locative_bound(s, at):
        return at - _before_setting(s, at, low)
    return 0


def _before_setting(s: Sentence, at: int, low: int) -> int:
    """The token before "দেওয়া এক পোস্টে"."""
    at -= 1
    while at >= low and s.norms[at] in s.g.before_setting:
        at -= 1
    return at


def _is_manner(s: Sentence, at: int) -> bool:
    """ "নিশ্চিত করে": a word and its converb that tell how it was said."""
    return (s.norms[at - 1], s.norms[at]) in s.g.converb_kinds


def _before_addressee(s: Sentence, at: int, low: int) -> int:
    """The token before "প্রথম আলোকে", "বার্তা সংস্থা এএফপিকে", "ভোরের নদীকে"."""
    at -= _width_of_addressee(s, at, low)
    while at > low and (s.norms[at] in s.g.before_addressee or s.case_of_name(at) == "genitive"):
        at -= 1
    at -= at == low and s.norms[at] in s.g.before_addressee
    return at


def _width_of_addressee(s: Sentence, at: int, low: int) -> int:
    bare = without_accusative(s.norms[at]) or ""
    for width in range(min(s.register.longest, at - low + 1), 1, -1):
        if s.register.known([*s.norms[at - width + 1 : at], bare]):
            return width
    # "প্রথম আলো ডটকমকে": a name and what is hung on it.
    named = s.known_before(at, low, "outlet")
    hung = named if named > 1 else 0
    return 1 + hung + (bare in s.g.kinds["outlet"] and at - hung - 2 > low)


# ---------------------------------------------------------------- at the beginning


def subject_at_start(s: Sentence, limit: int) -> Mention | None:
    """The subject that opens the sentence before token ``limit``, its end told by name or ending."""
    begin = 0
    while begin < limit and (not s.is_word(begin) or opens_nothing(s, s.tokens[begin:limit])):
        begin += 1
    begin = _after_scene(s, begin, limit)
    if begin + 1 < limit and s.norms[begin] in s.g.possessives:
        begin += 1  # "তাঁর আইনজীবী …"
    end = _subject_end(s, begin, limit)
    if end > begin and s.speaks_unnamed(end - 1):
        begin = _after_last_clause(s, begin, end)
    return s.mention(s.tokens[begin:end]) if end > begin else None


def _after_last_clause(s: Sentence, begin: int, end: int) -> int:
    """Past "লোকসানের কথা ভেবে" before "কৃষকেরা"."""
    inside = (at for at in range(end - 2, begin - 1, -1) if s.is_word(at) and at not in s.described)
    ends = (at for at in inside if looks_finite(s.norms[at]) or s.norms[at].endswith(s.g.converb_endings))
    last = next(ends, begin - 1)
    return last + 1


def _after_scene(s: Sentence, begin: int, limit: int) -> int:
    """Past "গত রোববার ঢাকায় এক সভায়,"."""
    for at in range(begin, min(limit, begin + _LONGEST_SCENE)):
        if s.norms[at] == "," and bounds(s, at - 1) and not looks_finite(s.norms[at - 1]):
            return at + 1
    return begin


def _subject_end(s: Sentence, begin: int, limit: int) -> int:
    """One past the last word of a subject that starts at ``begin``; ``begin`` if none is seen."""
    if begin < limit and s.norms[begin] in s.g.pronouns:
        return begin + 1
    titled = False
    for at in range(begin, min(limit, begin + LONGEST_SUBJECT)):
        norm = s.norms[at]
        if not s.is_word(at) or norm in s.g.settings or norm in s.g.converbs:
            return begin
        if _names_end(s, begin, at) or (s.speaks_unnamed(at) and not _qualifies(s, at)):
            return _joined_end(s, at, limit)
        if is_title(norm, s.g):
            titled = True
        elif titled:
            return name_end(s, at, limit)
    return begin


def _qualifies(s: Sentence, at: int) -> bool:
    """Whether a noun that could speak by itself only begins a longer phrase.

    "ব্যবসায়ী জহিরুল হক" is a name with its title, "শিক্ষক সমিতির" the owner of something.
    """
    if at + 1 >= len(s.norms) or not is_title(s.norms[at], s.g):
        return False
    if at + 2 < len(s.norms) and s.is_name_part(at + 2) and _may_be_name(s, at + 1):
        return True
    return (
        s.is_name_part(at + 1)
        or s.norms[at + 1].endswith(s.g.owner_endings)
        or s.case_of_name(at + 1) == "genitive"
    )


def _names_end(s: Sentence, begin: int, at: int) -> bool:
    """Whether a known name ends at a token."""
    last = without_emphasis(s.norms[at])
    for width in range(min(max(_LONGEST_NAME, s.register.longest), at - begin + 1), 0, -1):
        parts = [*s.norms[at - width + 1 : at], last]
        if s.register.known(parts) or " ".join(parts) in s.names:
            return True
    return False


def _joined_end(s: Sentence, at: int, limit: int) -> int:
    """Past "ও সংশ্লিষ্ট নারী" where a second subject is joined to the first."""
    if at + 1 < limit and s.norms[at + 1] in s.g.joiners:
        for further in range(at + 2, min(limit, at + 6)):
            if s.speaks_unnamed(further) or s.ends_known_name(further):
                return further + 1
    return at + 1


def name_end(s: Sentence, at: int, limit: int) -> int:
    """Past a name of up to four words after a title."""
    end = at
    while end < min(limit, at + _LONGEST_NAME) and (
        s.is_name_part(end) or (end < at + 2 and _may_be_name(s, end))
    ):
        end += 1
    return end


def _may_be_name(s: Sentence, at: int) -> bool:
    g, norm = s.g, s.norms[at]
    other = (
        norm in g.times
        or (norm,) in g.adverbs
        or norm in g.demonstratives
        or norm in g.connectives
        or norm in g.no_names
        or norm.endswith(g.no_name_endings)
    )
    if other or not s.is_word(at) or without_accusative(norm):
        return False
    if without_genitive(norm) is None or s.ends_known_name(at):
        return True
    # শাহীনুর ইসলাম: no genitive of শাহীনু before a surname.
    return not norm.endswith(g.owner_endings) and at + 1 < len(s.norms) and s.is_name_part(at + 1)
