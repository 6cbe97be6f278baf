"""Dense vectors in Chroma: one collection of claims and one of passages. No other module imports chromadb.

A cache of the database: it holds ids and vectors, no text. The embedded store belongs to one
process (Chroma's PersistentClient is not safe across processes); a Chroma server may be shared.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from retrieval.errors import BadSetting, IndexBroken

Level = Literal["claims", "passages"]
LEVELS: tuple[Level, ...] = ("claims", "passages")
_BATCH = 2000  # Chroma 1.5 refuses more than 5,461 at a time


@dataclass(frozen=True, slots=True)
class VectorRow:
    """One vector to keep: the id of a claim or passage, and the article it belongs to."""

    id: str
    article: str
    vector: list[float]


@dataclass(frozen=True, slots=True)
class Hit:
    """A neighbour: its id and cosine similarity."""

    id: str
    score: float


class VectorIndex:
    """Nearest neighbours by cosine.

    Args:
        folder: of the embedded store; not used with ``url``.
        name: marks model and claim extractor, so that other vectors never mix in.
        url: of a Chroma server; empty for the embedded store.

    Raises:
        BadSetting: the server cannot be reached or the URL is none.
        IndexBroken: the store in ``folder`` cannot be opened, or does not measure cosine.
    """

    def __init__(self, folder: Path, name: str, url: str = "") -> None:
        self._client = _server(url) if url else _embedded(folder)
        self._name = name
        self._cure = "delete its collections there" if url else f"delete {folder}"
        try:
            self._collections = {level: self._open(level) for level in LEVELS}
        except BaseException:
            self._client.close()
            raise

    def _open(self, level: Level) -> Any:  # noqa: ANN401  # chromadb's own types are generic over strings
        collection = self._client.get_or_create_collection(
            f"{level}-{self._name}",
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
        )
        # Not ``configuration``: Chroma 1.5 warns there of embedding functions, which ours have none of.
        configured = collection.configuration_json
        space = (configured.get("hnsw") or configured.get("spann") or {}).get("space")
        if space != "cosine":
            raise IndexBroken(
                f"The vector collection {collection.name} measures {space}, not cosine; {self._cure} "
                "and run: mukhomukhi reindex"
            )
        return collection

    def put(self, level: Level, rows: Sequence[VectorRow]) -> None:
        """Keep vectors, replacing those of the same id.

        Raises:
            IndexBroken: the index holds vectors of another length.
        """
        for at in range(0, len(rows), _BATCH):
            batch = rows[at : at + _BATCH]
            with _explained():
                self._collections[level].upsert(
                    ids=[row.id for row in batch],
                    embeddings=[row.vector for row in batch],
                    metadatas=[{"article": row.article} for row in batch],
                )

    def ids_of(self, level: Level, articles: Sequence[str]) -> set[str]:
        """Ids that the index holds for some articles."""
        found = self._collections[level].get(where={"article": {"$in": list(articles)}}, include=[])
        return set(found["ids"])

    def delete(self, level: Level, ids: Sequence[str]) -> None:
        """Forget vectors; unknown ids are passed over."""
        for at in range(0, len(ids), _BATCH):
            self._collections[level].delete(ids=list(ids[at : at + _BATCH]))

    def search(self, level: Level, vector: Sequence[float], limit: int) -> list[Hit]:
        """The nearest neighbours of a unit vector, best first.

        Raises:
            IndexBroken: the index holds vectors of another length.
        """
        collection = self._collections[level]
        with _explained():
            found = collection.query(query_embeddings=[list(vector)], n_results=limit, include=["distances"])
        return [
            Hit(identity, 1.0 - distance)
            for identity, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]

    def count(self, level: Level) -> int:
        """How many vectors are held."""
        return int(self._collections[level].count())

    def clear(self) -> None:
        """Forget everything, for a rebuild."""
        for level in LEVELS:
            self._client.delete_collection(f"{level}-{self._name}")
        self._collections = {level: self._open(level) for level in LEVELS}

    def close(self) -> None:
        """Let go of the store."""
        self._collections = {}
        self._client.close()


@contextmanager
def _explained() -> Iterator[None]:
    from chromadb.errors import InvalidArgumentError

    try:
        yield
    except InvalidArgumentError as error:  # Chroma 1.5: the vector's length is not the collection's
        raise IndexBroken(
            "The vector index holds vectors of another embedding model; run: mukhomukhi reindex"
        ) from error


def _embedded(folder: Path) -> Any:  # noqa: ANN401  # see VectorIndex._open
    import chromadb
    from chromadb.config import Settings

    try:
        folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
    except Exception as error:  # chromadb raises what its Rust side throws
        raise IndexBroken(
            f"The vector store in {folder} cannot be opened; delete that folder and run: mukhomukhi reindex"
        ) from error


def _server(url: str) -> Any:  # noqa: ANN401  # see VectorIndex._open
    import chromadb
    from chromadb.config import Settings

    secure, host, port = _address(url)
    try:
        return chromadb.HttpClient(
            host=host, port=port, ssl=secure, settings=Settings(anonymized_telemetry=False)
        )
    except Exception as error:  # chromadb raises ValueError and httpx errors alike
        raise BadSetting(
            f"No Chroma server answers at {host}:{port}; start it, or leave MUKHOMUKHI_CHROMA_URL empty "
            "for the embedded store."
        ) from error


def _address(url: str) -> tuple[bool, str, int]:
    """Whether the URL of a server is https, and its host and port."""
    try:
        parts = urlsplit(url)
        secure, host, port = parts.scheme == "https", parts.hostname, parts.port
    except ValueError:
        secure, host, port = False, None, None
    if not host or not url.startswith(("http://", "https://")):
        raise BadSetting(f"MUKHOMUKHI_CHROMA_URL is {url!r}; write it as http://host:8000")
    return secure, host, port or (443 if secure else 8000)
