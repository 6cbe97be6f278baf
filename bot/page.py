"""Lines of text for a terminal: wrapped, styled, and safe to print.

Every text that reaches a terminal goes through ``Page.lines`` or ``Page.address``, which clean it:
nothing out of an article is ever markup or an escape sequence.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from rich.console import Console, ConsoleOptions, RenderResult
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from bot.clean import one_line
from bot.texts import Texts
from bot.wrap import cells, wrap

QUIET = "dim"
INDENT = "  "
_DIVIDER = "│"
_GUTTER = 3  # cells between two columns, the divider in their middle
_ADDRESS_SAFE = "%/:@!$&'()*+,;=~-._?#[]"


@dataclass(frozen=True, slots=True)
class Page:
    """What lines are made for.

    Attributes:
        texts: in the reader's language.
        width: in cells, that no line goes past (addresses that are not linked may).
        links: whether the reader can follow a link behind a word; else addresses stand in full.
    """

    texts: Texts
    width: int
    links: bool

    def lines(self, text: str, style: str | Style = "", indent: str = "") -> list[Text]:
        """A text in lines, each with the indent before it."""
        room = max(self.width - len(indent), 2)
        return [Text(indent + line, style=style) for line in wrap(one_line(text), room)]

    def gap(self) -> list[Text]:
        """An empty line."""
        return [Text()]

    def cited(self, title: str, facts: str, address: str, indent: str = "") -> list[Text]:
        """An article with the way to it: a link behind its title, or the address in full.

        Args:
            title: of the article.
            facts: what else is known of it.
            address: a URL, or the path of a file.
            indent: before each line.
        """
        if not self.links:
            bare = Text(indent + one_line(address), style=QUIET)
            return [*self.lines(title, QUIET, indent), *self.lines(facts, QUIET, indent), bare]
        shown, target = _linked(address)
        linked = Style.parse(QUIET) + Style(link=target)
        below = self.lines(f"{facts} · {shown}", linked, indent)
        return [*self.lines(title, linked, indent), *below]

    def narrowed(self) -> "Page":
        """The page of one of two columns."""
        return Page(self.texts, (self.width - _GUTTER) // 2, self.links)


def _linked(address: str) -> tuple[str, str]:
    """What to show of an address, and what to put behind it."""
    if address.startswith(("http://", "https://")):
        try:
            host = urlsplit(address).hostname
        except ValueError:
            host = None
        return (host or address).removeprefix("www."), quote(_encodable(address), _ADDRESS_SAFE)
    return near(address), f"file://{quote(_encodable(address))}"


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def near(path: str) -> str:
    """A path as short as it can be from the current folder."""
    full, here = Path(path), Path.cwd()
    return str(full.relative_to(here)) if full.is_relative_to(here) else path


def put(console: Console, lines: Iterable[Text]) -> None:
    """Print lines as they are: they are broken already."""
    for line in lines:
        console.print(line, soft_wrap=True)


class Beside:
    """Two columns of lines with a divider between them.

    The divider is put at its column by a control code, and not by counting spaces: terminals
    disagree about the width of Bengali, and the columns stay straight on all of them.

    Args:
        left: lines made for ``page.narrowed()``.
        right: the same; the shorter column is filled up.
        page: of both together.
    """

    def __init__(self, left: list[Text], right: list[Text], page: Page) -> None:
        rows = max(len(left), len(right))
        self._left = left + [Text()] * (rows - len(left))
        self._right = right + [Text()] * (rows - len(right))
        self._column = page.narrowed().width + 1

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the rows; rich calls this."""
        del console
        divider = Segment(f"{_DIVIDER} ", Style.parse(QUIET))
        for left, right in zip(self._left, self._right, strict=True):
            yield _segment(left)
            yield Segment(" " * max(self._column - cells(left.plain), 1))
            if not options.legacy_windows:
                yield Control.move_to_column(self._column).segment
            yield divider
            yield _segment(right)
            yield Segment.line()


def _segment(line: Text) -> Segment:
    style = line.style
    return Segment(line.plain, Style.parse(style) if isinstance(style, str) else style)
