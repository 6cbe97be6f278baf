import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.datafiles import load_data
from retrieval.language.normalise import normalise, words
from retrieval.language.phonetic import phonetic_key, phonetic_keys, spelling_key

NAMES = [
    ("Peskov", "পেসকভ"),
    ("Putin", "পুতিন"),
    ("Poutine", "পুটিন"),
    ("Musk", "মাস্ক"),
    ("Zelensky", "জেলেনস্কি"),
    ("Zelenskyy", "জেলেনস্কি"),
    ("Trump", "ট্রাম্প"),
    ("Yunus", "ইউনূস"),
    ("Khaleda", "খালেদা"),
    ("Kremlin", "ক্রেমলিন"),
    ("Starlink", "স্টারলিংক"),
    ("Axios", "অ্যাক্সিওস"),
    ("Netanyahu", "নেতানিয়াহু"),
    ("Wall Street Journal", "ওয়াল স্ট্রিট জার্নাল"),
    ("Bremmer", "ব্রেমার"),
    ("Chattogram", "চট্টগ্রাম"),
    ("Washington", "ওয়াশিংটন"),
    ("École", "একোল"),
]
BANGLISH = [
    ("নিয়মিত", ["niyomito", "niomito", "niyamita"]),
    ("সত্যি", ["sotti", "shotti", "satti"]),
    ("সরকার", ["sorkar", "shorkar", "sarkar"]),
    ("বলছে", ["bolche", "bolse", "bolchhe"]),
    ("খবর", ["khobor", "khabar", "kobor"]),
    ("প্রধানমন্ত্রী", ["prodhanmontri", "pradhanmantri"]),
    ("রাষ্ট্রপতি", ["rashtropoti", "rastropoti"]),
    ("মৃত্যু", ["mrittu", "mrityu"]),
    ("ভাই", ["bhai", "vai"]),
    ("ফোন", ["phone", "fon"]),
]


@pytest.mark.parametrize(("latin", "bengali"), NAMES)
def test_name_across_scripts(latin: str, bengali: str) -> None:
    """A name in Latin and in Bengali letters has one key."""
    assert phonetic_keys(latin) == phonetic_keys(bengali)


@pytest.mark.parametrize(("bengali", "spellings"), BANGLISH)
def test_banglish_spellings(bengali: str, spellings: list[str]) -> None:
    """However a Bengali word is typed in Latin letters, its key is that of the word."""
    assert {key for spelling in spellings for key in phonetic_keys(spelling)} == set(phonetic_keys(bengali))


def test_different_words_differ() -> None:
    """Words of other consonants have other keys; the shortest are told apart by their vowel."""
    assert len({phonetic_key(word) for word in ("putin", "trump", "musk", "ki", "ke", "ko")}) == 6
    assert (phonetic_key("কি"), phonetic_key("কে")) == (phonetic_key("ki"), phonetic_key("ke"))


def test_accents_do_not_count() -> None:
    """A Latin name sounds the same with its accents and without."""
    assert phonetic_keys("Élysée Erdoğan Łódź") == phonetic_keys("Elysee Erdogan Łodz")


def test_digits_stay() -> None:
    """A number is its own key, in either script."""
    assert phonetic_keys("২০২২ 2022") == ["2022", "2022"]


@given(st.text())
def test_every_word_has_a_key_or_none(text: str) -> None:
    """Keys are lower-case Latin letters or digits, never longer than a few letters per letter."""
    for word in words(text):
        key = phonetic_key(word)
        assert key == word or key == "" or (key.isascii() and key.isalpha() and key.islower())


@pytest.mark.parametrize(
    ("bengali", "english"),
    [
        ("নাসিম মাহমুদ", "Nasim Mahmood"),
        ("মো. মিজানুর রহমান", "Md Mizanur Rahman"),
        ("মিজানুর রহমান", "Mohammad Mizanur Rahman"),
        ("রেজাউল করিম চৌধুরী", "Rezaul Karim Chowdhury"),
        ("আব্দুল কাদের", "Abdul Quader"),
        ("দেবপ্রিয় ভট্টাচার্য", "Debapriya Bhattacharya"),
        ("জন স্মিথ", "John Smith"),
        ("তাহমিদ চৌধুরি", "Tahmid Choudhury"),
    ],
)
def test_names_of_one_person(bengali: str, english: str) -> None:
    """A name has one key in both scripts, however its parts are usually spelt."""
    assert spelling_key(bengali) == spelling_key(english)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("হাসান আলী", "হোসেন আলী"),
        ("Hasan Ali", "Hossain Ali"),
        ("রফিকুল ইসলাম", "শফিকুল ইসলাম"),
        ("আবদুল করিম", "আবদুর রহিম"),
        ("কামাল হোসেন", "কামরুল হোসেন"),
        ("নাসিমা আক্তার", "নাসিম আক্তার"),
        ("Anwar Hossain", "Anwara Hossain"),
        ("মিজানুর রহমান", "মজিবুর রহমান"),
        ("Selim Raza", "Salim Raza"),
        ("রশিদ খান", "রাশেদ খান"),
        ("Md Ali", "Mohsin Ali"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    """Names that two people bear keep two keys, alike as they are."""
    assert spelling_key(one) != spelling_key(other)


def test_a_part_of_a_name_is_spelt_on_one_line() -> None:
    """No spelling stands on two lines, and each is one word."""
    data = load_data("retrieval.language", "name_parts.yaml")
    spellings = [normalise(part) for group in data["spellings"] for part in group]
    assert [part for part in spellings if spellings.count(part) > 1] == []
    assert [part for part in [*spellings, *data["left_out"]] if len(words(part)) != 1] == []
