from datetime import date
from pathlib import Path

import pytest

from retrieval.articles import read_path
from retrieval.articles.lines import find_paragraphs
from retrieval.errors import BadArticle
from retrieval.models import Article

LEAD = (
    "নদীপুর সেতুর কাজ আগামী মাসে শেষ হবে বলে জানিয়েছেন প্রকল্প পরিচালক করিম উদ্দিন। "
    "তবে ঠিকাদারেরা বলছেন, টাকা না পেলে তাঁরা কাজ বন্ধ করে দেবেন। এ নিয়ে এলাকায় ক্ষোভ রয়েছে।"
)
SECOND = "স্থানীয় চেয়ারম্যান অভিযোগ অস্বীকার করেন।"
PAGE = f"""X
রবিবার, ১১ মে ২০২৫
২৮ বৈশাখ ১৪৩২
সেতু নির্মাণ

আগামী মাসেই চালু হচ্ছে নদীপুর সেতু

জেলা প্রতিনিধি
১০ মে ২০২৫, ২২:১৫আপডেট : ১১ মে ২০২৫, ০৯:০০

{LEAD}

| সেতুর সামনে এলাকাবাসী। ছবি: সংগৃহীত |
আরও পড়ুন
সেতুর টাকা গেল কোথায়?
ঘুষ নেওয়ার অভিযোগ অস্বীকার করলেন প্রকৌশলী

{SECOND}

/কেএম/
[বিজ্ঞাপন_২]
সূত্র: https://www.example.org/bridge/12
সর্বশেষ খবর
ভোটে জিতবে আমাদের দল: রহিম
ভোটে জিতবে আমাদের দল: রহিম
দাম কমবে কবে?
দাম কমবে কবে?
মন্তব্য (2)
খবরটা একেবারে মিথ্যা।
"""


def _read(folder: Path, text: str) -> Article:
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return read_path(path)


def _body(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.body]


@pytest.fixture
def page(tmp_path: Path) -> Article:
    return _read(tmp_path, PAGE)


def test_text_page_keeps_only_prose(page: Article) -> None:
    """Menus, captions, adverts, link lists, sources and comments are never in the body."""
    assert _body(page) == [LEAD, SECOND]


def test_text_page_is_the_file(page: Article, tmp_path: Path) -> None:
    """The article's text is the file's text, so offsets are offsets in the file."""
    assert page.text == (tmp_path / "page.txt").read_text(encoding="utf-8")
    assert page.path == str(tmp_path / "page.txt")


def test_text_page_facts(page: Article) -> None:
    """Title, date, site and language are taken from the page's own lines."""
    assert page.title == "আগামী মাসেই চালু হচ্ছে নদীপুর সেতু"
    assert page.published == date(2025, 5, 10)
    assert page.url == "https://www.example.org/bridge/12"
    assert page.publisher == "example.org"
    assert page.language == "bn"


def test_text_date_bar_is_not_the_articles_date(tmp_path: Path) -> None:
    """Today's date above the headline of a site is nobody's date of publication."""
    article = _read(tmp_path, f"শনিবার, ১০ মে ২০২৫\nনদীপুর সেতু চালু\n\n{LEAD}\n")
    assert article.published is None


def test_text_bengali_date_dates_a_page_without_another(tmp_path: Path) -> None:
    """A date of the Bengali calendar below the headline counts where no line has another date."""
    prose = "সেতুটি রাতে ভেঙে পড়েছে। পুলিশ জানায়, কেউ আহত হননি।"
    lines = "সেতু ভেঙে পড়ল\nবৃহস্পতিবার, ১২ই আষাঢ় ১৪৩২ বঙ্গাব্দ\n"
    assert _read(tmp_path, lines + prose).published == date(2025, 6, 26)
    assert _read(tmp_path, f"{lines}প্রকাশ: ২৭ জুন ২০২৫\n{prose}").published == date(2025, 6, 27)
    assert _read(tmp_path, f"২৮ বৈশাখ ১৪৩২\nসেতু ভেঙে পড়ল\n{prose}").published is None


@pytest.mark.parametrize(
    "above",
    [
        "ভোরের নদী\nপ্রচ্ছদ বাংলাদেশ বিশ্ব খেলা বিনোদন\n{}\n",
        "ভোরের নদী\n{}\nবাংলাদেশ\n",
        "{}\nপ্রচ্ছদ বাংলাদেশ বিশ্ব খেলা বিনোদন\n",
    ],
)
def test_text_headline_is_told_from_the_masthead(tmp_path: Path, above: str) -> None:
    """The title is the line that shares words with the article, not the menu or section near it."""
    headline = "নদীপুরে সেতু ভেঙে দুজন আহত"
    prose = "নদীপুর সেতুটি রাতে ভেঙে পড়েছে। এতে দুজন আহত হয়েছেন বলে পুলিশ জানায়।"
    assert _read(tmp_path, above.format(headline) + prose).title == headline


def test_text_update_is_not_the_publication(tmp_path: Path) -> None:
    """Where a page gives both, the day of publication wins over the day of a change."""
    lines = "Bridge opens\n\nPublished: 4 July 2025\nUpdated: 6 July 2025\n\n"
    prose = "The bridge was opened on Friday, the minister said. It had taken six years to build."
    assert _read(tmp_path, lines + prose).published == date(2025, 7, 4)


def test_text_byte_order_mark_and_line_ends(tmp_path: Path) -> None:
    """A mark at the start is dropped and Windows line ends become one character."""
    path = tmp_path / "page.txt"
    path.write_bytes(b"\xef\xbb\xbf" + f"{LEAD}\r\n{SECOND}\r\n".encode())
    article = read_path(path)
    assert article.text == f"{LEAD}\n{SECOND}\n"
    assert _body(article) == [LEAD, SECOND]


def test_text_standfirst_is_title_not_body(tmp_path: Path) -> None:
    """A first sentence that the second paragraph says again stands for the headline."""
    first = "প্রকল্প পরিচালক জানিয়েছেন, নদীপুর সেতুর কাজ আগামী মাসে শেষ হবে।"
    article = _read(tmp_path, f"{first}\n{LEAD}\n")
    assert article.title == first
    assert _body(article) == [LEAD]


def test_text_short_lead_stays_in_the_body(tmp_path: Path) -> None:
    """A first sentence that says something of its own is a claim like any other."""
    article = _read(tmp_path, f"{SECOND}\n{LEAD}\n")
    assert _body(article) == [SECOND, LEAD]


def test_text_long_title_is_cut_at_a_word(tmp_path: Path) -> None:
    """A title made of a long first line ends with an ellipsis after a whole word."""
    title = _read(tmp_path, LEAD).title
    assert len(title) <= 121
    assert title.endswith("…")
    assert LEAD.startswith(title[:-1] + " ")


def test_text_unpunctuated_passage_is_prose(tmp_path: Path) -> None:
    """One line is an article even without a full stop."""
    article = _read(tmp_path, "মেয়র বলেছেন সেতুর কাজ শেষ হয়েছে")
    assert _body(article) == [article.text]


def test_text_announcing_line_stays_with_its_quotation(tmp_path: Path) -> None:
    """A line such as "She added:" names who speaks below, so it is prose."""
    quote = "“We have not been paid since March, and we will stop the work if nothing changes.”"
    text = f"The contractor said that the work was late.\nShe added:\n{quote} That was all.\n"
    assert _body(_read(tmp_path, text))[1] == "She added:"


def test_text_hard_wrapped_lines_are_one_paragraph(tmp_path: Path) -> None:
    """Lines that were broken at a fixed width are joined to their paragraph again."""
    wrapped = (
        "The bridge was opened on Friday, the\n"
        "minister said. It had taken six years\n"
        "to build, and the price had doubled in\n"
        "that time, according to the auditors.\n"
    )
    article = _read(tmp_path, f"{wrapped}\n{wrapped.replace('six', 'ten')}")
    assert _body(article) == [wrapped.strip(), wrapped.replace("six", "ten").strip()]


def test_text_headlines_only_are_no_article(tmp_path: Path) -> None:
    """A page of headlines is refused, with the cure."""
    with pytest.raises(BadArticle, match="no sentences"):
        _read(tmp_path, "নদীপুর সেতু চালু\nদাম কমবে আলুর\nভোট আগামী মাসে\n")


def test_paragraphs_know_their_place() -> None:
    """Every paragraph is the slice of the text that its offsets say, blanks around it cut."""
    text = "  one \n\n\t two\n"
    assert [text[line.start : line.end] for line in find_paragraphs(text)] == ["one", "two"]
