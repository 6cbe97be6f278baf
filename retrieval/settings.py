"""Settings of the library: environment variables with the prefix MUKHOMUKHI_, or a .env file."""

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What the library needs to know about its surroundings; every value has a working default.

    Attributes:
        data_dir: folder that holds all state: database, indexes, lock.
        database_url: SQLAlchemy URL of the truth; empty for SQLite inside ``data_dir``.
        chroma_url: ``http://host:port`` of a Chroma server; empty for the store in ``data_dir``.
        embedding_model: ``packaged``, or the name or path of any sentence-transformers model.
        nli_model: the name or path of a sentence-transformers CrossEncoder trained for NLI, that judges
            stances together with the built-in judge; empty for the built-in judge alone.
        language: of messages where nothing else tells.
        corpus_dir: articles that an empty library starts with; empty for the project's own.
    """

    model_config = SettingsConfigDict(
        env_prefix="MUKHOMUKHI_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    data_dir: Path = Field(default=Path("data"))
    database_url: str = ""
    chroma_url: str = ""
    embedding_model: str = "packaged"
    nli_model: str = ""
    language: Literal["bn", "en"] = "bn"
    corpus_dir: Path | None = None
