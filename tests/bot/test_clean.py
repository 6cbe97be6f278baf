import json

from hypothesis import given
from hypothesis import strategies as st

from bot.clean import one_line, whole, whole_values


@given(st.text())
def test_nothing_steers_a_terminal(text: str) -> None:
    """Whatever comes in, no control character and no half character comes out."""
    shown = one_line(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in shown)
    assert not any("\u202a" <= c <= "\u202e" for c in shown)
    shown.encode("utf-8")


def test_letters_stay() -> None:
    """Bengali joiners and every letter survive."""
    assert one_line("ক্\u200dষ  র‌্যাব\n“ক”") == "ক্\u200dষ র‌্যাব “ক”"


def test_half_characters_are_replaced_at_any_depth() -> None:
    """JSON goes out as valid UTF-8, wherever a half character hides."""
    value = whole_values({"a\ud800": ["\udcff", {"b": ("x\udfff", 1, None)}]})
    assert json.dumps(value, ensure_ascii=False).encode("utf-8")
    assert whole("a\ud83d") == "a\ufffd"
