"""The frames of the Bengali grammar, each on sentences written for it."""

import pytest
from sayings import NOBODY, Saying, claims_of, sayings


def one(claimant: str, cue: str = "report", *via: str) -> list[Saying]:
    return [Saying(claimant, cue, via)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("জেলা প্রশাসক শারমিন আক্তার বলেন, বাঁধের কাজ জুনে শেষ হবে।", one("শারমিন আক্তার")),
        ("রোববার বিকেলে সাংবাদিকদের প্রকৌশলী তানভীর আহমেদ জানান, সেতুতে ফাটল ধরেছে।", one("তানভীর আহমেদ")),
        ("সচিব আবদুল করিম বলেন বৃষ্টি আরও তিন দিন চলবে।", one("আবদুল করিম")),
        ("প্রক্টর লতিফা বেগম ফেসবুকে লিখেছেন, ছাত্রাবাস খুলবে রোববার।", one("লতিফা বেগম")),
        ("ভোক্তা অধিকার পরিষদ অভিযোগ তুলেছে, ওজনে কম দেওয়া হচ্ছে।", one("ভোক্তা অধিকার পরিষদ", "accuse")),
        ("প্রকৌশলী তানভীর আহমেদ বলেন নিয়ম অনুযায়ী সেতুটি এখন বন্ধ রাখা হবে।", one("তানভীর আহমেদ")),
        ("প্রকৌশলী তানভীর আহমেদ প্রথম আলোকে বলেন, সেতুতে ফাটল ধরেছে।", one("তানভীর আহমেদ")),
        ("প্রকৌশলী তানভীর আহমেদ অভিযোগ করেন কেউ দেখতে আসছেন না সেতুটি এখন।", one("তানভীর আহমেদ", "accuse")),
        ("সংসদ সচিবালয়ের সংবাদ বিজ্ঞপ্তিতে বলা হয়েছে, অধিবেশন বসবে রোববার।", one("সংসদ সচিবালয়")),
    ],
)
def test_speaker_before(text: str, expected: list[Saying]) -> None:
    """Who stands before the verb says what stands behind it, whatever time, place or listener is between."""
    assert sayings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("বাঁধটি টিকবে না বলে জানান প্রকৌশলী তানভীর আহমেদ।", one("তানভীর আহমেদ")),
        ("লঞ্চটি রাতেই ছাড়বে বলে সুপারভাইজার আবদুল মান্নান জানিয়েছেন।", one("সুপারভাইজার আবদুল মান্নান")),
        ("ঘাটে বাতি নেই বলে অভিযোগ করেন ব্যবসায়ী তোফাজ্জল হোসেন।", one("তোফাজ্জল হোসেন", "accuse")),
        ("নদীর পাড়ে বালু তোলা বন্ধের আহ্বান জানিয়েছেন সংগঠক মাসুদ রানা।", one("মাসুদ রানা", "demand")),
        ("শুধু পরের ম্যাচ নিয়েই ভাবছেন বলে জানিয়েছেন কোচ জামাল উদ্দিন ‘আমরা সবাই তৈরি আছি।’", one("জামাল উদ্দিন")),
    ],
)
def test_speaker_after(text: str, expected: list[Saying]) -> None:
    """Who stands behind বলে and the verb, or behind the verb alone, says what stands before."""
    assert sayings(text) == expected


@pytest.mark.parametrize("marks", ["“”", "‘’", '""', "''", "«»", ("''", "''")], ids=str)
@pytest.mark.parametrize("after", [True, False])
def test_quotations(marks: str | tuple[str, str], after: bool) -> None:
    """A quotation in any marks, before its speaker or behind him, is one claim with all its sentences."""
    quoted = f"{marks[0]}আমরা এক মাস ধরে পানি পাই না। কেউ খোঁজও নেয় না।{marks[1]}"
    text = f"{quoted} বলেন কৃষক জয়নাল হাওলাদার।" if after else f"কৃষক জয়নাল হাওলাদার বলেন, {quoted}"
    (claim,) = claims_of(text)
    assert (claim.start, claim.end) == (0, len(text))
    assert claim.claimant
    assert claim.claimant.name == "জয়নাল হাওলাদার"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("অর্থনীতিবিদ সেলিনা হোসেনের মতে, ভাড়া বাড়লে বাজারেও দাম বাড়বে।", one("সেলিনা হোসেন", "opinion")),
        ("স্থানীয় বাসিন্দাদের মতে, নদীটি দশ বছরে সরে গেছে।", one("স্থানীয় বাসিন্দারা")),
        ("চরের বাসিন্দা কুদ্দুস মোল্লার ভাষ্য, ‘ঢেউ এসে সব নিয়ে গেছে আমাদের।’", one("কুদ্দুস মোল্লা")),
        ("সেতুটি নিরাপদ বলে দাবি ঠিকাদার কামাল হোসেনের।", one("কামাল হোসেন", "claim")),
        ("বাঁধটি আর টিকবে না বলে অভিমত বিশেষজ্ঞদের।", one("বিশেষজ্ঞেরা")),
    ],
)
def test_markers(text: str, expected: list[Saying]) -> None:
    """The owner of an opinion, an account or a claim makes it; unnamed ones only report."""
    assert sayings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "রেল কর্মকর্তা মনিরুল ইসলামের বরাত দিয়ে প্রথম আলো জানায়, তিনটি বগি পড়ে গেছে।",
            one("মনিরুল ইসলাম", "report", "Prothom Alo"),
        ),
        (
            "প্রথম আলো এক কর্মকর্তার উদ্ধৃতি দিয়ে জানিয়েছে, টিকার চালান আটকে আছে।",
            one("এক কর্মকর্তা", "report", "Prothom Alo"),
        ),
        (
            "ইলিশ কমেছে বলে জানিয়েছেন মৎস্য কর্মকর্তা নূর ইসলাম—লিখেছে প্রথম আলো।",
            one("নূর ইসলাম", "report", "Prothom Alo"),
        ),
        (
            "রয়টার্স জানিয়েছে, মৎস্য কর্মকর্তা নূর ইসলাম বলেছেন, ইলিশ কমেছে।",
            one("নূর ইসলাম", "report", "Reuters"),
        ),
    ],
)
def test_relays(text: str, expected: list[Saying]) -> None:
    """Whose words come through an outlet is the claimant, and the outlet the way they came."""
    assert sayings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("রয়টার্সের প্রতিবেদনে বলা হয়, জাহাজটি দুই দিন সাগরে ছিল।", one("Reuters")),
        ("তদন্ত কমিটির প্রতিবেদনে বলা হয়েছে, বয়লারের ভালভ নষ্ট ছিল।", one("তদন্ত কমিটির প্রতিবেদন")),
        ("মামলার এজাহার অনুযায়ী, রাত দুইটায় গুদামে আগুন দেওয়া হয়।", one("মামলার এজাহার")),
        ("জমা দেওয়া নথিতে বলা হয়েছে, খালটি ভরাট করা হয়েছিল।", one("জমা দেওয়া নথি")),
    ],
)
def test_texts(text: str, expected: list[Saying]) -> None:
    """An outlet's report speaks for the outlet; anybody else's text, and a document, for itself."""
    assert sayings(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("বিদ্যুৎ বিভাগের বিজ্ঞপ্তিতে জানানো হয়েছে, শুক্রবার লাইন বন্ধ থাকবে।", one("বিদ্যুৎ বিভাগ")),
        ("সংসদ সচিবালয় থেকে জানানো হয়েছে, অধিবেশন পিছিয়েছে।", one("সংসদ সচিবালয়")),
        ("গ্রামবাসীর পক্ষ থেকে অভিযোগ করা হয়েছে, খালের মুখ বন্ধ।", one("গ্রামবাসী", "accuse")),
        ("পুলিশ সূত্রে জানা গেছে, চালক রাতেই পালিয়ে গেছেন।", one("পুলিশ সূত্র")),
    ],
)
def test_passives(text: str, expected: list[Saying]) -> None:
    """In a passive speaks the owner of the notice, the institution it came from, or who it was heard from."""
    assert sayings(text) == expected


@pytest.mark.parametrize(
    "last",
    [
        "সোমবার এ কথা বলেন প্রকৌশলী তানভীর আহমেদ।",
        "প্রকৌশলী তানভীর আহমেদ এ তথ্য জানিয়েছেন।",
    ],
)
def test_back_references(last: str) -> None:
    """ "He said this" is a claim that stands in the sentence before, which is its context."""
    told, claim = claims_of(f"সেতুর ফাটল আট বছরের পুরোনো। {last}")
    assert claim.claimant
    assert claim.claimant.name == "তানভীর আহমেদ"
    assert claim.context == "সেতুর ফাটল আট বছরের পুরোনো।"
    assert (told.claimant, told.context) == (None, last)


def test_back_reference_of_a_pronoun() -> None:
    """What is said stands as the article has it; beside it, who "he said this" says it was."""
    *_, told, _ = claims_of("প্রকৌশলী তানভীর আহমেদ বলেন, কাজ চলছে। সেতুর ফাটল পুরোনো নয়। তিনি এ কথা জানান।")
    assert (told.claimant, told.context) == (None, "তিনি এ কথা জানান। তিনি = তানভীর আহমেদ")


def test_denied_allegation_is_not_the_denier_s() -> None:
    """A denial behind a sentence does not say that the denier said it."""
    told, _ = claims_of("ঘাটে দ্বিগুণ টোল নেওয়া হয়। ইজারাদার কামাল হোসেন এ অভিযোগ অস্বীকার করেছেন।")
    assert (told.claimant, told.context) == (None, "")


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("নাম প্রকাশে অনিচ্ছুক দুই রুশ কর্মকর্তা বলেন, চুক্তি হয়নি।", "নাম প্রকাশে অনিচ্ছুক দুই রুশ কর্মকর্তা"),
        ("কয়েকজন যাত্রী জানান, ফেরি তিন ঘণ্টা দেরিতে এসেছে।", "কয়েকজন যাত্রী"),
        ("মার্কিন, ইউরোপীয় ও রুশ কর্মকর্তারা বলেছেন, আলোচনা চলছে।", "মার্কিন, ইউরোপীয় ও রুশ কর্মকর্তারা"),
    ],
)
def test_unnamed_sources(text: str, claimant: str) -> None:
    """A source without a name is a claimant of its own kind, in all the words that describe it."""
    (claim,) = claims_of(text)
    assert claim.claimant
    assert (claim.claimant.name, claim.claimant.kind) == (claimant, "unnamed")


@pytest.mark.parametrize(
    "text",
    [
        "পুলিশ সুপার তাঁকে থানায় আসতে বলেন।",
        "চিকিৎসক রোগীকে ঘরে থাকতে বলেছেন।",
        "চিকিৎসক লোকটিকে মৃত ঘোষণা করেন।",
        "আদালত তাঁর আপিল নাকচ করেছেন।",
        "বইটি লিখেছেন অধ্যাপক আবদুল করিম।",
    ],
)
def test_orders_and_acts(text: str) -> None:
    """An order, a death declared, an appeal dismissed and a book written attribute no claim."""
    assert sayings(text) == [NOBODY]


@pytest.mark.parametrize(
    "text",
    [
        "জানা গেছে, চালক রাতেই পালিয়ে গেছেন।",
        "ঘাটে বাড়তি টোল আদায়ের অভিযোগ উঠেছে।",
        "শোনা যাচ্ছে, ফেরির ভাড়া আবার বাড়বে।",
        "আমি মনে করি, ফেরির ভাড়া আবার বাড়বে।",
    ],
)
def test_hearsay_without_source(text: str) -> None:
    """ "It is known" and "it is alleged" name nobody, and neither does the reporter's own "I"."""
    assert sayings(text) == [NOBODY]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("নৌ প্রতিমন্ত্রী হাসান মাহমুদ বলেন, ফেরি আসছে।", "হাসান মাহমুদ"),
        ("বিদ্যালয়ের সহকারী প্রধান শিক্ষিকা রওশন আরা বেগম বলেন, ছাদ থেকে পানি পড়ে।", "রওশন আরা বেগম"),
        ("ব্যবসায়ী জহিরুল হক অভিযোগ করে বলেন, ঘাটে দ্বিগুণ টোল নেওয়া হয়।", "জহিরুল হক"),
        ("ড. নাসরিন সুলতানা বলেন, উজানে পানি কমেছে।", "নাসরিন সুলতানা"),
    ],
)
def test_titles(text: str, claimant: str) -> None:
    """Titles, posts and trades before a name are no part of it."""
    assert [found.claimant for found in sayings(text)] == [claimant]


def test_questions_and_fragments() -> None:
    """A question and three words that state nothing are no claims; a plain sentence is the publisher's."""
    assert sayings("ফেরিটি কি রাতে ডুবেছে? বৃষ্টি আর বৃষ্টি। ফেরিটি রাতে ঘাটেই বাঁধা ছিল।") == [NOBODY]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("আহ্বায়ক তাসনিম রহমান ফেসবুকে দেওয়া এক পোস্টে লিখেছেন, মেলা হবে না।", "তাসনিম রহমান"),
        ("যুগ্ম আহ্বায়ক রাকিব হাসান ভোরের নদীকে বলেন, মেলা হবে না।", "রাকিব হাসান"),
        ("পরিবেশবিদ রেজা খান নদী রক্ষা সম্মেলনে বলেন, খাল শুকিয়ে গেছে।", "রেজা খান"),
        ("ইউএনও সাদিয়া আফরিন ছবিটি শেয়ার করে লিখেছেন, বাঁধ এখনো নিরাপদ।", "সাদিয়া আফরিন"),
    ],
)
def test_what_stands_behind_a_name_is_no_part_of_it(text: str, claimant: str) -> None:
    """A post, a paper whose name has two words, a conference and a picture end the speaker's name."""
    assert sayings(text) == one(claimant)


def test_officer_who_relays_villagers_is_known_by_his_post() -> None:
    """Whoever passed on what villagers said is "the officer" of a later sentence."""
    first = "এলাকাবাসীর বরাত দিয়ে থানার ওসি রুহুল আমিন জানান, টাকা নিয়ে ঝগড়া হয়।"
    assert sayings(f"{first} ওসি আরও বলেন, মামলা হয়েছে।")[-1:] == one("রুহুল আমিন")


def test_that_report_is_the_outlet_s() -> None:
    """ "That report" speaks for the outlet that spoke last, and is the way that its source came."""
    first = "এএফপির খবরে বলা হয়, দুটি নৌকা ডুবেছে।"
    quoted = "ওই প্রতিবেদনে এক ফিলিস্তিনি কর্মকর্তার বরাত দিয়ে বলা হয়েছে, দশজন মুক্তি পাবেন।"
    assert sayings(f"{first} ওই প্রতিবেদনে বলা হয়, দশজন নিখোঁজ।")[-1:] == one("Agence France-Presse")
    assert sayings(f"{first} {quoted}")[-1:] == [
        Saying("এক ফিলিস্তিনি কর্মকর্তা", "report", ("Agence France-Presse",))
    ]


def test_interview() -> None:
    """An answer is whoever is asked; a question and an answer of one word are nobody's claim."""
    text = (
        "শিক্ষক রওশন আরা নদী নিয়ে কথা বলেছেন।\nভোরের নদী: নদী কি শুকিয়ে যাচ্ছে?\n"
        "রওশন আরা: চরে এখন ধান হয়।\nভোরের নদী: বাঁধ কি টিকবে?\nরওশন আরা: না। বাঁধ এবার টিকবে না।"
    )
    found = [
        (claim.claimant and claim.claimant.name, text[claim.start : claim.end]) for claim in claims_of(text)
    ]
    assert found[1:] == [("রওশন আরা", "চরে এখন ধান হয়।"), ("রওশন আরা", "বাঁধ এবার টিকবে না।")]
