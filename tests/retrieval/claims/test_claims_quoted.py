"""Quotations that go on past the sentence that names their speaker."""

import pytest
from sayings import Saying, claims_of, sayings

from retrieval.claims.quoted import left_open
from retrieval.models import ArticleLanguage

BEGUM = Saying("Salma Begum", "report")
SALMA = Saying("সালমা আক্তার", "report")
NOBODY = Saying(None, None)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ('"The bank is weak," said Salma Begum. "Nobody ever came here."', "en", [BEGUM, BEGUM]),
        ("“The bank is weak,” said Salma Begum.\n\n“Nobody ever came here. Not once.”", "en", [BEGUM, BEGUM]),
        ("“The bank is weak,” said Salma Begum. Nobody ever came here.", "en", [BEGUM, NOBODY]),
        ("Salma Begum said the bank was weak. “Nobody ever came here.”", "en", [BEGUM, NOBODY]),
        ("Salma Begum added:\n\n“The bank is weak. Nobody ever came here.”", "en", [BEGUM]),
        ("‘বাঁধটি টিকবে না,’ বলেন সালমা আক্তার। ‘কেউ কখনো আসেনি।’", "bn", [SALMA, SALMA]),
        ("গৃহবধূ সালমা আক্তার বলেন:\n\n‘বাঁধটি টিকবে না। কেউ কখনো আসেনি।’", "bn", [SALMA]),
        ("গৃহবধূ সালমা আক্তার বলেন, ‘বাঁধটি টিকবে না।’কৃষকেরা ধান কাটছেন মাঠে।", "bn", [SALMA, NOBODY]),
    ],
)
def test_quotation_goes_on(text: str, language: ArticleLanguage, expected: list[Saying]) -> None:
    """A sentence that is nothing but quotation, behind quoted words or "she added:", is their speaker's."""
    assert sayings(text, language) == expected


def test_who_goes_on_is_context() -> None:
    """A quotation without its speaker has the sentence before it as context."""
    first, second = '"The bank is weak," said Salma Begum.', '"Nobody ever came here."'
    assert claims_of(f"{first} {second}", "en")[1].context == first


def test_speech_of_several_paragraphs() -> None:
    """Paragraphs that open with a mark which none closes go on, sentence by sentence, to the closing one."""
    text = "“The bank is weak. We wrote twice,” said Salma Begum. “Nobody came.\n“They laughed. We waited.\n"
    text += "“Then it broke.” The road is closed since then."
    assert [claim.claimant is not None for claim in claims_of(text, "en")] == [*[True] * 5, False]


def test_quotation_that_is_never_closed() -> None:
    """A quotation without an end runs to the end of its paragraph and is one claim."""
    said = "গৃহবধূ সালমা আক্তার বলেন ‘বাঁধটি টিকবে না। কেউ কখনো আসেনি। আমরা ভয়ে আছি।"
    first, second = claims_of(f"{said}\nকৃষকেরা ধান কাটছেন মাঠে।")
    assert (first.start, first.end) == (0, len(said))
    assert second.claimant is None


@pytest.mark.parametrize(
    ("words", "before", "mark"),
    [
        ("He said: “We warned them.", "", "“"),
        ("He said: “We warned them.”", "", ""),
        ("They laughed.", "“", "“"),
        ("They laughed.”", "“", ""),
        ("তিনি বলেন ‘“পিংকি” নামের গান।", "", "‘"),
        ("‘don’t", "", "‘"),
        ("closed” by nothing", "", ""),
    ],
)
def test_left_open(words: str, before: str, mark: str) -> None:
    """The outermost mark that is open behind some words; an apostrophe closes nothing."""
    assert left_open(words, before) == mark
