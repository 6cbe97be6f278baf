from datetime import date
from pathlib import Path

import pytest

from retrieval.articles import read_path
from retrieval.errors import BadArticle
from retrieval.models import Article

PROSE = "The minister said that the bridge would open in May. The contractor denied it."
HEAD = """---
title: "Bridge: opening in May"
publisher: Example Times
url: https://example.org/bridge
published: 2025-05-10
language: en
---
"""


def _read(folder: Path, text: str) -> Article:
    path = folder / "article.md"
    path.write_text(text, encoding="utf-8")
    return read_path(path)


def _body(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.body]


def test_markdown_front_matter(tmp_path: Path) -> None:
    """Front matter gives the facts, and the text begins below it."""
    article = _read(tmp_path, f"{HEAD}\n{PROSE}\n")
    assert article == Article(
        path=str(tmp_path / "article.md"),
        title="Bridge: opening in May",
        publisher="Example Times",
        url="https://example.org/bridge",
        published=date(2025, 5, 10),
        language="en",
        text=PROSE,
        body=((0, len(PROSE)),),
    )


def test_markdown_markup_is_no_prose(tmp_path: Path) -> None:
    """Headings, images, rules, comments, tables and code are not in the body."""
    text = f"""# The bridge opens.

![The bridge. It is long.](bridge.png)

{PROSE}

Setext heading it is.
---------------------

<!-- The editor said no. -->

***

> The mayor was
> not there, he said.

- First, it was late.
- Second, it was dear.

```
This is code.
```

| a table said. | it did. |

*Photo: Example Agency*

The last sentence was
broken over two lines.
"""
    article = _read(tmp_path, text)
    assert article.title == "The bridge opens."
    assert _body(article) == [
        PROSE,
        "not there, he said.",
        "First, it was late.",
        "Second, it was dear.",
        "The last sentence was\nbroken over two lines.",
    ]


def test_markdown_without_front_matter(tmp_path: Path) -> None:
    """Everything in front matter is optional."""
    article = _read(tmp_path, PROSE)
    assert (article.title, article.publisher, article.published) == (PROSE, None, None)


@pytest.mark.parametrize("value", ["null", "", "'2025-05-10'", "2025-05-10 10:00:00"])
def test_markdown_published_forms(tmp_path: Path, value: str) -> None:
    """The day may be missing, quoted, or come with a time."""
    article = _read(tmp_path, f"---\npublished: {value}\n---\n{PROSE}")
    assert article.published == (date(2025, 5, 10) if "2025" in value else None)


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("title: 'open", "not valid YAML"),
        ("title: a: b", "not valid YAML"),
        ("- a list", "name: value"),
        ("title: [a, b]", "title in its front matter must be text"),
        ("language: fr", "language 'fr'"),
        ("language: bn", "does not fit the text"),
        ("published: soon", "published 'soon'"),
        ("published: 10 May 2025", "YYYY-MM-DD"),
        ("published: 2025-02-30", "YYYY-MM-DD"),
        ("url: ftp://example.org", "http:// or https://"),
        ('title: "a\\0b"', "broken characters"),
    ],
)
def test_markdown_bad_front_matter(tmp_path: Path, head: str, reason: str) -> None:
    """What cannot be used in front matter is named, with the file and the cure."""
    with pytest.raises(BadArticle, match=reason) as caught:
        _read(tmp_path, f"---\n{head}\n---\n{PROSE}")
    assert "article.md" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_markdown_unclosed_front_matter(tmp_path: Path) -> None:
    """Front matter without an end is refused."""
    with pytest.raises(BadArticle, match="close it with ---"):
        _read(tmp_path, f"---\ntitle: a\n{PROSE}")


def test_markdown_json_is_no_front_matter(tmp_path: Path) -> None:
    """A text that begins with a brace is a text."""
    assert _body(_read(tmp_path, "{" + PROSE + "}")) == ["{" + PROSE + "}"]
