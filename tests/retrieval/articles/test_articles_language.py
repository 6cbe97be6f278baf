import pytest

from retrieval.articles.language import detect_language, script_shares
from retrieval.errors import BadArticle

REFUSED = {
    "Assamese": "মুখ্যমন্ত্ৰীয়ে কৈছে যে নতুন দলঙৰ কাম অহা মাহত শেষ হ'ব আৰু ৰাইজে ইয়াৰ সুবিধা পাব।",
    "Devanagari": "मंत्री ने कहा कि पुल का काम अगले महीने पूरा हो जाएगा।",
    "Arabic": "قال الوزير إن الجسر سيفتتح الشهر المقبل.",
    "not in English": "Le ministre a dit que le pont sera ouvert le mois prochain pour tous.",
}
LATIN = [
    "El ministro dijo que el puente se abrirá el próximo mes para todos los vecinos.",
    "Der Minister sagte, dass die Brücke im nächsten Monat für alle geöffnet wird.",
    "De minister zei dat de brug volgende maand voor iedereen open gaat en dat het werk af is.",
    "Montri bolechen je shetur kaj agami mashe shesh hobe ar shobai eta bebohar korte parbe.",
]
BIJOY = "cÖavbgš¿x e‡j‡Qb, †mZzi KvR †kl n‡q‡Q| Zviv GB K_v A¯^xKvi K‡i‡Qb e‡j Rvbv †M‡Q|"


@pytest.mark.parametrize(("reason", "text"), REFUSED.items(), ids=REFUSED)
def test_language_third_languages_are_refused(reason: str, text: str) -> None:
    """An article in a language that is neither Bengali nor English is refused by name."""
    with pytest.raises(BadArticle, match=reason):
        detect_language(text, "page.txt")


@pytest.mark.parametrize("text", LATIN)
def test_language_latin_letters_are_not_enough(text: str) -> None:
    """Other languages in Latin letters, romanised Bengali among them, are refused."""
    with pytest.raises(BadArticle, match="not in English"):
        detect_language(text, "page.txt")


def test_language_bijoy_is_refused_with_the_cure() -> None:
    """Text typed in a Bijoy font is named as such, with what to do."""
    with pytest.raises(BadArticle, match="convert it to Unicode"):
        detect_language(BIJOY, "page.txt")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("মন্ত্রী বলেছেন, Facebook ও YouTube বন্ধ করা হয়নি।", "bn"),
        ("The minister said that “সেতু” was the wrong word for it.", "en"),
        ("Kremlin spokesman Dmitry Peskov denied the report.", "en"),
        ("Café owners said that 40% of the jalapeño crop — 3 °C too cold — was lost.", "en"),
    ],
)
def test_language_of_mixed_articles(text: str, language: str) -> None:
    """Foreign names and words change nothing."""
    assert detect_language(text, "page.txt") == language


def test_language_without_words_is_refused() -> None:
    """Digits and signs alone are no article."""
    with pytest.raises(BadArticle, match="no words"):
        detect_language("১২৩ 456 !!", "page.txt")


def test_language_scripts_count_vowel_signs() -> None:
    """Bengali vowel signs are Bengali, digits and punctuation are of no script."""
    assert script_shares("কি, ab 12।") == {"BENGALI": 0.5, "LATIN": 0.5}
