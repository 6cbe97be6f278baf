"""A library of the stories, filled once per session with the packaged embeddings.

Use it by ``pytest_plugins = ["newsroom"]`` and the fixture of that name. The engine is shared: a test
that changes what is stored puts it back.
"""

from collections.abc import Iterator

import pytest
from stories import STORIES, write_stories

from retrieval.engine import ClaimEngine
from retrieval.settings import Settings


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClaimEngine]:
    """An engine over all stories, with real stores and the packaged embeddings."""
    folder = tmp_path_factory.mktemp("newsroom")
    settings = Settings(
        _env_file=None,
        data_dir=folder / "data",
        database_url="",
        chroma_url="",
        embedding_model="packaged",
    )
    with ClaimEngine(settings) as engine:
        report = engine.ingest([str(write_stories(folder / "stories"))])
        assert report.counts()["added"] == len(STORIES), report
        yield engine
