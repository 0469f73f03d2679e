"""What Alembic runs: our migrations, on the connection and in the transaction it is given."""

from alembic import context
from sqlalchemy import Engine


def _run(engine: Engine) -> None:
    with engine.connect() as connection:
        context.configure(connection=connection, render_as_batch=True)
        context.run_migrations()


_engine = context.config.attributes["engine"]
assert isinstance(_engine, Engine)  # noqa: S101 - for the type checker; schema.py sets it
_run(_engine)
