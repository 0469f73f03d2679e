from pathlib import Path

import pytest

from nodes.sdk import UserError
from runtime.app import open_workspace
from runtime.flow.canonical import loads_flow
from runtime.flow.model import Document
from runtime.run.model import RunOptions, RunStatus
from runtime.services.actor import Actor
from runtime.settings import Settings

ADA = Actor.local()
FLOW = """{
  "format": 1, "id": "flw_asks", "name": "asks",
  "nodes": {
    "ask_aaaa": {"type": "llm.chat@1", "in": {"prompt": "Name a colour in one sentence."}},
    "output_bbbb": {"type": "flow.output@1", "in": {"values": {"said": "{{ ask_aaaa.text }}"}}}
  },
  "edges": ["ask_aaaa.out -> output_bbbb.in"]
}"""


async def test_a_run_on_the_demo_model_goes_through_the_whole_house(tmp_path: Path) -> None:
    workspace = await open_workspace(Settings(data=tmp_path))
    try:
        assert await workspace.start() == 0
        document = Document(flow=loads_flow(FLOW))
        models = await workspace.models.list()
        options = RunOptions(model=next(model.id for model in models if model.demo))
        view = await workspace.runs.start_document(ADA, document, {}, options)
        view = await workspace.runs.wait(ADA, view.id)
        assert view.status is RunStatus.SUCCEEDED, view.error
        assert view.outputs["said"]
    finally:
        await workspace.close()


async def test_a_data_directory_belongs_to_one_process_and_is_free_after_closing(
    tmp_path: Path,
) -> None:
    settings = Settings(data=tmp_path)
    workspace = await open_workspace(settings)
    with pytest.raises(UserError, match="in use by another Loomline process"):
        await open_workspace(settings)
    await workspace.close()
    again = await open_workspace(settings)
    await again.close()


async def test_a_data_directory_that_cannot_be_opened_is_let_go_of(tmp_path: Path) -> None:
    (tmp_path / "loomline.db").write_bytes(b"this is no database" * 100)
    for _ in range(2):
        with pytest.raises(UserError, match="cannot be opened"):
            await open_workspace(Settings(data=tmp_path))


async def test_what_lies_in_a_data_directory_is_for_its_owner_alone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    workspace = await open_workspace(Settings(data=data))
    await workspace.close()
    assert modes(data) == {0o700, 0o600}


def modes(folder: Path) -> set[int]:
    """Return the modes of a folder, its database, its lock and its key."""
    named = (folder, folder / "loomline.db", folder / "lock", folder / "keys" / "vault.key")
    return {path.stat().st_mode & 0o777 for path in named}
