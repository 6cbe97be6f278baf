"""An article written as Markdown with YAML front matter, as those of ``corpus/`` are.

Front matter: ``title``, ``publisher``, ``url``, ``published`` (YYYY-MM-DD) and ``language`` (bn or
en), each optional. The article's text is the Markdown below it, unrendered.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from retrieval.articles.furniture import Layout, lay_out
from retrieval.articles.guard import check_text
from retrieval.articles.language import detect_language
from retrieval.articles.lines import Line, find_lines
from retrieval.articles.text import check_prose, host_of, shorten, spans
from retrieval.errors import BadArticle
from retrieval.models import Article, ArticleLanguage

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_IMAGE = re.compile(r"\[?!\[[^\[\]\n]*\]\([^()\n]*\)(?:\]\([^()\n]*\))?")
_FENCE = re.compile(r"^(```+|~~~+).*?(?:^\1.*?$|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"#{1,6}(?:\s+(?P<title>.*?))?\s*#*")
_UNDERLINE = re.compile(r"=+|-+")
_BLOCK = re.compile(
    r"""(?:[-*_]\s*){3,}           # horizontal rule
    |\[[^\]]+\]:\s+\S+.*           # link or footnote definition
    |\|.*\|                        # table row
    |<[^>]+>                       # HTML tag""",
    re.VERBOSE,
)
_MARKER = re.compile(r"(?:(?:>|[-*+]|\d{1,3}[.)])\s+|>)+")


def read_markdown(text: str, path: str) -> Article:
    """Make an article of a Markdown file.

    Args:
        text: the whole file, with universal newlines.
        path: where it was read from; identifies the article and names it in errors.

    Raises:
        BadArticle: its front matter cannot be used, or below it is no prose in Bengali or English.
    """
    fields, content = _split(text, path)
    check_text(content, path)
    layout = lay_out(find_blocks(content))
    prose = "\n".join(line.text for line in layout.prose)
    language = _language(fields, detect_language(prose or content, path), path)
    check_prose(layout.prose, path)
    title = _text_field(fields, "title", path) or _heading(content) or _first_line(layout)
    return Article(
        path=path,
        title=shorten(title),
        publisher=_text_field(fields, "publisher", path),
        url=_url(fields, path),
        published=_published(fields, path),
        language=language,
        text=content,
        body=spans(layout.prose),
    )


def find_blocks(content: str) -> list[Line]:
    """Cut Markdown into paragraphs and list items; headings, images and rules are left out."""
    blank = content
    for pattern in (_COMMENT, _FENCE, _IMAGE):
        blank = pattern.sub(_erase, blank)
    return [
        Line(start, end, content[start:end])
        for start, end in _blocks(find_lines(blank))
        if content[start:end]
    ]


def _blocks(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of lines that belong together."""
    open_at: Line | None = None
    last = open_at
    for line in [*lines, Line(0, 0, "")]:
        if open_at and last and _UNDERLINE.fullmatch(line.text):
            open_at = None
        elif open_at and last and (_is_break(line.text) or _MARKER.match(line.text)):
            yield open_at.start, last.end
            open_at = None
        if not open_at and not _is_break(line.text) and not _UNDERLINE.fullmatch(line.text):
            open_at = _after_marker(line)
        last = line


def _is_break(text: str) -> bool:
    return not text or bool(_HEADING.fullmatch(text) or _BLOCK.fullmatch(text))


def _after_marker(line: Line) -> Line:
    match = _MARKER.match(line.text)
    skip = match.end() if match else 0
    return Line(line.start + skip, line.end, line.text[skip:])


def _erase(match: re.Match[str]) -> str:
    """Blank a stretch without moving what follows it and without joining its neighbours."""
    return "\n" * len(match[0])


def _split(text: str, path: str) -> tuple[dict[str, Any], str]:
    """Part front matter from content, as python-frontmatter does.

    It is asked for YAML only: by itself it would take a text that begins with ``{`` for JSON.
    """
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    if not handler.detect(text.lstrip()):
        return {}, text.strip()
    try:
        head, content = handler.split(text.strip())
        fields = handler.load(head) or {}
    except yaml.YAMLError as error:
        raise BadArticle(f"{path}: its front matter is not valid YAML{_where(error)}.") from error
    except (ValueError, RecursionError, OverflowError) as error:
        raise BadArticle(
            f"{path}: its front matter cannot be read: close it with --- and write dates as YYYY-MM-DD."
        ) from error
    if not isinstance(fields, dict):
        raise BadArticle(f"{path}: its front matter must be lines of the form name: value.")
    return fields, content.strip()


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f" at line {mark.line + 2}" if mark else ""
    return f"{line}: put values that hold a colon or a quote into quotation marks"


def _text_field(fields: dict[str, Any], key: str, path: str) -> str | None:
    value = fields.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str | int | float):
        raise BadArticle(f"{path}: {key} in its front matter must be text.")
    return " ".join(check_text(str(value), f"{path}: {key} in its front matter").split())


def _url(fields: dict[str, Any], path: str) -> str | None:
    url = _text_field(fields, "url", path)
    if url and not (url.startswith(("http://", "https://")) and host_of(url)):
        raise BadArticle(f"{path}: url {url!r} in its front matter must begin with http:// or https://.")
    return url


def _published(fields: dict[str, Any], path: str) -> date | None:
    value = fields.get("published")
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value) if _ISO_DATE.fullmatch(str(value)) else "")
    except ValueError as error:
        raise BadArticle(
            f"{path}: published {value!r} in its front matter is no date: write YYYY-MM-DD."
        ) from error


def _language(fields: dict[str, Any], detected: ArticleLanguage, path: str) -> ArticleLanguage:
    value = fields.get("language", detected)
    if value not in ("bn", "en", None):
        raise BadArticle(f"{path}: language {value!r} in its front matter must be bn or en.")
    if value not in (detected, None):
        raise BadArticle(
            f"{path}: language {value!r} in its front matter does not fit the text: write {detected}."
        )
    return detected


def _heading(content: str) -> str | None:
    found = (_HEADING.fullmatch(line.text) for line in find_lines(content))
    return next((match["title"] for match in found if match and match["title"]), None)


def _first_line(layout: Layout) -> str:
    return (layout.headline or layout.prose[0]).text
