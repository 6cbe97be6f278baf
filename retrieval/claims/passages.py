"""Cuts an article into passages: whole sentences, about 500 characters, what is searched for the subject."""

from collections.abc import Sequence

from retrieval.language.sentences import Span

_ABOUT = 500


def passages(text: str, sentences: Sequence[Span], body: Sequence[Span]) -> list[Span]:
    """For each sentence the passage that holds it.

    Args:
        text: the article's text.
        sentences: spans in order.
        body: spans of its paragraphs; a passage never reaches over furniture between two.

    Returns:
        One span per sentence; sentences of one passage share it.
    """
    groups: list[list[Span]] = []
    for span in sentences:
        if groups and _joins(text, groups[-1], span):
            groups[-1].append(span)
        else:
            groups.append([span])
    spans = [(group[0][0], group[-1][1]) for group in groups for _ in group]
    return [_with_heading(span, body) for span in spans]


def _joins(text: str, group: Sequence[Span], span: Span) -> bool:
    near = not text[group[-1][1] : span[0]].strip(" \n\t\r\u00a0\"'”’")
    return near and span[1] - group[0][0] <= _ABOUT


def _with_heading(span: Span, body: Sequence[Span]) -> Span:
    """Clipped to the body, should a sentence reach over its end."""
    inside = [part for part in body if part[0] <= span[0] < part[1]]
    return (span[0], max(span[1], span[0])) if inside else span
