import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.sentences import quotations, sentences

WORDS = [
    "তিনি",
    "গেলেন",
    "ড",
    "মো",
    "এ",
    "Mr",
    "U.S",
    "p.m",
    "no",
    "he",
    "The",
    "বলেন",
    "5",
    "3.5",
    "it's",
    "leaders'",
]
ENDS = ["।", "৷", ".", "?", "!", "…", ",", "—"]
QUOTES = ["“", "”", "‘", "’", '"', "'", "«", "»", "(", ")"]
GAPS = [" ", " ", " ", "\n", "\n\n", "\u200f", "🙂", "্", "\u00a0"]
PIECES = st.lists(st.sampled_from(WORDS + ENDS + QUOTES + GAPS), max_size=30).map("".join)
LETTERS = ["a", "ক", "্", "ঁ", "-", "\u200f", "🙂", "ক ", "1,"]
ONLY_ENDS = ["।", ".", "…", " ", "\n", "\n \t", ". ", "a. ", "।\"”’'»)]"]
ONLY_QUOTES = ["“", "'", '"', " 'a", "‘ক "]


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def whole(*parts: str) -> None:
    """The parts, put one after another, are cut into just these parts."""
    assert split(" ".join(parts)) == list(parts)


def test_danda_without_a_space() -> None:
    """A danda ends a sentence even where the space after it is missing."""
    assert split("তিনি গেলেন।ফিরলেন না।") == ["তিনি গেলেন।", "ফিরলেন না।"]
    assert split("তিনি গেলেন৷ফিরলেন না?কেন!") == ["তিনি গেলেন৷", "ফিরলেন না?", "কেন!"]


@pytest.mark.parametrize(
    "sentence",
    [
        "ড. মুহাম্মদ ইউনূস বলেন, কাজ শেষ।",
        "মো. করিম ও ডা. এ. কে. আজাদ এলেন।",
        "অধ্যাপক এস. এম. খান ৩.৫ শতাংশের কথা বলেন।",
        "Dr. Smith met Mr. Jones on Jan. 5 at 5 p.m. in the hall.",
        "The U.S. Senate agreed with Sen. J. K. Rowling on No. 5.",
        "The firm, Acme Inc., lost 3.5 million to Smith & Co. of London.",
        "See e.g. The Times, or www.example.com.",
        "Then… silence.",
        "Yahoo! said it was sorry.",
        "He left (was it in Jan. 2020?) with her.",
    ],
)
def test_stop_inside_a_sentence(sentence: str) -> None:
    """Abbreviations of both languages, initials, decimals and marks before a small letter end nothing."""
    whole(sentence, "Nobody knew.")
    whole(sentence, "কেউ জানত না।")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("She said no.", "He left."),
        ("He left at 5 p.m.", "The mayor stayed."),
        ("It happened in Washington, D.C.", "The mayor spoke."),
        ("They chose plan B.", "It failed."),
        ("They sold it to Acme Inc.", "“The price was good,” he said."),
        ("He asked: who?", "Nobody knew!"),
        ("He left in 2022.", "2023 was worse."),
        ("It rose by 3.5.", "Nobody knew."),
        ("They were number 5.", "Nobody knew."),
        ("বছরটি ছিল ২৩.", "কেউ জানত না।"),
        ("দল পায় ৫.", "কেউ জানত না।"),
    ],
)
def test_stop_that_ends(first: str, second: str) -> None:
    """What may shorten a word ends the sentence where a new one clearly begins."""
    whole(first, second)


@pytest.mark.parametrize(
    "quotation",
    [
        "তিনি বলেন, ‘আমরা যাব। আমরা জিতব। কেউ থামাবে না।’",
        "তিনি বলেন, “আমরা যাব? আমরা জিতব!”",
        'তিনি বলেন, "আমরা যাব। আমরা জিতব।"',
        "He said, “We will go. We will win. It's done.”",
        "'We won't go. We can't. It's the leaders' plan.'",
        "«On y va. C'est fini.»",
        "“We will go. He said ‘never.’ We will win.”",
    ],
)
def test_quotation_stays_whole(quotation: str) -> None:
    """A quotation of several sentences is one sentence, in every kind of marks, apostrophes inside or not."""
    whole("আগের কথা।", quotation, "এরপর তিনি চলে যান।")


@pytest.mark.parametrize(
    "sentence",
    [
        "‘আমরা যাব। আমরা জিতব।’ বলেন তিনি।",
        "“আমরা যাব।” — জানান পেসকভ।",
        "“আমরা জিতব!”, মন্তব্য করেন তিনি।",
        "“We will go. We will win,” he said.",
        "“Will we win?” asked the mayor.",
    ],
)
def test_said_after_a_quotation(sentence: str) -> None:
    """Who said it stays with the quotation that stands before."""
    whole("আগের কথা।", sentence, "পরদিন তিনি যান।")


def test_unclosed_quotation() -> None:
    """An opening mark that is never closed holds nothing together."""
    text = "তিনি বলেন, “আমরা যাব। আমরা জিতব। কেউ থামাবে না।"
    assert split(text) == ["তিনি বলেন, “আমরা যাব।", "আমরা জিতব।", "কেউ থামাবে না।"]
    assert split(f"“{'আমরা যাব। ' * 300}”")[:2] == ["“আমরা যাব।", "আমরা যাব।"]


def test_apostrophes_open_no_quotation() -> None:
    """Apostrophes, also after a plural, open and close nothing."""
    whole("It's Musk's plan.", "The leaders' plan isn't Putin's.", "Don't go.")
    assert quotations("The leaders' plan isn't Putin's") == []


def test_quotations_are_outermost() -> None:
    """Quotations come with their marks, the inner ones inside the outer ones."""
    text = "তিনি বলেন, “সে বলেছে ‘না’, তাই।” আর ‘হ্যাঁ’ নয়।"
    assert [text[a:b] for a, b in quotations(text)] == ["“সে বলেছে ‘না’, তাই।”", "‘হ্যাঁ’"]


def test_two_apostrophes_are_one_mark() -> None:
    """Two apostrophes open and close together, whatever apostrophes stand inside."""
    text = "''This isn't reform. It's worse,'' said Alan Cole. ''It won't work.''"
    assert [text[a:b] for a, b in quotations(text)] == [
        "''This isn't reform. It's worse,''",
        "''It won't work.''",
    ]


def test_mark_closes_without_a_space() -> None:
    """Behind the end of a sentence a mark closes though the next sentence follows without a space."""
    assert split("তিনি বলেন ‘আমরা যাব। আমরা জিতব।’পরদিন তিনি যান।")[1:] == ["পরদিন তিনি যান।"]


def test_blank_line_ends() -> None:
    """A blank line ends a sentence, a line break does not."""
    assert split("A heading\n\nIt is\nlong. Yes") == ["A heading", "It is\nlong.", "Yes"]


def test_part_of_a_text() -> None:
    """Only the part asked for is split; offsets are those of the whole text."""
    text = "এক। দুই। তিন।"
    start, end = text.index("দুই"), text.index("তিন")
    assert [text[a:b] for a, b in sentences(text, start, end)] == ["দুই।"]
    assert quotations("“ক” “খ”", 4) == [(4, 7)]


@given(PIECES | st.text())
def test_spans_are_in_order(text: str) -> None:
    """Sentences are in order, apart, trimmed, and together hold every letter and digit of the text."""
    spans = sentences(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in spans)
    inside = {at for span in spans for at in range(*span)}
    assert all(at in inside for at, character in enumerate(text) if character.isalnum())


@given(PIECES)
def test_a_sentence_is_one_sentence(text: str) -> None:
    """Split again, a sentence is itself."""
    assert all(split(sentence) == [sentence] for sentence in split(text))


@pytest.mark.parametrize("unit", LETTERS + ONLY_ENDS + ONLY_QUOTES)
def test_no_text_hangs(unit: str) -> None:
    """A megabyte of anything, with no end or nothing but ends, is split in a few seconds."""
    text = unit * (1_000_000 // len(unit))
    began = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - began < 5
