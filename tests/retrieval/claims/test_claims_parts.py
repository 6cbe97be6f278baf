"""The small parts: passages, dates, the register, unnamed sources in English, what is said."""

from datetime import date

import pytest
from sayings import PUBLISHED, article

from retrieval.claims.passages import passages
from retrieval.claims.register import Register
from retrieval.claims.said import said_words
from retrieval.claims.unnamed import unnamed_in_english
from retrieval.claims.when import said_on
from retrieval.errors import BadData
from retrieval.language.sentences import sentences
from retrieval.models import Claimant

SENTENCE = "নদীর পাড়ে চারটি গ্রামের মানুষ সারা রাত জেগে বাঁধ পাহারা দিয়েছেন। "


@pytest.mark.parametrize(
    ("words", "first", "precision"),
    [
        ("গত শুক্রবার তিনি বলেন", date(2025, 7, 4), "day"),
        ("বুধবারের সভায় তিনি বলেন", date(2025, 7, 9), "day"),
        ("গতকাল তিনি বলেন", date(2025, 7, 8), "day"),
        ("আজকের সভায় তিনি বলেন", date(2025, 7, 9), "day"),
        ("১২ মে ২০২৪ তিনি বলেন", date(2024, 5, 12), "day"),
        ("২০২৪ সালের ১২ মে তিনি বলেন", date(2024, 5, 12), "day"),
        ("he said on Tuesday", date(2025, 7, 8), "day"),
        ("she said yesterday", date(2025, 7, 8), "day"),
        ("he said on 3 March 2023", date(2023, 3, 3), "day"),
        ("he said on March 3rd, 2023", date(2023, 3, 3), "day"),
        ("২০২২ সালের অক্টোবরে তিনি ঘোষণা করেন", date(2022, 10, 1), "month"),
    ],
)
def test_dates(words: str, first: date, precision: str) -> None:
    """A weekday, a day before, and a written-out date in either language's digits are known as exactly."""
    found = said_on(words, PUBLISHED)
    assert found
    assert (found.first, found.precision) == (first, precision)


def test_nothing_is_said_tomorrow() -> None:
    """A day after the article's is not when a thing was said."""
    assert said_on("১২ আগস্ট ২০২৫ থেকে কাজ শুরু হবে, তিনি বলেন", PUBLISHED) is None
    assert said_on("he said work would begin on 12 August 2025", PUBLISHED) is None


@pytest.mark.parametrize(
    "words",
    [
        "সম্প্রতি তিনি বলেন",
        "কিছুদিন আগে তিনি বলেন",
        "সভাপতি আজিজ মোল্লা বলেন",
        "he recently said",
    ],
)
def test_no_date(words: str) -> None:
    """A vague time, and a name that begins like "today", give nothing."""
    assert said_on(words, PUBLISHED) is None


def test_no_day_of_publication() -> None:
    """Without the article's day a weekday and "yesterday" tell nothing; a written-out date still does."""
    assert said_on("গত শুক্রবার তিনি বলেন", None) is None
    assert said_on("he said yesterday", None) is None
    assert said_on("১২ মে ২০২৪ তিনি বলেন", None) is not None


def test_passages_are_whole_sentences() -> None:
    """A passage begins and ends with a sentence, is about 500 characters long, and holds its sentences."""
    text = SENTENCE * 30
    spans = sentences(text)
    cut = passages(text, spans)
    assert {start for start, _ in cut} <= {start for start, _ in spans}
    assert {end for _, end in cut} <= {end for _, end in spans}
    assert all(a <= start < end <= b for (start, end), (a, b) in zip(spans, cut, strict=True))
    assert all(400 < b - a <= 500 for a, b in sorted(set(cut))[:-1])


def test_long_sentence_is_a_passage() -> None:
    """A sentence longer than a passage is one, whole."""
    text = f"{SENTENCE}{'নদী ' * 300}বয়ে যায়। {SENTENCE}"
    spans = sentences(text)
    assert passages(text, spans) == spans


def test_passages_stop_at_furniture() -> None:
    """No passage reaches over what lies between two paragraphs of the body."""
    page = article(f"{SENTENCE}\nআরও পড়ুন\n{SENTENCE}")
    body = [page.body[0], page.body[2]]
    spans = [span for part in body for span in sentences(page.text, *part)]
    assert passages(page.text, spans) == spans
    joined = f"{SENTENCE}\n{SENTENCE}"
    assert len(set(passages(joined, sentences(joined)))) == 1


def claimant(identity: str, name: str) -> Claimant:
    return Claimant(identity, name, name, None, "outlet")


def test_register_refuses_a_name_twice() -> None:
    """One name under two entries is refused with a sentence that names both."""
    with pytest.raises(BadData, match="'the river' stands under both river-one and river-two; leave it"):
        Register([(claimant("river-one", "River"), ["River"]), (claimant("river-two", "x"), ["the river"])])


def test_register_finds_compared_words() -> None:
    """Names in compared form are found as names are, with articles, hyphens and marks aside."""
    register = Register([(claimant("al-nadi", "Al-Nadi News"), ["Al-Nadi News", "আল নদী"])])
    for name in (["al-nadi", "news"], ["the", "al", "nadi", "news"], ["আল", "নদী"], ["আল", ",", "নদী"]):
        found = register.known(name)
        assert found
        assert found.id == "al-nadi"
        assert register.may_begin(name[0])
    assert register.known(["nadi"]) is None
    assert not register.may_begin("nadi")
    assert register.longest == 3


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("নাম প্রকাশে অনিচ্ছুক এক মার্কিন কর্মকর্তা", "an unnamed US official"),
        ("কিছু মার্কিন, ইউরোপীয় ও রুশ কর্মকর্তা", "some US, European and Russian officials"),
        ("আলোচনা সম্পর্কে অবগত তিন কর্মকর্তা", "three officials familiar with the talks"),
        ("বেশ কয়েকজন সাংবাদিক", "several journalists"),
        ("দুই রুশ কর্মকর্তা ও এক কূটনীতিক", "two Russian officials and a diplomat"),
        ("এলাকাবাসী", "local people"),
        ("ঘাটের কয়েকজন যাত্রী", None),
    ],
)
def test_unnamed_in_english(name: str, english: str | None) -> None:
    """An unnamed source is put into English with count, plural and article; not where a word is unknown."""
    assert unnamed_in_english(name) == english


def test_said_words() -> None:
    """What is said stands without who says it; a claim that cannot be taken apart stays whole."""
    assert said_words("সচিব আবদুল করিম বলেন, গুদাম এখন পুরো খালি।", "bn") == "গুদাম এখন পুরো খালি"
    assert said_words("Hasan Mahmud said the ferry was safe.", "en").startswith("the ferry was safe")
    assert said_words("গুদাম এখন পুরো খালি।", "bn") == "গুদাম এখন পুরো খালি।"
