"""Runs the steps on the connection, and in the transaction, that ``migrating`` has opened. Alembic loads it by its name."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
