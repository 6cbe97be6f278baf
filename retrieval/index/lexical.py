"""Words and sounds in SQLite's FTS5: BM25 over stems, and BM25 over phonetic keys.

A cache of the database in a file of its own, so that the truth may live elsewhere. Every change is
one SQLite transaction. FTS5 cuts Bengali words at vowel signs by default; here marks count as
letters, and text comes in already stemmed.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Literal

from retrieval.datafiles import data_digest
from retrieval.errors import IndexBroken
from retrieval.index.vectors import LEVELS, Hit, Level
from retrieval.language.concepts import concepts, with_implied
from retrieval.language.detect import is_bengali
from retrieval.language.negation import turns
from retrieval.language.normalise import words
from retrieval.language.phonetic import phonetic_key, phonetic_keys
from retrieval.language.stem import stems

Column = Literal["stems", "keys", "concepts"]
# Counts up with every change of stemming or keys in code; with the digest of the data files it tells
# an index of another form, which is rebuilt.
_VERSION = 3
# Stands among the concepts of a text that holds a negation or denial; no concept has a digit in it.
_TURNED = "turned0"
_TOKENIZER = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"


@dataclass(frozen=True, slots=True)
class LexicalRow:
    """One text to index: its id and article, what to find it by, and, of a claim, its passage."""

    id: str
    article: str
    text: str
    passage: str = ""


class LexicalIndex:
    """BM25 (Robertson and Zaragoza 2009, k1 1.2, b 0.75: FTS5's own) over stems, sounds and concepts.

    Args:
        file: the SQLite file; made when missing.

    Raises:
        IndexBroken: the file is no database of ours.
    """

    def __init__(self, file: Path) -> None:
        self._lock = Lock()
        try:
            self._db = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self.stale = self._prepare()
        except sqlite3.DatabaseError as error:
            raise IndexBroken(
                f"The lexical index {file} cannot be read; delete it and run: mukhomukhi reindex"
            ) from error

    def _prepare(self) -> bool:
        """Make the tables; whether an index of an older form was thrown away."""
        known = self._db.execute("PRAGMA user_version").fetchone()[0]
        version = data_digest("retrieval.language") ^ _VERSION
        stale = known not in (0, version)
        if stale:
            for table in (*LEVELS, "members", "vocabulary"):
                self._db.execute(f"DROP TABLE IF EXISTS {table}")
        for level in LEVELS:
            self._db.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {level} USING fts5"
                f'(stems, keys, concepts, id UNINDEXED, article UNINDEXED, tokenize="{_TOKENIZER}")'
            )
        self._db.execute("CREATE TABLE IF NOT EXISTS members (passage TEXT, claim TEXT, article TEXT)")
        self._db.execute("CREATE INDEX IF NOT EXISTS members_passage ON members (passage)")
        self._db.execute("CREATE INDEX IF NOT EXISTS members_article ON members (article)")
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS vocabulary"
            "(key TEXT, word TEXT, PRIMARY KEY (key, word)) WITHOUT ROWID"
        )
        self._db.execute(f"PRAGMA user_version = {version}")
        return stale

    def replace(self, article: str, rows: Mapping[Level, Sequence[LexicalRow]]) -> None:
        """Index the texts of one article instead of those it had, in one transaction."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                for level in LEVELS:
                    self._db.execute(f"DELETE FROM {level} WHERE article = ?", (article,))  # noqa: S608  # level is one of two constants
                    self._db.executemany(
                        f"INSERT INTO {level} (stems, keys, concepts, id, article) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
                        ((*_indexed(row.text), row.id, row.article) for row in rows.get(level, ())),
                    )
                self._learn(rows.get("passages", ()))
                self._join(article, rows.get("claims", ()))
                self._db.execute("COMMIT")
            except BaseException:
                self._db.execute("ROLLBACK")
                raise

    def _learn(self, rows: Sequence[LexicalRow]) -> None:
        """Remember Bengali words by sound; words outlive their articles, they are only suggestions."""
        known = {word for row in rows for word in words(row.text) if is_bengali(word)}
        self._db.executemany(
            "INSERT OR IGNORE INTO vocabulary (key, word) VALUES (?, ?)",
            ((phonetic_key(word), word) for word in sorted(known)),
        )

    def _join(self, article: str, claims: Sequence[LexicalRow]) -> None:
        self._db.execute("DELETE FROM members WHERE article = ?", (article,))
        self._db.executemany(
            "INSERT INTO members (passage, claim, article) VALUES (?, ?, ?)",
            ((row.passage, row.id, article) for row in claims),
        )

    def claims_of(self, passages: Sequence[str]) -> dict[str, list[str]]:
        """The claims of each passage, in the order of the text."""
        marks = ",".join("?" * len(passages))
        with self._lock:
            rows = self._db.execute(
                f"SELECT passage, claim FROM members WHERE passage IN ({marks}) ORDER BY rowid",  # noqa: S608  # only question marks
                list(passages),
            ).fetchall()
        found: dict[str, list[str]] = {passage: [] for passage in passages}
        for passage, claim in rows:
            found[passage].append(claim)
        return found

    def words_by_key(self, keys: Sequence[str]) -> dict[str, list[str]]:
        """The Bengali words that the library has seen, by phonetic key."""
        wanted = sorted(set(keys))
        marks = ",".join("?" * len(wanted))
        with self._lock:
            rows = self._db.execute(
                f"SELECT key, word FROM vocabulary WHERE key IN ({marks})",  # noqa: S608  # only question marks
                wanted,
            ).fetchall()
        found: dict[str, list[str]] = {}
        for key, word in rows:
            found.setdefault(key, []).append(word)
        return found

    def search(self, level: Level, column: Column, terms: Iterable[str], limit: int) -> list[Hit]:
        """Texts that hold any of the terms, best first; scores are BM25, larger is better."""
        wanted = list(dict.fromkeys(terms))
        if not wanted:
            return []
        match = f"{column} : (" + " OR ".join(map(_quoted, wanted)) + ")"
        with self._lock:
            rows = self._db.execute(
                f"SELECT id, -rank FROM {level} WHERE {level} MATCH ? ORDER BY rank LIMIT ?",  # noqa: S608
                (match, limit),
            ).fetchall()
        return [Hit(identity, score) for identity, score in rows]

    def search_sides(self, terms: Mapping[Column, Sequence[str]], limit: int) -> list[Hit]:
        """Claims that hold any of the terms, best first of those with a negation, then of those without.

        However many claims say a thing, those that say it is not so are looked at, and the reverse.

        Args:
            terms: per column.
            limit: at most so many of each.
        """
        parts = [
            f"{column} : (" + " OR ".join(map(_quoted, dict.fromkeys(words))) + ")"
            for column, words in terms.items()
            if words
        ]
        if not parts:
            return []
        any_of = "(" + " OR ".join(parts) + ")"
        turned = f"concepts : {_quoted(_TURNED)}"
        matches = (f"{any_of} AND {turned}", f"{any_of} NOT {turned}")
        with self._lock:
            rows = [
                row
                for match in matches
                for row in self._db.execute(
                    "SELECT id, -rank FROM claims WHERE claims MATCH ? ORDER BY rank LIMIT ?", (match, limit)
                ).fetchall()
            ]
        return [Hit(identity, score) for identity, score in rows]

    def document_frequency(self, level: Level, column: Column, term: str) -> int:
        """In how many texts a term occurs."""
        with self._lock:
            return int(
                self._db.execute(
                    f"SELECT count(*) FROM {level} WHERE {level} MATCH ?",  # noqa: S608
                    (f"{column} : {_quoted(term)}",),
                ).fetchone()[0]
            )

    def count(self, level: Level) -> int:
        """How many texts are indexed."""
        with self._lock:
            return int(self._db.execute(f"SELECT count(*) FROM {level}").fetchone()[0])  # noqa: S608

    def clear(self) -> None:
        """Forget everything, for a rebuild."""
        with self._lock:
            for table in (*LEVELS, "members", "vocabulary"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self._db.execute("PRAGMA optimize")
        self._db.close()


def _quoted(term: str) -> str:
    """A term as FTS5 reads it, none of its characters an operator."""
    return '"' + term.replace('"', '""').replace("\0", " ") + '"'


def _indexed(text: str) -> tuple[str, str, str]:
    told = with_implied(frozenset(concepts(text))) | ({_TURNED} if turns(text) else set())
    named = (concept.replace("-", "") for concept in sorted(told))
    return " ".join(stems(text)), " ".join(phonetic_keys(text)), " ".join(named)
