from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.fakes.server import Person, Server, probe_server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A fresh server, shared by the tests of a file."""
    folder: Path = tmp_path_factory.mktemp("server")
    with probe_server(folder) as running:
        yield running


@pytest.fixture
async def ada(server: Server) -> AsyncIterator[Person]:
    """The owner, signed in."""
    person = Person(server)
    answer = await person.http.get("/login")
    if answer.status_code == 303 and answer.headers["location"] == "/setup":
        await person.set_up()
    else:
        signed_in = await person.sign_in()
        assert signed_in.status_code == 303, signed_in.text
    yield person
    await person.http.aclose()


@pytest.fixture
async def stranger(server: Server) -> AsyncIterator[Person]:
    """Somebody without an account, in a browser."""
    person = Person(server)
    yield person
    await person.http.aclose()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Server]:
    """A server of one's own."""
    with probe_server(tmp_path) as running:
        yield running
