"""A web page, saved or fetched, to an article.

trafilatura finds the body and the metadata; here they become an ``Article``. The article's text is
the extracted body, one paragraph a line, not the page's source.
"""

import re
from datetime import date
from typing import Any

from retrieval.articles.furniture import drop_furniture
from retrieval.articles.guard import check_bytes, check_text
from retrieval.articles.language import detect_language
from retrieval.articles.lines import Line, find_lines
from retrieval.articles.text import host_of, shorten, spans
from retrieval.errors import BadArticle
from retrieval.models import Article

_JOINERS = (
    ("\u200d", "\ua66e", re.compile(r"&(?:zwj|#8205|#x200d);", re.IGNORECASE)),
    ("\u200c", "\ua67e", re.compile(r"&(?:zwnj|#8204|#x200c);", re.IGNORECASE)),
)
"""Zero-width joiner and non-joiner, printable letters that no news page holds, HTML entities."""


def read_page(page: bytes, path: str, url: str | None = None) -> Article:
    """Make an article of an HTML page.

    Args:
        page: the source, in the encoding it declares.
        path: where it was read from; identifies the article and names it in errors.
        url: where it was fetched from; None for a saved page, which may name its own.

    Raises:
        BadArticle: no article in Bengali or English is found on it.
    """
    fields = extract(check_bytes(page, path))
    text: str = fields.get("text") or ""
    body = find_body(fields)
    if not body:
        raise BadArticle(f"No article is found on {path}: give the page of one article, or its text as .txt.")
    url = _web_url(fields.get("url")) or url
    return Article(
        path=path,
        title=_title(fields, body),
        publisher=_clean(fields.get("sitename")) or (host_of(url) if url else None),
        url=url,
        published=_date(fields.get("date")),
        language=detect_language("\n".join(line.text for line in body), path),
        text=check_text(text, path),
        body=spans(body),
    )


def extract(page: bytes) -> dict[str, Any]:
    """Extract body and metadata; empty where a page has no article.

    ``favor_precision`` measured best of seven option sets (see ``measure``). The extensive search
    for dates is off: it takes any date on a page where the metadata has none.
    """
    from trafilatura import bare_extraction

    document: Any = bare_extraction(
        _shield(page),
        include_comments=False,
        favor_precision=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return {key: _unshield(value) for key, value in document.as_dict().items()} if document else {}


def find_body(fields: dict[str, Any]) -> tuple[Line, ...]:
    """Find the paragraphs of an extracted text that are prose; the headline may be among them."""
    title = fields.get("title") or ""
    lines = find_lines(fields.get("text") or "")
    return drop_furniture(line for line in lines if not title.startswith(line.text))


def _shield(page: bytes) -> bytes:
    """Put letters in the place of joiners, without which র‍্যাব is another word.

    trafilatura 2.3 drops every character that is not printable.
    """
    try:
        text = page.decode("utf-8")
    except UnicodeDecodeError:
        return page
    for joiner, stand_in, entity in _JOINERS:
        text = entity.sub(stand_in, text).replace(joiner, stand_in)
    return text.encode("utf-8")


def _unshield(value: Any) -> Any:  # noqa: ANN401 - any field of trafilatura's document
    if isinstance(value, str):
        for joiner, stand_in, _ in _JOINERS:
            value = value.replace(stand_in, joiner)
    return value


def _title(fields: dict[str, Any], body: tuple[Line, ...]) -> str:
    """Take the page's title without the site's name after a bar."""
    title = _clean(fields.get("title")) or body[0].text
    return shorten(title.split(" | ")[0])


def _clean(value: str | None) -> str | None:
    text = " ".join((value or "").split())
    return check_text(text, "The page's metadata") if text else None


def _web_url(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) and host_of(url) else None


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
