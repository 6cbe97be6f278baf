"""An article out of a URL that someone asked for.

One GET, with a limit on time, size and redirects; nothing is cached, no links are followed, no
scripts run.
"""

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from retrieval.articles import guard
from retrieval.articles.page import read_page
from retrieval.articles.text import host_of, read_text
from retrieval.errors import BadArticle, NotFound
from retrieval.models import Article

if TYPE_CHECKING:
    import httpx

STEP_SECONDS = 20.0
"""Longest wait for the connection, and between two pieces of the answer."""
WHOLE_SECONDS = 60.0
"""Longest wait for the whole answer."""
MOST_REDIRECTS = 5
HTML = frozenset({"text/html", "application/xhtml+xml"})
PLAIN = frozenset({"text/plain"})
_GONE = frozenset({404, 410})
_AGENT = "Mozilla/5.0 (compatible; Mukhomukhi; claim matching)"


def read_url(url: str) -> Article:
    """Fetch one article from the web.

    Args:
        url: an http or https URL; without its fragment it identifies the article.

    Raises:
        NotFound: the site has no such page.
        BadArticle: the URL cannot be fetched, or holds no article.
    """
    import httpx

    url = url.strip().partition("#")[0]
    if not url.lower().startswith(("http://", "https://")) or not host_of(url):
        raise BadArticle(f"{url!r} is no web address: give one that begins with http or https.")
    try:
        return _fetch(url)
    except httpx.TimeoutException as error:
        raise BadArticle(f"{url} did not answer in time: try again later.") from error
    except httpx.TooManyRedirects as error:
        raise BadArticle(f"{url} redirects without end: give the page's own address.") from error
    except httpx.UnsupportedProtocol as error:
        raise BadArticle(f"{url} leads to something other than http or https.") from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise BadArticle(
            f"{url} cannot be fetched ({error or type(error).__name__}): check the address."
        ) from error


def _fetch(url: str) -> Article:
    import httpx

    with (
        httpx.Client(
            follow_redirects=True,
            max_redirects=MOST_REDIRECTS,
            timeout=STEP_SECONDS,
            headers={"User-Agent": _AGENT, "Accept": "text/html, text/plain;q=0.8"},
        ) as client,
        client.stream("GET", url) as response,
    ):
        kind = _check(response, url)
        data = _read(response, url)
    if kind in HTML:
        return read_page(data, url, str(response.url))
    guard.check_size(len(data), guard.LARGEST_TEXT, url)
    text = guard.decode(data, url, _encoding(response))
    return _located(read_text(text, url), str(response.url))


def _encoding(response: "httpx.Response") -> str:
    """Take the declared encoding; UTF-8, with or without a mark, where there is none."""
    declared = response.charset_encoding or "utf-8"
    return "utf-8-sig" if declared.lower() in ("utf-8", "utf8") else declared


def _check(response: "httpx.Response", url: str) -> str:
    """Refuse an answer that is no page; else tell its content type."""
    if response.status_code in _GONE:
        raise NotFound(f"There is no page at {url}: check the address.")
    if response.is_error:
        raise BadArticle(
            f"{url} answered {response.status_code} {response.reason_phrase}: "
            "open it in a browser and save the page as a file."
        )
    kind: str = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in HTML | PLAIN:
        raise BadArticle(f"{url} is {kind or 'of unknown type'}: give a web page or plain text.")
    return kind


def _read(response: "httpx.Response", url: str) -> bytes:
    """Read the answer piece by piece, to stop at the limit of size or time."""
    deadline = time.monotonic() + WHOLE_SECONDS
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        guard.check_size(len(data), guard.LARGEST_PAGE, url)
        if time.monotonic() > deadline:
            raise BadArticle(f"{url} takes too long: save the page and give the file.")
    return bytes(data)


def _located(article: Article, url: str) -> Article:
    """Give a text without a source line the address it came from."""
    if article.url:
        return article
    return replace(article, url=url, publisher=host_of(url))
