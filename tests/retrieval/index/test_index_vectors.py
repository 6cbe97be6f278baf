from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chromadb
import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval.errors import BadSetting, IndexBroken
from retrieval.index.vectors import VectorIndex, VectorRow

Matrix = NDArray[np.float64]
NAME = "test-1"
X, Y, Z = [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[VectorIndex]:
    index = VectorIndex(tmp_path / "chroma", NAME)
    yield index
    index.close()


def unit(rows: int, seed: int) -> Matrix:
    vectors = np.random.default_rng(seed).normal(size=(rows, 32))
    normed: Matrix = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return normed


def nearest(index: VectorIndex, vector: list[float], limit: int = 10) -> list[str]:
    return [hit.id for hit in index.search("claims", vector, limit)]


def test_neighbours_are_those_of_exact_search(index: VectorIndex) -> None:
    """Among 500 vectors the ten nearest are those of exact search, with their cosines, best first."""
    vectors, queries = unit(500, seed=1), unit(50, seed=2)
    index.put("claims", [VectorRow(f"c{n}", f"a{n % 7}", row.tolist()) for n, row in enumerate(vectors)])
    found = 0
    for query in queries:
        cosines = vectors @ query
        exact = {f"c{n}" for n in np.argsort(-cosines)[:10]}
        hits = index.search("claims", query.tolist(), 10)
        found += len(exact & {hit.id for hit in hits})
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert [hit.score for hit in hits] == pytest.approx([cosines[int(h.id[1:])] for h in hits], abs=1e-4)
    assert found / (10 * len(queries)) >= 0.99


def test_put_replaces(index: VectorIndex) -> None:
    """A vector put under a known id takes the place of the old one, article and all."""
    index.put("claims", [VectorRow("c1", "a1", X), VectorRow("c2", "a1", Y)])
    index.put("claims", [VectorRow("c1", "a2", Z)])
    assert index.count("claims") == 2
    assert nearest(index, Z, 1) == ["c1"]
    assert (index.ids_of("claims", ["a1"]), index.ids_of("claims", ["a2"])) == ({"c2"}, {"c1"})


def test_delete_forgets(index: VectorIndex) -> None:
    """What is deleted is not found again; unknown ids are passed over."""
    index.put("claims", [VectorRow("c1", "a1", X), VectorRow("c2", "a1", Y)])
    index.delete("claims", ["c1", "unknown"])
    index.delete("claims", [])
    assert nearest(index, X) == ["c2"]
    assert index.ids_of("claims", ["a1", "a2"]) == {"c2"}


def test_levels_are_apart(index: VectorIndex) -> None:
    """Claims and passages are two collections."""
    index.put("claims", [VectorRow("c1", "a1", X)])
    assert index.count("passages") == 0
    assert index.search("passages", X, 5) == []
    assert index.ids_of("passages", ["a1"]) == set()


def test_more_than_chroma_takes_at_once(index: VectorIndex) -> None:
    """Chroma's limit on one batch limits nobody here."""
    rows = [VectorRow(f"c{n}", "a1", [1.0, n / 6000, 0.0]) for n in range(6000)]
    index.put("claims", rows)
    assert index.count("claims") == 6000
    index.delete("claims", [row.id for row in rows])
    assert index.count("claims") == 0


def test_reopened_index_knows_all(tmp_path: Path) -> None:
    """What was put is found after closing and opening again, and other names see nothing of it."""
    for name, expected in ((NAME, []), (NAME, ["c1"]), ("other-2", [])):
        index = VectorIndex(tmp_path / "chroma", name)
        assert nearest(index, X) == expected
        index.put("claims", [VectorRow("c1", "a1", X)])
        index.close()


def test_clear_forgets_all(index: VectorIndex) -> None:
    """A cleared index is empty, and takes vectors of another length."""
    index.put("claims", [VectorRow("c1", "a1", X)])
    index.clear()
    assert index.count("claims") == 0
    index.put("claims", [VectorRow("c1", "a1", [0.6, 0.8])])
    assert nearest(index, [0.6, 0.8]) == ["c1"]


def test_vector_of_another_length(index: VectorIndex) -> None:
    """Vectors of another model do not mix in; the cure is said."""
    index.put("claims", [VectorRow("c1", "a1", X)])
    with pytest.raises(IndexBroken, match="another embedding model; run: mukhomukhi reindex"):
        index.put("claims", [VectorRow("c2", "a1", [1.0, 0.0])])
    with pytest.raises(IndexBroken, match="another embedding model"):
        index.search("claims", [1.0, 0.0], 5)


def test_collection_of_another_space(tmp_path: Path) -> None:
    """A collection that does not measure cosine is refused, and the store let go."""
    client: Any = chromadb.PersistentClient(str(tmp_path / "chroma"))
    client.create_collection(
        f"claims-{NAME}", embedding_function=None, configuration={"hnsw": {"space": "l2"}}
    )
    client.close()
    with pytest.raises(IndexBroken, match=r"measures l2, not cosine; delete .*chroma and run"):
        VectorIndex(tmp_path / "chroma", NAME)
    VectorIndex(tmp_path / "chroma", "other").close()


def test_broken_store(tmp_path: Path) -> None:
    """A store that cannot be read, or a file in its place, is an index to rebuild."""
    (tmp_path / "chroma").mkdir()
    (tmp_path / "chroma" / "chroma.sqlite3").write_bytes(b"no database" * 500)
    (tmp_path / "file").write_text("", encoding="utf-8")
    for place in ("chroma", "file"):
        with pytest.raises(IndexBroken, match=f"{place} cannot be opened; delete that folder and run"):
            VectorIndex(tmp_path / place, NAME)


@pytest.mark.parametrize(
    "url", ["localhost:8000", "ftp://host", "http://", "http://host:99999", "http://[host"]
)
def test_bad_address_of_a_server(tmp_path: Path, url: str) -> None:
    """What is no address of a server is a bad setting."""
    with pytest.raises(BadSetting, match="write it as http://host:8000"):
        VectorIndex(tmp_path, NAME, url)


def test_server_that_does_not_answer(tmp_path: Path) -> None:
    """A server that is not there is a bad setting, and nothing is written here instead."""
    with pytest.raises(BadSetting, match=r"No Chroma server answers at 127\.0\.0\.1:9; start it"):
        VectorIndex(tmp_path / "chroma", NAME, "http://127.0.0.1:9")
    assert not (tmp_path / "chroma").exists()
