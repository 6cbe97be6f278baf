"""Cuts an article into passages: whole sentences, about 500 characters, what is searched for the subject."""

from collections.abc import Sequence

from retrieval.language.sentences import Span

_ABOUT = 500
# Marks that may stand between two sentences of one passage.
_BETWEEN = " \n\t\r\u00a0\"'”’"


def passages(text: str, sentences: Sequence[Span]) -> list[Span]:
    """For each sentence the passage that holds it.

    Args:
        text: the article's text.
        sentences: spans in order. What lies between two is furniture, and no passage reaches over it.

    Returns:
        One span per sentence; sentences of one passage share it.
    """
    groups: list[list[Span]] = []
    for span in sentences:
        if groups and _joins(text, groups[-1], span):
            groups[-1].append(span)
        else:
            groups.append([span])
    return [(group[0][0], group[-1][1]) for group in groups for _ in group]


def _joins(text: str, group: Sequence[Span], span: Span) -> bool:
    near = not text[group[-1][1] : span[0]].strip(_BETWEEN)
    return near and span[1] - group[0][0] <= _ABOUT
