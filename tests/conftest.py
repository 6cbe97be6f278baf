"""What many tests need: settings in a temporary folder, an engine, embeddings without a model."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pytest

from retrieval.engine import ClaimEngine
from retrieval.index.embeddings import SentenceEmbeddings
from retrieval.language.stem import stems
from retrieval.settings import Settings

ROOT = Path(__file__).parents[1]
DIMENSION = 64


class HashingEmbeddings(SentenceEmbeddings):
    """Unit vectors by the stems of a text: quick, the same everywhere, and near where words are shared."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector per text."""
        return [_hashed(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """The vector of the same words in a document."""
        return _hashed(text)


def _hashed(text: str) -> list[float]:
    vector = np.full(DIMENSION, 0.01)
    for stem in stems(text):
        vector[hashlib.blake2b(stem.encode(), digest_size=1).digest()[0] % DIMENSION] += 1
    unit: list[float] = (vector / np.linalg.norm(vector)).tolist()
    return unit


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """What lies beside the repository on the machines it is built on, and nowhere else."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not on this machine")
    return folder


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings whose state lies in a temporary folder, whatever the environment says."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"MUKHOMUKHI_{name.upper()}", raising=False)
    return Settings(_env_file=None, data_dir=tmp_path / "data")


@pytest.fixture
def embeddings() -> SentenceEmbeddings:
    """Embeddings without a model."""
    return HashingEmbeddings()


@pytest.fixture
def hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines of this test embed without a model."""
    monkeypatch.setattr("retrieval.engine.SentenceEmbeddings", HashingEmbeddings)


@pytest.fixture
def open_engine(settings: Settings, hashing: None) -> Iterator[Callable[..., ClaimEngine]]:  # noqa: ARG001
    """Opens an engine that embeds without a model; what the test leaves open is closed after it."""
    with ExitStack() as opened:

        def opens(other: Settings | None = None) -> ClaimEngine:
            engine = ClaimEngine(other or settings)
            opened.callback(engine.close)
            return engine

        yield opens


@pytest.fixture
def engine(open_engine: Callable[..., ClaimEngine]) -> ClaimEngine:
    """An engine with an empty library that embeds without a model."""
    return open_engine()
