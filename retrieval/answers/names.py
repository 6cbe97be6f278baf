"""Who: the name in a claim of who did what was asked, or to whom it was done.

Names are told by capitals in English, and in Bengali by being no word of the lexicon; both ways by the
register. Two names clash only where one alone can have done it (who won): several may be arrested.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from rapidfuzz.distance import Levenshtein

from retrieval.answers.moments import names_time
from retrieval.answers.places import countries, known_place
from retrieval.answers.reading import Reading
from retrieval.answers.told import Told
from retrieval.asked import Asked
from retrieval.claims.register import project_register
from retrieval.datafiles import load_data
from retrieval.language.detect import is_bengali
from retrieval.language.normalise import normalise
from retrieval.language.phonetic import spelling_key
from retrieval.models import Claimant
from retrieval.question import function_words

_FARTHEST = 7
_NEAR = 2
_LONGEST = 6
_ALIKE = 0.75  # Mollah and মোল্লা; Hasan and Hossain are further apart
_WRONG_CASE = 6  # what a case ending of the other role counts, in words


@dataclass(frozen=True, slots=True)
class Name:
    """One who was named.

    Attributes:
        known: id in the register, or the concept of a country.
        key: the name by sound, equal in both scripts.
        alone: whether nobody else can have done it too.
    """

    known: str | None
    key: str
    alone: bool = False

    def same(self, other: "Name") -> bool:
        """The same entry, or names of which one is the end or beginning of the other."""
        if self.known and other.known:
            return self.known == other.known
        mine, its = self.key.split(), other.key.split()
        shorter, longer = sorted((mine, its), key=len)
        if not shorter:
            return False
        return _alike(longer[-len(shorter) :], shorter) or _alike(longer[: len(shorter)], shorter)

    def clashes(self, other: "Name") -> bool:
        """Two names for what only one can have done."""
        return self.alone and other.alone and not self.same(other)


def _alike(one: list[str], other: list[str]) -> bool:
    """Whether two names sound alike word for word, as one name in two scripts does."""
    return all(Levenshtein.normalized_similarity(a, b) >= _ALIKE for a, b in zip(one, other, strict=True))


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did or underwent, as a question names it.

    Attributes:
        verb: stems and concepts of the verb; empty for "who is the minister".
        topic: stems and concepts of all of the question.
        names: spelling keys of the names in the question: they are no answers.
        undergone: whether it asks to whom it was done.
        alone: whether only one can have done it.
    """

    verb: frozenset[str]
    topic: frozenset[str]
    names: frozenset[str]
    undergone: bool
    alone: bool


@cache
def _words() -> dict[str, frozenset[str]]:
    data: dict[str, Any] = load_data("retrieval.answers", "names.yaml")
    asked: dict[str, Any] = load_data("retrieval", "asked.yaml")
    groups = {group: frozenset(normalise(str(word)) for word in row) for group, row in data.items()}
    return {**groups, "undergone": frozenset(normalise(w) for w in asked["undergone"]["words"])}


def deed_in(reading: Reading, asked: Asked) -> Deed:
    """What a question asks the doer of.

    Args:
        reading: of the question.
        asked: where its question word stands.
    """
    content = [at for at in range(len(reading.norms)) if _content(reading, at, asked)]
    verb = _verb(reading, asked, content)
    topic = frozenset(x for at in content for x in (reading.stems[at], *reading.ids[at]))
    of_verb = frozenset() if verb is None else frozenset({reading.stems[verb], *reading.ids[verb]})
    names = frozenset(spelling_key(reading.norms[at]) for at in content if not _common(reading, at))
    undergone = reading.norms[asked.at] in _words()["undergone"] or (
        verb is not None and _passive(reading, verb)
    )
    alone = bool((of_verb or topic) & _words()["exclusive"])
    return Deed(of_verb, topic, names, undergone, alone)


def _content(reading: Reading, at: int, asked: Asked) -> bool:
    inside = asked.at <= at < asked.at + asked.width
    return not inside and reading.norms[at] not in function_words()


def _common(reading: Reading, at: int) -> bool:
    return bool(reading.ids[at]) and not reading.ids[at] & countries()


def _verb(reading: Reading, asked: Asked, content: list[int]) -> int | None:
    """The verb: in English right behind who, in Bengali the last word of meaning."""
    if is_bengali(reading.text):
        known = [at for at in content if reading.ids[at]]
        if not known or (known[-1] < asked.at and not _verbal(reading.norms[known[-1]])):
            return None  # "শিল্পমন্ত্রী কে?"
        return known[-1]
    behind = [at for at in content if at > asked.at]
    if not behind:
        return None
    between = reading.norms[asked.at + asked.width : behind[0]]
    copula = bool(set(between) & _words()["be"])
    return None if copula and not _participle(reading.norms[behind[0]]) else behind[0]


def _verbal(word: str) -> bool:
    return word.endswith(tuple(_words()["verbal"]))


def _participle(word: str) -> bool:
    return word.endswith(("ed", "en", "ing")) or word in {"shot", "hurt", "beaten", "caught", "held", "hit"}


def _passive(reading: Reading, verb: int) -> bool:
    """Whether a form of "be" stands right before an English verb."""
    before = reading.norms[max(0, verb - 2) : verb]
    return bool(set(before) & _words()["be"]) and not reading.norms[verb].endswith("ing")


def name_told(deed: Deed, reading: Reading, denied: bool) -> Told | None:
    """The name that a claim gives; None where it names nobody near what was asked."""
    places = _places(deed, reading)
    if not places:
        return None
    found = [
        (distance, run)
        for run in _runs(reading)
        if not _asked(deed, reading, run)
        and (distance := min(_distance(deed, reading, run, at) for at in places)) <= _reach(reading, run)
    ]
    if not found:
        return None
    _, (first, last) = min(found)
    words = _bare(reading, first, last)
    return Told(words, _name(words, deed.alone), denied)


def _reach(reading: Reading, run: tuple[int, int]) -> int:
    """How far from the verb a name may stand: one Bengali word that nobody knows may be no name."""
    unsure = run[0] == run[1] and not reading.norms[run[0]].isascii()
    known = unsure and (known_place(reading, run[0]) or _registered(reading.norms[run[0]]))
    return _NEAR if unsure and not known else _FARTHEST


def name_of(claimant: Claimant) -> Name:
    """A claimant as an answer to "who said so"."""
    known = None if claimant.kind == "unnamed" else claimant.id
    return Name(known, spelling_key(claimant.name_en or claimant.name_bn or claimant.name))


def name_in(words: str, alone: bool) -> Name:
    """The name that somebody gave in so many words."""
    return _name(words, alone)


def _places(deed: Deed, reading: Reading) -> list[int]:
    wanted = deed.verb or deed.topic
    return [at for at in range(len(reading.norms)) if {reading.stems[at], *reading.ids[at]} & wanted]


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """First and last word of each name in a text."""
    at = 0
    while at < len(reading.norms):
        if not _may_be_named(reading, at):
            at += 1
            continue
        last = at
        while (
            last + 1 < len(reading.norms)
            and last - at < _LONGEST
            and not reading.tokens[last + 1].broken
            and _may_be_named(reading, last + 1)
            and not _ends(reading, last)
        ):
            last += 1
        if at != last or not _inflected(reading, at):
            yield _name_begins(reading, at, last), last
        at = last + 1


def _inflected(reading: Reading, at: int) -> bool:
    """Whether a single Bengali word that nobody knows stands in a case that a doer never has."""
    if reading.norms[at].isascii() or known_place(reading, at):
        return False
    return reading.norms[at].endswith(tuple(_words()["oblique"])) and not _registered(reading.norms[at])


def _registered(word: str) -> bool:
    return project_register().find(word) is not None


def _name_begins(reading: Reading, first: int, last: int) -> int:
    """Without the trade that opens an English sentence with its capital: "Businessman Karim Haider"."""
    while first < last and reading.norms[first].isascii() and _common(reading, first):
        first += 1
    return first


def _ends(reading: Reading, at: int) -> bool:
    """Whether a case ending closes a Bengali name."""
    return not reading.norms[at].isascii() and reading.norms[at].endswith(tuple(_words()["accusative"]))


def _may_be_named(reading: Reading, at: int) -> bool:
    norm, raw = reading.norms[at], reading.raw(at)
    if (
        norm in function_words()
        or norm in _words()["not_names"]
        or norm[0].isdigit()
        or names_time(reading, at)
    ):
        return False
    if reading.ids[at] & countries():
        return True
    if norm.isascii():
        begins = at == 0 or reading.text[: reading.tokens[at].start].rstrip().endswith((".", "“", '"'))
        follows = at + 1 < len(reading.norms) and reading.raw(at + 1)[0].isupper()
        return raw[0].isupper() and (not begins or follows or not reading.ids[at])
    return not reading.ids[at] and not _verbal(norm) and len(norm) > 1


def _asked(deed: Deed, reading: Reading, run: tuple[int, int]) -> bool:
    """Whether a name is one of the question."""
    span = range(run[0], run[1] + 1)
    keys = [spelling_key(reading.norms[at]) for at in span]
    own = [at for at in span if {reading.stems[at], *reading.ids[at]} & deed.topic]
    return bool(own) or any(key in deed.names for key in keys)


def _distance(deed: Deed, reading: Reading, run: tuple[int, int], at: int) -> int:
    """Words between a name and the verb, more where it stands on the side of the other role."""
    first, last = run
    before = last < at
    distance = at - last if before else first - at
    if not deed.verb:
        return distance
    if not reading.norms[at].isascii():
        accusative = reading.norms[last].endswith(tuple(_words()["accusative"]))
        return distance + (_WRONG_CASE if accusative != deed.undergone or not before else 0)
    passive = _passive(reading, at)
    if passive and not deed.undergone:
        behind_by = first > 0 and reading.norms[first - 1] in _words()["by"] and not before
        return distance if behind_by else _FARTHEST + 1
    right = before if (passive or not deed.undergone) else not before
    return distance if right else _FARTHEST + 1


def _bare(reading: Reading, first: int, last: int) -> str:
    """A name as written, without a Bengali case ending."""
    words = reading.words(first, last)
    for ending in ("কে", "'s", "’s"):
        words = words.removesuffix(ending)
    return words


def _name(words: str, alone: bool) -> Name:
    known = project_register().find(words)
    reading = Reading(words)
    places = [place for at in range(len(reading.norms)) if (place := known_place(reading, at))]
    own = [norm for at, norm in enumerate(reading.norms) if not reading.ids[at]]
    entry = known.id if known else places[0][0] if places else None
    return Name(entry, spelling_key(" ".join(own or reading.norms)), alone)
