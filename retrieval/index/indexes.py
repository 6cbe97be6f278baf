"""Both indexes as one: brought up to date with the database, and rebuilt from it.

What is embedded and what is found by words differs from what is quoted: a claim is indexed with its
context, its speakers and its article's title, so that "he denied it" can be found at all.
"""

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from retrieval.index.embeddings import SentenceEmbeddings
from retrieval.index.lexical import LexicalIndex, LexicalRow
from retrieval.index.vectors import LEVELS, Level, VectorIndex, VectorRow
from retrieval.library import Library
from retrieval.models import Claim

OnProgress = Callable[[int, int], None]
_log = logging.getLogger(__name__)
_ARTICLES_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class _Text:
    """One text of an article on its way into the indexes."""

    id: str
    article: str
    text: str
    passage: str = ""


def passage_id(claim: Claim) -> str:
    """The id of the passage around a claim: claims of one passage share it."""
    digest = hashlib.blake2b(claim.passage.encode(), digest_size=8).hexdigest()
    return f"p-{claim.article.id[2:]}-{digest}"


def claim_text(claim: Claim) -> str:
    """What a claim is found by: who, in which story, in which context, and its words."""
    speakers = [n for who in (claim.claimant, *claim.via) for n in (who.name_bn, who.name_en) if n]
    told = [" ".join(speakers)] if claim.cue else []
    return " ".join([*told, claim.context, claim.quote])


def passage_text(claim: Claim) -> str:
    """What a passage is found by: its article's title and its words."""
    return f"{claim.article.title}. {claim.passage}"


class Indexes:
    """The dense and the lexical index over one database.

    Args:
        library: the truth.
        embeddings: texts to vectors.
        vectors: the dense index.
        lexical: the index of words and sounds.
    """

    def __init__(
        self,
        library: Library,
        embeddings: SentenceEmbeddings,
        vectors: VectorIndex,
        lexical: LexicalIndex,
    ) -> None:
        self.library, self.embeddings = library, embeddings
        self.vectors, self.lexical = vectors, lexical
        self._catching_up = Lock()

    def catch_up(self, on_progress: OnProgress | None = None) -> int:
        """Index every article that the database has queued.

        Each article is settled on its own: a kill in between leaves it queued.

        Args:
            on_progress: called with articles done and articles to do.

        Returns:
            How many articles were brought up to date.
        """
        with self._catching_up:
            return self._catch_up(on_progress)

    def _catch_up(self, on_progress: OnProgress | None) -> int:
        queued = self.library.queued()
        for at in range(0, len(queued), _ARTICLES_AT_ONCE):
            if on_progress:
                on_progress(at, len(queued))
            self._index(queued[at : at + _ARTICLES_AT_ONCE])
        if queued and on_progress:
            on_progress(len(queued), len(queued))
        return len(queued)

    def _index(self, articles: Sequence[str]) -> None:
        as_of = datetime.now(UTC)
        claims = {article: list(self.library.claims(article)) for article in articles}
        texts = {level: list(_texts(level, claims)) for level in LEVELS}
        for level in LEVELS:
            self._put_vectors(level, articles, texts[level])
        for article in articles:
            rows = {
                level: [
                    LexicalRow(t.id, t.article, t.text, t.passage)
                    for t in texts[level]
                    if t.article == article
                ]
                for level in LEVELS
            }
            self.lexical.replace(article, rows)
        self.library.unqueue(articles, as_of=as_of)

    def _put_vectors(self, level: Level, articles: Sequence[str], texts: Sequence[_Text]) -> None:
        vectors = self.embeddings.embed_documents([text.text for text in texts])
        stale = self.vectors.ids_of(level, articles) - {text.id for text in texts}
        self.vectors.put(
            level,
            [VectorRow(t.id, t.article, v) for t, v in zip(texts, vectors, strict=True)],
        )
        self.vectors.delete(level, sorted(stale))

    def rebuild(self, on_progress: OnProgress | None = None) -> int:
        """Make both indexes anew from the database; how many articles they hold."""
        self.library.queue_all()
        self.vectors.clear()
        self.lexical.clear()
        return self.catch_up(on_progress)


def _texts(level: Level, claims: dict[str, list[Claim]]) -> Iterator[_Text]:
    seen: set[str] = set()
    for article, found in claims.items():
        for claim in found:
            if level == "claims":
                yield _Text(claim.id, article, claim_text(claim), passage_id(claim))
            elif (identity := passage_id(claim)) not in seen:
                seen.add(identity)
                yield _Text(identity, article, passage_text(claim))
