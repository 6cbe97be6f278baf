"""Makes any text fit to leave the program: no control characters, no half characters.

What an article holds is never trusted: an escape sequence in a headline must not steer a terminal,
and half a surrogate must not break a line of JSON. Letters are never changed.
"""

import re
from typing import Any

_REPLACEMENT = "\ufffd"
_HALF = re.compile("[\ud800-\udfff]")
# C0 and C1 controls, and the marks that make a terminal write from right to left.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACING = re.compile(r"\s+")


def has_half_characters(text: str) -> bool:
    """Whether a text holds halves of surrogate pairs, as undecodable bytes of a command line do."""
    return bool(_HALF.search(text))


def whole(text: str) -> str:
    """The text with each half of a surrogate pair replaced by the replacement character."""
    return _HALF.sub(_REPLACEMENT, text)


def whole_values(value: Any) -> Any:  # noqa: ANN401  # JSON holds anything
    """The same JSON value with ``whole`` text in it, keys included."""
    if isinstance(value, str):
        return whole(value)
    if isinstance(value, dict):
        return {whole_values(key): whole_values(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [whole_values(item) for item in value]
    return value


def one_line(text: str) -> str:
    r"""The text as a terminal may show it: spacing is one space, a control character is marked.

    Example:
        >>> one_line("a\n b\x1b[31m")
        'a b\ufffd[31m'
    """
    return _CONTROL.sub(_REPLACEMENT, _SPACING.sub(" ", text)).strip()
