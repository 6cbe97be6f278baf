"""The news of the bot's tests, written for them: two sides, two answers, markup, one source many times."""

from pathlib import Path

SITE = "https://news.example.org"
_FRONT = """---
title: "{title}"
publisher: "{publisher}"
url: {url}
published: 2025-05-10
language: {language}
---

{text}
"""

BRIDGE = """The Rupsha bridge has collapsed, Transport Minister Karim Haider said on Monday.

Police superintendent Nasrin Akter said the Rupsha bridge collapsed at night. She added that three
trucks fell into the river.

The contractor Jamal Sheikh denied that the Rupsha bridge had collapsed.
"""
FERRY = """At least 37 people died when the ferry sank in the Meghna, police officer Rashed Khan said.

The ferry owner Habib Mollah claimed that 12 people died.
"""
FERRY_BN = """মেঘনায় ফেরি ডুবে ৩৭ জন মারা গেছেন বলে জানিয়েছেন পুলিশ কর্মকর্তা রাশেদ খান।

নাম প্রকাশে অনিচ্ছুক দুই কর্মকর্তা বলেন, ফেরিতে ৩০০ যাত্রী ছিল।
"""
RESIGN_BN = """শিক্ষামন্ত্রী পদত্যাগ করেছেন বলে জানিয়েছেন সচিব লতা বানু।

শিক্ষামন্ত্রীর মুখপাত্র সোহেল রানা বলেন, শিক্ষামন্ত্রী পদত্যাগ করেননি।
"""
MARKUP = """The spokesman Tom <b>Brown</b> said the <script>alert(1)</script> harbour of Mongla
& Payra is closed.
"""
FACTORY = """The steel factory at Bogra has closed, its director Anwar Pasha said.
"""

ARTICLES: dict[str, tuple[str, str, str, str]] = {
    "bridge.en.md": ("Rupsha bridge: minister and contractor at odds", "Example Times", "en", BRIDGE),
    "ferry.en.md": ("Ferry sinks in the Meghna", "Example Times", "en", FERRY),
    "ferry.bn.md": ("মেঘনায় ফেরিডুবি", "উদাহরণ পত্রিকা", "bn", FERRY_BN),
    "resign.bn.md": ("শিক্ষামন্ত্রীর পদত্যাগ নিয়ে ধোঁয়াশা", "উদাহরণ পত্রিকা", "bn", RESIGN_BN),
    "markup.en.md": ("Harbour <i>closed</i> & more", "A <b>&amp; B", "en", MARKUP),
    "factory.en.md": ("Bogra factory closes", "Example Times", "en", FACTORY),
}
BRIDGE_URL = f"{SITE}/bridge"


def write_article(folder: Path, name: str, title: str, publisher: str, language: str, text: str) -> Path:
    """An article as a file of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    url = f"{SITE}/{name.removesuffix('.md').removesuffix('.en').replace('.', '-')}"
    front = _FRONT.format(title=title, publisher=publisher, url=url, language=language, text=text)
    path = folder / name
    path.write_text(front, encoding="utf-8")
    return path


def write_articles(folder: Path) -> Path:
    """All articles as a folder that can be ingested."""
    for name, article in ARTICLES.items():
        write_article(folder, name, *article)
    return folder
