"""An answer as a message: whatever claims, titles and names hold, it is whole, fits, and quotes verbatim."""

from datetime import date

import pytest
from fake_html import parse_html, utf16
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clean import one_line
from bot.telegram.html import LONGEST, link, plain, shortened, units, visible
from bot.telegram.keyboards import (
    answer_keyboard,
    evidence_keyboard,
    example_keyboard,
    following_keyboard,
    languages_keyboard,
    link_keyboard,
    nothing_keyboard,
    reasons_keyboard,
)
from bot.telegram.memory.follows import Follow
from bot.telegram.render.answer import answer_message
from bot.telegram.render.evidence import evidence_message, exhibits
from bot.telegram.render.messages import Changed, change_message, nothing_message
from bot.texts import Language, Texts
from retrieval.models import Answer, Article, ArticleRef, Claim, Claimant, Entry, Judgement, Position, Stance

ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300)
NASTY = st.one_of(
    ANY, st.sampled_from(["<b>", "</a>&amp;", "“", "<a href='x'>", "&#x0;", "😀" * 200, "\u202e"])
)
LONG = st.one_of(NASTY, st.integers(1, 40).map(lambda n: "The <b>bridge & co</b> has fallen 😀. " * n))
LANGUAGES: tuple[Language, ...] = ("bn", "en")
SIDES: tuple[Stance, ...] = ("supports", "refutes", "neutral")


def claim(number: int, quote: str, name: str, title: str, publisher: str, context: str) -> Claim:
    url = f"https://example.org/{number}?a=1&b='x'"
    return Claim(
        id=f"c{number}",
        article=ArticleRef(f"a{number}", f"/{number}.md", title, publisher, url, date(2025, 5, 10)),
        language="en",
        claimant=Claimant(f"w{number}", name, name, None, "person"),
        via=(Claimant("v", name, name, None, "outlet"),),
        cue="report",
        quote=quote,
        start=0,
        end=len(quote),
        context=context,
        said=None,
        refers_to=None,
        origin=f"o{number}",
        passage=quote,
    )


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Any answer: up to three sides of up to a dozen claimants."""
    number = 0
    sides = []
    for stance in draw(st.lists(st.sampled_from(SIDES), min_size=1, unique=True)):
        entries = []
        for _ in range(draw(st.integers(1, 12))):
            number += 1
            spoken = claim(number, draw(LONG), draw(NASTY), draw(NASTY), draw(NASTY), draw(LONG))
            entries.append(Entry(spoken, 0.9, Judgement(stance, 0.9, "same words"), ()))
        sides.append(Position(stance, None, tuple(entries), len(entries)))
    return Answer(draw(LONG), "en", "disputed", tuple(sides), {})


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(found=answers())
def test_any_answer(language: Language, found: Answer) -> None:
    """Telegram reads it, it is never too long, and each side that there is stands in it."""
    texts = Texts.of(language)
    shown = parse_html(answer_message(found, texts)).text
    assert utf16(shown) <= LONGEST
    for side in found.positions:
        if side.stance != "neutral":
            assert texts.say("side", stance=side.stance) in shown


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(quote=LONG, name=NASTY, title=NASTY)
def test_any_quotation(quote: str, name: str, title: str) -> None:
    """What stands in quotation marks is the claim's own words, from their beginning, in their order."""
    spoken = claim(1, quote, name, title, name, "")
    side = Position("supports", None, (Entry(spoken, 0.9, Judgement("supports", 0.9, ""), ()),), 1)
    found = Answer("x", "en", "uncontested", (side,), {})
    shown = parse_html(answer_message(found, Texts.of("en"))).text
    words = one_line(quote)
    assert any(f"“{words[:cut]}”" in shown for cut in range(len(words), -1, -1))
    article = Article(
        path="/1.md",
        title=title,
        publisher=name,
        url=None,
        published=None,
        language="en",
        text=quote,
        body=((0, len(quote)),),
    )
    page = parse_html(evidence_message(exhibits(found), 0, Texts.of("bn"), article)).text
    assert utf16(page) <= LONGEST


@settings(max_examples=100, deadline=None)
@given(question=LONG, quotes=st.lists(LONG, min_size=1, max_size=12), name=st.one_of(st.none(), NASTY))
def test_any_change(question: str, quotes: list[str], name: str | None) -> None:
    """What changed and what was not found fit, whatever they hold."""
    for texts in map(Texts.of, LANGUAGES):
        changed = change_message(question, [Changed(quote, name) for quote in quotes], texts)
        assert utf16(parse_html(changed).text) <= LONGEST
        assert utf16(parse_html(nothing_message(question, texts, near=True)).text) <= LONGEST


@settings(deadline=None)
@given(text=ANY, url=ANY)
def test_any_text(text: str, url: str) -> None:
    """A text shows letter by letter; a link leads only to http and https, quoted."""
    assert parse_html(f"<b>{plain(text)}</b> x").text == f"{one_line(text)} x"
    parse_html(link(text, url) + "x")
    assert "href" not in link(text, "javascript:alert(1)")
    assert units(text) == utf16(text)
    assert visible(plain(text)) == one_line(text)


@settings(deadline=None)
@given(text=ANY, longest=st.integers(1, 50))
def test_cutting(text: str, longest: int) -> None:
    """A cut text is the beginning of the whole, no longer than allowed, and says that it is cut."""
    head, cut = shortened(text, longest)
    assert len(head) <= longest
    assert one_line(text).startswith(head)
    assert cut == (len(one_line(text)) > longest)


@given(number=st.integers(0, 2**63 - 1), text=LONG)
@settings(deadline=None)
def test_data_of_buttons(number: int, text: str) -> None:
    """What a button sends back is at most 64 bytes; what it shares at most 256 as well."""
    follow = Follow(number, number, text, text, "bn", frozenset(), number)
    for texts in map(Texts.of, LANGUAGES):
        for keyboard in (
            answer_keyboard(number, text, texts, following=True),
            nothing_keyboard(number, (text,) * 3, texts),
            reasons_keyboard(number, texts),
            evidence_keyboard(number, 5, 99, texts),
            link_keyboard(number, texts),
            following_keyboard([follow], texts),
            languages_keyboard(),
            example_keyboard(texts),
        ):
            assert keyboard is not None
            for button in (button for row in keyboard.inline_keyboard for button in row):
                assert len(str(button.callback_data or "").encode()) <= 64
                assert len((button.switch_inline_query or "").encode()) <= 256
