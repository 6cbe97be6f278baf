import io
import re
from dataclasses import replace
from typing import Literal

import pytest
from bot_samples import (
    BREMMER,
    DENIAL,
    ELON,
    MUSK,
    OFFICIALS,
    ONCE,
    PESKOV,
    REGULAR,
    WSJ,
    answer,
    claim,
    disputed,
    entry,
    position,
    unanswered,
)
from rich.console import Console

from bot.terminal import show_answer
from bot.texts import Texts
from bot.wording import outcome_in_words
from bot.wrap import cells
from retrieval.models import Answer, ArticleRef

COLUMN = re.compile(r"\x1b\[(\d+)G")


def show(shown: Answer, width: int = 80, terminal: bool = False) -> str:
    out = io.StringIO()
    colours: Literal["standard"] | None = "standard" if terminal else None
    console = Console(file=out, width=width, force_terminal=terminal, color_system=colours)
    show_answer(console, shown, Texts.answering(shown.language))
    return out.getvalue()


def words(text: str) -> str:
    return " ".join(text.split())


def test_both_sides_stand_with_their_words_and_sources() -> None:
    """A piped answer tells question, outcome, sides, who, the words, title, publisher, date, link."""
    told = words(show(disputed()))
    for part in (
        "did Musk talk to Putin regularly?",
        "Sources contradict each other: 2 say so, 1 denies it.",
        "Behind it all: 2 independent reports.",
        "+ Say so",
        "− Deny it",
        "· Also said",
        "Dmitry Peskov",
        f"“{REGULAR}”",
        f"“{ONCE}”",
        "Công Thương · date unknown",
        "publisher unknown · 4 July 2025",
        "https://congthuong.vn/musk-354683.html",
        "/news/talks.md",
    ):
        assert part in told


def test_a_bengali_reader_gets_bengali() -> None:
    """Names, outcome, dates and digits are the reader's; Banglish is answered in Bengali."""
    told = words(show(disputed("bn-Latn")))
    for part in (
        "পক্ষে বলছে ২টি সূত্র, বিপক্ষে ১টি।",
        "দিমিত্রি পেসকভ",
        "ওয়াল স্ট্রিট জার্নাল",
        "তারিখ অজানা",
        "৪ জুলাই ২০২৫",
        "প্রকাশক অজানা",
    ):
        assert part in told
    assert "Dmitry" not in told


def test_an_unnamed_source_is_marked_and_the_relayer_named() -> None:
    """Who is not named is shown as such, with through whom it came."""
    told = words(show(disputed()))
    assert "two Russian officials (unnamed source) through The Wall Street Journal" in told


def test_a_denial_shows_what_it_denies_outside_quotation_marks() -> None:
    """The context of a denial is labelled, and never inside quotation marks."""
    told = words(show(disputed()))
    assert f"“{DENIAL}” What is denied: {BREMMER}" in told
    assert f"“{BREMMER}" not in told


def test_other_context_is_labelled_as_such() -> None:
    """What explains a claim is called context; what it answers is called that."""
    for reference, label in ((None, "Context:"), ("c-2", "In reply to:")):
        spoken = claim(PESKOV, ONCE, context="he = Peskov", refers_to=reference)
        one = answer(
            "uncontested", position("neutral", entry(spoken, "neutral")), question="q", language="en"
        )
        assert f"{label} he = Peskov" in words(show(one))


def test_what_nobody_is_named_for_is_the_papers_own() -> None:
    """A claim without a speaker is marked as the publisher's own report."""
    own = claim(WSJ, "It is unclear.", cue=None)
    one = answer("uncontested", position("supports", entry(own, "supports")), question="q", language="en")
    assert "(own report)" in show(one)


def test_what_takes_no_side_stays_small() -> None:
    """Of many sources without a side a few are shown in short, the rest is counted."""
    entries = [entry(claim(OFFICIALS, f"Word {n}.", via=(WSJ,)), "neutral") for n in range(12)]
    sides = disputed().positions[:2]
    many = answer("disputed", *sides, position("neutral", *entries), question="q", language="en")
    told = words(show(many))
    assert "two Russian officials (unnamed source; through The Wall Street Journal) “Word 4.”" in told
    assert "Word 5." not in told
    assert "… and 7 more sources speak about it; --json shows all." in told


def test_further_statements_are_counted() -> None:
    """More claims of one source are one line, so that no side shouts the other down."""
    assert "… and 1 more statement of this source" in words(show(disputed()))


def test_wide_terminals_put_the_sides_beside_each_other() -> None:
    """From 100 columns on, both first speakers stand in one row; below that, one after the other."""
    for width in (100, 120, 200):
        rows = show(disputed(), width, terminal=True).splitlines()
        assert any("The Wall Street Journal" in row and "Dmitry Peskov" in row for row in rows)
    rows = show(disputed(), 99, terminal=True).splitlines()
    assert not any("Say so" in row and "Deny it" in row for row in rows)


def test_columns_stay_straight() -> None:
    """The divider is put at one column by a control code: Bengali widths differ by terminal."""
    found = COLUMN.findall(show(disputed("bn"), 120, terminal=True))
    assert len(found) > 5
    assert len(set(found)) == 1


def test_a_pipe_gets_plain_text() -> None:
    """Without a terminal there is no escape sequence, and sides stand one below the other."""
    told = show(disputed(), 160)
    assert "\x1b" not in told
    assert "│" not in told


def test_a_terminal_gets_links() -> None:
    """Where a terminal can, the title leads to the article."""
    told = show(disputed(), 80, terminal=True)
    assert ";https://congthuong.vn/musk-354683.html\x1b\\" in told
    assert ";file:///news/talks.md\x1b\\" in told


def test_colours_only_repeat_what_signs_say() -> None:
    """Each side has a word and a sign, and neither is green or red."""
    told = show(disputed(), 80, terminal=True)
    assert "+ Say so" in told
    assert "− Deny it" in told
    assert not re.search(r"\x1b\[[\d;]*\b3[12]\b", told)


def test_text_of_an_article_is_never_obeyed() -> None:
    """Markup, escape sequences and half characters in quotes, titles and links stay text."""
    evil = ArticleRef("a", "/a\x1b[2J.md", "[red]T\x1b]0;x\x07", "[link=x]", "http://x/\x1b]8;;", None)
    spoken = claim(OFFICIALS, "[bold]\x1b[31mred\ud800[/]", article=evil, context="\x9b31m")
    one = answer(
        "uncontested", position("supports", entry(spoken, "supports")), question="q\x1b", language="en"
    )
    plain = show(one)
    assert "[bold]" in plain
    assert "[red]T" in plain
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]", plain)
    coloured = show(one, 120, terminal=True)
    assert "\x1b[31m" not in coloured
    assert "\x1b]0;" not in coloured
    assert "\x07" not in coloured
    assert "http://x/%1B%5D8;;" in coloured or "http://x/%1B]8;;" in coloured


def test_silence_says_what_to_do() -> None:
    """Where nothing is known it says so, in the reader's language, and how to go on."""
    english, bengali = words(show(unanswered())), words(show(unanswered("bn")))
    assert "No sourced claim found." in english
    assert "mukhomukhi ingest PATH|URL" in english
    assert "কোনো সূত্রের বক্তব্য পাওয়া যায়নি" in bengali


@pytest.mark.parametrize(
    ("stances", "told"),
    [
        (("supports",), "1 source says so; none found here contradicts."),
        (("refutes",), "1 source denies it; none found here says so."),
        (("neutral",), "No source says yes or no; 1 speaks about it."),
    ],
)
def test_one_side_alone_is_no_verdict(stances: tuple[str, ...], told: str) -> None:
    """An uncontested answer says that nobody contradicts, not that it is true."""
    sides = [position(s, entry(claim(PESKOV, ONCE), s)) for s in stances]  # type: ignore[arg-type]
    one = answer("uncontested", *sides, question="q", language="en")
    assert outcome_in_words(one, Texts.of("en")) == told


def test_an_open_question_puts_answers_face_to_face() -> None:
    """Two numbers for one question stand beside each other under what they answer."""
    first = position("neutral", entry(claim(PESKOV, "37 people died."), "neutral"), answer="37 dead")
    other = position("neutral", entry(claim(ELON, "120 died."), "neutral"), answer="120 dead")
    asked = answer("disputed", first, other, question="How many died?", language="en")
    told = show(asked, 120, terminal=True)
    assert "they give 2 different answers" in told
    assert any("Answer: 37 dead" in row and "Answer: 120 dead" in row for row in told.splitlines())


def test_an_answer_of_one_source_is_told_in_its_words() -> None:
    """Position titles of an open question are its answer."""
    one = position("neutral", entry(claim(PESKOV, "37 people died.", article=MUSK), "neutral"), answer="37")
    asked = answer("uncontested", one, question="How many died?", language="en")
    assert "1 source answers this; none found here contradicts." in words(show(asked))


def test_answers_that_do_not_rule_each_other_out() -> None:
    """Several answers without a dispute are counted, and not called a contradiction."""
    sides = [
        position("neutral", entry(claim(who, "x"), "neutral"), answer=a)
        for who, a in ((PESKOV, "July"), (ELON, "25 July"))
    ]
    asked = answer("uncontested", *sides, question="When?", language="en")
    assert "2 sources give 2 answers that do not rule each other out." in words(show(asked))
    bengali = answer("uncontested", *sides, question="কবে?", language="bn")
    assert "২টি সূত্র, ২ রকম; তবে একটি অন্যটিকে নাকচ করে না।" in words(show(bengali))
    assert "উত্তর: 25 July" in words(show(bengali))


def test_an_open_question_that_nobody_answers() -> None:
    """Where claims speak of it and give no answer, nothing is said of yes and no."""
    one = answer(
        "uncontested",
        position("neutral", entry(claim(PESKOV, "x"), "neutral")),
        question="Who?",
        language="en",
    )
    told = words(show(replace(one, open=True)))
    assert "No source answers this; 1 speaks about it." in told


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
@pytest.mark.parametrize("language", ["en", "bn"])
def test_no_line_is_wider_than_the_terminal(width: int, language: str) -> None:
    """Only addresses, which break when broken, may pass the edge."""
    for row in show(disputed("bn" if language == "bn" else "en"), width).splitlines():
        assert cells(row) <= width or "/" in row
