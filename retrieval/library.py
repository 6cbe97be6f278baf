"""The truth: articles, their claims and who made them, in an SQL database.

Each method is one transaction: after a kill at any instruction an article is in, whole, or not in.
It reads no files and knows nothing of indexes, except which articles they have to catch up with
(``queued``). Who may open it while another process writes is up to ``ownership``.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from types import TracebackType
from typing import Any, Literal, Self
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    Select,
    SQLColumnExpression,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    true,
    update,
)

from retrieval.corrections import StanceCorrections
from retrieval.errors import BadArticle, NotFound
from retrieval.migrations.connect import connect, explained, for_writing, upsert
from retrieval.models import (
    Article,
    ArticleLanguage,
    ArticleRef,
    Claim,
    Claimant,
    ExtractedClaim,
)
from retrieval.schema import (
    PUBLISHED,
    ArticleRow,
    ClaimantRow,
    ClaimRow,
    ClaimViaRow,
    QueueRow,
    Table,
)

_IDS_A_QUERY = 500  # SQLite takes 32,766 parameters, PostgreSQL 65,535; short plans are kept
_ARTICLES_A_QUERY = 20  # what the reader of a long stream waits for, and holds, at a time
_CHOICES_SHOWN = 5
_MOBILE_OR_WWW = re.compile(r"^(?:(?:www|m|mobile)\.)+(?=[^.]+\.)")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|igshid")
_PATH_SAFE = "/:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class SavedArticle:
    """What became of an article that was saved."""

    id: str
    outcome: Literal["added", "updated"]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What the stored claims of an article were made from, and by which version."""

    article_id: str
    content_hash: str
    extractor: str


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article and what the library knows beside it; ``missing_since``: its file is gone."""

    id: str
    article: Article
    origin: str
    content_hash: str
    extractor: str
    added_at: datetime
    updated_at: datetime
    missing_since: datetime | None


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article without its text; ``claims`` are the published ones."""

    id: str
    path: str
    title: str
    publisher: str | None
    url: str | None
    language: ArticleLanguage
    published: date | None
    origin: str
    claims: int
    missing: bool


@dataclass(frozen=True, slots=True)
class ClaimantSummary:
    """A claimant and the number of published claims made in that name."""

    claimant: Claimant
    claims: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Articles, their published claims, and who made those."""

    articles: int
    claims: int
    claimants: int


def article_id(path: str) -> str:
    """The id of the article that was read from ``path``."""
    return f"a-{_digest(path)[:12]}"


def claim_id(article: str, words: str, occurrence: int) -> str:
    """The id of a claim, equal as long as its article holds the same words.

    Args:
        article: id of the article.
        words: the claim as it stands there; line breaks and other spacing do not count.
        occurrence: 0 for the first claim of the article with these words, 1 for the second.
    """
    return f"c-{_digest(article, ' '.join(words.split()), str(occurrence))[:16]}"


def origin_of(article: Article) -> str:
    """The independent source behind an article: the address of its original, else the article's id.

    Addresses that lead to one page are one origin. An address without a page (a site's front) says
    nothing about the source and does not count.
    """
    return (article.url and _normal_url(article.url)) or article_id(article.path)


class Library:
    """The database of articles and claims, safe to share between threads.

    Attributes:
        corrections: moderators' corrections of stances.

    Example:
        >>> with Library.open("sqlite:///data/mukhomukhi.sqlite") as library:
        ...     library.counts()
        Counts(articles=0, claims=0, claimants=0)
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = for_writing(engine)
        self.corrections = StanceCorrections(self._reading, self._writing)

    @classmethod
    def open(cls, url: str) -> Self:
        """Open the database at an SQLAlchemy URL; make it, or bring it up to date, where needed.

        Raises:
            BadSetting: there is no such server, folder or driver, the file is no SQLite database,
                or a newer version of the project wrote it.
        """
        return cls(connect(url))

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self._engine.url), self._writer.begin() as connection:
            yield connection

    def save(
        self,
        article: Article,
        claims: Sequence[ExtractedClaim],
        *,
        content_hash: str,
        extractor: str,
        publisher_claimant: Claimant,
    ) -> SavedArticle:
        """Put an article and its claims in place of what was stored of it, and queue it.

        A claim whose words are still there keeps its id and its status. A known claimant keeps its
        names and gains the missing ones.

        Args:
            article: as it was read.
            claims: all claims of it; positions in this list are what ``refers_to`` means.
            content_hash: of what the article was read from.
            extractor: the version that found the claims.
            publisher_claimant: who makes the claims that nobody is named for.

        Raises:
            BadArticle: a claim lies outside the text, or a text cannot be stored; nothing was.
        """
        _refuse_broken(article, claims)
        identity = article_id(article.path)
        with self._writing() as connection:
            known = connection.execute(select(exists().where(ArticleRow.id == identity))).scalar()
            _put_article(connection, article, content_hash, extractor)
            _put_claimants(connection, claims, publisher_claimant)
            _replace_claims(connection, article, claims, publisher_claimant)
            _queue(connection, [identity])
        return SavedArticle(identity, "updated" if known else "added")

    def fingerprint(self, path: str) -> Fingerprint | None:
        """What the claims of the article at ``path`` were made from; None if it is not stored."""
        wanted = select(ArticleRow.id, ArticleRow.content_hash, ArticleRow.extractor).where(
            ArticleRow.path == path
        )
        with self._reading() as connection:
            row = connection.execute(wanted).one_or_none()
        return row and Fingerprint(*row)

    def article(self, name: str) -> StoredArticle | None:
        """The article with this id, path, file name, or unique end of a path; None if none has.

        Raises:
            NotFound: several paths end so; the message names them.
        """
        with self._reading() as connection:
            identity = _find_article(connection, name)
            if identity is None:
                return None
            wanted = select(*Table.metadata.tables["articles"].c).where(ArticleRow.id == identity)
            return _stored_article(connection.execute(wanted).one())

    def articles(self) -> list[ArticleSummary]:
        """Every article, by path."""
        return self._summaries(true())

    def _summaries(self, which: ColumnElement[bool]) -> list[ArticleSummary]:
        of_article = (ClaimRow.article_id == ArticleRow.id, ClaimRow.status == PUBLISHED)
        wanted = select(
            ArticleRow.id,
            ArticleRow.path,
            ArticleRow.title,
            ArticleRow.publisher,
            ArticleRow.url,
            ArticleRow.language,
            ArticleRow.published,
            ArticleRow.origin,
            select(func.count()).where(*of_article).scalar_subquery(),
            ArticleRow.missing_since.is_not(None),
        )
        wanted = wanted.where(which).order_by(ArticleRow.path)
        with self._reading() as connection:
            return [ArticleSummary(*row) for row in connection.execute(wanted)]

    def article_at(self, url: str) -> ArticleSummary | None:
        """The article whose original stands at an address, however it is written; None if none does."""
        origin = _normal_url(url)
        return next((a for a in self._summaries(ArticleRow.origin == origin)), None) if origin else None

    def article_text(self, identity: str) -> str:
        """The text of an article, of which its claims are slices.

        Raises:
            NotFound: there is no article with this id.
        """
        with self._reading() as connection:
            text = connection.execute(select(ArticleRow.text).where(ArticleRow.id == identity)).scalar()
        if text is None:
            raise NotFound(f"There is no article {identity}; list them with: mukhomukhi articles")
        return text

    def claims(self, article_id: str | None = None) -> Iterator[Claim]:
        """The published claims of one article (by id), or of all, in the order of the text.

        Articles come by path, a few in memory at a time, and no transaction stays open meanwhile.
        """
        for batch in _batches(self._article_ids(article_id), _ARTICLES_A_QUERY):
            yield from self._read_claims(
                _claims_query()
                .where(ClaimRow.article_id.in_(batch))
                .order_by(ArticleRow.path, ClaimRow.position)
            )

    def claims_by_id(self, ids: Sequence[str]) -> dict[str, Claim]:
        """The published claims among ``ids``, in that order; what is not published is left out."""
        found = {
            claim.id: claim
            for batch in _batches(ids, _IDS_A_QUERY)
            for claim in self._read_claims(_claims_query().where(ClaimRow.id.in_(batch)))
        }
        return {identity: found[identity] for identity in ids if identity in found}

    def _article_ids(self, only: str | None) -> list[str]:
        if only is not None:
            return [only]
        with self._reading() as connection:
            return list(connection.scalars(select(ArticleRow.id).order_by(ArticleRow.path)))

    def _read_claims(self, wanted: Select[*tuple[Any, ...]]) -> list[Claim]:
        with self._reading() as connection:
            rows = connection.execute(wanted).all()
            via = _read_via(connection, [row.id for row in rows])
        return [_claim(row, tuple(via[row.id])) for row in rows]

    def claimants(self) -> list[ClaimantSummary]:
        """Everyone in whose name a published claim stands, most claims first."""
        claims = func.count(ClaimRow.id)
        wanted = (
            select(*_CLAIMANT, claims)
            .join(ClaimRow, ClaimRow.claimant_id == ClaimantRow.id)
            .where(ClaimRow.status == PUBLISHED)
            .group_by(*_CLAIMANT)
            .order_by(claims.desc(), ClaimantRow.id)
        )
        with self._reading() as connection:
            rows = connection.execute(wanted).all()
        return [ClaimantSummary(Claimant(*row[:-1]), row[-1]) for row in rows]

    def counts(self) -> Counts:
        """How much there is."""
        wanted = select(
            select(func.count()).select_from(ArticleRow).scalar_subquery(),
            func.count(),
            func.count(ClaimRow.claimant_id.distinct()),
        ).where(ClaimRow.status == PUBLISHED)
        with self._reading() as connection:
            return Counts(*connection.execute(wanted).one())

    def revision(self) -> str:
        """Changes whenever an article or a published claim is added, changed or taken away."""
        wanted = select(
            select(func.count()).select_from(ArticleRow).scalar_subquery(),
            select(func.max(ArticleRow.updated_at)).scalar_subquery(),
        )
        with self._reading() as connection:
            return " ".join(str(value) for value in connection.execute(wanted).one())

    def statuses(self, claim_ids: Iterable[str]) -> dict[str, str]:
        """The status of each claim that the database holds, published or not."""
        found: dict[str, str] = {}
        with self._reading() as connection:
            for batch in _batches(claim_ids, _IDS_A_QUERY):
                wanted = select(ClaimRow.id, ClaimRow.status).where(ClaimRow.id.in_(batch))
                found.update((row.id, row.status) for row in connection.execute(wanted))
        return found

    def set_status(self, claim_ids: Iterable[str], status: str) -> None:
        """Publish claims or take them back: what is not ``PUBLISHED`` is shown nowhere from now on.

        The status outlives re-ingesting as long as the article holds the claim's words.
        """
        with self._writing() as connection:
            for batch in _batches(claim_ids, _IDS_A_QUERY):
                connection.execute(update(ClaimRow).where(ClaimRow.id.in_(batch)).values(status=status))
                of_batch = select(ClaimRow.article_id).where(ClaimRow.id.in_(batch)).distinct()
                articles = connection.scalars(of_batch).all()
                changed = update(ArticleRow).where(ArticleRow.id.in_(articles))
                connection.execute(changed.values(updated_at=_now()))
                _queue(connection, articles)

    def remove(self, article_ids: Iterable[str]) -> None:
        """Delete articles with their claims, and queue them: the indexes have to forget them."""
        with self._writing() as connection:
            for batch in _batches(article_ids, _IDS_A_QUERY):
                found = connection.scalars(select(ArticleRow.id).where(ArticleRow.id.in_(batch)))
                _queue(connection, found.all())
                connection.execute(delete(ArticleRow).where(ArticleRow.id.in_(batch)))

    def mark_missing(self, paths: Iterable[str]) -> None:
        """Note that the files of these articles were not found; the first time counts."""
        change = update(ArticleRow).values(missing_since=_now())
        with self._writing() as connection:
            for batch in _batches(paths, _IDS_A_QUERY):
                unmarked = ArticleRow.path.in_(batch) & ArticleRow.missing_since.is_(None)
                connection.execute(change.where(unmarked))

    def found(self, paths: Iterable[str]) -> None:
        """Note that the files of these articles are there."""
        change = update(ArticleRow).values(missing_since=None)
        with self._writing() as connection:
            for batch in _batches(paths, _IDS_A_QUERY):
                marked = ArticleRow.path.in_(batch) & ArticleRow.missing_since.is_not(None)
                connection.execute(change.where(marked))

    def queued(self) -> list[str]:
        """Ids of the articles whose index entries do not match the database, longest wait first."""
        wanted = select(QueueRow.article_id).order_by(QueueRow.queued_at, QueueRow.article_id)
        with self._reading() as connection:
            return list(connection.scalars(wanted))

    def unqueue(self, ids: Iterable[str], *, as_of: datetime | None = None) -> None:
        """Note that the indexes match the database for these articles.

        Args:
            ids: of articles, there or removed.
            as_of: when the database was read for the indexes. What was queued again since then
                stays queued; give it where another thread or process may save meanwhile.
        """
        old = QueueRow.queued_at < as_of if as_of else true()
        with self._writing() as connection:
            for batch in _batches(ids, _IDS_A_QUERY):
                connection.execute(delete(QueueRow).where(QueueRow.article_id.in_(batch), old))

    def queue_all(self) -> None:
        """Queue every article, to build the indexes anew."""
        with self._writing() as connection:
            _queue(connection, connection.scalars(select(ArticleRow.id)).all())


def _digest(*parts: str) -> str:
    """Hexadecimal, as long as a caller needs at most; parts cannot run into each other."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def _normal_url(url: str) -> str | None:
    """One form for all addresses of one page; None where it is the address of no page.

    Example:
        >>> _normal_url("http://m.Example.com/news/1/?utm_source=x#top")
        'https://example.com/news/1'
    """
    try:
        parts = urlsplit(url.strip() if "://" in url else f"//{url.strip()}")
        host = _MOBILE_OR_WWW.sub("", (parts.hostname or "").rstrip("."))
    except ValueError:
        return None
    path = quote(unquote(parts.path).rstrip("/"), safe=_PATH_SAFE)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([pair for pair in pairs if not _TRACKING.fullmatch(pair[0])])
    if "." not in host or not (path or query):
        return None
    return f"https://{host}{path}{'?' * bool(query)}{query}"


def _refuse_broken(article: Article, claims: Sequence[ExtractedClaim]) -> None:
    """No claim without its words, and no text that a database cannot hold."""
    if not _storable(article):
        raise BadArticle(
            f"{article.path!a} holds a NUL or half a character, which no database stores;"
            " save it again as UTF-8."
        )
    for claim in claims:
        if not _sound(claim, len(article.text), len(claims)):
            raise BadArticle(
                f"The claim at {claim.start}-{claim.end} of {article.path} lies outside its"
                f" {len(article.text)} characters or answers a claim that is not there;"
                " extract the claims from the text that is saved."
            )


def _storable(article: Article) -> bool:
    texts = (article.path, article.title, article.publisher, article.url, article.text)
    try:
        return b"\0" not in "".join(text for text in texts if text).encode()
    except UnicodeEncodeError:
        return False


def _sound(claim: ExtractedClaim, characters: int, claims: int) -> bool:
    spans = ((claim.start, claim.end), claim.passage)
    in_text = all(0 <= start < end <= characters for start, end in spans)
    return in_text and (claim.refers_to is None or 0 <= claim.refers_to < claims)


def _put_article(connection: Connection, article: Article, content_hash: str, extractor: str) -> None:
    now = _now()
    values = {
        "id": article_id(article.path),
        "path": article.path,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "language": article.language,
        "published": article.published,
        "text": article.text,
        "body": [list(span) for span in article.body],
        "origin": origin_of(article),
        "content_hash": content_hash,
        "extractor": extractor,
        "updated_at": now,
        "missing_since": None,
    }
    statement = upsert(connection, ArticleRow).values(**values, added_at=now)
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def _put_claimants(connection: Connection, claims: Sequence[ExtractedClaim], publisher: Claimant) -> None:
    """Add the claimants that are new; give those that are known the names they lack."""
    named = {who for claim in claims for who in (claim.claimant or publisher, *claim.via)}
    if not named:
        return
    statement = upsert(connection, ClaimantRow)
    missing = {
        "name_en": func.coalesce(ClaimantRow.name_en, statement.excluded.name_en),
        "name_bn": func.coalesce(ClaimantRow.name_bn, statement.excluded.name_bn),
    }
    # In one order everywhere: two writers that lock the same rows never wait for each other.
    rows = [_claimant_row(who) for who in sorted(named, key=repr)]
    connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=missing), rows)


def _claimant_row(who: Claimant) -> dict[str, str | None]:
    return {
        "id": who.id,
        "name": who.name,
        "name_en": who.name_en,
        "name_bn": who.name_bn,
        "kind": who.kind,
    }


def _replace_claims(
    connection: Connection,
    article: Article,
    claims: Sequence[ExtractedClaim],
    publisher: Claimant,
) -> None:
    """Put the claims in place of those that are stored, whose status outlives them."""
    identity = article_id(article.path)
    of_article = ClaimRow.article_id == identity
    kept = connection.execute(select(ClaimRow.id, ClaimRow.status).where(of_article)).all()
    status = {row.id: row.status for row in kept}
    connection.execute(delete(ClaimRow).where(of_article))
    ids = claim_ids(article, claims)
    rows = [
        {
            "id": ids[position],
            "article_id": identity,
            "position": position,
            "claimant_id": (claim.claimant or publisher).id,
            "status": status.get(ids[position], PUBLISHED),
            **_claim_row(claim),
        }
        for position, claim in enumerate(claims)
    ]
    if rows:
        connection.execute(insert(ClaimRow), rows)
        _put_via(connection, ids, claims)
        _put_references(connection, ids, claims)


def claim_ids(article: Article, claims: Sequence[ExtractedClaim]) -> list[str]:
    """One id per claim, in the order of ``claims``; equal words are counted in that of the text."""
    identity = article_id(article.path)
    seen: Counter[str] = Counter()
    ids = [""] * len(claims)
    for position in sorted(range(len(claims)), key=lambda position: claims[position].start):
        claim = claims[position]
        words = " ".join(article.text[claim.start : claim.end].split())
        ids[position] = claim_id(identity, words, seen[words])
        seen[words] += 1
    return ids


def _claim_row(claim: ExtractedClaim) -> dict[str, Any]:
    return {
        "start": claim.start,
        "end": claim.end,
        "cue": claim.cue if claim.claimant else None,
        "context": claim.context,
        "said": claim.said,
        "said_precision": claim.said_precision,
        "passage_start": claim.passage[0],
        "passage_end": claim.passage[1],
    }


def _put_via(connection: Connection, ids: list[str], claims: Sequence[ExtractedClaim]) -> None:
    rows = [
        {"claim_id": identity, "position": position, "claimant_id": who.id}
        for identity, claim in zip(ids, claims, strict=True)
        for position, who in enumerate(claim.via)
    ]
    if rows:
        connection.execute(insert(ClaimViaRow), rows)


def _put_references(connection: Connection, ids: list[str], claims: Sequence[ExtractedClaim]) -> None:
    """Say which claim answers which, now that all are there: one may answer a later one."""
    rows = [
        {"answer": identity, "object": ids[claim.refers_to]}
        for identity, claim in zip(ids, claims, strict=True)
        if claim.refers_to is not None
    ]
    if rows:
        table = Table.metadata.tables["claims"]
        refer = update(table).where(table.c.id == bindparam("answer"))
        connection.execute(refer.values(refers_to=bindparam("object")), rows)


def _queue(connection: Connection, ids: Sequence[str]) -> None:
    if not ids:
        return
    now = _now()
    statement = upsert(connection, QueueRow)
    again = {"queued_at": statement.excluded.queued_at}
    rows = [{"article_id": identity, "queued_at": now} for identity in ids]
    connection.execute(statement.on_conflict_do_update(index_elements=["article_id"], set_=again), rows)


def _find_article(connection: Connection, name: str) -> str | None:
    """The id of the article that goes by ``name``."""
    exact = select(ArticleRow.id).where((ArticleRow.id == name) | (ArticleRow.path == name))
    identity = connection.scalars(exact).first()
    if identity is not None or not name:
        return identity
    end = f"/{name.removeprefix('./').lstrip('/')}"
    alike = select(ArticleRow.id, ArticleRow.path).where(ArticleRow.path.endswith(end, autoescape=True))
    # SQLite's LIKE takes upper and lower case for equal; PostgreSQL's does not.
    found = [row for row in connection.execute(alike) if row.path.endswith(end)]
    if len(found) > 1:
        raise NotFound(_which(name, sorted(row.path for row in found)))
    return found[0].id if found else None


def _which(name: str, paths: list[str]) -> str:
    more = f" and {len(paths) - _CHOICES_SHOWN} more" if len(paths) > _CHOICES_SHOWN else ""
    choices = ", ".join(paths[:_CHOICES_SHOWN])
    return f"{len(paths)} articles end in {name}: give more of the path; {choices}{more}."


def _stored_article(row: Row[Any]) -> StoredArticle:
    article = Article(
        path=row.path,
        title=row.title,
        publisher=row.publisher,
        url=row.url,
        published=row.published,
        language=row.language,
        text=row.text,
        body=tuple((start, end) for start, end in row.body),
    )
    return StoredArticle(
        id=row.id,
        article=article,
        origin=row.origin,
        content_hash=row.content_hash,
        extractor=row.extractor,
        added_at=row.added_at,
        updated_at=row.updated_at,
        missing_since=row.missing_since,
    )


_CLAIMANT = (
    ClaimantRow.id,
    ClaimantRow.name,
    ClaimantRow.name_en,
    ClaimantRow.name_bn,
    ClaimantRow.kind,
)


def _slice(start: SQLColumnExpression[int], end: SQLColumnExpression[int]) -> ColumnElement[str]:
    """``text[start:end]``, cut by the database: SQL counts characters from 1."""
    return func.substr(ArticleRow.text, start + 1, end - start)


def _claims_query() -> Select[*tuple[Any, ...]]:
    """The published claims with all that ``_claim`` needs, except through whom they came."""
    return (
        select(
            ClaimRow.id,
            ClaimRow.article_id,
            ClaimRow.claimant_id,
            ClaimRow.cue,
            ClaimRow.start,
            ClaimRow.end,
            ClaimRow.context,
            ClaimRow.said,
            ClaimRow.said_precision,
            ClaimRow.refers_to,
            _slice(ClaimRow.start, ClaimRow.end).label("quote"),
            _slice(ClaimRow.passage_start, ClaimRow.passage_end).label("passage"),
            ArticleRow.path,
            ArticleRow.title,
            ArticleRow.publisher,
            ArticleRow.url,
            ArticleRow.published,
            ArticleRow.language,
            ArticleRow.origin,
            ClaimantRow.name,
            ClaimantRow.name_en,
            ClaimantRow.name_bn,
            ClaimantRow.kind,
        )
        .join(ArticleRow, ArticleRow.id == ClaimRow.article_id)
        .join(ClaimantRow, ClaimantRow.id == ClaimRow.claimant_id)
        .where(ClaimRow.status == PUBLISHED)
    )


def _read_via(connection: Connection, claims: Sequence[str]) -> dict[str, list[Claimant]]:
    """Through whom claims came, nearest to the article first."""
    via: dict[str, list[Claimant]] = defaultdict(list)
    wanted = (
        select(ClaimViaRow.claim_id, *_CLAIMANT)
        .join(ClaimantRow, ClaimantRow.id == ClaimViaRow.claimant_id)
        .order_by(ClaimViaRow.claim_id, ClaimViaRow.position)
    )
    for batch in _batches(claims, _IDS_A_QUERY):
        for row in connection.execute(wanted.where(ClaimViaRow.claim_id.in_(batch))):
            via[row.claim_id].append(Claimant(*row[1:]))
    return via


def _claim(row: Row[Any], via: tuple[Claimant, ...]) -> Claim:
    return Claim(
        id=row.id,
        article=ArticleRef(row.article_id, row.path, row.title, row.publisher, row.url, row.published),
        language=row.language,
        claimant=Claimant(row.claimant_id, row.name, row.name_en, row.name_bn, row.kind),
        via=via,
        cue=row.cue,
        quote=row.quote,
        start=row.start,
        end=row.end,
        context=row.context,
        said=row.said,
        refers_to=row.refers_to,
        origin=row.origin,
        passage=row.passage,
        said_precision=row.said_precision,
    )


def _batches(items: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _now() -> datetime:
    return datetime.now(UTC)
