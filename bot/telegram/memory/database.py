"""The connections that everything remembered shares."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine

from retrieval.migrations.connect import explained, for_writing


class Database:
    """Short transactions on one database.

    Args:
        engine: with the memory's tables.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = for_writing(engine)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with."""
        with explained(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that means to write: kept when the block ends, gone when it raises."""
        with explained(self._engine.url), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)
