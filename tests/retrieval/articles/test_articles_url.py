from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from retrieval.articles import guard, read_url
from retrieval.errors import BadArticle, NotFound

PROSE = "The minister said that the bridge would open in May. The contractor denied it. "
PAGE = f"<html><head><title>Bridge</title></head><body><article>{f'<p>{PROSE * 3}</p>' * 3}"
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/text": (200, {"Content-Type": "text/plain"}, b"\xef\xbb\xbf" + PROSE.encode()),
    "/moved": (302, {"Location": "/page"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/away": (302, {"Location": "ftp://example.org/"}, b""),
    "/file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/image": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/untyped": (200, {}, b"?"),
    "/broken": (500, {"Content-Type": "text/html"}, b"no"),
    "/large": (200, {"Content-Type": "text/html"}, b"a" * 2000),
    "/empty": (200, {"Content-Type": "text/plain"}, b""),
}


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, data = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Keep the tests quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_url_page(site: str) -> None:
    """A page is read, redirects are followed, and the given address identifies the article."""
    article = read_url(f"{site}/moved#comments")
    assert article.path == f"{site}/moved"
    assert article.url == f"{site}/page"
    assert article.title == "Bridge"
    assert article.publisher == "127.0.0.1"
    assert article.body


def test_url_plain_text(site: str) -> None:
    """Plain text is read as a text page, its byte order mark dropped."""
    article = read_url(f"{site}/text")
    assert article.text == PROSE
    assert article.url == f"{site}/text"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/loop", "redirects without end"),
        ("/away", "other than http"),
        ("/file", "other than http"),
        ("/image", "is image/png"),
        ("/untyped", "unknown type"),
        ("/broken", "answered 500"),
        ("/empty", "is empty"),
    ],
)
def test_url_bad_answers(site: str, path: str, reason: str) -> None:
    """Each failure is one sentence that names the address."""
    with pytest.raises(BadArticle, match=reason) as caught:
        read_url(site + path)
    assert site + path in str(caught.value)
    assert "\n" not in str(caught.value)


def test_url_missing_page(site: str) -> None:
    """A page that the site does not have is not found."""
    with pytest.raises(NotFound, match="no page at"):
        read_url(f"{site}/none")


def test_url_too_large(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer over the limit is not read to its end."""
    monkeypatch.setattr(guard, "LARGEST_PAGE", 1000)
    with pytest.raises(BadArticle, match="larger than"):
        read_url(f"{site}/large")


def test_url_nobody_there() -> None:
    """A closed port is a failure to fetch."""
    with pytest.raises(BadArticle, match="cannot be fetched"):
        read_url("http://127.0.0.1:9/")


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "file:///etc/hostname", "example.org", "http://", "http://[", ""]
)
def test_url_only_of_the_web(url: str) -> None:
    """Nothing but http and https is asked for."""
    with pytest.raises(BadArticle, match="is no web address"):
        read_url(url)
