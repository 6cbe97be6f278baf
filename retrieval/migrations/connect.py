"""Connections to the database: SQLite in a file by default, PostgreSQL where several share it.

What is asked of a database stands in ``library``. Whatever is particular to one of the two kinds
stands here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DataError,
    DBAPIError,
    IntegrityError,
    NoSuchModuleError,
    ProgrammingError,
)
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.pool import ConnectionPoolEntry

from retrieval.errors import BadSetting
from retrieval.migrations.upgrade import LIBRARY, Steps, upgrade, version

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

_PATIENCE_S = 10  # for another writer of the same SQLite file, or a server to answer


def connect(url: str, steps: Steps = LIBRARY) -> Engine:
    """Connections to the database at an SQLAlchemy URL, made or brought up to date where needed.

    Args:
        url: of the database.
        steps: to the tables that it shall hold; the library's by default.

    Raises:
        BadSetting: there is no such server, folder or driver, the file is no SQLite database, or
            a newer version of the project wrote it.
    """
    engine = _engine(_checked_url(url))
    try:
        _bring_up_to_date(engine, steps)
    except DBAPIError as error:
        engine.dispose()
        raise _explanation(engine.url, error) from error
    except BaseException:
        engine.dispose()
        raise
    return engine


def for_writing(engine: Engine) -> Engine:
    """The same connections, with transactions that mean to write from their beginning."""
    return engine.execution_options(writes=True)


def upsert(connection: Connection, row: type[DeclarativeBase]) -> "sqlite.Insert | postgresql.Insert":
    """An insert that knows ON CONFLICT, which both databases write alike."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(row)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(row)


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn what the database cannot do into a sentence; our own mistakes stay what they are.

    Raises:
        BadSetting: what is wrong with the database at ``url``, and what to do.
    """
    try:
        yield
    except (IntegrityError, ProgrammingError, DataError):
        raise
    except DatabaseError as error:
        raise _explanation(url, error) from error


def _bring_up_to_date(engine: Engine, steps: Steps) -> None:
    with engine.connect() as connection:
        found = version(connection, steps)
    if found == steps.head:
        return
    with engine.execution_options(writes=True, rebuilds=True).begin() as connection:
        upgrade(connection, steps)
    engine.dispose()  # that connection guards no foreign keys


def _checked_url(url: str) -> URL:
    """A URL of one of the two kinds of database that the project speaks."""
    cure = (
        "set MUKHOMUKHI_DATABASE_URL to sqlite:///PATH or postgresql+psycopg://USER@HOST/NAME,"
        " or leave it empty for SQLite in the data folder"
    )
    try:
        checked = make_url(url)
    except (ArgumentError, ValueError):
        # "from None": a half-read URL in the cause could show its password.
        raise BadSetting(f"The database URL cannot be read: {cure}.") from None
    if checked.get_backend_name() not in {"sqlite", "postgresql"}:
        raise BadSetting(f"{checked} is neither SQLite nor PostgreSQL: {cure}.")
    if checked.get_backend_name() == "sqlite" and checked.database in {None, "", ":memory:"}:
        raise BadSetting(f"{checked} would forget everything at the end: {cure}.")
    return checked


def _engine(url: URL) -> Engine:
    """Connections to a checked URL, set up for its kind of database."""
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url)
    try:
        # Only libpq's drivers know it; without it a silent server is waited for for minutes.
        libpq = url.get_driver_name() in {"psycopg", "psycopg2"}
        options = {"connect_timeout": _PATIENCE_S} if libpq else {}
        return create_engine(url, pool_pre_ping=True, connect_args=options)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise BadSetting(
            f"{url} needs a driver that is not installed: pip install 'psycopg[binary]',"
            " and write the URL as postgresql+psycopg://..."
        ) from error


def _sqlite_engine(url: URL) -> Engine:
    folder = Path(url.database or "").absolute().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(
            f"The folder {folder} of the database cannot be made ({error.strerror}):"
            " set MUKHOMUKHI_DATA_DIR to one that you may write to."
        ) from error
    engine = create_engine(url)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # _begin_sqlite begins transactions, not the driver
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_S * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Writers wait for each other at the beginning: one that has read cannot wait any more."""
    options = connection.get_execution_options()
    if options.get("rebuilds"):
        # Rebuilding a table drops the old one, which would take along what refers to its rows.
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


def _explanation(url: URL, error: DBAPIError) -> BadSetting:
    reason = str(error.orig).strip().partition("\n")[0]
    if "not a database" in reason or "malformed" in reason:
        return BadSetting(
            f"{url.database} is no SQLite database, or is damaged: put a backup in its place, move"
            " it away to begin anew, or set MUKHOMUKHI_DATABASE_URL to another database."
        )
    return BadSetting(
        f"The database {url} cannot be used ({reason}): see that its server runs or its folder can"
        " be written, or set MUKHOMUKHI_DATABASE_URL to another database."
    )
