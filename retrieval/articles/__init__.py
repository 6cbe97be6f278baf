"""Articles in: a file, page or URL becomes an ``Article``, its prose told from its page."""

from retrieval.articles.file import find_articles, read_path
from retrieval.articles.url import read_url

__all__ = ["find_articles", "read_path", "read_url"]
