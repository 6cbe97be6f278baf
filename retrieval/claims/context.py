"""What a claim leans on: the sentence that it denies or answers, and what a reader needs beside it."""

from collections.abc import Sequence

from retrieval.claims.attribution import ReadSentence
from retrieval.claims.register import name_key
from retrieval.claims.ties import Ties
from retrieval.language.normalise import normalise

_OPENING = 6  # words of a sentence in which a "this" or "he" points outside it
_REACH_OF_DENIAL = 4  # sentences


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
    others = (at for at in range(number - 1, earliest - 1, -1) if _by_another(found[at], sentence))
    return next(others, None)


def _contrasts(content: str, number: int, found: Sequence[ReadSentence], ties: Ties) -> bool:
    """Whether a sentence opens with "but" and its paragraph goes on."""
    return content.startswith(ties.contrasts) and _follows(number, found)


def _follows(number: int, found: Sequence[ReadSentence]) -> bool:
    """Whether the sentence before stands in the same paragraph and states something."""
    before = found[number - 1] if number else None
    return before is not None and not before.only_relays and before.paragraph == found[number].paragraph


def _by_another(other: ReadSentence, sentence: ReadSentence) -> bool:
    source, theirs = sentence.source, other.source
    return source is not None and theirs is not None and theirs.name != source.name


def context(text: str, number: int, found: Sequence[ReadSentence], ties: Ties, answers: int | None) -> str:
    """What a reader needs beside a sentence: the one it leans on, and who a pronoun is.

    Args:
        text: the article's text.
        number: index of the sentence.
        found: the sentences of the article, sources settled.
        ties: the words of its language.
        answers: the sentence that it answers, as ``answered`` tells.
    """
    sentence = found[number]
    content = normalise(text[slice(*sentence.span)])
    leans_on = number - 1 if answers is None and _leans(content, number, found, ties) else answers
    parts = [] if leans_on is None else [text[slice(*found[leans_on].span)]]
    source = sentence.source
    if source and name_key(source.written) != name_key(source.name) not in content:
        parts.append(f"{source.written} = {source.name}")
    return " ".join(parts)


def _leans(content: str, number: int, found: Sequence[ReadSentence], ties: Ties) -> bool:
    """Whether a sentence cannot be understood without the one before it."""
    if number == 0:
        return False
    attribution = found[number].attribution
    if attribution is not None and attribution.back_reference:
        return True
    opening = f" {' '.join(content.split()[:_OPENING])} "
    return _follows(number, found) and any(f" {word} " in opening for word in ties.anaphors)
