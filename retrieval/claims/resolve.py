"""Settles over a whole article who a source is: pronouns, short names, posts, the register.

Language-neutral: it works on mentions. It never merges two names that are merely alike in sound;
that needs more than one article.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from retrieval.claims.attribution import Mention
from retrieval.claims.register import Register, name_key
from retrieval.claims.unnamed import unnamed_in_english
from retrieval.language.detect import is_bengali
from retrieval.language.romanise import romanise
from retrieval.models import Claimant

# How the phrase of a single unnamed person begins ("একজন মুখপাত্র"): only such a one is "he".
_ONE = [[name_key(word)] for word in ("এক", "একজন", "ওই", "এই", "an", "one", "another")]
_NEAR = 6  # sentences that a pronoun reaches back


class Discourse:
    """What an article has said so far about who is who.

    Args:
        register: known claimants; a name it knows is nobody else's short name.
        pointing: posts that, alone, point back to whoever spoke last, in compared form.
        demonstratives: words that make any post point back.
    """

    def __init__(self, register: Register, pointing: frozenset[str], demonstratives: frozenset[str]) -> None:
        self._register = register
        self._pointing, self._demonstratives = pointing, demonstratives
        self._speakers: list[tuple[int, Mention]] = []
        self._people: list[tuple[int, Mention]] = []
        self._full: dict[str, str] = {}

    def heard(self, sentence: int, people: Iterable[Mention]) -> None:
        """Note the persons that a sentence names."""
        for person in people:
            self._people.append((sentence, person))
            self._learn(person)

    def spoke(self, sentence: int, source: Mention) -> None:
        """Note who spoke in a sentence, after ``settle``."""
        self._speakers.append((sentence, source))
        if source.kind == "person" and not source.role:
            self._learn(source)

    def _learn(self, person: Mention) -> None:
        parts = name_key(person.name).split()
        if len(parts) > 1:
            for part in parts:
                self._full.setdefault(part, person.name)
        title = name_key(person.written).split()[: -len(parts) or None]
        for word in title[-1:]:
            self._full[f"post {word}"] = person.name

    def settle(self, sentence: int, source: Mention, said_before: bool = False) -> Mention:
        """The source with pronoun, short name or post replaced by who is meant, where that is known.

        Args:
            sentence: index of the sentence.
            source: as the sentence names it.
            said_before: "he said this": whoever spoke last is meant, whoever was named since.
        """
        if source.pronoun:
            return self._antecedent(sentence, source, said_before)
        if source.kind in ("outlet", "organisation") and source.role:
            alike = [m for _, m in self._speakers if m.kind == source.kind]
            return replace(alike[-1], written=source.written) if alike else source
        if source.kind != "person" or self._register.find(source.name):
            return source
        parts = name_key(source.name).split()
        if source.role:
            return self._by_post(sentence, source, parts)
        full = self._full.get(parts[0]) if len(parts) == 1 else None
        return replace(source, name=full) if full else source

    def _antecedent(self, sentence: int, source: Mention, said_before: bool) -> Mention:
        plural = source.pronoun == "plural"
        spoken = [(at, m) for at, m in self._speakers if 0 < sentence - at <= _NEAR and _fits(m, plural)]
        named = [(at, m) for at, m in self._people if 0 < sentence - at <= 2 and _fits_name(m, plural)]
        if said_before and spoken:
            named = []
        candidates = spoken[-1:] + named[-1:]
        if not candidates:
            far = [m for _, m in self._speakers if _fits(m, plural)]
            return replace(far[-1], written=source.written) if far else source
        # Whoever spoke last goes on speaking, unless someone was named since, right before.
        at, best = candidates[0]
        if len(candidates) == 2 and self._new(*candidates[1], sentence) and at < sentence - 1:
            best = candidates[1][1]
        return replace(best, written=source.written, role=False)

    def _new(self, at: int, person: Mention, sentence: int) -> bool:
        """Whether a person was named for the first time in the sentence right before."""
        key = name_key(person.name)
        earlier = any(name_key(m.name) == key for n, m in self._people if n < at)
        return at == sentence - 1 and not earlier

    def _by_post(self, sentence: int, source: Mention, parts: list[str]) -> Mention:
        named = self._full.get(f"post {parts[-1]}")
        if named:
            return replace(source, name=named, role=False)
        pointed = parts[0] in self._demonstratives or (len(parts) > 1 and parts[-1] in self._pointing)
        near = [m for at, m in self._speakers if 0 < sentence - at <= _NEAR and m.kind == "person"]
        if pointed and near:
            return replace(source, name=near[-1].name, role=near[-1].role)
        return source


def _fits(mention: Mention, plural: bool) -> bool:
    several = mention.kind in ("unnamed", "organisation", "office") or _joined(mention.name)
    single = mention.kind == "person" and not _joined(mention.name)
    one_unnamed = mention.kind == "unnamed" and name_key(mention.name).split()[:1] in _ONE
    return several if plural else single or one_unnamed


def _fits_name(mention: Mention, plural: bool) -> bool:
    return _joined(mention.name) == plural


def _joined(name: str) -> bool:
    return " ও " in name or " এবং " in name or " and " in name


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
        bengali = is_bengali(name)
        digest = hashlib.blake2b(f"{kind}:{name_key(name)}".encode(), digest_size=6).hexdigest()
        english = unnamed_in_english(name) if kind == "unnamed" else None
        latin = (english or romanise(name)) if bengali else name
        return Claimant(f"{kind}-{digest}", name, latin, name if bengali else None, kind)

    def publisher(self, name: str | None, host: str | None) -> Claimant:
        """The publisher of an article, who owns the claims that nobody is named for."""
        shown = name or host or ""
        if not shown:
            return Claimant("outlet-unknown", "unknown publisher", "unknown publisher", "অজানা প্রকাশক", "outlet")
        return self.of(Mention(shown, shown, "outlet"))
