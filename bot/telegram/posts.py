"""What in a message is to be checked: its words, its links, and the claims of a longer post.

Pure functions of messages and texts; nothing is searched here.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from retrieval.errors import BadQuestion
from retrieval.language.sentences import sentences
from retrieval.question import LONGEST, read_question

if TYPE_CHECKING:
    from telegram import Message

MOST_CLAIMS = 5  # of one post that are checked
_WHOLE = 3  # content words that can stand as a question of their own
_POST = 220  # characters from which on a text is a post of several claims
_LINKS = ("url", "text_link")


def words_in(message: "Message") -> str:
    """What is written in a message or under its picture; empty where nothing is."""
    return (message.text or message.caption or "").strip()


def links_in(message: "Message") -> list[str]:
    """The addresses in a message, those behind words too, each once."""
    entities = {**message.parse_entities(), **message.parse_caption_entities()}
    found = [
        entity.url or text
        for entity, text in entities.items()
        if entity.type in _LINKS and (entity.url or text)
    ]
    return list(dict.fromkeys(found))


def without_links(text: str, links: Sequence[str]) -> str:
    """A text with its addresses taken out."""
    for link in links:
        text = text.replace(link, " ")
    return text.strip()


def content(text: str) -> int:
    """How many words of a text carry content; 0 where it cannot be asked."""
    try:
        return len(read_question(text[:LONGEST]).content)
    except BadQuestion:
        return 0


def questions_in_post(text: str) -> list[str]:
    """The claims of a forwarded or long text, as questions, in order; all of them.

    A short text is one question, as is one in which no sentence stands alone.

    Example:
        >>> questions_in_post("The bridge is closed.")
        ['The bridge is closed.']
    """
    text = text.strip()
    found = [text[start:end].strip() for start, end in sentences(text)]
    whole = list(dict.fromkeys(s for s in found if content(s) >= _WHOLE))
    return whole if len(whole) > 1 else [text[:LONGEST]]


def questions_in_burst(texts: Sequence[str]) -> list[str]:
    """The questions in what somebody wrote in quick succession.

    Lines that cannot stand alone ("bhai", "ekta kotha", "and regularly?") go with the one before
    or, where there is none, the one after.
    """
    found: list[str] = []
    loose: list[str] = []
    for text in texts:
        if content(text) >= _WHOLE:
            found.append(" ".join([*loose, text]))
            loose = []
        elif found:
            found[-1] = f"{found[-1]} {text}"
        else:
            loose.append(text)
    return found or [" ".join(loose)]


def is_post(message: "Message") -> bool:
    """Whether a message is a post of perhaps several claims rather than a question."""
    return message.forward_origin is not None or len(words_in(message)) > _POST
