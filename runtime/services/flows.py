"""The saved flows: list, make, open, copy, delete."""

import asyncio
import re
import secrets
import unicodedata
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from nodes.sdk import UserError
from runtime.auth.policy import check
from runtime.flow.autolayout import arranged
from runtime.flow.files import document_text, load_document, save_document
from runtime.flow.hash import text_hash
from runtime.flow.model import Document, Flow, new_id
from runtime.flow.secrets_scan import refuse_secrets
from runtime.registry import Registry
from runtime.run.model import RunView
from runtime.services.actor import Actor
from runtime.services.history import History
from runtime.services.session import FlowSession
from runtime.store.flows import FlowRecord, FlowStore
from runtime.store.runs import RunStore

_SHOWN_RUNS = 7


class FlowSummary(BaseModel):
    """A flow as the list shows it."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    title: str
    description: str = ""
    revision: int = 0
    nodes: int = 0
    icons: tuple[str, ...] = ()
    """Node types in the order of the canvas, at most six."""
    broken: str = ""
    """Why the file cannot be read, empty when it can."""
    updated_at: datetime
    last_runs: tuple[RunView, ...] = ()
    """The newest runs, newest first."""


class Flows:
    """The flows of one data directory; each lies in a folder of its own, ready for git."""

    def __init__(self, folder: Path, store: FlowStore, runs: RunStore, registry: Registry) -> None:
        self._folder = folder
        self._store = store
        self._runs = runs
        self._registry = registry
        self._open: dict[str, FlowSession] = {}
        self._opening = asyncio.Lock()
        self._summaries: dict[Path, tuple[int, Document]] = {}

    async def list(self, actor: Actor) -> list[FlowSummary]:
        """Return the flows, the one changed last first."""
        check(actor, "flow.read")
        await self._register_new_files()
        records = await self._store.list()
        return [await self._summary(record) for record in records]

    async def create(self, actor: Actor, title: str = "") -> FlowSummary:
        """Make an empty flow."""
        check(actor, "flow.write")
        title = title.strip() or "Untitled flow"
        flow = Flow(id=new_id("flw", 8), name=slug_of(title), title=title)
        return await self.import_document(actor, Document(flow=flow))

    async def import_document(self, actor: Actor, document: Document) -> FlowSummary:
        """Save a document as a new flow, under a fresh id and a name that is free."""
        check(actor, "flow.write")
        refuse_secrets(document)
        name = await self._free_name(document.flow.name)
        flow = document.flow.model_copy(update={"id": new_id("flw", 8), "name": name})
        layout = document.layout
        if not layout.nodes and flow.nodes:
            layout = arranged(flow, layout)
        document = Document(flow=flow, layout=layout)
        path = self._path(name)
        await asyncio.to_thread(save_document, path, document)
        record = FlowRecord(
            id=flow.id,
            name=name,
            title=flow.title,
            revision=0,
            hash=text_hash(document_text(document)),
        )
        await self._store.create(record)
        created = await self._store.get(flow.id)
        return await self._summary(created or record)

    async def duplicate(self, actor: Actor, flow_id: str) -> FlowSummary:
        """Save a copy."""
        check(actor, "flow.write", flow_id)
        document = (await self.open(actor, flow_id)).document
        title = f"{document.flow.title or document.flow.name} (copy)"
        flow = document.flow.model_copy(update={"title": title, "name": slug_of(title)})
        return await self.import_document(actor, Document(flow=flow, layout=document.layout))

    async def delete(self, actor: Actor, flow_id: str) -> None:
        """Take a flow off the list; `restore` brings it back."""
        check(actor, "flow.delete", flow_id)
        await self._record(flow_id)
        await self._store.delete(flow_id)

    async def restore(self, actor: Actor, flow_id: str) -> None:
        """Bring a deleted flow back."""
        check(actor, "flow.delete", flow_id)
        await self._store.restore(flow_id)

    async def open(self, actor: Actor, flow_id: str) -> FlowSession:
        """Return the session that all tabs and people share for this flow."""
        check(actor, "flow.read", flow_id)
        async with self._opening:
            if (session := self._open.get(flow_id)) is None:
                session = await self._load(await self._record(flow_id))
                self._open[flow_id] = session
        await session.look_at_disk()
        return session

    async def export(self, actor: Actor, flow_id: str) -> dict[str, str]:
        """Return the files of a flow: name and text."""
        check(actor, "flow.read", flow_id)
        session = await self.open(actor, flow_id)
        await session.flush()
        files = sorted(session.path.parent.glob("*.json"))
        return {file.name: await asyncio.to_thread(file.read_text, "utf-8") for file in files}

    async def close(self) -> None:
        """Write everything that is not written yet."""
        for session in self._open.values():
            await session.close()
        self._open.clear()

    # ------------------------------------------------------------------ inside

    async def _load(self, record: FlowRecord) -> FlowSession:
        path = self._path(record.name)
        edits = await self._store.edits(record.id)
        document = await asyncio.to_thread(load_document, path)
        session = FlowSession(
            record.id,
            document,
            path=path,
            revision=record.revision,
            written=record.hash,
            store=self._store,
            registry=self._registry,
            history=History(edits),
        )
        await session.catch_up()
        return session

    async def _register_new_files(self) -> None:
        """Take in flow files that were put into the folder by hand or by git."""
        for path in sorted(self._folder.glob("*/*.flow.json")):
            name = path.name.removesuffix(".flow.json")
            if name != path.parent.name or await self._store.by_name(name):
                continue
            try:
                document = await asyncio.to_thread(load_document, path)
            except UserError:
                continue  # it is shown once it can be read
            known = await self._store.get(document.flow.id)
            if known is None:
                hash_ = text_hash(document_text(document))
                title = document.flow.title
                await self._store.create(
                    FlowRecord(id=document.flow.id, name=name, title=title, revision=0, hash=hash_)
                )

    async def _summary(self, record: FlowRecord) -> FlowSummary:
        path = self._path(record.name)
        session = self._open.get(record.id)
        broken, document = "", session.document if session else None
        if document is None:
            try:
                document = await asyncio.to_thread(self._peek, path)
            except (OSError, UserError) as error:
                broken = error.message if isinstance(error, UserError) else "The file is missing."
        flow = document.flow if document else None
        runs = await self._runs.list(flow_id=record.id, limit=_SHOWN_RUNS)
        return FlowSummary(
            id=record.id,
            name=record.name,
            title=(flow.title if flow else record.title) or record.name,
            description=flow.description if flow else "",
            revision=session.revision if session else record.revision,
            nodes=len(flow.nodes) if flow else 0,
            icons=_types_in_order(document) if document else (),
            broken=broken,
            updated_at=record.updated_at,
            last_runs=tuple(runs),
        )

    def _peek(self, path: Path) -> Document:
        changed = path.stat().st_mtime_ns
        known = self._summaries.get(path)
        if known is None or known[0] != changed:
            known = (changed, load_document(path))
            self._summaries[path] = known
        return known[1]

    async def _record(self, flow_id: str) -> FlowRecord:
        record = await self._store.get(flow_id)
        if record is None or record.deleted_at is not None:
            raise UserError(
                f"There is no flow {flow_id!r}.", hint="It may have been deleted; look at the list."
            )
        return record

    async def _free_name(self, wanted: str) -> str:
        name = wanted[:70]
        while await self._store.by_name(name) or self._path(name).exists():
            name = f"{wanted[:60]}-{secrets.token_hex(2)}"
        return name

    def _path(self, name: str) -> Path:
        return self._folder / name / f"{name}.flow.json"


def slug_of(title: str) -> str:
    """Return a title as a name for files: `Über uns!` becomes `uber-uns`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].strip("-") or "flow"


def _types_in_order(document: Document) -> tuple[str, ...]:
    places = document.layout.nodes
    ordered = sorted(
        document.flow.nodes,
        key=lambda node: (places[node].x, places[node].y) if node in places else (0, 0),
    )
    return tuple(dict.fromkeys(document.flow.nodes[node].type for node in ordered))[:6]
