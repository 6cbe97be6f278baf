"""Names for readers of either script."""

import pytest

from retrieval.language.bengalise import bengalise
from retrieval.language.scripts import in_both_scripts
from retrieval.models import Claimant


@pytest.mark.parametrize(
    ("latin", "bengali"),
    [
        ("Smith", "স্মিথ"),
        ("Obama", "ওবামা"),
        ("Clinton", "ক্লিনটন"),
        ("BBC", "বিবিসি"),
        ("Warren", "ওয়ারেন"),
        ("12", "১২"),
    ],
)
def test_latin_names_are_spelt_by_sound(latin: str, bengali: str) -> None:
    """A Latin name is put into Bengali letters by its sound, an acronym letter by letter."""
    assert bengalise(latin) == bengali


def test_what_is_transliterated_is_marked() -> None:
    """A name known in one script only gets the other by sound, and says so."""
    nasim = in_both_scripts(Claimant("p", "নাসিম মাহমুদ", None, "নাসিম মাহমুদ", "person"))
    assert (nasim.name_en, nasim.transliterated) == ("Nasim Mahmud", "en")
    smith = in_both_scripts(Claimant("p", "John Smith", "John Smith", None, "person"))
    assert (smith.name_bn, smith.transliterated) == ("জহন স্মিথ", "bn")


def test_known_names_and_descriptions_stay_as_they_are() -> None:
    """Nothing is made up for a claimant known in both scripts, nor for an unnamed source."""
    musk = Claimant("m", "মাস্ক", "Elon Musk", "ইলন মাস্ক", "person")
    crowd = Claimant("u", "এলাকাবাসী", None, "এলাকাবাসী", "unnamed")
    assert in_both_scripts(musk) == musk
    assert in_both_scripts(crowd) == crowd
