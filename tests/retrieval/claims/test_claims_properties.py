"""What holds for every text, also for one that nobody would write."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sayings import article

from retrieval.claims.extract import extract_claims
from retrieval.models import ArticleLanguage

PIECES = [
    "প্রকৌশলী", "তানভীর", "পুলিশ", "তিনি", "তাঁরা", "বলেন", "জানিয়েছেন", "বলে", "যে",
    "দাবি", "অভিযোগ", "মতে", "প্রতিবেদনে", "গতকাল", "২০২৪", "প্রথম আলো", "অস্বীকার করেন",
    "এ কথা", "বলা হয়", "বরাত দিয়ে", "সূত্রে জানা গেছে", "পক্ষ থেকে", "said",
    "according to", "Reuters", "He", "denied that", "citing", "the minister", "But", "।",
    ",", ":", "—", "?", ".", "“", "”", "‘", "’", "\"", "(", ")", "«", "»", "🌊", "\n", " ",
    "He added:", "তিনি বলেন:", "ago", "তিন দিন আগে", "১২ আষাঢ় ১৪৩২", "Washington", "who",
    "''", "\n\n", "র্", "়", "ঁ", "\u200d", "\u202e",
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(
        st.characters(min_codepoint=0x0980, max_codepoint=0x09FF) | st.characters(codec="utf-8"), max_size=120
    ),
)
LANGUAGES: st.SearchStrategy[ArticleLanguage] = st.sampled_from(["bn", "en"])


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, language=LANGUAGES)
def test_claims_are_slices(text: str, language: ArticleLanguage) -> None:
    """No text crashes; claims are slices of a paragraph, not empty, in order, and the same again."""
    page = article(text, language)
    claims = extract_claims(page)
    assert extract_claims(page) == claims
    for claim in claims:
        assert text[claim.start : claim.end].strip()
        assert any(start <= claim.start < claim.end <= end for start, end in page.body)
        assert claim.passage[0] <= claim.start < claim.end <= claim.passage[1]
        assert (claim.claimant is None) == (claim.cue is None)
    assert [claim.start for claim in claims] == sorted({claim.start for claim in claims})
    referred = [(number, claim.refers_to) for number, claim in enumerate(claims)]
    assert all(refers_to is None or refers_to < number for number, refers_to in referred)


@pytest.mark.parametrize("language", ["bn", "en"])
@pytest.mark.parametrize("unit", ["ক", "।", "“", "'", " ", ",", "\u202e", "বলেন, ", "said ", "\n"], ids=ascii)
def test_huge_texts(unit: str, language: ArticleLanguage) -> None:
    """A megabyte of one thing, without an end or with nothing else, takes no more than seconds."""
    assert seconds(unit * (1_000_000 // len(unit)), language) < 10


@pytest.mark.parametrize("unit", ["ক", "a ", "\u202e", "🌊"], ids=ascii)
def test_ten_megabytes(unit: str) -> None:
    """Ten megabytes of one character, or without a mark, are read in seconds."""
    assert seconds(unit * (10_000_000 // len(unit)), "bn") < 20


def test_many_speakers() -> None:
    """Time grows with the length of an article, not with its square: pronouns look back only so far."""
    one = "তানভীর আহমেদ বলেন, ফাটল পুরোনো। তিনি জানান, টাকা এসেছে। আল জাজিরা এ খবর জানিয়েছে। "
    assert seconds(one * 2000, "bn") < 30


def seconds(text: str, language: ArticleLanguage) -> float:
    began = time.process_time()
    extract_claims(article(text, language))
    return time.process_time() - began
