import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.normalise import WORD, normalise, to_bengali_digits, words

BENGALI = [
    "য়েমেন", "বড়", "আষাঢ়", "দুঃখ", "চাঁদ", "বাংলা", "হঠাৎ", "ক্ষমতা", "ক্‌ষ", "র‌্যাব", "রাষ্ট্র", "মৃত্যু", "কৌশল",
    "নৈতিক", "সৌর", "অ্যাক্সিওস", "১৫ই", "এক্স", "স্ত্রী", "ঋণ", "বিজ্ঞান",
]  # fmt: skip
MARKS = [chr(c) for c in range(0x980, 0xA00) if unicodedata.category(chr(c)).startswith("M")]
TEXTS = st.text() | st.text("কখয়়ািোৌ্ঁং ১২,৷।“”‘’'\u200c\u200dAaİßé\u0301`")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u09df", "\u09af\u09bc"),  # য় in one code point and in two
        ("\u09dc\u09dd", "\u09a1\u09bc\u09a2\u09bc"),  # ড়ঢ়
        ("কো", "ক\u09c7\u09be"),  # a vowel sign typed in two halves
        ("কৌ", "ক\u09c7\u09d7"),
        ("১৫,০০০", "15000"),
        ("১,৫০,০০০", "150000"),
        ("র\u200d্যাব", "র্যাব"),
        ("ক্\u200cষ", "ক্ষ"),
        ("“লাল রেখা”", '"লাল রেখা"'),
        ("‘লাল রেখা’", "'লাল রেখা'"),
        ("Élysée\u00a0Palace", "élysée palace"),
        ("E\u0301lyse\u0301e", "élysée"),
        ("গেলেন৷", "গেলেন।"),
    ],
)
def test_spellings_of_one_text_are_equal(one: str, other: str) -> None:
    """Unicode forms, digits of both scripts, joiners, quotes, case and a mistyped danda do not count."""
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize("text", ["3, 4", "৩, ৪", "৩.৫", "ক,খ", "10,x"])
def test_only_grouping_commas_go(text: str) -> None:
    """A comma that groups no digits stays."""
    assert normalise(text).count(",") == text.count(",")


@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    """The normalised form is its own normalised form."""
    once = normalise(text)
    assert normalise(once) == once


@given(TEXTS)
def test_unicode_form_does_not_matter(text: str) -> None:
    """A text and its decomposed form have the same words."""
    assert words(unicodedata.normalize("NFD", text)) == words(text)


@pytest.mark.parametrize("word", BENGALI)
def test_bengali_word_stays_whole(word: str) -> None:
    """A Bengali word is one word, before and after normalising, whatever signs it holds."""
    assert WORD.findall(word) == [word]
    assert words(word) == [normalise(word)]


@given(st.sampled_from(BENGALI), st.sampled_from(MARKS), st.sampled_from(BENGALI))
def test_no_cut_at_a_sign(before: str, mark: str, after: str) -> None:
    """No Bengali sign, wherever it stands in a word, cuts the word in two."""
    word = before + mark + after
    assert WORD.findall(word) == [word]


@given(st.lists(st.sampled_from([*BENGALI, "Musk", "2024", "স্টারলিংক"]), max_size=6))
def test_words_come_in_order(parts: list[str]) -> None:
    """Words apart by spaces and punctuation come back one by one, in order."""
    assert words("। “".join(parts)) == [normalise(part) for part in parts]


def test_signs_and_symbols_are_no_words() -> None:
    """Punctuation, currency signs, emoji, direction marks and underscores are no words."""
    assert words("৳ $ — … । ॥ ৷ 🙂 \u200e\u200f\u202e _ '") == []


def test_bengali_digits_for_the_eye() -> None:
    """ASCII digits are written in Bengali and read back."""
    assert to_bengali_digits("2022 সালে 15") == "২০২২ সালে ১৫"
    assert normalise(to_bengali_digits("2022")) == "2022"
