import pytest

from retrieval.asked import content_of, topic_of
from retrieval.question import read_question


def asked(text: str) -> str | None:
    found = read_question(text).asked
    return found.kind if found else None


@pytest.mark.parametrize(
    ("kind", "questions"),
    [
        ("number", ["How many people died?", "কতজন মারা গেছেন?", "koto jon mara gese?", "মৃতের সংখ্যা কত?"]),
        ("number", ["what is the death toll?", "koyjon ahoto hoise", "how much did it cost?"]),
        ("often", ["how often did they meet?", "মাস্ক কতবার কথা বলেছেন?", "kotobar dekha hoise"]),
        ("who", ["Who won the match?", "কে জিতেছে?", "কাকে গ্রেপ্তার করা হয়েছে?", "match ke jitse?"]),
        ("who", ["by whom was he arrested?", "which party won?", "কোন দল জিতেছে?", "kara agun dise"]),
        ("when", ["When is the exam", "পরীক্ষা কবে?", "exam kobe hobe", "what time is the exam?"]),
        (
            "where",
            ["Where did it start?", "কোথায় আগুন লেগেছে?", "agun kothay legeche", "in which city was it?"],
        ),
        ("why", ["Why did it fall?", "সেতু কেন ভেঙেছে?", "keno agun laglo", "কী কারণে আগুন লাগে?"]),
        ("other", ["what happened in Dhaka?", "মন্ত্রী কী বলেছেন?", "ki hoise dhakay?"]),
    ],
)
def test_question_words_tell_what_is_asked(kind: str, questions: list[str]) -> None:
    """How many, how often, who, when, where, why: in Bengali, English and Banglish."""
    assert {question: asked(question) for question in questions} == dict.fromkeys(questions, kind)


@pytest.mark.parametrize(
    "question",
    [
        "did the minister say when the exam will be held?", "মন্ত্রী কি বলেছেন কবে পরীক্ষা হবে?",
        "Was the man who won the match arrested?", "The man who won the match was arrested.",
        "When the bridge collapsed, 37 people died.", "What the minister said about the bridge is false",
        "যারা মারা গেছে তারা কি শ্রমিক?",
    ],
)  # fmt: skip
def test_question_words_inside_a_yes_no_question(question: str) -> None:
    """A relative pronoun, or "when" after "did he say", opens no question."""
    assert asked(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "how many died, is it 100?", "how many died? was it 100?", "how many died, 100?",
        "কতজন মারা গেছেন, ১০০ জন কি?", "koto jon mara gese, 100 jon naki?",
        "১২০ জন মারা গেছে", "120 people died in the fire", "agune 120 jon mara gese",
    ],
)  # fmt: skip
def test_a_number_put_up_for_yes_or_no(question: str) -> None:
    """Who proposes a number wants to know whether it is so; so does who passes a rumour on."""
    assert asked(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "কেউ কি মারা গেছে?", "keu ki mara gese?", "কোন মন্ত্রী পদত্যাগ করেনি",
        "ওবায়দুল কাদের গ্রেপ্তার হয়েছেন?", "police rahim ke greptar korse?", "Do you know Musk met Putin?",
    ],
)  # fmt: skip
def test_words_that_only_look_like_question_words(question: str) -> None:
    """কেউ is not কে, কোন before a negation is কোনো, কাদের may be a name and "ke" a case ending."""
    assert asked(question) is None


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Do you know who won the match?", "who"),
        ("can anyone tell me how many died?", "number"),
        ("কেউ কি জানেন কতজন মারা গেছেন?", "number"),
        ("keu ki janen exam kobe?", "when"),
    ],
)
def test_asking_whether_somebody_knows(question: str, kind: str) -> None:
    """ "Does anyone know who" asks who."""
    assert asked(question) == kind


def test_the_words_that_ask_are_no_content() -> None:
    """What claims have to speak of is the question without how many, and who; "who" is not the WHO."""
    assert content_of("how many people died in the fire") == "died in the fire"
    assert content_of("who won the final") == "won the final"
    assert topic_of("who said that the bridge collapsed") == "bridge collapsed"


def test_a_question_has_one_key() -> None:
    """Chat, case, digits and punctuation around a question make no other question of it."""
    keys = {
        read_question(text).key
        for text in ("আগুনে কি ৩৭ জন মারা গেছে?", "ভাই, আগুনে কি 37 জন মারা গেছে", "আগুনে কি ৩৭ জন মারা গেছে ভাই?")
    }
    assert len(keys) == 1
    assert read_question("DID it rain").key == read_question("hi, did it rain?!").key


@pytest.mark.parametrize(
    ("question", "speech"),
    [
        ("Who said that the bridge fell?", "says"),
        ("who has denied that the bridge fell?", "denies"),
        ("কে বলেছেন যে সেতু ভেঙেছে?", "says"),
        ("ei kotha ke bolse?", "says"),
        ("Who did the mayor say would come?", None),
        ("Whom did the mayor tell?", None),
        ("মাস্ক কার সাথে কথা বলেছেন?", None),
        ("কে মাস্কের সঙ্গে কথা বলেছেন?", None),
        ("Who won the match?", None),
    ],
)
def test_who_said_so(question: str, speech: str | None) -> None:
    """Who said or denied something asks for a claimant; whom somebody talked with does not."""
    found = read_question(question).asked
    assert found
    assert found.speech == speech
