"""The register of known claimants, ``corpus/sources.yaml``: one entry per real source.

Finds an entry by any of its names in either script. It never guesses: names that merely sound
alike are not looked up here.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, get_args

from retrieval.datafiles import corpus_folder, load_data, parse_yaml
from retrieval.errors import BadData
from retrieval.language.normalise import WORD, words
from retrieval.models import Claimant, ClaimantKind

_KINDS = get_args(ClaimantKind)


def name_key(name: str) -> str:
    """The form in which names are compared: normalised words without a leading article."""
    return _key(words(name))


def _key(parts: Sequence[str]) -> str:
    return " ".join(parts[1:] if len(parts) > 1 and parts[0] in _articles() else parts)


@cache
def _articles() -> frozenset[str]:
    return frozenset(load_data("retrieval.claims", "names.yaml")["articles"])


@lru_cache(maxsize=100_000)
def _parts(word: str) -> list[str]:
    """The words of a compared word: two of one with a hyphen, none of a mark."""
    return WORD.findall(word)


class Register:
    """Known claimants by name.

    Args:
        entries: claimants, each with all the names it goes by.

    Raises:
        BadData: two entries share a name.
    """

    def __init__(self, entries: Iterable[tuple[Claimant, Sequence[str]]]) -> None:
        self._by_name: dict[str, Claimant] = {}
        self._by_id: dict[str, Claimant] = {}
        for claimant, names in entries:
            self._add(claimant, names)
        self.longest = max((key.count(" ") + 1 for key in self._by_name), default=0)
        self._first = {key.split(" ")[0] for key in self._by_name} | _articles()

    def _add(self, claimant: Claimant, names: Sequence[str]) -> None:
        self._by_id[claimant.id] = claimant
        for name in names:
            other = self._by_name.setdefault(name_key(name), claimant)
            if other.id != claimant.id:
                raise BadData(
                    f"sources.yaml: {name!r} stands under both {other.id} and {claimant.id}; "
                    "leave it under one."
                )

    def find(self, name: str) -> Claimant | None:
        """The claimant of exactly this name, whatever its script, case or article."""
        return self._by_name.get(name_key(name))

    def known(self, parts: Sequence[str]) -> Claimant | None:
        """``find`` for the words of a name that are in compared form already: many times faster."""
        return self._by_name.get(_key([part for word in parts for part in _parts(word)]))

    def may_begin(self, word: str) -> bool:
        """Whether any name, or an article before one, begins with a word in compared form."""
        return any(part in self._first for part in _parts(word)[:1])

    def by_id(self, claimant_id: str) -> Claimant | None:
        """The claimant of an id."""
        return self._by_id.get(claimant_id)

    def all(self) -> list[Claimant]:
        """Every claimant, in the register's order."""
        return list(self._by_id.values())

    def names(self) -> dict[str, Claimant]:
        """Every name in its compared form, with its claimant."""
        return dict(self._by_name)


def read_register(path: Path) -> Register:
    """Read a register from YAML.

    Raises:
        BadData: not YAML, or an entry lacks a field, has an unknown kind, or a name twice.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadData(f"{path.name} cannot be read ({error.strerror}); restore it.") from error
    rows = parse_yaml(text, path.name) or []
    return Register(_entry(row, path.name) for row in rows)


def _entry(row: Any, file: str) -> tuple[Claimant, list[str]]:  # noqa: ANN401  # checked here
    try:
        claimant = Claimant(str(row["id"]), row["name_en"], row["name_en"], row["name_bn"], row["kind"])
        names = [row["name_en"], row["name_bn"], *row.get("aliases", [])]
    except (KeyError, TypeError, AttributeError) as error:
        raise BadData(f"{file}: an entry lacks {error}: {row!r:.80}; complete it.") from error
    if claimant.kind not in _KINDS:
        kinds = ", ".join(_KINDS)
        raise BadData(f"{file}: {claimant.id} has kind {claimant.kind!r}; use one of {kinds}.")
    return claimant, [str(name) for name in names if name]


@cache
def project_register() -> Register:
    """The project's own register, read once."""
    return read_register(corpus_folder() / "sources.yaml")
