"""How a question is written, stems, and one script put into the other."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.language.detect import detect_language, is_bengali
from retrieval.language.normalise import words
from retrieval.language.phonetic import phonetic_key
from retrieval.language.romanise import romanise
from retrieval.language.stem import stem, stems
from retrieval.language.transliterate import to_bengali
from retrieval.models import QuestionLanguage

QUESTIONS: dict[QuestionLanguage, list[str]] = {
    "en": [
        "did Musk talk to Putin regularly?",
        "Is it true that the bridge opened?",
        "How many people died?",
        "Elon Musk",
        "Putin visits Dhaka",
        "more people at the gate",
        "Was Khaleda Zia ki-noted by the BBC?",
        "12",
        "",
    ],
    "bn": [
        "মাস্ক কি পুতিনের সঙ্গে নিয়মিত কথা বলতেন?",
        "Elon Musk কি পুতিনের সাথে কথা বলেছে?",
        "কত?",
        "BNP কি হেরেছে",
    ],
    "bn-Latn": [
        "musk ki putin er sathe kotha bolto?",
        "bhai eta ki sotti?",
        "tax komano hoise naki",
        "sorkar ki tel er dam barayse",
        "koto jon mara gese",
        "Trump ki Zelensky ke sahajjo korben?",
    ],
}
FORMS = [
    ["সরকার", "সরকারের", "সরকারকে", "সরকারই"],
    ["নেতা", "নেতার", "নেতারা", "নেতাদের", "নেতাকে"],
    ["মন্ত্রী", "মন্ত্রীর", "মন্ত্রীদের"],
    ["ঢাকা", "ঢাকায়", "ঢাকার", "ঢাকাতে"],
    ["বাড়ি", "বাড়িতে", "বাড়ির", "বাড়িটি"],
    ["মাস্ক", "মাস্কের", "মাস্ককে", "মাস্কও"],
    ["হামলা", "হামলার", "হামলায়", "হামলাগুলো"],
    ["report", "reported", "reports", "reporting"],
]
WHOLE = ["মেয়র", "সময়", "বিষয়", "মার", "কে", "হয়", "নেতা", "ঢাকা"]
LATIN = [
    ("নাসিম মাহমুদ", "Nasim Mahmud"),
    ("শেখ হাসিনা", "Shekh Hasina"),
    ("সরকার", "Sarkar"),
    ("বাংলাদেশ", "Bangladesh"),
    ("অ্যাক্সিওস", "Aksios"),
    ("অ্যালেক্স", "Aleks"),
    ("মৃত্যু", "Mrityu"),
    ("র‍্যাব", "Ryab"),
]


@pytest.mark.parametrize(
    ("language", "question"), [(lang, q) for lang, questions in QUESTIONS.items() for q in questions]
)
def test_way_of_writing(language: QuestionLanguage, question: str) -> None:
    """Bengali letters, English small words and romanised small words tell how a question is written."""
    assert detect_language(question) == language


@given(st.text())
def test_any_text_is_written_somehow(text: str) -> None:
    """Any text at all gets one of the three; Bengali only where there are Bengali letters."""
    assert detect_language(text) in QUESTIONS
    assert is_bengali(text) or detect_language(text) != "bn"


@pytest.mark.parametrize("forms", FORMS)
def test_forms_of_one_word_have_one_stem(forms: list[str]) -> None:
    """A word meets its own case and number endings, and an English word its inflection."""
    assert len({tuple(stems(form)) for form in forms}) == 1


@pytest.mark.parametrize("word", WHOLE)
def test_word_that_only_looks_inflected(word: str) -> None:
    """What is no ending after a consonant, and words of a few letters, stay whole."""
    assert stems(word) == words(word)


@given(st.text("কখগমরলস়ািীেোয়্িনতটদবভabcdeing"))
def test_stem_is_the_beginning(text: str) -> None:
    """A Bengali stem is how the word begins, with three characters at least, and its own stem."""
    for word in words(text):
        assert stem(word)
        assert word[0].isascii() or stem(stem(word)) == stem(word)
        assert word[0].isascii() or (word.startswith(stem(word)) and len(stem(word)) >= min(3, len(word)))


@pytest.mark.parametrize(("bengali", "latin"), LATIN)
def test_name_in_latin(bengali: str, latin: str) -> None:
    """A Bengali name is written in Latin letters as newspapers do, each word capitalised."""
    assert romanise(bengali) == latin


@given(st.text("কখগমরলসড়ঢ়য়ািীৃেোৌ্ংঃঁৎঅআঋ১২ \u200d"))
def test_romanised_is_ascii(name: str) -> None:
    """Of Bengali letters nothing remains but ASCII."""
    assert romanise(name).isascii()


def known(*bengali: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for word in bengali:
        (written,) = words(word)
        table.setdefault(phonetic_key(written), []).append(written)
    return table


def test_banglish_into_bengali() -> None:
    """Each word becomes the known word of its sound whose spelling is nearest; the others stay."""
    table = known("পুতিন", "কথা", "কাঠ", "নিয়মিত", "নমিত", "মাস্ক")

    def lookup(keys: Sequence[str]) -> Mapping[str, Sequence[str]]:
        return {key: table[key] for key in keys if key in table}

    expected = " ".join(words("মাস্ক পুতিন এর কথা নিয়মিত")).replace("এর", "er")
    assert to_bengali("Musk Putin er kotha niyomito", lookup) == expected
    assert to_bengali("", lookup) == ""


def test_unlike_words_are_not_taken() -> None:
    """A word of the same key but quite another spelling is not put in."""
    assert to_bengali("akal", lambda keys: {keys[0]: ["শ্রীমঙ্গলপুর"]}) == "akal"
