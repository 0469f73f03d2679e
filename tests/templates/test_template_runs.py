"""Every template runs on its own sample, with the real engine and the demo model."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from nodes.sdk.testing import FakeFiles, FakeHttp, FakeMail
from runtime.compile.check import check
from runtime.compile.compiler import compile_flow
from runtime.engine.doors import Doors, NoCredentials
from runtime.engine.engine import Engine
from runtime.flow.canonical import dumps_flow
from runtime.llm.demo.prompt import SIGNATURE
from runtime.llm.demo.writer import DEMO_MODEL
from runtime.llm.gateway import Gateway
from runtime.llm.providers import Accounts
from runtime.registry import Registry
from runtime.run.model import RunOptions, RunStatus, RunView
from runtime.services.template import Template
from runtime.store.blobs import Blobs
from runtime.store.database import Database
from runtime.store.journal import Journal
from runtime.store.runs import RunStore

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = sorted(path.parent.name for path in TEMPLATES.glob("*/template.json"))
every_template = pytest.mark.parametrize("name", NAMES)

_ENDS = ("run.finished", "run.paused")


class Workshop:
    """An engine with the demo model and files in memory."""

    def __init__(self, folder: Path) -> None:
        self.registry = Registry.load()
        self.files = FakeFiles()
        self.database = Database.open(folder)
        blobs = Blobs(folder / "blobs")
        self.runs = RunStore(self.database, blobs)
        doors = Doors(
            models=Gateway(Accounts()),
            http=lambda _: FakeHttp(),
            files=lambda _: self.files,
            mail=lambda _: FakeMail(),
            credentials=NoCredentials(),
        )
        self.engine = Engine(
            Journal(self.database, blobs), doors, compile_text=lambda _: pytest.fail("compiled")
        )

    async def run(
        self, name: str, *, extra: dict[str, bytes] | None = None, bare: bool = False
    ) -> RunView:
        """Run a template on its sample, or on `extra` alone, and wait for its end."""
        template = Template(TEMPLATES / name)
        sample = template.info.sample
        found = (TEMPLATES / name / sample.folder).rglob("*") if sample.folder else ()
        content = {
            path.relative_to(TEMPLATES / name).as_posix(): path.read_bytes()
            for path in found
            if path.is_file() and not bare
        }
        self.files = FakeFiles({**content, **(extra or {})})
        flow = template.document(sample.inputs).flow
        assert check(flow, self.registry) == []
        over = asyncio.Event()
        self.engine.subscribe(None, lambda event: over.set() if event.kind in _ENDS else None)
        run_id = await self.engine.submit(
            compile_flow(flow, self.registry),
            flow_text=dumps_flow(flow),
            inputs={},
            options=RunOptions(model=DEMO_MODEL),
        )
        async with asyncio.timeout(30):
            await over.wait()
        view = await self.runs.get(run_id)
        assert view is not None
        return view

    def text(self, path: str) -> str:
        """Return a file that a run has written, without the signatures of the demo model."""
        return self.files.written[path].decode().replace(SIGNATURE, "")


@pytest.fixture
async def workshop(tmp_path: Path) -> AsyncIterator[Workshop]:
    workshop = Workshop(tmp_path)
    yield workshop
    await workshop.engine.stop()
    await workshop.database.close()


@every_template
async def test_it_runs_on_its_sample_and_keeps_its_promises(workshop: Workshop, name: str) -> None:
    view = await workshop.run(name)
    assert view.status is RunStatus.SUCCEEDED, view.error
    assert view.outputs.keys() == Template(TEMPLATES / name).info.outputs.keys()
    assert view.cost_usd == 0


async def test_the_summary_has_a_section_for_each_document(workshop: Workshop) -> None:
    view = await workshop.run("summarise-a-folder")
    report = workshop.text(view.outputs["report"])
    assert view.outputs == {"report": "reports/summary.md", "count": 7}
    assert report.startswith("# Summary of 7 documents\n")
    assert report.count("\n## ") == 7
    assert "## timetable.pdf" in report
    assert "could not be read" not in report


async def test_documents_that_cannot_be_read_are_listed_at_the_end(workshop: Workshop) -> None:
    extra = {"sample/broken.pdf": b"%PDF-1.4 rubbish", "sample/picture.txt": b"\x89PNG" + bytes(9)}
    view = await workshop.run("summarise-a-folder", extra=extra)
    assert (view.status, view.outputs["count"]) == (RunStatus.SUCCEEDED, 7)
    _, _, tail = workshop.text(view.outputs["report"]).partition("could not be read\n\n")
    assert tail.startswith("- `broken.pdf`: 'broken.pdf' is a damaged PDF.\n- `picture.txt`: ")


async def test_the_review_finds_what_is_wrong_and_says_so_twice(workshop: Workshop) -> None:
    view = await workshop.run("review-a-code-base", extra={"sample/x.py": bytes(99)})
    report = workshop.text(view.outputs["report"])
    findings: list[dict[str, Any]] = json.loads(workshop.text(view.outputs["findings"]))
    assert view.outputs["count"] == len(findings) == 9
    orders = next(entry for entry in findings if entry["file"] == "parcels/orders.py")
    assert (orders["findings"][0]["line"], orders["findings"][0]["area"]) == (8, "security")
    assert "### parcels/orders.py" in report
    assert "- **high** · security · line 8: " in report
    assert "## Without findings\n\n- `parcels/prices.py`" in report
    assert "## Not reviewed\n\n- `x.py`: " in report


async def test_the_post_has_front_matter_and_a_body(workshop: Workshop) -> None:
    view = await workshop.run("blog-post-pipeline")
    post = workshop.text(view.outputs["path"])
    assert view.outputs["path"].startswith("posts/why-cities-plant-trees")
    assert post.startswith("---\ntitle: ")
    assert json.loads(post.split("title: ")[1].partition("\n")[0]) == view.outputs["title"]
    assert post.count("\n## ") >= 4


@pytest.mark.parametrize("name", ["summarise-a-folder", "review-a-code-base"])
async def test_a_run_that_read_nothing_fails_and_says_why(workshop: Workshop, name: str) -> None:
    rubbish = {"sample/a.md": bytes(9), "sample/a.py": bytes(9)}
    view = await workshop.run(name, extra=rubbish, bare=True)
    assert view.status is RunStatus.FAILED
    assert view.error is not None
    assert view.error.message.startswith("None of the 1 ")
    assert "is binary data and has no text to read" in view.error.message
    assert workshop.files.written == {}
