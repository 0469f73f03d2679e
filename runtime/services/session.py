"""An open flow: the one true document that all its tabs and people edit."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

from nodes.sdk import LoomlineError, UserError
from runtime.auth.policy import check as permit
from runtime.compile.check import check
from runtime.compile.problem import Problem
from runtime.flow.difference import difference
from runtime.flow.edit import (
    AddNode,
    AddNote,
    Op,
    SetFlow,
    SetInput,
    SetNode,
    SetNote,
    apply,
    dump_ops,
    parse_ops,
)
from runtime.flow.files import document_text
from runtime.flow.hash import text_hash
from runtime.flow.model import Document, Layout
from runtime.flow.secrets_scan import refuse_secrets
from runtime.registry import Registry
from runtime.services.actor import Actor
from runtime.services.flow_file import FlowFile
from runtime.services.history import History
from runtime.services.transaction import Change, Transaction
from runtime.store.flows import EditRecord, FlowStore

log = logging.getLogger(__name__)

_WRITE_AFTER = 0.25
"""Seconds of quiet before the file is written; every edit is durable in the database by then."""
_CHECK_AFTER = 0.1
"""Seconds between an edit and the look for problems, so that a burst is checked once."""

_LOOK_EVERY = 2.0
"""Seconds between two looks at the file of a flow that is on a screen."""


class FlowSession:
    """A flow that is open: edits go in, changes come out, nothing acknowledged is lost.

    An edit counts when its row is in the database; the file follows within a moment. A file
    that was changed by others meanwhile (an editor, git) is merged in as an edit of its own.
    """

    def __init__(
        self,
        flow_id: str,
        document: Document,
        *,
        path: Path,
        revision: int,
        written: str,
        store: FlowStore,
        registry: Registry,
        history: History,
    ) -> None:
        self.id = flow_id
        self.document = document
        self.revision = revision
        self.problems: tuple[Problem, ...] = ()
        self._file = FlowFile(path, revision=revision, written=written)
        self._store = store
        self._registry = registry
        self._history = history
        self._views: list[Callable[[Change], None]] = []
        self._lock = asyncio.Lock()
        self._writer: asyncio.Task[None] | None = None
        self._checker: asyncio.Task[None] | None = None
        self._watcher: asyncio.Task[None] | None = None

    @property
    def path(self) -> Path:
        """The flow file."""
        return self._file.path

    @property
    def saved(self) -> bool:
        """True when the file on disk holds the latest revision."""
        return self._file.revision == self.revision

    def subscribe(self, view: Callable[[Change], None]) -> Callable[[], None]:
        """Call `view` after every change; the returned function ends that."""
        self._views.append(view)
        if self._watcher is None or self._watcher.done():
            self._watcher = asyncio.create_task(self._watch())

        def leave() -> None:
            with contextlib.suppress(ValueError):
                self._views.remove(view)

        return leave

    def undo_label(self, actor: Actor) -> str:
        """Return what the undo button would take back, empty for nothing."""
        permit(actor, "flow.read", self.id)
        edit = self._history.to_undo(actor.id)
        return edit.label if edit else ""

    def redo_label(self, actor: Actor) -> str:
        """Return what the redo button would do again, empty for nothing."""
        permit(actor, "flow.read", self.id)
        edit = self._history.to_redo(actor.id)
        return edit.label if edit else ""

    async def catch_up(self) -> None:
        """Do again the edits that were durable but not in the file when the process ended."""
        self.revision = await asyncio.to_thread(self._file_revision)
        self._file.note(self.document, self.revision)
        for edit in self._history.ascending_after(self.revision):
            with contextlib.suppress(UserError):  # others changed the file: what still fits
                self.document = apply(self.document, parse_ops(edit.ops), restore=True).document
            self.revision = edit.revision
        if not self.saved:
            self._write_soon()
        await self.find_problems()

    def _file_revision(self) -> int:
        """Return which revision the file holds: it may be ahead of what was noted about it."""
        if self._file.holds(self.document):
            return self.revision
        pending = self._history.ascending_after(self.revision)
        for count in range(len(pending), 0, -1):
            document = self.document
            with contextlib.suppress(UserError):
                for edit in reversed(pending[:count]):
                    document = apply(document, parse_ops(edit.inverse), restore=True).document
                if self._file.holds(document):
                    return pending[count - 1].revision
        return self.revision

    async def edit(self, actor: Actor, tx: Transaction) -> int:
        """Do a transaction and return the revision it made; done twice it counts once.

        Durable when it returns. Raises UserError and changes nothing when it is refused.
        """
        permit(actor, "flow.write", self.id)
        async with self._lock:
            known = self._history.revision_of(tx.id)
            if known is not None:
                return known
            self._refuse_renaming(tx.ops)
            await self._apply(actor, tx.ops, label=tx.label, client=tx.client, tx=tx.id)
            return self.revision

    async def undo(self, actor: Actor, client: str = "") -> str | None:
        """Take back the last thing `actor` did and return its label; None when there is none."""
        permit(actor, "flow.write", self.id)
        async with self._lock:
            edit = self._history.to_undo(actor.id)
            if edit is None:
                return None
            ops = parse_ops(edit.inverse)
            await self._apply(actor, ops, label=edit.label, client=client, undoes=edit)
            return edit.label

    async def redo(self, actor: Actor, client: str = "") -> str | None:
        """Do again what was taken back last and return its label; None when there is none."""
        permit(actor, "flow.write", self.id)
        async with self._lock:
            edit = self._history.to_redo(actor.id)
            if edit is None:
                return None
            ops = parse_ops(edit.ops)
            await self._apply(actor, ops, label=edit.label, client=client, redoes=edit)
            return edit.label

    async def look_at_disk(self) -> bool:
        """Take in what others wrote into the file; return whether there was anything."""
        async with self._lock:
            return await self._take_in()

    async def flush(self) -> None:
        """Write the file now."""
        async with self._lock:
            await self._write()

    async def close(self) -> None:
        """Write what is not written yet and stop."""
        for task in (self._writer, self._checker, self._watcher):
            if task and not task.done():
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
        await self.flush()

    # ------------------------------------------------------------------ inside

    def _refuse_renaming(self, ops: Sequence[Op]) -> None:
        if any(isinstance(op, SetFlow) and "name" in op.fields for op in ops):
            raise UserError(
                "The file name of a flow cannot be changed here.",
                hint="Change its title, or duplicate the flow under another name.",
            )

    async def _apply(
        self,
        actor: Actor,
        ops: Sequence[Op],
        *,
        label: str,
        client: str,
        tx: str = "",
        undoes: EditRecord | None = None,
        redoes: EditRecord | None = None,
    ) -> None:
        restore = bool(undoes or redoes or actor == Actor.disk())
        lookup = self._registry.port_lookup
        edited = apply(self.document, ops, ports=lookup, restore=restore)
        if not restore:
            self._refuse_secrets(edited.document, ops)
        record = EditRecord(
            flow_id=self.id,
            revision=self.revision + 1,
            tx=tx,
            client=client,
            actor=actor.id,
            label=label,
            ops=dump_ops(tuple(ops)),
            inverse=dump_ops(edited.inverse),
            state="undo" if undoes else "redo" if redoes else "done",
        )
        marks = self._history.marks(record, undoes=undoes, redoes=redoes)
        await self._store.append_edit(record, expected=self.revision, marks=marks)
        self._history.add(record, marks)
        self.document = edited.document
        self.revision = record.revision
        self._tell(Change(self.revision, tuple(ops), label, client, tx))
        self._write_soon()
        self._check_soon()

    def _refuse_secrets(self, document: Document, ops: Sequence[Op]) -> None:
        """Refuse what looks like a secret in what the operations touch, not in all of the flow."""
        nodes = {op.id for op in ops if isinstance(op, (AddNode, SetNode, SetInput))}
        notes = {op.id for op in ops if isinstance(op, (AddNote, SetNote))}
        flow, layout = document.flow, document.layout
        touched = flow.model_copy(
            update={"nodes": {key: flow.nodes[key] for key in nodes if key in flow.nodes}}
        )
        noted = Layout(notes={key: layout.notes[key] for key in notes if key in layout.notes})
        refuse_secrets(Document(flow=touched, layout=noted))

    async def find_problems(self) -> tuple[Problem, ...]:
        """Look for everything that is wrong with the flow as it is now."""
        document = self.document
        folder = self.path.parent
        found = await asyncio.to_thread(check, document.flow, self._registry, folder=folder)
        if document is self.document:
            self.problems = tuple(found)
        return tuple(found)

    def _check_soon(self) -> None:
        if self._checker is None or self._checker.done():
            self._checker = asyncio.create_task(self._check_later())

    async def _check_later(self) -> None:
        checked = -1
        while checked != self.revision:
            await asyncio.sleep(_CHECK_AFTER)
            checked = self.revision
            await self.find_problems()
        self._tell(Change(self.revision, (), "Checked", "", ""))

    def _tell(self, change: Change) -> None:
        for view in list(self._views):
            try:
                view(change)
            except Exception:  # one view that fails must not keep the others from the change
                log.exception("A view of flow %s could not show a change.", self.id)

    def _write_soon(self) -> None:
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_later())

    async def _write_later(self) -> None:
        await asyncio.sleep(_WRITE_AFTER)
        async with self._lock:
            try:
                await self._write()
            except OSError:
                # The edits are safe in the database; the next edit or start writes the file.
                log.exception("Flow %s could not be written to %s.", self.id, self.path)

    async def _write(self) -> None:
        await self._take_in()
        if self.saved:
            return
        document, revision = self.document, self.revision
        await self._file.write(document, revision)
        title = document.flow.title
        await self._store.written(self.id, revision=revision, hash=self._file.written, title=title)
        self._tell(Change(revision, (), "Saved", "", ""))

    async def _take_in(self) -> bool:
        theirs = await self._file.theirs()
        if theirs is None:
            return False
        base = await asyncio.to_thread(self._as_written, theirs)
        if base is None:
            return False
        self._file.note(theirs, self._file.revision)
        ops = difference(base, theirs)
        if not ops:
            return False
        await self._apply(Actor.disk(), ops, label="Changed on disk", client="disk")
        return True

    def _as_written(self, theirs: Document) -> Document | None:
        """Return the document as we wrote it last, by taking back what came after.

        None when one of the revisions on the way is what the file holds: then it was we who
        wrote it, and the process ended before that was noted.
        """
        on_disk = text_hash(document_text(theirs))
        document, revision = self.document, self.revision
        for edit in self._history.after(self._file.revision):
            if text_hash(document_text(document)) == on_disk:
                self._file.note(document, revision)
                return None
            document = apply(document, parse_ops(edit.inverse), restore=True).document
            revision = edit.revision - 1
        return document

    async def _watch(self) -> None:
        """Take in what an editor or git writes while somebody has the flow open."""
        while self._views:
            await asyncio.sleep(_LOOK_EVERY)
            if await asyncio.to_thread(self._file.touched):
                try:
                    await self.look_at_disk()
                except LoomlineError:  # the database is busy or full: the next write looks again
                    log.exception("Changes of others to %s could not be taken in.", self.path)
