"""The register of known claimants, ``corpus/sources.yaml``, as it is and as it must be."""

import re
import unicodedata
from pathlib import Path
from typing import Any, get_args

import pytest

from retrieval.articles import read_path
from retrieval.claims.extract import extract_claims, publisher_of
from retrieval.claims.register import Register, name_key, project_register, read_register
from retrieval.datafiles import corpus_folder, parse_yaml
from retrieval.errors import BadData
from retrieval.language.normalise import words
from retrieval.models import Claimant, ClaimantKind

STORIES = sorted(corpus_folder().glob("*.md"))
BENGALI, LATIN = re.compile(r"[ঀ-৿]"), re.compile(r"[A-Za-zÀ-ɏ]")
NAMED: set[ClaimantKind] = {"person", "outlet", "organisation"}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    file = corpus_folder() / "sources.yaml"
    parsed: list[dict[str, Any]] = parse_yaml(file.read_text(encoding="utf-8"), file.name)
    return parsed


def test_register_is_large(rows: list[dict[str, Any]]) -> None:
    """At least 300 claimants are known, of every kind but the unnamed."""
    assert len(rows) >= 300
    assert {row["kind"] for row in rows} == set(get_args(ClaimantKind)) - {"unnamed"}


def test_entries_are_well_formed(rows: list[dict[str, Any]]) -> None:
    """Ids are unique, lower-case Latin words with hyphens, and every entry has the same fields."""
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", i)] == []
    fields = {"id", "kind", "name_en", "name_bn", "aliases"}
    assert [row["id"] for row in rows if row.keys() != fields or not isinstance(row["aliases"], list)] == []


def test_names_are_in_their_scripts(rows: list[dict[str, Any]]) -> None:
    """The English name is in Latin letters, the Bengali one in Bengali; only short forms mix."""
    wrong = [
        row["id"]
        for row in rows
        if not LATIN.search(row["name_en"])
        or BENGALI.search(row["name_en"])
        or not BENGALI.search(row["name_bn"])
        or LATIN.search(row["name_bn"])
    ]
    assert wrong == []


def names_of(row: dict[str, Any]) -> list[str]:
    return [row["name_en"], row["name_bn"], *row["aliases"]]


def test_names_are_unique(rows: list[dict[str, Any]]) -> None:
    """A name, as names are compared, stands under one entry only; none is empty or padded."""
    owners: dict[str, set[str]] = {}
    for row in rows:
        for name in names_of(row):
            assert isinstance(name, str)
            assert name == name.strip()
            assert name_key(name)
            owners.setdefault(name_key(name), set()).add(row["id"])
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_no_name_is_listed_twice(rows: list[dict[str, Any]]) -> None:
    """Within an entry no name is written twice in the same letters."""
    assert [row["id"] for row in rows if len(names_of(row)) != len(set(names_of(row)))] == []


def test_every_name_finds_its_entry(rows: list[dict[str, Any]]) -> None:
    """Each name finds its claimant, in any case, with an article before it, in Unicode's other forms."""
    register = project_register()
    wrong = [
        (row["id"], spelling)
        for row in rows
        for name in names_of(row)
        for spelling in _spellings(name)
        if (found := register.find(spelling)) is None or found.id != row["id"]
    ]
    assert wrong == []
    assert len(register.all()) == len(rows)


def _spellings(name: str) -> list[str]:
    has_article = name_key(name) != " ".join(words(name))
    return [
        name,
        name.upper(),
        unicodedata.normalize("NFD", name),
        name.replace("\u09af\u09bc", "\u09df"),
        name if has_article else f"The {name}",
    ]


@pytest.mark.parametrize("story", STORIES, ids=lambda path: path.name)
def test_speakers_of_the_stories_are_known(story: Path) -> None:
    """Every named person and outlet that speaks in the project's own stories is in the register."""
    article, register = read_path(story), project_register()
    claims = extract_claims(article)
    speakers = {who for claim in claims for who in (claim.claimant, *claim.via) if who}
    named = {who for who in {*speakers, publisher_of(article)} if who.kind in NAMED}
    assert named
    assert [who.name for who in named if register.by_id(who.id) is None] == []


def test_name_of_two_entries_is_refused() -> None:
    """Two claimants cannot share a name, article and case aside."""
    one = Claimant("one", "The Star", "The Star", None, "outlet")
    two = Claimant("two", "star", "star", None, "person")
    with pytest.raises(BadData, match="'star' stands under both one and two"):
        Register([(one, ["The Star"]), (two, ["star"])])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- {id: a, name_en: A, name_bn: ক}", "lacks 'kind'"),
        ("- {id: a, name_en: A, name_bn: ক, kind: robot}", "kind 'robot'; use one of"),
        ("- just a name", "complete it"),
        ("- {id: [", r"sources\.yaml line \d is not valid YAML"),
    ],
)
def test_broken_register(tmp_path: Path, text: str, reason: str) -> None:
    """A broken entry is told with the file, the entry and the cure."""
    file = tmp_path / "sources.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match=reason):
        read_register(file)


def test_missing_register(tmp_path: Path) -> None:
    """A register that is not there is told, too."""
    with pytest.raises(BadData, match=r"sources\.yaml cannot be read"):
        read_register(tmp_path / "sources.yaml")
