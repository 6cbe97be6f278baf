"""Brings a database to the tables that this version of the project knows.

Alembic is imported only where there is something to do: a database at ``HEAD`` costs one query.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, MetaData, column, func, inspect, select, table

from retrieval.errors import BadSetting
from retrieval.schema import HEAD, Table

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 0x6D756B68  # any number that no other program locks: "mukh"
_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Steps:
    """The ordered steps that lead to one set of tables.

    Attributes:
        tables: what they lead to.
        head: the newest step; a database that says so needs no Alembic.
        versions: the folder that holds the steps.
        version_table: where a database notes how far it has come; another set has another.
    """

    tables: MetaData
    head: str
    versions: Path
    version_table: str


LIBRARY = Steps(Table.metadata, HEAD, _HERE / "versions", "alembic_version")


def version(connection: Connection, steps: Steps = LIBRARY) -> str | None:
    """The last step that the database has taken; None for an empty one."""
    noted = table(steps.version_table, column("version_num"))
    if not inspect(connection).has_table(noted.name):
        return None
    return connection.execute(select(noted.c.version_num)).scalar()


def upgrade(connection: Connection, steps: Steps = LIBRARY) -> None:
    """Take the steps that the database has not taken, in the transaction that is open.

    Raises:
        BadSetting: the database was written by a newer version of the project.
    """
    _wait_for_others(connection)
    found = version(connection, steps)
    if found == steps.head:
        return
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(alembic_config(connection, steps), "head")
    except CommandError as error:
        raise BadSetting(
            f"The database {connection.engine.url} was written by a newer version of mukhomukhi"
            f" (step {found}; this one knows {steps.head}): upgrade mukhomukhi, or set"
            " MUKHOMUKHI_DATABASE_URL to another database."
        ) from error


def alembic_config(connection: Connection, steps: Steps = LIBRARY) -> "Config":
    """What Alembic needs to find the steps and the database, without an ini file."""
    from alembic.config import Config

    config = Config()
    # Config interpolates: a per cent sign in a path is doubled.
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.set_main_option("version_locations", str(steps.versions).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")  # a folder's name may hold spaces
    config.attributes["connection"] = connection
    config.attributes["steps"] = steps
    return config


def _wait_for_others(connection: Connection) -> None:
    """One process at a time: SQLite's write transaction sees to it, PostgreSQL is asked to."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
