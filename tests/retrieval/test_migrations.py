import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from retrieval.errors import BadSetting
from retrieval.library import Library
from retrieval.migrations.connect import connect
from retrieval.migrations.upgrade import LIBRARY, alembic_config, version
from retrieval.schema import HEAD, Table

SERVER = os.environ.get("MUKHOMUKHI_TEST_DATABASE_URL", "")  # PostgreSQL, to test on both
LATER = '''"""A later step that copies a table, as every change of a column does in SQLite."""

import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "{head}"


def upgrade() -> None:
    with op.batch_alter_table("articles") as table:
        table.alter_column("publisher", type_=sa.Text)
'''


@pytest.fixture(params=["sqlite", "postgresql"] if SERVER else ["sqlite"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/library.sqlite"
        return
    engine, schema = create_engine(SERVER), f"test_{uuid4().hex}"
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{SERVER}?options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


def run(url: str, sql: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(sql))
    engine.dispose()


def put_one_claim(url: str) -> None:
    now = "'2026-01-01 00:00:00'"
    run(url, f"INSERT INTO articles VALUES ('a', '/a', NULL, 't', NULL, 'en', NULL, 'He left.',"  # noqa: S608
        f" '[]', 'a', 'h', '1', {now}, {now}, NULL)")  # fmt: skip
    run(url, "INSERT INTO claimants VALUES ('p', 'Paper', NULL, NULL, 'outlet')")
    run(url, "INSERT INTO claims VALUES"
        " ('c', 'a', 0, 0, 8, 'p', NULL, '', NULL, 'day', NULL, 0, 8, 'published')")  # fmt: skip


def test_migrations_make_what_the_schema_says(url: str) -> None:
    """After the last step nothing is left for Alembic to change: steps and schema agree."""
    engine = connect(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []
        checks = inspect(connection).get_check_constraints("claims")
    engine.dispose()
    assert [check["name"] for check in checks] == ["ck_claims_span"]


def test_head_is_the_newest_step(url: str) -> None:
    """The constant that spares a start its Alembic is the last step, and what is stored."""
    engine = connect(url)
    with engine.connect() as connection:
        assert ScriptDirectory.from_config(alembic_config(connection)).get_heads() == [HEAD]
        assert version(connection) == HEAD
    engine.dispose()


def test_opening_twice_imports_no_alembic(tmp_path: Path) -> None:
    """A database that is up to date opens without Alembic, and keeps what it holds."""
    url = f"sqlite:///{tmp_path}/library.sqlite"
    Library.open(url).close()
    put_one_claim(url)
    code = (
        "import sys; from retrieval.library import Library;"
        f"library = Library.open({url!r}); assert library.counts().claims == 1;"
        "assert 'alembic' not in sys.modules; library.close()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_two_openings_at_once(url: str) -> None:
    """Processes that open an empty database together all find it whole."""
    code = f"from retrieval.library import Library; Library.open({url!r}).close()"
    starts = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(3)]
    assert [start.wait() for start in starts] == [0, 0, 0]


def test_database_of_a_newer_version(url: str) -> None:
    """A database from a newer version is left alone, and the sentence says to upgrade."""
    Library.open(url).close()
    run(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BadSetting, match=r"newer version .*\(step 9999; .* upgrade mukhomukhi"):
        Library.open(url)


def test_later_step_keeps_claims(url: str, tmp_path: Path) -> None:
    """A step that copies the table of articles does not delete their claims with the old one."""
    Library.open(url).close()
    put_one_claim(url)
    versions = shutil.copytree(LIBRARY.versions, tmp_path / "versions")
    (versions / "later.py").write_text(LATER.format(head=HEAD), encoding="utf-8")
    later = replace(LIBRARY, head="later", versions=versions)
    with Library(connect(url, later)) as library:
        assert library.counts().claims == 1
        library.remove(["a"])
        assert library.counts().claims == 0, "foreign keys are guarded again"


def test_failed_step_leaves_nothing(url: str) -> None:
    """A step that fails half way leaves the database as it was, and it can be opened again."""
    run(url, "CREATE TABLE claim_via (id INTEGER)")
    with pytest.raises(BadSetting, match=r"claim_via.* already exists.*to another database"):
        Library.open(url)
    engine = create_engine(url)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["claim_via"]
    engine.dispose()
    run(url, "DROP TABLE claim_via")
    Library.open(url).close()
