"""Posts are checked claim by claim, pictures by their captions, links by the article they lead to."""

import pytest
from bot_house import House

pytest_plugins = ["bot_fixtures"]
BRIDGE = "The Rupsha bridge collapsed at night."
FACTORY = "The steel factory at Bogra has closed."
MOON = "The moon is made of green cheese."
MARS = "Dragons have landed on the planet Mars."
RESIGN = "শিক্ষামন্ত্রী পদত্যাগ করেছেন।"
KNOWN = "https://news.example.org/bridge"


@pytest.mark.parametrize("caption", [False, True])
def test_a_forwarded_post(house: House, caption: bool) -> None:
    """Each claim of a forwarded post is checked on its own; what nothing is known of is one message."""
    seat = house.reader()
    post = seat.forwards(f"{BRIDGE} {MOON} {FACTORY} {MARS}", from_channel="খবর", caption=caption)
    unknown = seat.wait_for_reply(post, holding="On these parts nothing was found:")
    house.quiet()
    assert [r.text.split("\n")[0] for r in seat.replies[:2]] == [f"❓ {BRIDGE}", f"❓ {FACTORY}"]
    assert f"• {MOON}\n• {MARS}" in unknown.text
    assert len(seat.replies) == 3
    assert {r.reply_to for r in seat.replies} == {post.id}


def test_a_bengali_post(house: House) -> None:
    """The parts of a Bengali post on which nothing was found are told in Bengali, with the moderators."""
    seat = house.reader()
    post = seat.forwards(
        f"{RESIGN} চাঁদ আসলে সবুজ পনির দিয়ে তৈরি। মঙ্গল গ্রহে গতকাল ড্রাগন নেমেছে।", from_user="Someone"
    )
    unknown = seat.wait_for_reply(post, holding="এই অংশগুলো নিয়ে কিছু পাওয়া যায়নি:")
    assert "• চাঁদ আসলে সবুজ পনির দিয়ে তৈরি।\n• মঙ্গল গ্রহে গতকাল ড্রাগন নেমেছে।" in unknown.text
    assert unknown.labels == (("✉️ মডারেটরদের কাছে পাঠান",),)
    assert seat.wait_for_reply(post).text.startswith(f"❓ {RESIGN}")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "The post is long: its first 5 claims were checked."),
        ("bn", "লেখাটা বড়, তাই প্রথম ৫টি কথা যাচাই করা হয়েছে।"),
    ],
)
def test_a_post_of_many_claims(house: House, code: str, told: str) -> None:
    """Of a long post the first five claims are checked, and that is said."""
    seat = house.reader(language_code=code)
    places = ("Khulna", "Sylhet", "Barishal", "Rangpur", "Jashore", "Tangail", "Bhola")
    post = seat.forwards(" ".join(f"The old airport of {p} was sold to pirates." for p in places))
    assert seat.wait_for_reply(post, holding=told).reply_to == post.id
    listed = seat.wait_for_reply(post, holding="On these parts nothing was found:")
    assert "Jashore" in listed.text
    assert "Tangail" not in listed.text


def test_a_post_with_a_word_before_it(house: House) -> None:
    """A word that only leads to a forwarded post is part of the asking, not a question."""
    seat = house.reader()
    seat.says("ভাই এটা কি সত্যি?")
    post = seat.forwards(BRIDGE)
    answer = seat.wait_for_reply(post)
    house.quiet()
    assert seat.replies == [answer]
    assert answer.reply_to == post.id


def test_a_pasted_post(house: House) -> None:
    """A long text that is pasted is checked like a forwarded post."""
    seat = house.reader()
    text = f"{BRIDGE} {FACTORY} " + "Dragons from the planet Mars were seen over the city by everybody. " * 3
    asked = seat.says(text)
    seat.wait_for_reply(asked, holding="On these parts")
    assert [r.text.split("\n")[0] for r in seat.replies[:2]] == [f"❓ {BRIDGE}", f"❓ {FACTORY}"]


def test_a_caption(house: House) -> None:
    """A picture is checked by its caption, and again when the caption is edited."""
    seat = house.reader()
    photo = seat.sends_photo("did the Rupsha bridge collapse?")
    answer = seat.wait_for_reply(photo)
    assert "Jamal Sheikh" in answer.text
    seat.edits(photo, "has the steel factory at Bogra closed?")
    assert "Anwar Pasha" in seat.wait_for_edit(answer).text


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "We can only read text. Write what it says, or add it as a caption."),
        ("bn", "আমরা শুধু লেখা পড়তে পারি। এতে কী বলা হয়েছে লিখে পাঠান, অথবা ক্যাপশনে লিখে দিন।"),
    ],
)
def test_without_words(house: House, code: str, told: str) -> None:
    """A picture, a file or a voice without words is answered with what to do."""
    seat = house.reader(language_code=code)
    for message in (
        seat.sends_photo(),
        seat.sends_document("notes.pdf", b"%PDF"),
        seat.sends(voice={"file_id": "v", "file_unique_id": "v", "duration": 3}),
    ):
        assert seat.wait_for_reply(message).text == told


def test_an_album(house: House) -> None:
    """An album is one thing: its caption is checked once, its other pictures are not spoken of."""
    seat = house.reader()
    seat.sends_photo("did the Rupsha bridge collapse?", media_group_id="1")
    for _ in range(3):
        last = seat.sends_photo(media_group_id="1")
    house.quiet()
    assert ["Jamal Sheikh" in r.text for r in seat.replies] == [True]
    for _ in range(3):
        last = seat.sends_photo(media_group_id="2")
    assert seat.wait_for_reply(last).text.startswith("আমরা শুধু লেখা পড়তে পারি।")
    house.quiet()
    assert len(seat.replies) == 2


@pytest.mark.parametrize(
    ("code", "told", "by"),
    [
        ("en", "We know this article. 4 claims in it:", "Jamal Sheikh"),
        ("bn", "এই খবরটি আমাদের সংগ্রহে আছে। এতে বক্তব্য ৪টি:", "জামাল শেইখ (Jamal Sheikh)"),
    ],
)
def test_a_known_link(house: House, code: str, told: str, by: str) -> None:
    """A link to an article of the library shows who says what in it; also one behind words."""
    seat = house.reader(language_code=code)
    known = house.asks(seat, KNOWN)
    assert told in known.text
    assert by in known.text
    assert "“The contractor Jamal Sheikh denied that the Rupsha bridge had collapsed.”" in known.text
    hidden = seat.says("এটা", links={"এটা": f"{KNOWN}?utm_source=x"})
    assert seat.wait_for_reply(hidden).text == known.text


@pytest.mark.parametrize(
    ("code", "told", "button", "thanks"),
    [
        (
            "en",
            "We do not have this page yet.",
            "✉️ Suggest this page",
            "Thank you. The moderators have the link.",
        ),
        (
            "bn",
            "পাতাটি আমাদের সংগ্রহে নেই।",
            "✉️ পাতাটি মডারেটরদের দিন",
            "ধন্যবাদ। লিংকটি মডারেটরদের কাছে গেছে।",
        ),
    ],
)
def test_an_unknown_link(house: House, code: str, told: str, button: str, thanks: str) -> None:
    """A link to an unknown page is offered to the moderators, once."""
    seat = house.reader(language_code=code)
    answer = house.asks(seat, "https://example.com/unknown?id=1")
    assert answer.text.startswith(told)
    notice = seat.wait_for_notice(seat.presses(answer, button))
    assert (notice.text, notice.alert) == (thanks, True)
    assert seat.wait_for_edit(answer).buttons == ()
    sent = house.rows("select kind, detail from reports where user_id = ?", seat.user.id)
    assert sent == [("link", "https://example.com/unknown?id=1")]


def test_a_link_with_words(house: House) -> None:
    """A link with a question beside it is checked by the question."""
    seat = house.reader()
    answer = house.asks(seat, "did the Rupsha bridge collapse? https://example.com/unknown")
    assert "Jamal Sheikh" in answer.text


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "That is too long. Send at most 4000 characters, one thing at a time."),
        ("bn", "লেখাটা বেশি বড়। একবারে একটা বিষয়, বড়জোর ৪০০০ অক্ষরের মধ্যে পাঠান।"),
    ],
)
def test_a_sentence_without_end(house: House, code: str, told: str) -> None:
    """A sentence that is too long to search is refused with the cure, the next one is checked."""
    seat = house.reader(language_code=code)
    asked = seat.says("bridge river " * 309 + f"end. {BRIDGE}")
    assert seat.wait_for_reply(asked).text == told
    assert seat.wait_for_reply(asked, holding="Nasrin Akter").text.startswith(f"❓ {BRIDGE}")
