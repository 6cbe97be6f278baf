"""Settles over a whole article who a source is: pronouns, short names, posts, the register.

Language-neutral: it works on mentions.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from retrieval.claims.attribution import Mention
from retrieval.claims.register import Register, name_key
from retrieval.claims.ties import Ties
from retrieval.claims.unnamed import unnamed_in_english
from retrieval.language.detect import is_bengali
from retrieval.language.normalise import normalise
from retrieval.language.phonetic import spelling_key
from retrieval.models import Claimant

_REACH = 6  # sentences that a pronoun reaches back to a speaker
_REACH_NAMED = 2  # … and to somebody who was only named
_SHORTEST_POST = 3  # letters; "man" is no post of every spokesman


@dataclass(frozen=True, slots=True)
class _Heard:
    """Somebody in a sentence of the article."""

    sentence: int
    who: Mention


def _last(heard: Sequence[_Heard], fits: Callable[[_Heard], bool]) -> _Heard | None:
    return next(filter(fits, reversed(heard)), None)


class Discourse:
    """What an article has said so far about who is who.

    Args:
        register: known claimants; a name it knows is nobody else's short name.
        ties: the words of the article's language that point back.
    """

    def __init__(self, register: Register, ties: Ties) -> None:
        self._register = register
        self._ties = ties
        self._speakers: list[_Heard] = []
        self._people: list[_Heard] = []
        self._first_named: dict[str, int] = {}
        self._full: dict[str, str] = {}
        self._by_title: dict[str, str] = {}

    def heard(self, sentence: int, people: Iterable[Mention]) -> None:
        """Note the persons that a sentence names."""
        for person in people:
            self._people.append(_Heard(sentence, person))
            self._first_named.setdefault(name_key(person.name), sentence)
            self._learn(person)

    def spoke(self, sentence: int, source: Mention) -> None:
        """Note who spoke in a sentence, after ``settle``."""
        self._speakers.append(_Heard(sentence, source))
        if source.kind == "person" and not source.role:
            self._learn(source)

    def relayed(self, sentence: int, via: Iterable[Mention]) -> None:
        """Note the persons through whom something came: of villagers and an officer, he is "he"."""
        for relayer in via:
            if relayer.kind == "person":
                self.spoke(sentence, relayer)

    def _learn(self, person: Mention) -> None:
        """A person's short names, and the last title before the name."""
        parts = name_key(person.name).split()
        if len(parts) > 1:
            for part in parts:
                self._full.setdefault(part, person.name)
        titles = name_key(person.written).split()[: -len(parts) or None]
        if titles:
            self._by_title.pop(titles[-1], None)  # the last named stands last
            self._by_title[titles[-1]] = person.name

    def settle(self, sentence: int, source: Mention, said_before: bool = False) -> Mention:
        """The source with pronoun, short name or post replaced by who is meant, where that is known.

        Args:
            sentence: index of the sentence.
            source: as the sentence names it.
            said_before: "he said this": whoever spoke last is meant, whoever was named since.
        """
        if source.pronoun:
            return self._antecedent(sentence, source, said_before)
        if source.role and source.kind in ("outlet", "organisation"):
            alike = _last(self._speakers, lambda heard: heard.who.kind == source.kind)
            return replace(alike.who, written=source.written) if alike else source
        if source.kind == "document" and self._is_report(source):
            outlet = _last(self._speakers, lambda heard: heard.who.kind == "outlet")
            near = outlet is not None and sentence - outlet.sentence <= _REACH
            return replace(outlet.who, written=source.written) if outlet and near else source
        if source.kind != "person" or self._register.find(source.name):
            return source
        parts = name_key(source.name).split()
        if source.role:
            return self._by_post(sentence, source, parts)
        full = self._full.get(parts[0]) if len(parts) == 1 else None
        return replace(source, name=full) if full else source

    def _is_report(self, text: Mention) -> bool:
        """Whether a text is "that report", of whatever outlet spoke before."""
        parts = normalise(text.name).split()
        two = len(parts) == len(("that", "report"))
        return two and parts[0] in self._ties.demonstratives and parts[1] in self._ties.reports

    def _antecedent(self, sentence: int, source: Mention, said_before: bool) -> Mention:
        """Whom a pronoun means: whoever spoke last, unless someone new was named right before."""
        plural = source.pronoun == "plural"
        speaker = _last(self._speakers, lambda heard: self._speaks_as(heard.who, plural))
        near = speaker is not None and sentence - speaker.sentence <= _REACH
        named = self._named_near(sentence, plural)
        if named and (not near or (not said_before and self._newly_named(named, speaker, sentence))):
            return replace(named.who, written=source.written, role=False)
        if speaker is None:
            return source
        return replace(speaker.who, written=source.written, role=speaker.who.role and not near)

    def _named_near(self, sentence: int, plural: bool) -> _Heard | None:
        near = takewhile(lambda heard: sentence - heard.sentence <= _REACH_NAMED, reversed(self._people))
        return next((heard for heard in near if self._joined(heard.who.name) == plural), None)

    def _newly_named(self, named: _Heard, speaker: _Heard | None, sentence: int) -> bool:
        """Whether somebody was named for the first time right before, after the speaker's last word."""
        before = sentence - 1
        first = self._first_named[name_key(named.who.name)]
        return named.sentence == before == first and speaker is not None and speaker.sentence < before

    def _by_post(self, sentence: int, source: Mention, parts: list[str]) -> Mention:
        """Whom "the minister" means: whoever was named with that post, or spoke last."""
        named = self._holder_of(parts[-1])
        if named:
            return replace(source, name=named, role=False)
        owner = normalise(source.name).split()[-2:-1]  # name_key has no apostrophes
        owned = bool(owner) and owner[0].endswith(self._ties.owners)
        pointed = parts[0] in self._ties.demonstratives or (
            len(parts) > 1 and parts[-1] in self._ties.pointing and not owned
        )
        last = _last(self._speakers, lambda heard: heard.who.kind == "person")
        if pointed and last and sentence - last.sentence <= _REACH:
            return replace(source, name=last.who.name, role=last.who.role)
        return source

    def _holder_of(self, post: str) -> str | None:
        """Who was named with a post, or last with a compound of it: নৌমন্ত্রী is a মন্ত্রী."""
        held = (name for title, name in reversed(self._by_title.items()) if title.endswith(post))
        return self._by_title.get(post) or (next(held, None) if len(post) > _SHORTEST_POST else None)

    def _speaks_as(self, speaker: Mention, plural: bool) -> bool:
        """Whether "he", or "they", can mean a speaker."""
        joined = self._joined(speaker.name)
        if plural:
            return joined or speaker.kind in ("unnamed", "organisation", "office")
        one_unnamed = speaker.kind == "unnamed" and name_key(speaker.name).split(" ")[0] in self._ties.one
        return one_unnamed or (speaker.kind == "person" and not joined)

    def _joined(self, name: str) -> bool:
        """Whether a name is that of several: "X ও Y"."""
        return any(f" {joiner} " in name for joiner in self._ties.joiners)


class Claimants:
    """From a settled mention to the one claimant it names.

    Args:
        register: known claimants by any of their names.
    """

    def __init__(self, register: Register) -> None:
        self._register = register

    def of(self, mention: Mention) -> Claimant:
        """The register's entry, or one derived from the name; unnamed sources keep their words."""
        known = self._register.find(mention.name)
        return known or self.named(mention.name, mention)

    def named(self, name: str, mention: Mention) -> Claimant:
        """A claimant that the register does not know."""
        kind = mention.kind or "person"
        # Two words that sound alike name one person in either script; one word is too little for that.
        key = spelling_key(name) if kind == "person" and " " in name.strip() else name_key(name)
        identity = f"{kind}-{hashlib.blake2b(f'{kind}:{key}'.encode(), digest_size=6).hexdigest()}"
        if not is_bengali(name):
            return Claimant(identity, name, name, None, kind)
        return Claimant(identity, name, unnamed_in_english(name) if kind == "unnamed" else None, name, kind)

    def publisher(self, name: str | None, host: str | None) -> Claimant:
        """The publisher of an article, who owns the claims that nobody is named for."""
        shown = name or host or ""
        if not shown:
            return Claimant("outlet-unknown", "unknown publisher", "unknown publisher", "অজানা প্রকাশক", "outlet")
        return self.of(Mention(shown, shown, "outlet"))
