import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.wrap import cells, letters, wrap

LONG = "ইউক্রেনের আকাশ প্রতিরক্ষা আরও শক্তিশালী করতে মার্কিন প্রেসিডেন্ট ডোনাল্ড ট্রাম্পের সঙ্গে একযোগে কাজ"


def test_signs_beside_a_letter_take_a_cell() -> None:
    """A vowel sign beside its letter is counted, one above or below is not."""
    assert cells("কা") == 2
    assert cells("কু") == 1
    assert cells("日") == 2


def test_a_conjunct_is_never_cut() -> None:
    """A line may break between letters, never between a letter and its signs."""
    assert letters("স্ট্রিটের") == ["স্ট্রি", "টে", "র"]


@given(st.text(alphabet="কখমাস্টিে ্র\u200d\u0981ab日 \n", max_size=80), st.integers(2, 30))
def test_wrapping_loses_nothing_and_fits(text: str, width: int) -> None:
    """No letter is lost or changed, and no line is wider than asked unless one letter is."""
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert cells(line) <= width or len(letters(line)) == 1


def test_no_line_begins_with_a_sign() -> None:
    """However narrow the column, a line begins with a letter."""
    for width in range(2, 20):
        for line in wrap(LONG, width):
            assert not unicodedata.category(line[0]).startswith("M")
