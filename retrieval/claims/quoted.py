"""Quotations that go on past the sentence that names their speaker, and those that it announces.

“We warned them,” said Begum. “Nobody listened.”        the second sentence is hers
He said:  “The pillars are weak.”                        so is what stands behind the colon
“The first paragraph of a speech                         and each paragraph that opens with a mark
“and the second.”                                        and follows one that none closes
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from retrieval.claims.attribution import Attribution, ReadSentence
from retrieval.language.sentences import Span, quotations

_PAIRS = {"“": "”", "‘": "’", "«": "»"}
_AROUND = " ।.,!?…"
_FEWEST_WORDS = 3
_FEWEST_COVERED = 0.9  # of a sentence that is nothing but quotation
_LONGEST = 2000  # characters of a quotation that its paragraph never closes


def continued(text: str, found: Iterable[ReadSentence]) -> Iterator[ReadSentence]:
    """The sentences with the speaker of each quotation that goes on in the next one.

    Args:
        text: the article's text.
        found: its sentences in order, sources settled.
    """
    speaker: Attribution | None = None
    paragraph, mark = -1, ""
    for sentence in found:
        same = sentence.paragraph == paragraph
        own = sentence.attribution
        if own is None and speaker and _goes_on(text, sentence.span, mark, same):
            sentence = replace(sentence, attribution=_of_speaker(speaker, sentence.span))
        else:
            speaker = own if own and (own.announces or _quotes(text, sentence.span)) else None
        mark = left_open(text[slice(*sentence.span)], mark if same else "")
        paragraph = sentence.paragraph
        announces = own is not None and own.announces
        yield replace(sentence, attribution=None, only_relays=True) if announces else sentence


def unclosed(text: str, found: Iterable[ReadSentence]) -> Iterator[ReadSentence]:
    """The sentences, those of a quotation that only ends with its paragraph joined to the first."""
    first: ReadSentence | None = None
    for sentence in found:
        if first and _joins(text, first, sentence):
            first = _joined(first, sentence)
            continue
        if first:
            yield first
        first = sentence
    if first:
        yield first


def _joins(text: str, first: ReadSentence, sentence: ReadSentence) -> bool:
    attribution = first.attribution
    if attribution is None or attribution.content is None or sentence.attribution is not None:
        return False
    begin = attribution.content[0]
    begin -= text[begin - 1] in _PAIRS
    said = text[begin : first.span[1]]
    near = first.paragraph == sentence.paragraph and sentence.span[1] - first.span[0] <= _LONGEST
    return near and said[:1] in _PAIRS and left_open(said) == said[0]


def _joined(first: ReadSentence, sentence: ReadSentence) -> ReadSentence:
    attribution, end = first.attribution, sentence.span[1]
    if attribution and attribution.content:
        attribution = replace(attribution, content=(attribution.content[0], end))
    people = [*first.people, *sentence.people]
    return replace(first, span=(first.span[0], end), attribution=attribution, people=people)


def _of_speaker(speaker: Attribution, span: Span) -> Attribution:
    cue = "report" if speaker.cue == "deny" else speaker.cue
    return replace(speaker, cue=cue, content=span, back_reference=False, announces=False, goes_on=True)


def _goes_on(text: str, span: Span, mark: str, same: bool) -> bool:
    """Whether a sentence is quotation: inside an open one, opening with its mark again, or in marks."""
    inside = bool(mark) and (same or text[span[0]] == mark)
    opens = left_open(text[slice(*span)]) == text[span[0]]
    return inside or opens or _is_quotation(text, span)


def _quotes(text: str, span: Span) -> bool:
    return bool(quotations(text, *span) or left_open(text[slice(*span)]))


def _is_quotation(text: str, span: Span) -> bool:
    quoted = quotations(text, *span)
    if not quoted or quoted[0][0] != span[0] or text[quoted[-1][1] : span[1]].strip(_AROUND):
        return False
    covered = sum(end - start for start, end in quoted)
    return (
        covered >= _FEWEST_COVERED * (span[1] - span[0]) and len(text[slice(*span)].split()) >= _FEWEST_WORDS
    )


def left_open(words: str, mark: str = "") -> str:
    """The mark of the outermost quotation that is open behind some words; "" for none.

    Args:
        words: a sentence.
        mark: of the quotation that is open before them.

    Example:
        >>> left_open("He said: “We warned them. Nobody listened.")
        '“'
    """
    opened = [mark] if mark else []
    for at, character in enumerate(words):
        if character in _PAIRS:
            opened.append(character)
        elif opened and character in _PAIRS.values() and not _apostrophe(words, at):
            while opened and character != _PAIRS[opened[-1]]:
                opened.pop()
            del opened[-1:]
    return opened[0] if opened else ""


def _apostrophe(words: str, at: int) -> bool:
    """Whether a mark stands inside a word; a Bengali vowel sign is no letter to Python."""
    around = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    inside = all(character.isalpha() or "\u0980" <= character <= "\u09ff" for character in around)
    return words[at] == "’" and len(around) > 1 and inside
