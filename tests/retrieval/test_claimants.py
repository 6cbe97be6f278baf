"""One entry per real claimant, over all articles and both scripts."""

from collections.abc import Callable
from pathlib import Path

from retrieval.engine import ClaimEngine

_FRONT = """\
---
title: {title}
publisher: Test
url: null
published: 2025-07-07
language: {language}
---

{text}
"""


def _article(folder: Path, name: str, language: str, text: str) -> None:
    title = "সেতু নিয়ে নাসিম" if language == "bn" else "About the bridge"
    written = _FRONT.format(title=title, language=language, text=text)
    (folder / name).write_text(written, encoding="utf-8")


def test_a_person_in_both_scripts_is_one_claimant(
    tmp_path: Path, open_engine: Callable[[], ClaimEngine]
) -> None:
    """Somebody the register does not know is one claimant in Bengali and in English articles."""
    bengali = "প্রকৌশলী নাসিম মাহমুদ বলেছেন, সেতুটি এ বছর খুলে দেওয়া হবে। কাজ প্রায় শেষ।"
    english = "The bridge will be opened this year, Nasim Mahmud said. The work is nearly done by now."
    _article(tmp_path, "a.md", "bn", bengali)
    _article(tmp_path, "b.md", "en", english)
    with open_engine() as engine:
        engine.ingest([str(tmp_path / "a.md"), str(tmp_path / "b.md")])
        found = [s for s in engine.library.claimants() if s.claimant.kind == "person"]
    assert [(s.claimant.name_bn, s.claimant.name_en, s.claims) for s in found] == [
        ("নাসিম মাহমুদ", "Nasim Mahmud", 2)
    ]


def test_two_people_of_like_names_stay_two(tmp_path: Path, open_engine: Callable[[], ClaimEngine]) -> None:
    """Hasan and Hossain are two people, however alike their consonants are."""
    _article(tmp_path, "a.md", "bn", "কৃষক হাসান আলী বলেন, এবার ধানের দাম পাওয়া যায়নি।")
    _article(tmp_path, "b.md", "bn", "কৃষক হোসেন আলী বলেন, এবার ধানের দাম পাওয়া গেছে।")
    with open_engine() as engine:
        engine.ingest([str(tmp_path / "a.md"), str(tmp_path / "b.md")])
        people = {s.claimant.name for s in engine.library.claimants() if s.claimant.kind == "person"}
    assert people == {"হাসান আলী", "হোসেন আলী"}
