"""Holds a canvas and an open flow together: what is done on one is shown on the other."""

import contextlib
from collections.abc import Callable, Iterable
from typing import Any, Protocol, cast

from builder.canvas import events
from builder.canvas.canvas import FlowCanvas
from builder.editor.projector import NodeTypes, Projector, Trouble
from builder.editor.view import CanvasView, Json, patch_between
from nodes.sdk import LoomlineError
from runtime.flow.model import Document
from runtime.services.actor import Actor
from runtime.services.transaction import Change, Transaction

_DRAFTS = 400_000
"""Characters of copied content sent ahead with a selection; more is sent when it is asked for."""


class OpenFlow(Protocol):
    """What a canvas needs of an open flow (`runtime.services.session.FlowSession`)."""

    @property
    def document(self) -> Document:
        """The flow as it is now."""
        ...

    @property
    def revision(self) -> int:
        """The number of its state."""
        ...

    @property
    def problems(self) -> tuple[Trouble, ...]:
        """What is wrong with it."""
        ...

    def subscribe(self, view: Callable[[Change], None], /) -> Callable[[], None]:
        """Call `view` after every change."""
        ...

    async def edit(self, actor: Actor, tx: Transaction, /) -> int:
        """Do a transaction once, or refuse it."""
        ...

    async def undo(self, actor: Actor, client: str = "", /) -> str | None:
        """Take back the last thing this person did."""
        ...

    async def redo(self, actor: Actor, client: str = "", /) -> str | None:
        """Do it again."""
        ...


class Binding:
    """A canvas that shows an open flow and edits it, until its page is closed."""

    def __init__(
        self,
        canvas: FlowCanvas,
        session: OpenFlow,
        types: NodeTypes,
        actor: Callable[[], Actor],
        *,
        changed: Callable[[], Any] | None = None,
    ) -> None:
        """Begin; `changed` is called after everything that happens, for undo and save marks."""
        self.canvas = canvas
        self.session = session
        self.selection = events.Selection()
        self._actor = actor
        self._changed = changed
        self._projector = Projector(types)
        self._shown = CanvasView()
        self._filled = False
        self._waiting: set[str] = set()
        self._leave = session.subscribe(self._on_change)
        told = canvas.handlers
        told.ready.append(self._on_ready)
        told.transaction.append(self._on_transaction)
        told.undo.append(self._on_undo)
        told.redo.append(self._on_redo)
        told.selection.append(self._on_selection)
        told.drafts.append(self._on_drafts)
        canvas.client.on_delete(self.close)  # pyright: ignore[reportUnknownMemberType] - untyped there

    def close(self) -> None:
        """Stop listening to the flow."""
        self._leave()

    async def edit(self, tx: Transaction) -> int:
        """Edit the flow from the page itself, for example from the inspector."""
        return await self.session.edit(self._actor(), tx)

    # ------------------------------------------------------------------ from the browser

    async def _on_ready(self, event: events.Ready) -> None:
        settled: list[str] = []
        refused = ""
        for raw in event.pending:
            settled.append(events.transaction_id(raw))
            try:
                await self.session.edit(self._actor(), events.transaction(raw))
            except LoomlineError as error:
                refused = events.sentence(error)
        self._reload(settled)
        if refused:
            self.canvas.toast(f"A change made while offline was not done. {refused}", "bad")

    async def _on_transaction(self, raw: object) -> None:
        tx_id = events.transaction_id(raw)
        self._waiting.add(tx_id)
        try:
            tx = events.transaction(raw)
            revision = await self.session.edit(self._actor(), tx)
        except LoomlineError as error:
            self.canvas.refuse(tx_id, events.sentence(error))
            self._reload([tx_id])
            return
        finally:
            self._waiting.discard(tx_id)
        before, self._shown = self._shown, self._view()
        self.canvas.acknowledge([tx_id], revision, patch_between(before, self._shown))
        self._send_drafts()
        self._tell_page()

    async def _on_undo(self, _: object) -> None:
        await self._step(self.session.undo, "Undone", "Nothing to undo.")

    async def _on_redo(self, _: object) -> None:
        await self._step(self.session.redo, "Redone", "Nothing to redo.")

    async def _step(self, step: Callable[..., Any], done: str, nothing: str) -> None:
        try:
            label = await step(self._actor(), self.canvas.client.id)
        except LoomlineError as error:
            self.canvas.toast(events.sentence(error), "bad")
            return
        self.canvas.toast(f"{done}: {label}" if label else nothing)
        self._tell_page()

    def _on_selection(self, selection: events.Selection) -> None:
        self.selection = selection
        self._send_drafts()

    def _on_drafts(self, ids: tuple[str, ...]) -> None:
        self.canvas.drafts(drafts(self.session.document, ids))

    # ------------------------------------------------------------------ from the flow

    def _on_change(self, change: Change) -> None:
        # Our own transactions are answered when they are durable, not when they are applied.
        if change.tx in self._waiting:
            return
        if self._filled:
            before, self._shown = self._shown, self._view()
            if patch := patch_between(before, self._shown):
                self.canvas.patch(patch, change.revision)
                self._send_drafts()
        self._tell_page()

    # ------------------------------------------------------------------ inside

    def _view(self) -> CanvasView:
        return self._projector.view(self.session.document, self.session.problems)

    def _reload(self, settled: Iterable[str]) -> None:
        self._shown = self._view()
        self._filled = True
        self.canvas.load(self._shown, self.session.revision, list(settled))
        self._tell_page()

    def _send_drafts(self) -> None:
        """Tell what is in the selected nodes, so that copying them can be immediate."""
        if not self.selection.ids or len(self.selection.ids) > 200:
            return
        found = drafts(self.session.document, self.selection.ids)
        if sum(_size(draft) for draft in found.values()) <= _DRAFTS:
            self.canvas.drafts(found)

    def _tell_page(self) -> None:
        if self._changed:
            with contextlib.suppress(RuntimeError):  # the page was closed in between
                self._changed()


def drafts(document: Document, ids: Iterable[str]) -> dict[str, Json]:
    """Return nodes, and what is inside them, as operations write them."""
    wanted = {node_id for node_id in ids if node_id in document.flow.nodes}
    grown = True
    while grown:
        inside = {k for k, n in document.flow.nodes.items() if n.parent in wanted} - wanted
        wanted |= inside
        grown = bool(inside)
    return {
        node_id: document.flow.nodes[node_id].model_dump(
            mode="json", by_alias=True, exclude_defaults=True
        )
        for node_id in sorted(wanted)
    }


def _size(value: object) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_size(part) for part in cast("dict[str, object]", value).values())
    if isinstance(value, list):
        return sum(_size(part) for part in cast("list[object]", value))
    return 8
