from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from runtime.store.blobs import Blobs
from runtime.store.database import Database
from runtime.store.journal import Journal
from tests.runtime.store.fresh import fresh


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database.open(fresh(tmp_path))
    yield database
    await database.close()


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


@pytest.fixture
def journal(database: Database, blobs: Blobs) -> Journal:
    return Journal(database, blobs)
