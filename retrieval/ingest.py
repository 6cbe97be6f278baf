"""The pipeline in: file, folder or URL -> article -> claims -> one transaction -> both indexes.

Each input stands alone: one that is refused says why, and the others go on. What did not change is
not touched; what is gone is reported, and removed only on request.
"""

import hashlib
import logging
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from retrieval.articles import find_articles, read_path, read_url
from retrieval.claims.extract import EXTRACTOR, extract_claims, publisher_of
from retrieval.datafiles import corpus_folder
from retrieval.errors import BadArticle, MukhomukhiError, NotFound
from retrieval.index.indexes import Indexes
from retrieval.library import Library, SavedArticle, article_id
from retrieval.models import Article

Outcome = Literal["added", "updated", "unchanged", "refused", "missing", "removed"]
OUTCOMES: tuple[Outcome, ...] = ("added", "updated", "unchanged", "refused", "missing", "removed")
OnStep = Callable[[str, int, int], None]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class IngestItem:
    """What became of one input.

    Attributes:
        input: the file or URL.
        outcome: what happened.
        article_id: of the stored article, if there is one.
        claims: how many claims it holds now.
        message: why it was refused, or what to do; empty otherwise.
    """

    input: str
    outcome: Outcome
    article_id: str | None = None
    claims: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of every input, in order."""

    items: tuple[IngestItem, ...]

    def counts(self) -> dict[Outcome, int]:
        """How many inputs had each outcome."""
        counted = Counter(item.outcome for item in self.items)
        return {outcome: counted[outcome] for outcome in OUTCOMES}


class Ingester:
    """Brings articles into a library and its indexes.

    Args:
        library: the truth.
        indexes: brought up to date after the last input.
    """

    def __init__(self, library: Library, indexes: Indexes) -> None:
        self._library, self._indexes = library, indexes

    def ingest(
        self,
        inputs: Sequence[str],
        *,
        remove_missing: bool = False,
        on_step: OnStep | None = None,
    ) -> IngestReport:
        """Take in files, folders and URLs.

        Args:
            inputs: paths and http(s) URLs.
            remove_missing: remove articles whose files are gone from the folders given.
            on_step: called with "reading" or "indexing", how many are done, and how many there are.
        """
        step = on_step or _silent
        found = list(dict.fromkeys(_expand(inputs)))
        items = []
        for at, source in enumerate(found):
            step("reading", at, len(found))
            items.append(self._take(source))
        step("reading", len(found), len(found))
        items += self._gone(inputs, remove_missing)
        self._indexes.catch_up(lambda done, total: step("indexing", done, total))
        return IngestReport(tuple(items))

    def _take(self, source: "_Source") -> IngestItem:
        if source.refused:
            return IngestItem(source.name, "refused", message=source.refused)
        try:
            return self._store(source)
        except MukhomukhiError as error:
            return IngestItem(source.name, "refused", message=str(error))

    def _store(self, source: "_Source") -> IngestItem:
        article = _read(source)
        content = _content_hash(article)
        known = self._library.fingerprint(article.path)
        if known and (known.content_hash, known.extractor) == (content, _extractor()):
            self._library.found([article.path])
            return self._item(source, "unchanged", known.article_id)
        saved = self._save(article, content)
        return self._item(source, saved.outcome, saved.id)

    def _save(self, article: Article, content: str) -> SavedArticle:
        return self._library.save(
            article,
            extract_claims(article),
            content_hash=content,
            extractor=_extractor(),
            publisher_claimant=publisher_of(article),
        )

    def _item(self, source: "_Source", outcome: Outcome, article: str) -> IngestItem:
        claims = sum(1 for _ in self._library.claims(article))
        return IngestItem(source.name, outcome, article, claims)

    def _gone(self, inputs: Sequence[str], remove: bool) -> list[IngestItem]:
        """Articles stored from the given folders (or files) that are not there any more."""
        places = [Path(name).absolute() for name in inputs if not _is_url(name)]
        stored = [a.path for a in self._library.articles() if not _is_url(a.path)]
        gone = [path for path in stored if not Path(path).exists() and _under(path, places)]
        if remove:
            self._library.remove([article_id(path) for path in gone])
            return [IngestItem(path, "removed", article_id(path)) for path in gone]
        self._library.mark_missing(gone)
        cure = "its file is gone; its claims stay until you ingest again with --remove-missing."
        return [IngestItem(path, "missing", article_id(path), message=cure) for path in gone]


def _read(source: "_Source") -> Article:
    """The article of one input; whatever a reader stumbles over, the other inputs go on.

    Raises:
        BadArticle: it cannot be read.
        NotFound: there is no such file or page.
    """
    try:
        return read_url(source.name) if source.url else read_path(Path(source.name))
    except MukhomukhiError:
        raise
    except Exception as error:  # a library's own error on a page nobody foresaw
        _log.debug("%s failed", source.name, exc_info=True)
        raise BadArticle(
            f"{source.name} cannot be read ({type(error).__name__}): leave it out and report it."
        ) from error


@dataclass(frozen=True, slots=True)
class _Source:
    """One input after folders were opened: its name, and why it is refused already, if so."""

    name: str
    url: bool = False
    refused: str = ""


def _expand(inputs: Sequence[str]) -> Iterator[_Source]:
    for name in inputs:
        if _is_url(name):
            yield _Source(name, url=True)
            continue
        path = Path(name).absolute()
        if not path.is_dir():
            yield _Source(str(path))
            continue
        try:
            yield from (_Source(str(found)) for found in find_articles(path))
        except MukhomukhiError as error:
            yield _Source(str(path), refused=str(error))


def _is_url(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


def _under(path: str, places: Sequence[Path]) -> bool:
    return any(place == Path(path) or place in Path(path).parents for place in places)


def _content_hash(article: Article) -> str:
    parts = (
        article.title, article.publisher, article.url, article.published, article.language,
        article.text, article.body,
    )  # fmt: skip
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()


@cache
def _extractor() -> str:
    """The extractor's version with the register's: a changed register makes other claimants."""
    register = (corpus_folder() / "sources.yaml").read_bytes()
    return f"{EXTRACTOR}-{hashlib.blake2b(register, digest_size=6).hexdigest()}"


def _silent(step: str, done: int, total: int) -> None:
    del step, done, total


def preview(path: Path) -> Article:
    """Read one article without storing it.

    Raises:
        NotFound: there is no such file.
        BadArticle: it is no article.
    """
    if path.is_dir():
        raise NotFound(f"{path} is a folder; name one article in it.")
    return read_path(path)
