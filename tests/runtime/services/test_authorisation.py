"""Every method of every service asks who is there. Catalogue: B01, B03 (services side of A01)."""

import importlib
import inspect
import pkgutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import runtime.services
from nodes.sdk import UserError
from runtime.app import Workspace, open_workspace
from runtime.auth.policy import Role
from runtime.flow.canonical import loads_flow
from runtime.flow.model import Document
from runtime.run.model import RunOptions, RunStatus
from runtime.services.actor import Actor
from runtime.services.session import FlowSession
from runtime.settings import Settings

ADA = Actor("acc_1", "Ada", Role.OWNER)
STRANGERS = (Actor("acc_2", "Eve"), Actor("", "nobody", Role.OWNER), Actor.disk())
OPEN = {
    # The same for everybody who got past the gate, and nothing of anybody's.
    "Catalog.types", "Catalog.get", "Catalog.ports",
    "Gallery.list", "Gallery.get", "Gallery.document",
    "Keys.providers", "Models.list", "Models.default",
    # Writes where the command line says; no page can reach it.
    "Gallery.write",
    # What the house itself does; and views of a session that `Flows.open` handed out.
    "Flows.close", "Keys.use_vault",
    "FlowSession.subscribe", "FlowSession.catch_up", "FlowSession.look_at_disk",
    "FlowSession.flush", "FlowSession.close", "FlowSession.find_problems",
}  # fmt: skip
READS = """{
  "format": 1, "id": "flw_reads", "name": "reads",
  "inputs": {"file": {"type": "string"}},
  "nodes": {
    "start_aaaa": {"type": "flow.start@1"},
    "read_bbbb": {"type": "files.read@1", "in": {"path": "{{ start_aaaa.file }}"}},
    "output_cccc": {"type": "flow.output@1", "in": {"values": {"text": "{{ read_bbbb.text }}"}}}
  },
  "edges": ["start_aaaa.out -> read_bbbb.in", "read_bbbb.out -> output_cccc.in"]
}"""


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Workspace]:
    workspace = await open_workspace(Settings(data=tmp_path / "data"))
    await workspace.start()
    yield workspace
    await workspace.close()


def services() -> set[type]:
    """Return the classes of everything a door is handed to work with."""
    held = {kind for kind in get_type_hints(Workspace).values() if inspect.isclass(kind)}
    ours = {kind for kind in held if kind.__module__.startswith("runtime.services.")}
    return ours | {FlowSession}


def methods() -> list[tuple[str, str]]:
    return sorted(
        (kind.__name__, name)
        for kind in services()
        for name, member in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_") and member.__module__ == kind.__module__
    )


async def done(result: Any) -> Any:
    if hasattr(result, "__aenter__"):
        async with result as entered:
            return entered
    return await result if inspect.isawaitable(result) else result


def call_of(function: Callable[..., Any], actor: Actor) -> Callable[[], Any]:
    """Return a call by this actor; what the method asks for is not even looked at."""
    wanted = list(inspect.signature(function).parameters.values())[1:]
    required = [one for one in wanted if one.default is one.empty]
    placed = [None for one in required if one.kind is not one.KEYWORD_ONLY]
    named = {one.name: None for one in required if one.kind is one.KEYWORD_ONLY}
    return lambda: function(actor, *placed, **named)


def test_no_service_is_forgotten() -> None:
    found = {kind.__name__ for kind in services()}
    assert found == {"Catalog", "FlowSession", "Flows", "Gallery", "Keys", "Models", "Runs"}
    for module in pkgutil.iter_modules(runtime.services.__path__, "runtime.services."):
        for name, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            asked = [
                member
                for _, member in inspect.getmembers(kind, inspect.isfunction)
                if member.__annotations__.get("actor") is Actor
            ]
            assert not asked or name in found, f"{name} is told who acts, but is no service"


async def test_a_stranger_is_refused_by_every_method(house: Workspace) -> None:
    flow = await house.flows.create(ADA)
    held = (house.flows, house.runs, house.keys, house.gallery, house.models, house.catalog)
    holders: dict[str, Any] = {type(one).__name__: one for one in held}
    holders["FlowSession"] = await house.flows.open(ADA, flow.id)
    for service, method in methods():
        name = f"{service}.{method}"
        if name in OPEN:
            continue
        function = getattr(holders[service], method)
        first = next(iter(inspect.signature(function).parameters), "")
        assert first == "actor", f"{name} does not ask who is there"
        for stranger in STRANGERS:
            with pytest.raises(UserError, match="You may not do"):
                await done(call_of(function, stranger)())


@pytest.mark.parametrize(
    "options", [RunOptions(workdir="/"), RunOptions(origin="cli"), RunOptions(workdir="files")]
)
async def test_a_page_cannot_choose_the_folder_a_run_works_in(
    house: Workspace, options: RunOptions
) -> None:
    document = Document(flow=loads_flow(READS))
    made = await house.flows.import_document(ADA, document)
    inputs = {"file": "/etc/hostname"}
    with pytest.raises(UserError, match=r"You may not do 'run\.anywhere'"):
        await house.runs.start(ADA, made.id, inputs, options)
    with pytest.raises(UserError, match=r"You may not do 'run\.anywhere'"):
        await house.runs.start_document(ADA, document, inputs, options)
    with pytest.raises(UserError, match=r"You may not do 'run\.anywhere'"):
        await house.runs.start_document(ADA, document, inputs, folder=Path("/etc"))
    assert await house.runs.list(ADA) == []


async def test_files_of_the_machine_are_open_to_the_command_line_and_closed_to_pages(
    house: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "diary.txt").write_text("Dear diary", "utf-8")
    document = Document(flow=loads_flow(READS))
    inputs = {"file": str(tmp_path / "diary.txt")}
    local = Actor.local()
    typed = RunOptions(workdir=str(tmp_path), origin="cli")
    view = await house.runs.start_document(local, document, inputs, typed)
    view = await house.runs.wait(local, view.id)
    assert view.outputs == {"text": "Dear diary"}
    # The same run again, from the page that shows it: what was open then is closed now.
    view = await house.runs.start_document(ADA, document, view.inputs, RunOptions())
    view = await house.runs.wait(ADA, view.id)
    assert view.status is RunStatus.FAILED
    assert view.error is not None
    assert "diary.txt" in view.error.message
    # A folder that a run remembers from elsewhere opens nothing either.
    view = await house.runs.start_document(
        local, document, inputs, RunOptions(workdir=str(tmp_path), origin="schedule")
    )
    assert (await house.runs.wait(local, view.id)).status is RunStatus.FAILED
