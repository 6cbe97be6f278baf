"""A plain text page, as copied from a site or saved from an agency, to an article.

The article's text is the file's text, character by character; title, publisher and date are taken
from the furniture around the prose. No markup is understood here.
"""

import re
from datetime import date
from itertools import chain
from urllib.parse import urlsplit

from retrieval.articles.dates import find_bengali_date, find_date, is_date_bar, is_date_line, is_update
from retrieval.articles.furniture import Layout, group_of, is_standfirst, lay_out
from retrieval.articles.language import detect_language
from retrieval.articles.lines import Line, find_paragraphs
from retrieval.errors import BadArticle
from retrieval.models import Article

LONGEST_TITLE = 120
_URL = re.compile(r"https?://\S+")


def read_text(text: str, path: str) -> Article:
    """Make an article of a plain text.

    Args:
        text: the whole text, with universal newlines.
        path: where it was read from; identifies the article and names it in errors.

    Raises:
        BadArticle: it holds no prose, or prose in another language.
    """
    paragraphs = find_paragraphs(text)
    layout = lay_out(paragraphs)
    prose = "\n".join(line.text for line in layout.prose)
    language = detect_language(prose or text, path)
    check_prose(layout.prose, path)
    url = _source_url(layout)
    return Article(
        path=path,
        title=shorten((layout.headline or layout.prose[0]).text),
        publisher=host_of(url) if url else None,
        url=url,
        published=published(layout),
        language=language,
        text=text,
        body=spans(_without_standfirst(layout)),
    )


def check_prose(prose: tuple[Line, ...], path: str) -> None:
    """Refuse a page on which no line is prose."""
    if not prose:
        raise BadArticle(
            f"{path} holds no sentences, only headlines and page furniture: "
            "give the article's own text, its sentences ended with । or a full stop."
        )


def spans(lines: tuple[Line, ...]) -> tuple[tuple[int, int], ...]:
    """Start and end of each line."""
    return tuple((line.start, line.end) for line in lines)


def shorten(title: str) -> str:
    """Put a title on one line and cut it at a word, with an ellipsis, where it is long."""
    title = " ".join(title.split())
    if len(title) <= LONGEST_TITLE:
        return title
    return title[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"


def host_of(url: str) -> str | None:
    """Name a site by its host, without ``www.``; None where a URL has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def published(layout: Layout) -> date | None:
    """Find the day of publication: the date line nearest above the prose, else one below it.

    The bar with today's date at the top of a site, and days of later changes, do not count where
    another line has a date. A date of the Bengali calendar counts where no line has another.
    """
    after_headline = layout.headline.start if layout.headline else -1
    above = [line for line in _dated(layout.above) if not _is_bar(line, after_headline)]
    below = [line for line in _dated(layout.below) if not is_date_bar(line.text)]
    nearest_first = list(chain(reversed(above), below))
    nearest_first.sort(key=lambda line: (find_date(line.text) is None, is_update(line.text)))
    return next((_day_of(line) for line in nearest_first), None)


def _day_of(line: Line) -> date | None:
    return find_date(line.text) or find_bengali_date(line.text)


def _dated(lines: tuple[Line, ...]) -> list[Line]:
    """Date lines and bylines that hold a date."""
    return [line for line in lines if _day_of(line) and _may_date(line.text)]


def _may_date(text: str) -> bool:
    return is_date_line(text) or group_of(text) == "byline"


def _is_bar(line: Line, after_headline: int) -> bool:
    bar = is_date_bar(line.text) or find_date(line.text) is None
    return line.start < after_headline and bar


def _without_standfirst(layout: Layout) -> tuple[Line, ...]:
    """Drop a first paragraph that stands for the headline and is said again below."""
    prose = layout.prose
    repeated = layout.headline is None and len(prose) > 1 and is_standfirst(prose[0], prose[1])
    return prose[1:] if repeated else prose


def _source_url(layout: Layout) -> str | None:
    """Take the URL of a source line, such as "সূত্র: https://…"."""
    lines = (line for line in chain(layout.below, layout.above) if group_of(line.text) == "source")
    found = (_URL.search(line.text) for line in lines)
    url = next((match[0].rstrip(".,;।)") for match in found if match), None)
    return url if url and host_of(url) else None
