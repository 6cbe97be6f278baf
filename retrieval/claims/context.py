"""What a claim leans on: the sentence that it denies or answers, and what a reader needs beside it."""

from collections.abc import Sequence
from itertools import takewhile

from retrieval.claims.attribution import Mention, ReadSentence
from retrieval.claims.register import name_key
from retrieval.claims.ties import Ties
from retrieval.language.normalise import normalise, words

_BETWEEN = " \n\t\r\u00a0\"'”’»"  # marks that may stand between two sentences
_LONGEST_ENDING = 4  # letters
_STEM = 5  # letters by which two words are told alike
_OPENING = 6  # words of a sentence in which a "this" or "he" points outside it
_REACH_OF_DENIAL = 6  # sentences


def answered(text: str, number: int, found: Sequence[ReadSentence], ties: Ties) -> int | None:
    """The sentence that a sentence denies or answers; None where it answers none.

    Args:
        text: the article's text.
        number: index of the sentence.
        found: the sentences of the article, sources settled.
        ties: the words of its language.
    """
    sentence = found[number]
    if sentence.attribution is None:
        return None
    content = normalise(text[slice(*sentence.span)])
    denies = sentence.attribution.cue == "deny" and any(word in content for word in ties.denied)
    if not denies and not _contrasts(content, number, found, ties):
        return None
    earliest = max(0, number - (_REACH_OF_DENIAL if denies else 1))
    others = [at for at in range(number - 1, earliest - 1, -1) if _by_another(found[at], sentence)]
    if not denies or not others:
        return others[0] if others else None
    return max(
        others, key=lambda at: (_likeness(content, found[at], ties), _shared(text, at, number, found), at)
    )


def _shared(text: str, other: int, number: int, found: Sequence[ReadSentence]) -> int:
    """How many longer words of a denial begin as words of another sentence do."""
    denial, told = (
        {word[:_STEM] for word in words(text[slice(*found[at].span)]) if len(word) > _STEM}
        for at in (number, other)
    )
    return len(denial & told)


def _likeness(denial: str, other: ReadSentence, ties: Ties) -> int:
    """How surely a denial means another sentence: it names who said it, or its kind of saying."""
    if other.source is None or other.attribution is None:
        return 0
    last = name_key(other.source.name).split()[-1:]
    named = other.source.kind == "person" and any(f" {name}" in f" {denial}" for name in last)
    accused = other.attribution.cue == "accuse" and any(word in denial for word in ties.accusations)
    return 2 * named + accused


def _contrasts(content: str, number: int, found: Sequence[ReadSentence], ties: Ties) -> bool:
    """Whether a sentence opens with "but" and its paragraph goes on."""
    return content.startswith(ties.contrasts) and _follows(number, found)


def _follows(number: int, found: Sequence[ReadSentence]) -> bool:
    """Whether the sentence before stands in the same paragraph and states something."""
    before = found[number - 1] if number else None
    return before is not None and not before.only_relays and before.paragraph == found[number].paragraph


def _adjoins(text: str, number: int, found: Sequence[ReadSentence]) -> bool:
    """Whether nothing stands between a sentence and the one before, which states something."""
    before = found[number - 1]
    return not before.only_relays and not text[before.span[1] : found[number].span[0]].strip(_BETWEEN)


def _by_another(other: ReadSentence, sentence: ReadSentence) -> bool:
    source, theirs = sentence.source, other.source
    if source is None or theirs is None:
        return False
    ours, names = set(name_key(source.name).split()), set(name_key(theirs.name).split())
    return not (ours <= names or names <= ours)


def context(text: str, number: int, found: Sequence[ReadSentence], ties: Ties, answers: int | None) -> str:
    """What a reader needs beside a sentence: the one it leans on, and who a pronoun is.

    Args:
        text: the article's text.
        number: index of the sentence.
        found: the sentences of the article, sources settled.
        ties: the words of its language.
        answers: the sentence that it answers, as ``answered`` tells.
    """
    leans_on = number - 1 if answers is None and _leans(text, number, found, ties) else answers
    told_behind = number + 1 if _told_behind(text, number, found) else None
    parts = [text[slice(*found[at].span)] for at in (leans_on, told_behind) if at is not None]
    speaking = found[number if told_behind is None else told_behind]
    attribution = speaking.attribution
    if attribution and not attribution.goes_on and _meant(attribution.source, text[slice(*speaking.span)]):
        parts.append(f"{attribution.source.written} = {attribution.source.name}")
    return " ".join(parts)


def _told_behind(text: str, number: int, found: Sequence[ReadSentence]) -> bool:
    """Whether the sentence behind one that is nobody's tells who said it: "… এ কথা বলেন করিম"."""
    if found[number].attribution is not None or number + 1 == len(found):
        return False
    behind = found[number + 1].attribution
    told = behind is not None and behind.back_reference and behind.cue != "deny"
    same = found[number].paragraph == found[number + 1].paragraph
    return told and (same or _adjoins(text, number + 1, found))


def _meant(source: Mention, sentence: str) -> bool:
    """Whether a sentence names a source only by a pronoun, a post or a short name."""
    named = name_key(source.name) in " ".join(words(sentence))
    return bool(source.written) and not named and not _same_words(source)


def _same_words(source: Mention) -> bool:
    """Whether a name differs from its words in the sentence by no more than a case ending."""
    written, name = name_key(source.written), name_key(source.name)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(written, name, strict=False)))
    return written == name or shared >= max(len(name) - _LONGEST_ENDING, _LONGEST_ENDING)


def _leans(text: str, number: int, found: Sequence[ReadSentence], ties: Ties) -> bool:
    """Whether a sentence cannot be understood without the one before it."""
    if number == 0:
        return False
    attribution = found[number].attribution
    content = normalise(text[slice(*found[number].span)])
    if attribution is not None and (
        attribution.back_reference or attribution.goes_on or not attribution.source.written
    ):
        return True
    opening = f" {' '.join(content.split()[:_OPENING])} "
    source = found[number].source
    named = source is not None and normalise(source.written) not in ties.personal
    leaning = ties.anaphors if named else (*ties.anaphors, *ties.personal)
    return _adjoins(text, number, found) and any(_points(word, opening) for word in leaning)


def _points(word: str, opening: str) -> bool:
    """Whether a word stands in an opening; the last of a phrase with any ending: "এ ঘটনা", এ ঘটনায়."""
    return (f" {word}" if " " in word else f" {word} ") in opening
