"""The news of the tests, written for them: two sides, copies, unnamed sources, a page with furniture."""

from collections.abc import Sequence
from pathlib import Path

from retrieval.models import Answer, Claim, Stance

_FRONT = """---
title: "{title}"
publisher: "{publisher}"
url: {url}
published: {published}
language: {language}
---

"""
_SITE = "https://news.example.org"


def article(title: str, url: str, language: str, text: str, publisher: str = "Example Times") -> str:
    """A Markdown article with its front matter."""
    front = _FRONT.format(
        title=title, publisher=publisher, url=url, published="2025-05-10", language=language
    )
    return front + text.strip() + "\n"


BRIDGE = """
The Rupsha bridge has collapsed, Transport Minister Karim Haider said on Monday.

Police superintendent Nasrin Akter said the Rupsha bridge collapsed at night. She added that three
trucks fell into the river.

Dipak Nandi confirmed that the Rupsha bridge had collapsed.

Mayor Selina Parvin said the Rupsha bridge collapsed because of the flood.

The contractor Jamal Sheikh denied that the Rupsha bridge had collapsed.
"""
BRIDGE_BN = """
রূপসা সেতু ভেঙে পড়েছে বলে জানিয়েছেন প্রকৌশলী দীপক নন্দী।

ঠিকাদার জামাল শেখ বলেন, “রূপসা সেতু ভেঙে পড়েনি।”
"""
FERRY = """
At least 37 people died when the ferry sank in the Meghna, police officer Rashed Khan said.

The ferry owner Habib Mollah claimed that 12 people died.

Two officials who did not want to be named said the ferry carried 300 passengers.
"""
FERRY_BN = """
মেঘনায় ফেরি ডুবে ৩৭ জন মারা গেছেন বলে জানিয়েছেন পুলিশ কর্মকর্তা রাশেদ খান।

নাম প্রকাশে অনিচ্ছুক দুই কর্মকর্তা বলেন, ফেরিতে ৩০০ যাত্রী ছিল।
"""
TALKS = """
The chairman of the party met the mayor regularly, editor Rina Das reported.

Two officials who did not want to be named said the chairman met the mayor several times.

The chairman met the mayor only once, and that was at a wedding, his spokesman Farid Alam said.

The writer Mitali Sen said that the mayor had admitted bribing judges. The mayor later denied that
account.
"""
RESIGN_BN = """
শিক্ষামন্ত্রী পদত্যাগ করেছেন বলে জানিয়েছেন সচিব লতা বানু।

শিক্ষামন্ত্রীর মুখপাত্র সোহেল রানা বলেন, শিক্ষামন্ত্রী পদত্যাগ করেননি।

শিক্ষামন্ত্রী পদত্যাগ করবেন কি না, সে সিদ্ধান্ত হয়নি বলে জানান উপদেষ্টা হাসান মাহমুদ।
"""
UNNAMED = """
Two officials who did not want to be named said the steel factory at Bogra had closed.
"""
UNNAMED_TOO = """
Two officials who did not want to be named said the steel factory at Bogra had closed in April.
"""
PEOPLE = """
Kremlin spokesman Dmitry Peskov said the gas pipeline was closed for repairs.
"""
PAGE = """X
রবিবার, ১১ মে ২০২৫
অর্থনীতি

পেঁয়াজের দাম কেজিতে ২০ টাকা বেড়েছে

নিজস্ব প্রতিবেদক
১০ মে ২০২৫, ২২:১৫আপডেট : ১১ মে ২০২৫, ০৯:০০

পেঁয়াজের দাম কেজিতে ২০ টাকা বেড়েছে বলে জানিয়েছেন ব্যবসায়ী আবদুল করিম। তিনি বলেন, আমদানি বন্ধ থাকায় বাজারে সরবরাহ কমে গেছে।

ভোক্তা সমিতির সভাপতি রওশন আরা বলেন, বাজারে কারসাজি চলছে এবং সরকারের কোনো তদারকি নেই।

| বন্দরে আটকে থাকা জাহাজে জলদস্যুর হামলা। ছবি: সংগৃহীত |
আরও পড়ুন
মহাকাশে প্রথম উপগ্রহ পাঠাল নেপাল
চিড়িয়াখানার বাঘের ছানাকে দত্তক নেওয়ার দাবি অভিনেত্রীর

/কেএম/
[বিজ্ঞাপন: লটারিতে জিতুন নতুন মোটরসাইকেল]
সর্বশেষ খবর
হিমবাহ গলে ডুবে গেছে তিন গ্রাম: পরিবেশমন্ত্রী
হিমবাহ গলে ডুবে গেছে তিন গ্রাম: পরিবেশমন্ত্রী
মন্তব্য (2)
হাসপাতালের লিফট ছিঁড়ে পাঁচজন মারা গেছে।
"""
_PAPER = "উদাহরণ পত্রিকা"
STORIES = {
    "bridge.md": article("Rupsha bridge collapses", f"{_SITE}/bridge", "en", BRIDGE),
    "bridge.copy.md": article(
        "Bridge falls", f"{_SITE}/bridge/?utm_source=x", "en", BRIDGE, "Example Mirror"
    ),
    "bridge.bn.md": article("রূপসা সেতু নিয়ে দুই মত", f"{_SITE}/setu", "bn", BRIDGE_BN, _PAPER),
    "ferry.md": article("Ferry sinks in the Meghna", f"{_SITE}/ferry", "en", FERRY),
    "ferry.bn.md": article("মেঘনায় ফেরিডুবি", f"{_SITE}/ferry", "bn", FERRY_BN, _PAPER),
    "talks.md": article("The talks", f"{_SITE}/talks", "en", TALKS),
    "resign.bn.md": article("শিক্ষামন্ত্রীকে নিয়ে গুঞ্জন", f"{_SITE}/minister", "bn", RESIGN_BN, _PAPER),
    "factory.md": article("Factory closes", f"{_SITE}/factory", "en", UNNAMED),
    "factory.too.md": article("Steel factory shut", f"{_SITE}/steel", "en", UNNAMED_TOO, "Example Post"),
    "pipeline.md": article("Pipeline closed", f"{_SITE}/pipeline", "en", PEOPLE),
    "onions.bn.txt": PAGE,
}


def write_stories(folder: Path) -> Path:
    """Write every story into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def stories_of(claims: Sequence[Claim]) -> list[str]:
    """The story of each claim, "bridge" for bridge.md and bridge.bn.md alike."""
    return [Path(claim.article.path).name.split(".")[0] for claim in claims]


def shown(answer: Answer) -> list[tuple[Stance, Claim]]:
    """Every claim of an answer with its side."""
    return [
        (p.stance, e.claim) for p in answer.positions for first in p.entries for e in (first, *first.also)
    ]


def people(answer: Answer, stance: Stance) -> set[str]:
    """Names of the claimants on one side, as their articles write them."""
    return {claim.claimant.name for side, claim in shown(answer) if side == stance}
