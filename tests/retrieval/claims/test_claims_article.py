"""What takes more than one sentence: who "he" is, what a denial answers, what a claim leans on."""

from datetime import date

import pytest
from sayings import PUBLISHED, Saying, article, claims_of, sayings

from retrieval.claims.extract import extract_claims, publisher_of
from retrieval.models import Article

ENGINEER = "প্রকৌশলী তানভীর আহমেদ বলেন, সেতুর ফাটল পুরোনো।"
TRADER = "ব্যবসায়ী রফিক মিয়া বলেন, ঘাটে টাকা নেওয়া হয়।"


@pytest.mark.parametrize(
    ("text", "claimant", "written"),
    [
        (f"{ENGINEER} তিনি জানান, মেরামতের টাকা এসেছে।", "তানভীর আহমেদ", "তিনি"),
        (f"{ENGINEER} তানভীর জানান, মেরামতের টাকা এসেছে।", "তানভীর আহমেদ", "তানভীর"),
        ("নৌমন্ত্রী হাসান মাহমুদ বলেন, ফেরি আসছে। মন্ত্রী বলেন, ভাড়া বাড়বে না।", "হাসান মাহমুদ", "মন্ত্রী"),
        ("কয়েকজন যাত্রী বলেন, ফেরি আসেনি। তাঁরা জানান, ঘাটে আলো ছিল না।", "কয়েকজন যাত্রী", "তাঁরা"),
    ],
)
def test_who_is_meant(text: str, claimant: str, written: str) -> None:
    """A pronoun, a short name and a post mean whoever was named so before; the context says who that is."""
    _, claim = claims_of(text)
    assert claim.claimant
    assert claim.claimant.name == claimant
    assert claim.context.endswith(f"{written} = {claimant}")


def test_he_is_no_group() -> None:
    """ "He" skips the many who spoke last, "they" skips the one."""
    crowd = "কয়েকজন যাত্রী বলেন, ফেরি আসেনি।"
    assert sayings(f"{ENGINEER} {crowd} তিনি জানান, মেরামতের টাকা এসেছে।")[2].claimant == "তানভীর আহমেদ"
    assert sayings(f"{crowd} {ENGINEER} তাঁরা জানান, ঘাটে আলো ছিল না।")[2].claimant == "কয়েকজন যাত্রী"


def test_pronoun_for_nobody() -> None:
    """A pronoun for which nobody was named attributes nothing."""
    assert sayings("তিনি বলেন, মেরামতের টাকা এসেছে।") == [Saying(None, None)]


@pytest.mark.parametrize(
    "denial",
    [
        "ইজারাদার কামাল হোসেন এই অভিযোগ অস্বীকার করেন।",
        "তবে অভিযোগ অস্বীকার করে ইজারাদার কামাল হোসেন বলেন, টোল সরকারই ঠিক করেছে।",
        "তবে ইজারাদার কামাল হোসেন বলেন, টোল সরকারই ঠিক করেছে।",
    ],
)
def test_denial_refers_to_what_it_denies(denial: str) -> None:
    """A denial, and a "but" in the same paragraph, answer the other's claim before, which is the context."""
    first, second = claims_of(f"{TRADER} {denial}")
    assert (first.refers_to, second.refers_to) == (None, 0)
    assert second.context == TRADER


def test_denial_reaches_over_a_paragraph() -> None:
    """A denial answers a claim in the paragraph before; a "but" does not reach so far."""
    denial = "ইজারাদার কামাল হোসেন এই অভিযোগ অস্বীকার করেন।"
    but = "তবে ইজারাদার কামাল হোসেন বলেন, টোল সরকারই ঠিক করেছে।"
    assert claims_of(f"{TRADER}\n\n{denial}")[1].refers_to == 0
    assert claims_of(f"{TRADER}\n\n{but}")[1].refers_to is None


def test_denial_finds_its_claim() -> None:
    """Of several claims a denial answers the one whose speaker it names, or the accusation it speaks of."""
    farmer = "কৃষক জয়নাল হাওলাদার অভিযোগ করেন, বাঁধের মাটি বিক্রি হয়েছে।"
    others = f"{farmer} {TRADER}"
    accused = "প্রকৌশলী তানভীর আহমেদ অভিযোগ অস্বীকার করেন।"
    named = "প্রকৌশলী তানভীর আহমেদ রফিক মিয়ার বক্তব্য অস্বীকার করেন।"
    assert claims_of(f"{others} {accused}")[2].refers_to == 0
    assert claims_of(f"{others} {named}")[2].refers_to == 1


def test_a_post_of_somebody_new() -> None:
    """ "The lawyer of the state" is not whoever spoke last, "this lawyer" is."""
    lawyer = "আইনজীবী নাসির উদ্দিন বলেন, আবেদনটি বৈধ।"
    assert sayings(f"{ENGINEER} রাষ্ট্রপক্ষের আইনজীবী বলেন, আবেদনটি অচল।")[1].claimant == "রাষ্ট্রপক্ষের আইনজীবী"
    assert sayings(f"{lawyer} এই আইনজীবী বলেন, রায় রোববার।")[1].claimant == "নাসির উদ্দিন"


def test_names_keep_their_stops() -> None:
    """A shortened part of a name keeps its full stop, a comma never gets into a name."""
    (claim,) = claims_of("উপজেলা নির্বাহী কর্মকর্তা (ইউএনও) মো. আশরাফুল আলম বলেন, সেতুটি ঝুঁকিপূর্ণ ছিল।")
    assert claim.claimant
    assert (claim.claimant.name, claim.context) == ("মো. আশরাফুল আলম", "")


def test_who_relays_is_settled() -> None:
    """ "The agency" through which something came is the agency that spoke before."""
    text = "এএফপি জানায়, দুটি নৌকা ডুবেছে। নৌ মন্ত্রণালয়ের বরাতে এ খবর দিয়েছে বার্তা সংস্থাটি।"
    assert sayings(text)[1].via == ("Agence France-Presse",)


def test_pronoun_of_the_named() -> None:
    """ "His" in a sentence that names who speaks leans on nothing."""
    (_, claim) = claims_of(f"{ENGINEER} মেয়র আবদুল কাদের তাঁর কার্যালয়ে বলেন, খাল কাটা হবে।")
    assert claim.claimant
    assert (claim.claimant.name, claim.context) == ("আবদুল কাদের", "")


def test_nobody_answers_himself() -> None:
    """A speaker's second sentence is no answer to his first."""
    assert claims_of(f"{TRADER} তবে রফিক মিয়া বলেন, এখন কিছুটা কমেছে।")[1].refers_to is None


def test_context_of_leaning_sentences() -> None:
    """A sentence that opens with "this" has the one before it as context, if nothing stands between."""
    first, second = "সেতুর মাঝের স্তম্ভে ফাটল ধরেছে।", "এ ঘটনা নিয়ে তদন্ত শুরু হয়েছে।"
    assert [claim.context for claim in claims_of(f"{first} {second}")] == ["", first]
    assert [claim.context for claim in claims_of(f"{first}\n\n{second}")] == ["", first]
    text = f"{first}\nআরও পড়ুন\n{second}"
    body = tuple((text.index(part), text.index(part) + len(part)) for part in (first, second))
    page = Article("/a", "t", None, None, PUBLISHED, "bn", text, body)
    assert [claim.context for claim in extract_claims(page)] == ["", ""]
    assert claims_of(f"{first} সেতুর ওপর গাড়ি চলছে আগের মতোই।")[1].context == ""


def test_outlet_becomes_the_way() -> None:
    """ "Al Jazeera reported this" is no claim: what its paragraph told before came through Al Jazeera."""
    text = "মৎস্য কর্মকর্তা নূর ইসলাম বলেন, ইলিশ কমেছে। আল জাজিরা এ খবর জানিয়েছে।"
    assert sayings(text) == [Saying("নূর ইসলাম", "report", ("Al Jazeera",))]


def test_publisher_owns_the_rest() -> None:
    """What nobody is named for has no claimant; it is the publisher's, by name, by host, or unknown."""
    (claim,) = claims_of("সেতুর মাঝের স্তম্ভে ফাটল ধরেছে।")
    assert (claim.claimant, claim.cue, claim.said) == (None, None, None)

    def publisher(name: str | None, url: str | None) -> str:
        return publisher_of(Article("/a", "t", name, url, None, "bn", "", ())).name

    assert publisher("প্রথম আলো", None) == "Prothom Alo"
    assert publisher(None, "https://www.nodi.example/1") == "nodi.example"
    assert publisher(None, None) == "unknown publisher"


@pytest.mark.parametrize(
    ("opening", "said"),
    [("গত শুক্রবার", date(2025, 7, 4)), ("গতকাল", date(2025, 7, 8)), ("", None)],
)
def test_said_of_claims(opening: str, said: date | None) -> None:
    """A claim has the day that its sentence tells of the saying, not the day of what is said."""
    (claim,) = claims_of(f"{opening} সচিব আবদুল করিম বলেন, আগামী সোমবার গুদাম খালি হবে।")
    assert claim.said == said


def test_only_the_body_is_read() -> None:
    """What stands outside the body is never a claim, a context or a passage."""
    text = f"আরও পড়ুন: {TRADER}\n{ENGINEER}\nতিনি ছবিটি তুলেছেন বলে জানান।"
    start = text.index(ENGINEER)
    body = ((start, start + len(ENGINEER)),)
    page = Article("/a", "t", None, None, PUBLISHED, "bn", text, body)
    (claim,) = extract_claims(page)
    assert (claim.start, claim.end) == claim.passage == body[0]
    assert claim.context == ""


def test_twice_is_once() -> None:
    """The same article gives the same claims every time."""
    page = article(f"{TRADER} ইজারাদার কামাল হোসেন এই অভিযোগ অস্বীকার করেন।\n{ENGINEER}")
    assert extract_claims(page) == extract_claims(page)
