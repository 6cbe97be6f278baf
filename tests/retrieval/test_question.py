import pytest

from retrieval.errors import BadQuestion
from retrieval.question import LONGEST, function_words, read_question


@pytest.mark.parametrize(
    ("asked", "core"),
    [
        ("ভাই এটা কি সত্যি? সেতু ভেঙে পড়েছে?", "সেতু ভেঙে পড়েছে"),
        ("সেতু ভেঙে পড়েছে, এটা কি সত্যি নাকি?", "সেতু ভেঙে পড়েছে"),
        ("শুনলাম যে সেতু ভেঙে পড়েছে, সত্যি নাকি?", "সেতু ভেঙে পড়েছে"),
        ("আচ্ছা সেতু কি ভেঙে পড়েছে?", "সেতু কি ভেঙে পড়েছে"),
        ("Is it true that the bridge collapsed?", "the bridge collapsed"),
        ("The bridge collapsed, is this true?", "the bridge collapsed"),
        ("I heard that the bridge collapsed, true or false?", "the bridge collapsed"),
        ("can you check whether the bridge collapsed?", "the bridge collapsed"),
        ("hi, did the bridge collapse?", "did the bridge collapse"),
        ("vai setu venge geche eita ki shotti naki", "setu venge geche"),
        ("accha setu ki venge geche?", "setu ki venge geche"),
    ],
)
def test_chat_around_a_question_is_taken_off(asked: str, core: str) -> None:
    """Greetings, "is it true that" and "এটা কি সত্যি?" are no part of what is searched."""
    question = read_question(asked)
    assert question.core.replace("\u09a1\u09bc", "\u09dc") == core.replace("\u09a1\u09bc", "\u09dc")
    assert question.text == asked


@pytest.mark.parametrize("asked", ["এটা কি সত্যি?", "is it true?", "eta ki sotti?"])
def test_nothing_but_chat_keeps_its_words(asked: str) -> None:
    """Where all is chat there is still a question, not an empty one."""
    assert len(read_question(asked).words) == 3


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("সেতু কি ভেঙে গেছে?", "bn"),
        ("did the bridge collapse?", "en"),
        ("setu ki venge geche?", "bn-Latn"),
    ],
)
def test_language_is_told(asked: str, language: str) -> None:
    """A question is in Bengali, English or romanised Bengali."""
    assert read_question(asked).language == language


@pytest.mark.parametrize(
    "asked", ["", "   ", "x", "ক", "1", "??", "।।।", "😀😀", "\x1b\x07", "\u200c\u200d", "ি ি"]
)
def test_too_short_a_question(asked: str) -> None:
    """Fewer than two letters or digits are refused in one sentence with the cure."""
    with pytest.raises(BadQuestion, match=r"^[^\n]*too short[^\n]*write a few words\.$"):
        read_question(asked)


def test_too_long_a_question() -> None:
    """4,000 characters are read; one more is refused, with the length and the limit."""
    assert len(read_question("ক" * LONGEST).core) == LONGEST
    with pytest.raises(BadQuestion, match=r"^The question has 4,001 characters; [^\n]* 4,000[^\n]*\.$"):
        read_question("ক" * (LONGEST + 1))


@pytest.mark.parametrize("asked", ["half \ud83d of it", "\udcff did it rain?", "বৃষ্টি কি হয়েছে\ude00"])
def test_half_a_surrogate(asked: str) -> None:
    """A broken character is refused in one sentence that says what to do."""
    with pytest.raises(BadQuestion, match=r"^[^\n]*broken character; type it again\.$"):
        read_question(asked)


def test_control_characters_are_spaces() -> None:
    """Signs that a terminal would obey are no part of a question; joiners of Bengali letters are."""
    question = read_question("\x1bdid it\x00rain\x07?\u202e")
    assert question.text == "did it rain ?"
    assert question.content == ["rain"]
    assert read_question("র‍্যাব কি এসেছে?").text == "র‍্যাব কি এসেছে?"


@pytest.mark.parametrize(
    "asked",
    [
        "কতজন মারা গেছেন?", "কে এ কথা বলেছেন?", "মন্ত্রী কোথায় গেছেন?", "কেন সেতু ভেঙেছে?",
        "how many died?", "Who said so?", "Why did the bridge collapse?",
        "koto jon mara geche?", "kobe vote hobe?", "setu keno venge geche?",
    ],
)  # fmt: skip
def test_open_questions(asked: str) -> None:
    """Who, how many, when, why: no yes or no answers them."""
    assert read_question(asked).form == "open"


@pytest.mark.parametrize(
    "asked",
    [
        "সেতু কি ভেঙেছে?", "মন্ত্রী কি পদত্যাগ করেছেন?", "সেতু ভেঙেছে",
        "did it rain?", "Has the minister resigned?", "is it true that the bridge collapsed?",
        "setu ki venge geche?", "montri podotyag korechen naki?",
    ],
)  # fmt: skip
def test_yes_no_questions(asked: str) -> None:
    """A question with কি or an auxiliary, or a mere statement, is answered with yes or no."""
    assert read_question(asked).form == "yes-no"


@pytest.mark.parametrize(
    ("asked", "content"),
    [
        ("did the minister say that he would be there?", ["minister"]),
        ("মন্ত্রী কি সত্যিই এ কথা বলেছেন যে তিনি থাকবেন না?", ["মন্ত্রী"]),
        ("montri ki bolechen je tini resign korben na?", ["montri", "resign"]),
    ],
)
def test_function_words_carry_no_content(asked: str, content: list[str]) -> None:
    """Question words, auxiliaries, pronouns and particles are left out of the content, in order."""
    question = read_question(asked)
    assert [word for word in question.content if word in content] == content
    assert not set(question.content) & function_words()
    assert {"did", "the", "কি", "যে", "তিনি", "ki", "je", "tini"} <= function_words()
