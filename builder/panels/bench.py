"""The open flow of one page: what is selected, what was edited, what ran last."""

from collections.abc import Callable, Mapping, Sequence
from contextvars import copy_context
from typing import Any, Literal

from nicegui import ui

from builder.editor.standing import standing
from builder.panels.feed import RunFeed
from builder.panels.listeners import Listeners
from builder.panels.sheet import Sheet
from builder.theme.desk import Desk
from nodes.sdk import UserError
from runtime.flow.model import Document, FlowNode, InputSpec
from runtime.run.model import RunView, StepView
from runtime.services.runs import NodeSummary
from runtime.services.transaction import Change, Transaction

Listener = Callable[[], Any]
Form = Literal["", "run", "flow"]
"""A form that was asked for by its button: to start a run, or the settings of the flow."""


class Bench:
    """What the panels around one canvas share; one for each page, gone with it."""

    def __init__(self, desk: Desk, session: Sheet, *, page: str) -> None:
        self.desk = desk
        self.session = session
        self.page = f"{page}-panels"
        """The name our edits carry, so that the canvas shows them and we do not redraw."""
        self.viewer = desk.actor()
        """Who looks at this page; `desk.actor()` is who acts, asked anew for each act."""
        self.selected: tuple[str, ...] = ()
        self.form: Form = ""
        """The form that is shown in place of what is selected."""
        self.feed = RunFeed(desk)
        self.last_inputs: Mapping[str, Any] = {}
        self._edits = 0
        self._on_document = Listeners()
        self._on_state = Listeners()
        self._on_own = Listeners()
        self._on_selection = Listeners()
        self._on_focus = Listeners()
        self._on_clear = Listeners()
        self._outputs: dict[tuple[str, str, str], StepView] = {}
        self._context = copy_context()
        self._leave = session.subscribe(self._told)

    @property
    def document(self) -> Document:
        """The flow as it is now."""
        return self.session.document

    @property
    def node(self) -> FlowNode | None:
        """The one node that is selected."""
        return self.document.flow.nodes.get(self.node_id) if self.node_id else None

    @property
    def node_id(self) -> str:
        """Id of the one node that is selected, empty for none or many."""
        return self.selected[0] if len(self.selected) == 1 else ""

    @property
    def sums(self) -> Mapping[str, NodeSummary]:
        """What each node did in the run that is shown."""
        feed = self.feed
        return feed.summary if feed.going else standing(self.document.flow, feed.summary)

    @property
    def inputs(self) -> Mapping[str, InputSpec]:
        """The inputs of the flow."""
        return self.document.flow.inputs

    def close(self) -> None:
        """End with the page."""
        self._leave()
        self.feed.close()

    # ------------------------------------------------------------------ editing

    async def edit(self, label: str, *ops: Mapping[str, Any]) -> None:
        """Do an edit as one step that can be undone."""
        self._edits += 1
        made = Transaction.model_validate(
            {
                "id": f"{self.page}-{self._edits}",
                "client": self.page,
                "label": label,
                "ops": list(ops),
            }
        )
        await self.session.edit(self.desk.actor(), made)

    async def undo(self) -> None:
        """Take back what this person did last."""
        if await self.session.undo(self.desk.actor()) is None:
            raise UserError("There is nothing to undo.")

    async def redo(self) -> None:
        """Do again what was taken back last."""
        if await self.session.redo(self.desk.actor()) is None:
            raise UserError("There is nothing to redo.")

    # ------------------------------------------------------------------ listening

    def on_document(self, listener: Listener) -> None:
        """Call `listener` when somebody else, or undo, changed the flow."""
        self._on_document.add(listener)

    def on_state(self, listener: Listener, owner: ui.element | None = None) -> None:
        """Call `listener` after every change, ours too: saved, problems, undo may differ.

        With `owner`, only as long as that element is on the page.
        """
        self._on_state.add(listener, owner)

    def on_own_edit(self, listener: Listener) -> None:
        """Call `listener` after an edit made from the panels of this page."""
        self._on_own.add(listener)

    def on_selection(self, listener: Listener) -> None:
        """Call `listener` when something else is selected."""
        self._on_selection.add(listener)

    def on_focus(self, listener: Callable[[str], Any]) -> None:
        """Call `listener` with a node that shall come into view."""
        self._on_focus.add(listener)

    def on_clear(self, listener: Listener) -> None:
        """Call `listener` when nothing shall be selected any more."""
        self._on_clear.add(listener)

    def select(self, ids: Sequence[str]) -> None:
        """Take note of what is selected on the canvas."""
        chosen = tuple(id_ for id_ in ids if id_ in self.document.flow.nodes)
        if chosen == self.selected and (not self.form or not chosen):
            return
        self.selected = chosen
        self.form = ""
        self._on_selection.tell()

    def show_form(self, form: Form) -> None:
        """Show a form in place of what is selected, or nothing beside the canvas."""
        self.form = form
        self.selected = ()
        self._on_clear.tell()
        self._on_selection.tell()

    def focus(self, node_id: str) -> None:
        """Select a node and bring it into view."""
        if node_id in self.document.flow.nodes:
            self._on_focus.tell(node_id)
            self.select((node_id,))

    def _told(self, change: Change) -> None:
        # Whoever made the change called this: what we do now is done for the viewer of this page.
        self._context.copy().run(self._changed, change)

    def _changed(self, change: Change) -> None:
        if self.node_id and self.node is None:
            self.selected = ()
            self._on_selection.tell()
        elif change.client == self.page:
            self._on_own.tell()
        else:
            self._on_document.tell()
        self._on_state.tell()

    # ------------------------------------------------------------------ runs

    async def load_last_run(self) -> RunView | None:
        """Remember the newest run of this flow, for its inputs and its results."""
        runs = await self.desk.workspace.runs.list(
            self.desk.actor(), flow_id=self.session.id, limit=1
        )
        if not runs:
            return None
        self.last_inputs = runs[0].inputs
        return runs[0]

    async def output_of(self, node_id: str, item: str = "") -> StepView | None:
        """Return what a node sent in the run that is shown, None when it has not run."""
        run = self.feed.view
        if run is None:
            return None
        key = (run.id, node_id, item)
        known = self._outputs.get(key)
        if known is not None:
            return known
        try:
            step = await self.desk.workspace.runs.step(self.desk.actor(), run.id, node_id, item)
        except UserError:
            return None
        if step.status != "running":
            self._outputs[key] = step
            while len(self._outputs) > 200:
                self._outputs.pop(next(iter(self._outputs)))
        return step

    def label(self, node_id: str) -> str:
        """Return the name of a node on the screen."""
        return label_of(self.desk, self.document, node_id)


def label_of(desk: Desk, document: Document, node_id: str) -> str:
    """Return the name of a node on the screen: its label, else the title of its type."""
    node = document.flow.nodes.get(node_id)
    if node is None:
        return node_id
    spec = desk.spec(node.type)
    return node.label or (spec.title if spec else node.type)
