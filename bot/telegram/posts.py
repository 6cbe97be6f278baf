"""What in a message is to be checked: its words, its links, and the claims of a longer post.

Pure functions of messages and texts; nothing is searched here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retrieval.errors import BadQuestion
from retrieval.language.detect import is_bengali
from retrieval.language.sentences import sentences
from retrieval.question import LONGEST, read_question

if TYPE_CHECKING:
    from telegram import Message

MOST_CLAIMS = 5  # of one post that are checked
_WHOLE = 3  # content words of a message that is a question of its own, whatever came just before
_LEAST = 2  # content words of a claim in a post, or of a question beside a post
_POST = 220  # characters from which on a text is a post of several claims
_LINKS = ("url", "text_link")


@dataclass(frozen=True, slots=True)
class Wording:
    """One thing that is asked.

    Attributes:
        text: all of it.
        core: the line that says most, without what was written around it.
        message: that ends it.
    """

    text: str
    core: str
    message: int


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


def tells_language(text: str) -> bool:
    """Whether a text has letters by which its language can be told."""
    return any(c.isalpha() and (c.isascii() or is_bengali(c)) for c in text)


def questions_in_post(text: str) -> list[str]:
    """The claims of a forwarded or long text, as questions, in order; all of them.

    A short text is one question, as is one in which no sentence stands alone.

    Example:
        >>> questions_in_post("The bridge is closed.")
        ['The bridge is closed.']
    """
    text = text.strip()
    found = [text[start:end].strip() for start, end in sentences(text)]
    whole = list(dict.fromkeys(s for s in found if content(s) >= _LEAST))
    return whole if len(whole) > 1 else [text[:LONGEST]]


def questions_in_burst(parts: Mapping[int, str]) -> list[Wording]:
    """The questions in what somebody wrote in quick succession.

    Lines that cannot stand alone ("bhai", "ekta kotha", "and regularly?") go with the one before
    or, where there is none, the one after.

    Args:
        parts: text by message, in order.
    """
    found: list[Wording] = []
    loose: list[str] = []
    for message, text in parts.items():
        if len(text) > _POST:
            found += [Wording(claim, claim, message) for claim in questions_in_post(text)]
            loose = []
        elif content(text) >= _WHOLE:
            found.append(Wording(" ".join([*loose, text]), text, message))
            loose = []
        elif found:
            found[-1] = Wording(f"{found[-1].text} {text}", found[-1].core, message)
        else:
            loose.append(text)
    return found or [Wording(" ".join(loose), max(loose, key=content, default=""), max(parts, default=0))]


def runs(messages: "Sequence[Message]") -> "list[list[Message]]":
    """What came in quick succession, by what is checked together, in order.

    Each post, picture and link is checked on its own, the lines between them as one burst. What only
    leads to them ("bhai, is this true?") is left out, as are pictures without words.
    """
    found: list[list[Message]] = []
    for message in messages:
        if not words_in(message):
            continue
        if found and not _alone(message) and not _alone(found[-1][-1]):
            found[-1].append(message)
        else:
            found.append([message])
    if not any(_alone(run[0]) for run in found):
        return found
    return [run for run in found if _alone(run[0]) or _says_something(run)]


def _alone(message: "Message") -> bool:
    return is_post(message) or not message.text or bool(links_in(message))


def _says_something(run: "Sequence[Message]") -> bool:
    return content(" ".join(words_in(message) for message in run)[:LONGEST]) >= _LEAST


def is_post(message: "Message") -> bool:
    """Whether a message is a post of perhaps several claims rather than a question."""
    return message.forward_origin is not None or len(words_in(message)) > _POST
