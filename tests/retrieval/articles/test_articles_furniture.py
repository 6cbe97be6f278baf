from typing import Any

import pytest

from retrieval.articles.furniture import Kind, group_of, kind_of, lay_out
from retrieval.articles.lines import Line, find_paragraphs
from retrieval.articles.words import LANGUAGE_FILES, load


def _cases(key: str) -> list[Any]:
    return [
        pytest.param(group, text, id=f"{name}-{group}-{text[:20]}")
        for name in LANGUAGE_FILES
        for group, parts in load(name)["furniture"].items()
        for text in parts.get(key, ())
    ]


def _prose(text: str) -> list[str]:
    return [line.text for line in lay_out(find_paragraphs(text)).prose]


@pytest.mark.parametrize(("group", "text"), _cases("examples"))
def test_furniture_examples_are_recognised(group: str, text: str) -> None:
    """Every example of a data file is recognised as furniture of some group."""
    assert group_of(text) is not None, group
    assert kind_of(text) not in (Kind.SENTENCES, Kind.PHRASE)


@pytest.mark.parametrize(("group", "text"), _cases("prose"))
def test_furniture_leaves_prose_alone(group: str, text: str) -> None:
    """Every sentence that a data file names as prose is left alone."""
    assert group_of(text) is None, group
    assert kind_of(text) is Kind.SENTENCES


def test_furniture_groups_have_examples() -> None:
    """Every group of the data files says by example what it recognises."""
    groups = [parts for name in LANGUAGE_FILES for parts in load(name)["furniture"].values()]
    assert all(parts["examples"] and parts["prose"] for parts in groups)


@pytest.mark.parametrize("text", ["সম্পর্কিত খবর", "নিজস্ব প্রতিবেদক", "আরও পড়ুন"])
def test_furniture_in_either_spelling(text: str) -> None:
    """য় and ড় as one or as two characters make no difference."""
    composed = text.replace("\u09af\u09bc", "\u09df").replace("\u09a1\u09bc", "\u09dc")
    assert kind_of(text) is kind_of(composed)
    assert kind_of(text) not in (Kind.SENTENCES, Kind.PHRASE)


def test_furniture_headline_in_a_list_may_end_anyhow() -> None:
    """In a link list a headline that ends in a question or a quotation is still a headline."""
    text = "He denied it.\nRelated\nWill prices fall?\nMayor: ‘I never took a bribe’\nHe left."
    assert _prose(text) == ["He denied it.", "He left."]


def test_furniture_after_a_closing_list_only_real_paragraphs_count() -> None:
    """A teaser sentence below "Most read" belongs to another article."""
    assert _prose("He denied it.\nMost read\nThe minister resigned.") == ["He denied it."]


def test_furniture_readers_comments_never_count() -> None:
    """Nothing after the comment counter of a told story is prose, however long."""
    story = "The mayor denied that he had known of the contract. " * 8
    comment = "I know for sure that this is a lie. My cousin works there and saw it all. " * 4
    assert _prose(f"{story}\n3 comments\n{comment}") == [story.strip()]


def test_furniture_menu_above_the_article_hides_nothing() -> None:
    """The menu entry "Latest" at the top of a page does not close the article below."""
    assert _prose("Latest\nMost read\nThe mayor denied it.\n") == ["The mayor denied it."]


def test_furniture_repeated_paragraph_counts_once() -> None:
    """A paragraph that a page prints twice is one paragraph, the first."""
    layout = lay_out(find_paragraphs("He denied it.\nShe agreed.\nHe denied it.\n"))
    assert layout.prose == (Line(0, 13, "He denied it."), Line(14, 25, "She agreed."))


def test_furniture_headline_above_the_prose() -> None:
    """The last line above the prose that is neither a sentence nor a pattern is the headline."""
    layout = lay_out(find_paragraphs("World\nBridge opens\nBy Jane Doe\n\nIt was opened.\n"))
    assert layout.headline == Line(6, 18, "Bridge opens")
