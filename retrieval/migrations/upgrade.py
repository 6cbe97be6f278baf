"""Brings a database to the tables that this version of the project knows.

Alembic is imported only where there is something to do: a database at ``HEAD`` costs one query.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, func, inspect, select, table

from retrieval.errors import BadSetting
from retrieval.schema import HEAD

if TYPE_CHECKING:
    from alembic.config import Config

_VERSION = table("alembic_version", column("version_num"))
_LOCK = 0x6D756B68  # any number that no other program locks: "mukh"


def version(connection: Connection) -> str | None:
    """The last step that the database has taken; None for an empty one."""
    if not inspect(connection).has_table(_VERSION.name):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar()


def upgrade(connection: Connection) -> None:
    """Take the steps that the database has not taken, in the transaction that is open.

    Raises:
        BadSetting: the database was written by a newer version of the project.
    """
    _wait_for_others(connection)
    found = version(connection)
    if found == HEAD:
        return
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(alembic_config(connection), "head")
    except CommandError as error:
        raise BadSetting(
            f"The database {connection.engine.url} was written by a newer version of mukhomukhi"
            f" (step {found}; this one knows {HEAD}): upgrade mukhomukhi, or set"
            " MUKHOMUKHI_DATABASE_URL to another database."
        ) from error


def alembic_config(connection: Connection) -> "Config":
    """What Alembic needs to find the steps and the database, without an ini file."""
    from alembic.config import Config

    config = Config()
    # Config interpolates: a per cent sign in the path is doubled.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _wait_for_others(connection: Connection) -> None:
    """One process at a time: SQLite's write transaction sees to it, PostgreSQL is asked to."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
