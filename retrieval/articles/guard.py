"""What a file or page must be before it is read as text: of a bearable size, and text at all.

It knows nothing of articles; each check passes the value on or raises with the cure.
"""

import re

from retrieval.errors import BadArticle

MEGABYTE = 1_000_000
LARGEST_TEXT = 5 * MEGABYTE
LARGEST_PAGE = 20 * MEGABYTE
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def check_size(size: int, limit: int, name: str) -> None:
    """Refuse more than ``limit`` bytes."""
    if size > limit:
        raise BadArticle(f"{name} is larger than {limit // MEGABYTE} MB: give one article, not a collection.")


def check_bytes(data: bytes, name: str) -> bytes:
    """Refuse what is empty or binary."""
    if not data.strip():
        raise BadArticle(f"{name} is empty: put the article's text into it.")
    if data.startswith(_UTF16_MARKS):
        raise BadArticle(f"{name} is in UTF-16: save it as UTF-8.")
    if b"\0" in data:
        raise BadArticle(f"{name} is not text: give a text file in UTF-8 or a saved web page.")
    return data


def decode(data: bytes, name: str, encoding: str = "utf-8-sig") -> str:
    """Decode a text, with universal newlines; nothing else is changed."""
    try:
        text = check_bytes(data, name).decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise BadArticle(f"{name} is not text in UTF-8: save it as UTF-8.") from error
    return check_text(text.replace("\r\n", "\n").replace("\r", "\n"), name)


def check_text(text: str, name: str) -> str:
    """Refuse characters that no database takes, and text without any."""
    if re.search("[\\0\ud800-\udfff]", text):
        raise BadArticle(f"{name} holds broken characters: save it as UTF-8 again.")
    if not text.strip("\ufeff\u200b\u200c\u200d \t\n\r\f\v\u00a0"):
        raise BadArticle(f"{name} is empty: put the article's text into it.")
    return text
