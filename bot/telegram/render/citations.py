"""Numbered citations: one number an article, in the order in which a message mentions them."""

from bot.telegram.html import link, plain, shortened
from bot.texts import Texts
from retrieval.models import ArticleRef

_LONGEST_TITLE = 90


class Citations:
    """The articles that one message cites.

    Args:
        texts: in the reader's language and digits.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._numbers: dict[str, int] = {}
        self._articles: list[ArticleRef] = []

    def number(self, article: ArticleRef) -> str:
        """The mark of an article, which leads to it where it has an address: "[২]"."""
        if article.id not in self._numbers:
            self._articles.append(article)
            self._numbers[article.id] = len(self._articles)
        return link(f"[{self._texts.digits(self._numbers[article.id])}]", article.url)

    def lines(self) -> list[str]:
        """The articles with their numbers, titles, publishers and dates."""
        return [
            f"{self._texts.digits(number)}. {article_line(article, self._texts)}"
            for number, article in enumerate(self._articles, start=1)
        ]


def article_line(article: ArticleRef, texts: Texts) -> str:
    """An article on one line: its title as a link, its publisher, its date."""
    title, cut = shortened(article.title, _LONGEST_TITLE)
    publisher = article.publisher or texts.say("publisher-unknown")
    return f"{link(title + '…' * cut, article.url)} — {plain(publisher)}, {texts.day(article.published)}"
