from datetime import date
from pathlib import Path

import pytest

from retrieval.articles import read_path
from retrieval.errors import BadArticle

PARAGRAPHS = [
    "র\u200d্যাব জানিয়েছে, নদীপুর সেতুর কাছে অভিযানে কেউ আহত হয়নি এবং কাউকে আটকও করা হয়নি। "
    "তবে স্থানীয় বাসিন্দারা বলছেন, অন্তত তিনজনকে ধরে নিয়ে যাওয়া হয়েছে।",
    "ইউনিয়ন পরিষদের চেয়ারম্যান করিম উদ্দিন এই অভিযোগ অস্বীকার করেছেন। তিনি বলেন, পুরো ঘটনাটি "
    "সাজানো এবং এর পেছনে রাজনৈতিক উদ্দেশ্য রয়েছে বলে তাঁর ধারণা।",
    "জেলা পুলিশের মুখপাত্র জানান, তদন্ত চলছে এবং প্রতিবেদন পাওয়ার আগে তাঁরা কোনো মন্তব্য করবেন না।",
]


def _page(body: str, head: str = "") -> str:
    return f"""<html lang="bn"><head><meta charset="utf-8">
<title>নদীপুরে অভিযান | উদাহরণ বার্তা</title>
<meta property="og:site_name" content="উদাহরণ বার্তা">
<meta property="og:url" content="https://example.org/news/7">
<meta property="article:published_time" content="2025-05-10T08:00:00+06:00">{head}</head>
<body><nav><a href="/">প্রচ্ছদ</a> <a href="/w">বিশ্ব</a></nav>
<article><h1>নদীপুরে অভিযান</h1>{body}</article>
<aside><h3>সর্বাধিক পঠিত</h3><ul><li><a href="/1">দাম কমবে কবে?</a></li></ul></aside>
<footer>© ২০২৫ উদাহরণ বার্তা</footer></body></html>"""


def _write(folder: Path, page: str | bytes) -> Path:
    path = folder / "page.html"
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return path


def test_page_to_article(tmp_path: Path) -> None:
    """A saved page gives body, title, site, address and day."""
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    article = read_path(_write(tmp_path, _page(paragraphs)))
    assert [article.text[start:end] for start, end in article.body] == PARAGRAPHS
    assert article.title == "নদীপুরে অভিযান"
    assert article.publisher == "উদাহরণ বার্তা"
    assert article.url == "https://example.org/news/7"
    assert article.published == date(2025, 5, 10)
    assert article.language == "bn"


def test_page_furniture_inside_the_article(tmp_path: Path) -> None:
    """A link, a credit or an advert between the paragraphs is not in the body."""
    extra = ["আরও পড়ুন: ঘুষের অভিযোগ অস্বীকার", "ছবি: সংগৃহীত", "[বিজ্ঞাপন_২]"]
    mixed = [PARAGRAPHS[0], *extra, *PARAGRAPHS[1:]]
    article = read_path(_write(tmp_path, _page("".join(f"<p>{text}</p>" for text in mixed))))
    assert [article.text[start:end] for start, end in article.body] == PARAGRAPHS


@pytest.mark.parametrize("joiner", ["&zwj;", "&#8205;", "&#x200D;"])
def test_page_joiners_as_entities(tmp_path: Path, joiner: str) -> None:
    """A joiner is part of its word, however the page writes it."""
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS).replace("\u200d", joiner)
    article = read_path(_write(tmp_path, _page(paragraphs)))
    assert "র\u200d্যাব" in article.text


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("", "is empty"),
        (b"\x89PNG\0\0", "is not text"),
        ("<html><body></body></html>", "No article is found"),
        ("just a few words", "No article is found|not in English"),
    ],
)
def test_page_without_article(tmp_path: Path, page: str | bytes, reason: str) -> None:
    """A page without an article is refused in one sentence."""
    with pytest.raises(BadArticle, match=reason):
        read_path(_write(tmp_path, page))
