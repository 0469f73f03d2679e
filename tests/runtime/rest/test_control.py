import asyncio
import stat
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from nodes.sdk import OutsideError, UserError
from nodes.sdk.testing import FakeFiles, FakeHttp, FakeMail
from runtime.auth.accounts import Accounts as People
from runtime.compile.compiler import compile_flow
from runtime.engine.doors import Doors, NoCredentials
from runtime.engine.engine import Engine
from runtime.flow.canonical import loads_flow
from runtime.flow.model import Document
from runtime.llm.gateway import Gateway
from runtime.llm.providers import Accounts
from runtime.registry import Registry
from runtime.rest.control import ControlServer
from runtime.rest.control_client import ControlClient
from runtime.run.model import RunStatus
from runtime.services.actor import Actor
from runtime.services.flows import Flows
from runtime.services.runs import Runs
from runtime.store.accounts import AccountStore
from runtime.store.blobs import Blobs
from runtime.store.database import Database
from runtime.store.flows import FlowStore
from runtime.store.journal import Journal
from runtime.store.runs import RunStore

ADA = Actor.local()
GREETING: dict[str, Any] = {
    "format": 1,
    "id": "flw_greeting",
    "name": "greeting",
    "inputs": {"name": {"type": "string"}},
    "nodes": {
        "start_aaaa": {"type": "flow.start@1"},
        "text_bbbb": {
            "type": "text.template@1",
            "in": {"text": "Hello {{ start_aaaa.name }}!"},
        },
        "output_cccc": {
            "type": "flow.output@1",
            "in": {"values": {"greeting": "{{ text_bbbb.text }}"}},
        },
    },
    "edges": ["start_aaaa.out -> text_bbbb.in", "text_bbbb.out -> output_cccc.in"],
}


def document(**changes: Any) -> Document:
    return Document(flow=loads_flow(orjson.dumps(GREETING | changes)))


def people(database: Database) -> People:
    return People(AccountStore(database), clock=time.time, steady=time.monotonic)


@pytest.fixture
async def data(tmp_path: Path) -> AsyncIterator[Path]:
    """A data directory that a server has open."""
    database = Database.open(tmp_path)
    blobs = Blobs(tmp_path / "blobs")
    registry = Registry.load()
    doors = Doors(
        models=Gateway(Accounts()),
        http=lambda _: FakeHttp(),
        files=lambda _: FakeFiles(),
        mail=lambda _: FakeMail(),
        credentials=NoCredentials(),
    )
    engine = Engine(
        Journal(database, blobs),
        doors,
        compile_text=lambda text: compile_flow(loads_flow(text), registry),
    )
    store = RunStore(database, blobs)
    flows = Flows(tmp_path / "flows", FlowStore(database), store, registry)
    server = ControlServer(Runs(engine, store, registry, flows), people(database), tmp_path)
    await server.start()
    yield tmp_path
    await server.close()
    await engine.stop()
    await database.close()
    assert not (tmp_path / "control.sock").exists()


@pytest.fixture
async def client(data: Path) -> ControlClient:
    found = await ControlClient.find(data)
    assert found is not None
    return found


async def raw(data: Path, line: bytes) -> dict[str, Any]:
    reader, writer = await asyncio.open_unix_connection(data / "control.sock")
    writer.write(line)
    writer.write_eof()
    answer = await reader.read()
    writer.close()
    return orjson.loads(answer) if answer else {}


async def test_a_run_is_started_and_followed_to_its_end(client: ControlClient) -> None:
    view = await client.start_document(ADA, document(), {"name": "Ada"})
    async with client.watch(ADA, view.id) as events:
        kinds = [event.kind async for event in events]
    assert kinds == [] or kinds[-1] == "run.finished"
    view = await client.get(ADA, view.id)
    assert view.status is RunStatus.SUCCEEDED
    assert view.outputs == {"greeting": "Hello Ada!"}


async def test_problems_of_a_flow_arrive_with_place_and_remedy(client: ControlClient) -> None:
    nodes = GREETING["nodes"] | {"text_bbbb": {"type": "no.such@1"}}
    with pytest.raises(UserError) as refused:
        await client.start_document(ADA, document(nodes=nodes), {"name": "Ada"})
    assert "no.such" in refused.value.message
    with pytest.raises(UserError, match="name"):
        await client.start_document(ADA, document(), {})


async def test_what_is_over_cannot_be_stopped_and_what_never_was_is_not_found(
    client: ControlClient,
) -> None:
    view = await client.start_document(ADA, document(), {"name": "Ada"})
    async with client.watch(ADA, view.id) as events:
        async for _ in events:
            pass
    with pytest.raises(UserError):
        await client.cancel(ADA, view.id)
    for method in (client.get, client.cancel, client.resume):
        with pytest.raises(UserError, match="run_nothing"):
            await method(ADA, "run_nothing")
    with pytest.raises(UserError, match="run_nothing"):
        async with client.watch(ADA, "run_nothing"):
            pass


def mode(path: Path) -> int:
    return path.stat().st_mode


def leftovers(folder: Path) -> list[Path]:
    return list(folder.glob(".control-*"))


async def test_the_door_is_open_to_its_owner_alone(data: Path) -> None:
    found = mode(data / "control.sock")
    assert stat.S_ISSOCK(found)
    assert stat.S_IMODE(found) == 0o600
    assert not leftovers(data)


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"{}\n",
        b"[]\n",
        b"nothing\n",
        b'{"method": "runs.get"}\n',
        b'{"method": "runs.get", "params": {"run_id": 1}}\n',
        b'{"method": "runs.get", "params": {"run_id": "a", "more": 1}}\n',
        b'{"method": "no.such", "params": {}}\n',
        b'{"method": "runs.start", "params": {"flow": "{", "layout": "{}", "inputs": {}, '
        b'"options": {}}}\n',
        b"\xff\xfe\n",
        b"{" * 100_000 + b"\n",
    ],
)
async def test_nonsense_gets_a_sentence(data: Path, line: bytes) -> None:
    answer = await raw(data, line)
    assert answer["error"]["message"].endswith(".")


async def test_half_a_line_gets_nothing_and_hurts_nobody(data: Path, client: ControlClient) -> None:
    assert await raw(data, b'{"method": "ping"') == {}
    await client.start_document(ADA, document(), {"name": "Ada"})


async def test_without_a_server_nobody_is_found(tmp_path: Path) -> None:
    assert await ControlClient.find(tmp_path) is None
    with pytest.raises(OutsideError, match="does not answer"):
        await ControlClient(tmp_path).get(ADA, "run_1")


async def test_a_data_directory_deep_in_the_tree_has_a_door_too(
    data: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    deep = tmp_path_factory.mktemp("deep") / ("d" * 60) / ("e" * 60)
    deep.mkdir(parents=True)
    runs: Any = None  # nothing is asked of it
    accounts: Any = None
    server = ControlServer(runs, accounts, deep)
    await server.start()
    target = (deep / "control.sock").resolve()
    assert stat.S_IMODE(mode(target)) == 0o600
    assert await ControlClient.find(deep) is not None
    await server.close()
    assert await ControlClient.find(deep) is None
    with pytest.raises(FileNotFoundError):
        mode(target)
