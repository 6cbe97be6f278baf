"""Text as Telegram's HTML: whatever comes in shows as it is, and nothing in it is ever markup.

Telegram counts a message's length in UTF-16 units of what a reader sees, tags left out.
"""

import html
import re

from bot.clean import one_line

LONGEST = 4096  # UTF-16 units of a message, as the Bot API has it
_TAG = re.compile(r"<[^>]*>")
_WORD_END = re.compile(r"\s+\S*$")
_LINKABLE = re.compile(r"https?://[^\s\"<>]+")


def plain(text: str) -> str:
    """Any text, so that it shows letter by letter, on one line.

    Example:
        >>> plain("<b>ক & খ</b>")
        '&lt;b&gt;ক &amp; খ&lt;/b&gt;'
    """
    return html.escape(one_line(text), quote=False)


def bold(text: str) -> str:
    """Any text in bold."""
    return f"<b>{plain(text)}</b>"


def italic(text: str) -> str:
    """Any text in italics."""
    return f"<i>{plain(text)}</i>"


def link(text: str, url: str | None) -> str:
    """Any text, leading to an address where there is one that can be followed."""
    if not url or not _LINKABLE.fullmatch(url):
        return plain(text)
    return f'<a href="{html.escape(url)}">{plain(text)}</a>'


def folded(lines: list[str]) -> str:
    """Markup that is shown in part, and whole when a reader taps it; nothing where there is none."""
    return f"<blockquote expandable>{chr(10).join(lines)}</blockquote>" if lines else ""


def units(text: str) -> int:
    """Length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def visible(markup: str) -> str:
    """What a reader sees of some markup."""
    return html.unescape(_TAG.sub("", markup))


def fits(markup: str) -> bool:
    """Whether some markup is short enough for one message."""
    return units(visible(markup)) <= LONGEST


def shortened(text: str, longest: int) -> tuple[str, bool]:
    """A text cut after a whole word, and whether it was cut.

    Args:
        text: any.
        longest: in characters.

    Example:
        >>> shortened("one two three", 9)
        ('one two', True)
    """
    text = one_line(text)
    if len(text) <= longest:
        return text, False
    head = text[: longest + 1]
    cut = _WORD_END.sub("", head)
    return (cut if cut != head else text[:longest]), True
