"""What Alembic runs around the steps: on the connection and in the transaction it is handed.

It configures no logging and opens no database; ``upgrade`` does the latter.
"""

from alembic import context

steps = context.config.attributes["steps"]
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=steps.tables,
    version_table=steps.version_table,
    render_as_batch=True,  # SQLite alters a table by copying it
)
context.run_migrations()
