"""What Alembic runs around the steps: on the connection and in the transaction it is handed.

It configures no logging and opens no database; ``upgrade`` does the latter.
"""

from alembic import context

from retrieval.schema import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
)
context.run_migrations()
