"""The rules, on plain cases only: each pair is one that no reader would argue about."""

import pytest

from retrieval.errors import BadQuestion
from retrieval.models import Judgement, Stance
from retrieval.stance import RuleJudge, judge_text
from retrieval.stance.judge import ClaimText

ENGLISH = [
    ("Did the dam burst?", "The dam burst at dawn.", "supports"),
    ("Did the dam burst?", "The dam did not burst.", "refutes"),
    ("Did the teacher resign?", "The teacher stepped down on Friday.", "supports"),
    ("Did the teacher resign?", "The teacher denied that she had resigned.", "refutes"),
    ("Did the teacher resign?", "News of the teacher's resignation is a rumour.", "refutes"),
    ("Did the teacher resign?", "The teacher won a prize.", "neutral"),
    ("Did the price of rice rise?", "The price of rice increased.", "supports"),
    ("Did the price of rice rise?", "The price of rice fell by five taka.", "refutes"),
    ("Has the factory closed?", "The factory is still open.", "refutes"),
    ("Is the vaccine safe?", "The vaccine is harmless.", "supports"),
    ("Is the vaccine safe?", "The vaccine is dangerous.", "refutes"),
    ("Did the army win the match?", "The army lost the match.", "refutes"),
    ("Did the police arrest the driver?", "The driver was arrested by the police.", "supports"),
    ("Did the police arrest the driver?", "The police released the driver.", "refutes"),
    ("Did the mayor take bribes?", "The mayor opened a bridge.", "neutral"),
    (
        "Did the minister or the secretary resign?",
        "Neither the minister nor the secretary resigned.",
        "refutes",
    ),
    (
        "Did the army cross the border?",
        "Neither tanks nor soldiers of the army crossed the border.",
        "refutes",
    ),
]
BENGALI = [
    ("চালের দাম কি বেড়েছে?", "চালের দাম বৃদ্ধি পেয়েছে।", "supports"),
    ("চালের দাম কি বেড়েছে?", "চালের দাম কমেছে।", "refutes"),
    ("চালের দাম কি বেড়েছে?", "চালের দাম বাড়েনি।", "refutes"),
    ("চালের দাম কি বেড়েছে?", "চাল রপ্তানি শুরু হয়েছে।", "neutral"),
    ("মেয়র কি ঘুষ নিয়েছেন?", "মেয়র ঘুষ নিয়েছেন।", "supports"),
    ("মেয়র কি ঘুষ নিয়েছেন?", "মেয়র ঘুষ নেওয়ার অভিযোগ অস্বীকার করেছেন।", "refutes"),
    ("মেয়র কি ঘুষ নিয়েছেন?", "মেয়র মেলা উদ্বোধন করেছেন।", "neutral"),
    ("কারখানাটি কি বন্ধ হয়ে গেছে?", "কারখানাটি খোলা আছে।", "refutes"),
    ("কারখানাটি কি বন্ধ হয়ে গেছে?", "কারখানা বন্ধের খবর গুজব।", "refutes"),
    ("টিকা কি নিরাপদ?", "টিকা বিপজ্জনক।", "refutes"),
    ("মন্ত্রী কি কর্মকর্তাদের সঙ্গে কথা বলেছেন?", "মন্ত্রী বা কর্মকর্তা কেউই কথা বলেননি।", "refutes"),
    ("সেনাবাহিনী কি সীমান্ত পার হয়েছে?", "সেনাবাহিনীর কেউই সীমান্ত পার হননি।", "refutes"),
]
MIXED = [
    ("চালের দাম কি বেড়েছে?", "The price of rice has gone up.", "supports"),
    ("চালের দাম কি বেড়েছে?", "The price of rice has not gone up.", "refutes"),
    ("Did the price of rice rise?", "চালের দাম বেড়েছে।", "supports"),
    ("Did the price of rice rise?", "চালের দাম কমেছে।", "refutes"),
    ("Did the mayor take bribes?", "মেয়র ঘুষ নিয়েছেন।", "supports"),
    ("Did the mayor take bribes?", "মেয়র ঘুষ নেননি।", "refutes"),
    ("মন্ত্রী কি পদত্যাগ করেছেন?", "The minister opened a hospital.", "neutral"),
    ("Did the minister resign?", "মন্ত্রী পদত্যাগ করেননি।", "refutes"),
]
BANGLISH = [
    ("montri ki podotyag korechen?", "মন্ত্রী পদত্যাগ করেছেন।", "supports"),
    ("montri ki podotyag korechen?", "মন্ত্রী পদত্যাগ করেননি।", "refutes"),
    ("montri ki podotyag korechen?", "The minister resigned.", "supports"),
    ("montri ki podotyag korechen?", "The minister did not resign.", "refutes"),
    ("montri ki podotyag korechen?", "মন্ত্রী হাসপাতাল উদ্বোধন করেছেন।", "neutral"),
    ("meyor ki ghush niyechen?", "মেয়র ঘুষ নিয়েছেন।", "supports"),
    ("meyor ki ghush niyechen?", "মেয়র ঘুষ নেননি।", "refutes"),
    ("chaler dam ki bereche?", "চালের দাম বেড়েছে।", "supports"),
]
OPEN = [
    ("Will the school close?", "No decision has been made on whether the school will close."),
    ("Did the teacher resign?", "The school declined to comment on whether the teacher resigned."),
    ("Did the teacher resign?", "Students demanded that the teacher resign."),
    ("Did the mayor take bribes?", "The mayor should not take bribes."),
    ("কারখানাটি কি বন্ধ হয়ে গেছে?", "কারখানা বন্ধের সিদ্ধান্ত হয়নি।"),
    ("মেয়র কি ঘুষ নিয়েছেন?", "মেয়রের ঘুষের অভিযোগ তদন্ত করা হচ্ছে।"),
    ("মেয়র কি পদত্যাগ করেছেন?", "মেয়রের পদত্যাগের দাবি জানিয়েছেন ছাত্ররা।"),
]
NUMBERS = [
    ("Did 40 people die?", "40 people died.", "supports"),
    ("Did 40 people die?", "18 people died.", "refutes"),
    ("Did 40 people die?", "People died.", "neutral"),
    ("Did more than 50 people die?", "At least 63 people died.", "supports"),
    ("Did more than 50 people die?", "Only 20 people died.", "refutes"),
    ("Did at least 40 people die?", "45 people died.", "supports"),
    ("Did fewer than 10 people die?", "45 people died.", "refutes"),
    ("Did more than 500 houses burn?", "More than 500 houses burned.", "supports"),
    ("৪০ জন কি মারা গেছেন?", "৪০ জন মারা গেছেন।", "supports"),
    ("৪০ জন কি মারা গেছেন?", "১৮ জন মারা গেছেন।", "refutes"),
    ("২ লাখ মানুষ কি ঘর হারিয়েছেন?", "২,০০,০০০ মানুষ ঘর হারিয়েছেন।", "supports"),
    ("২ লাখ মানুষ কি ঘর হারিয়েছেন?", "২০ হাজার মানুষ ঘর হারিয়েছেন।", "refutes"),
    ("Did the government spend 20 million taka?", "সরকার ২ কোটি টাকা ব্যয় করেছে।", "supports"),
    ("Did the government spend 2 crore taka?", "সরকার ৫০ লাখ টাকা ব্যয় করেছে।", "refutes"),
    ("সরকার কি ২ কোটি টাকা ব্যয় করেছে?", "The government spent 20 million taka.", "supports"),
    ("ferry te ki 37 jon mara gechen?", "ফেরিতে ৩৭ জন মারা গেছেন।", "supports"),
    ("ferry te ki 37 jon mara gechen?", "ফেরিতে ১২ জন মারা গেছেন।", "refutes"),
]
OFTEN = [
    ("Did the chairman meet the mayor regularly?", "The chairman met the mayor often.", "supports"),
    ("Did the chairman meet the mayor regularly?", "The chairman met the mayor only once.", "refutes"),
    ("Did the chairman meet the mayor regularly?", "The chairman never met the mayor.", "refutes"),
    (
        "Did the chairman meet the mayor regularly?",
        "The chairman did not meet the mayor on a regular basis.",
        "refutes",
    ),
    ("Did the chairman meet the mayor regularly?", "The chairman met the mayor.", "neutral"),
    ("Did the chairman meet the mayor once?", "The chairman met the mayor regularly.", "refutes"),
    ("মাস্ক কি পুতিনের সঙ্গে নিয়মিত কথা বলতেন?", "মাস্ক পুতিনের সঙ্গে প্রায়ই কথা বলতেন।", "supports"),
    ("মাস্ক কি পুতিনের সঙ্গে নিয়মিত কথা বলতেন?", "মাস্ক পুতিনের সঙ্গে একবারই কথা বলেছেন।", "refutes"),
    ("মাস্ক কি পুতিনের সঙ্গে নিয়মিত কথা বলতেন?", "Musk talked to Putin only once.", "refutes"),
    ("Did Musk talk to Putin often?", "মাস্ক পুতিনের সঙ্গে নিয়মিত কথা বলতেন।", "supports"),
]
NAMES = [
    ("Did Putin visit Dhaka?", "Putin visited Dhaka.", "supports"),
    ("Did Putin visit Dhaka?", "Zelensky visited Dhaka.", "neutral"),
    ("পুতিন কি ঢাকা সফর করেছেন?", "Putin visited Dhaka.", "supports"),
    ("পুতিন কি ঢাকা সফর করেছেন?", "জেলেনস্কি ঢাকা সফর করেছেন।", "neutral"),
    ("putin ki dhaka sofor korechen?", "পুতিন ঢাকা সফর করেছেন।", "supports"),
]
NEGATED = [
    ("Did the minister not resign?", "The minister did not resign.", "supports"),
    ("Did the minister not resign?", "The minister resigned.", "refutes"),
    ("মন্ত্রী কি পদত্যাগ করেননি?", "মন্ত্রী পদত্যাগ করেননি।", "supports"),
    ("মন্ত্রী কি পদত্যাগ করেননি?", "মন্ত্রী পদত্যাগ করেছেন।", "refutes"),
    ("Did Musk never talk to Putin?", "Musk never talked to Putin.", "supports"),
    ("Did Musk never talk to Putin?", "Musk talked to Putin.", "refutes"),
]
BURST = "did the dam burst"


def by_rules(question: str, claim: str) -> Judgement:
    return judge_text(question, claim, RuleJudge())


@pytest.mark.parametrize(("question", "claim", "stance"), [*ENGLISH, *BENGALI])
def test_sides_in_one_language(question: str, claim: str, stance: Stance) -> None:
    """The same, an opposite, a negation, a denial, "it is false", and another subject."""
    assert by_rules(question, claim).stance == stance


@pytest.mark.parametrize(("question", "claim", "stance"), [*MIXED, *BANGLISH])
def test_sides_across_languages(question: str, claim: str, stance: Stance) -> None:
    """A question in one way of writing is judged against a claim in another."""
    assert by_rules(question, claim).stance == stance


@pytest.mark.parametrize(("question", "claim"), OPEN)
def test_what_is_open_or_asked_for_is_neutral(question: str, claim: str) -> None:
    """Not yet decided, no comment, under investigation, demanded: on nobody's side."""
    assert by_rules(question, claim).stance == "neutral"


@pytest.mark.parametrize(("question", "claim", "stance"), NUMBERS)
def test_sides_by_number(question: str, claim: str, stance: Stance) -> None:
    """The same figure supports, another refutes; more, at least, fewer compare; no figure is neutral."""
    assert by_rules(question, claim).stance == stance


@pytest.mark.parametrize(("question", "claim", "stance"), OFTEN)
def test_sides_by_frequency(question: str, claim: str, stance: Stance) -> None:
    """Once stands against regularly; who does not say how often takes no side."""
    assert by_rules(question, claim).stance == stance


@pytest.mark.parametrize(("question", "claim", "stance"), NAMES)
def test_another_person_is_another_matter(question: str, claim: str, stance: Stance) -> None:
    """What a claim says of somebody else takes no side."""
    assert by_rules(question, claim).stance == stance


@pytest.mark.parametrize(("question", "claim", "stance"), NEGATED)
def test_negated_questions(question: str, claim: str, stance: Stance) -> None:
    """Who is asked whether it did not happen, and says it did not, supports."""
    assert by_rules(question, claim).stance == stance


def test_denial_turns_what_it_denies() -> None:
    """A denial takes the side of the denied claim, turned round; it need not repeat its words."""
    said = ClaimText("The dam burst at dawn.", cue="report")
    unsaid = ClaimText("The dam did not burst.", cue="report")
    for denied, stance in ((said, "refutes"), (unsaid, "supports")):
        judgement = RuleJudge().judge(BURST, ClaimText("He denied that account.", "", "deny", denied))
        assert judgement.stance == stance
        assert judgement.reason.startswith("denies what was said before")


def test_denial_of_something_else() -> None:
    """A denial of what nobody asked about takes no side."""
    other = ClaimText("The mayor was late.", cue="report")
    denial = ClaimText("He denied that account.", "", "deny", other)
    assert RuleJudge().judge(BURST, denial).stance == "neutral"


def test_only_denials_turn_what_they_answer() -> None:
    """Who confirms an earlier claim is judged by their own words."""
    said = ClaimText("The dam burst at dawn.", cue="report")
    claim = ClaimText("The dam burst, he said.", "", "confirm", said)
    assert RuleJudge().judge(BURST, claim).stance == "supports"


def test_cue_of_denial_and_of_demand() -> None:
    """The cue tells a side where the words alone do not."""
    judge = RuleJudge()
    assert judge.judge(BURST, ClaimText("the dam burst", cue="deny")).stance == "refutes"
    assert judge.judge(BURST, ClaimText("the dam burst", cue="demand")).stance == "neutral"
    assert judge.judge(BURST, ClaimText("the dam burst", cue="announce")).stance == "supports"


def test_names_may_stand_in_the_context() -> None:
    """ "He" is who the context says he is; the matter itself must be in the claim's own words."""
    judge, question = RuleJudge(), "did Putin resign"
    assert judge.judge(question, ClaimText("He resigned.", "Putin spoke ; he = Putin")).stance == "supports"
    assert judge.judge(question, ClaimText("He sang.", "Putin resigned ; he = Putin")).stance == "neutral"


def test_judgements_explain_themselves() -> None:
    """A judgement says why, and how sure it is; supporting claims come from nearer wording."""
    near = by_rules("Did the dam burst?", "The dam burst.")
    far = by_rules("Did the old dam burst at night?", "The dam burst.")
    assert near.reason == "says the same"
    assert 0 < far.confidence < near.confidence <= 1
    assert "not" in by_rules("Did the dam burst?", "The dam did not burst.").reason
    assert "18" in by_rules("Did 40 people die?", "18 people died.").reason
    assert by_rules("Did the dam burst?", "It rained.").reason.startswith("does not speak of")


def test_question_must_hold_something() -> None:
    """There is nothing to judge without a question; a claim without words takes no side."""
    with pytest.raises(BadQuestion):
        by_rules("?", "The dam burst.")
    assert by_rules("Did the dam burst?", "").stance == "neutral"
    assert by_rules("did he?", "The dam burst.").stance == "neutral"
