"""The canvas as an element of a page: a thin, typed door to the component in the browser.

The graph never travels as a prop (props are deeply reactive and are sent again with every update):
the component says when it is ready and is then filled by `load`.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from nicegui import events as nicegui_events
from nicegui import ui
from nicegui.awaitable_response import AwaitableResponse

from builder.canvas import events
from builder.editor.view import CanvasPatch, CanvasView, Json

VERSION: Final = "0.1.0"
"""Version of the bundle. Its folder is named after it: the address of the bundle is made from the
folder, and browsers keep what is there for a year."""
BUNDLE: Final = Path(__file__).parents[2] / "assets" / "canvas" / VERSION

Handler = Callable[[Any], Awaitable[None] | None]


@dataclass(slots=True)
class Handlers:
    """Who is told what a person does on the canvas; each may be async."""

    ready: list[Handler] = field(default_factory=list[Handler])
    """The component wants to be filled: `events.Ready`."""
    transaction: list[Handler] = field(default_factory=list[Handler])
    """A finished gesture, unread."""
    undo: list[Handler] = field(default_factory=list[Handler])
    redo: list[Handler] = field(default_factory=list[Handler])
    selection: list[Handler] = field(default_factory=list[Handler])
    """`events.Selection`."""
    open: list[Handler] = field(default_factory=list[Handler])
    """A node was opened: its id."""
    command: list[Handler] = field(default_factory=list[Handler])
    """A key for the page: `palette`, `find`, `save`, `run` or `shortcuts`."""
    refused: list[Handler] = field(default_factory=list[Handler])
    """A wire was refused: the reason."""
    saving: list[Handler] = field(default_factory=list[Handler])
    """`events.Saving`."""
    drafts: list[Handler] = field(default_factory=list[Handler])
    """The content of nodes is wanted, to copy them: their ids."""


class FlowCanvas(
    ui.element,
    component="flow_canvas.js",
    esm={"loomline-canvas": str(BUNDLE)},
):
    """The canvas of one flow.

    Import this module before the first page is served: the address of its bundle is part of
    every page.
    """

    def __init__(
        self,
        *,
        flow: str,
        kinds: Sequence[Json],
        readonly: bool = False,
        minimap: bool = True,
        hint: bool = False,
    ) -> None:
        """Show the flow with this id; `kinds` is the catalogue (`builder.editor.kinds`).

        With `hint` an empty canvas says itself how to begin.
        """
        super().__init__()
        self.flow = flow
        self.handlers = Handlers()
        self._props["flow"] = flow
        self._props["kinds"] = list(kinds)
        self._props["readonly"] = readonly
        self._props["minimap"] = minimap
        self._props["hint"] = hint
        self.style("width: 100%; height: 100%")
        # All of them now: a listener added to a page that is shown makes it mount the canvas anew.
        told = self.handlers
        self._listen("ready", told.ready, events.ready)
        self._listen("tx", told.transaction, lambda value: value)
        self._listen("undo", told.undo, lambda _: None)
        self._listen("redo", told.redo, lambda _: None)
        self._listen("selection", told.selection, events.selection)
        self._listen("open", told.open, events.node_id)
        self._listen("command", told.command, events.command)
        self._listen("saving", told.saving, events.saving)
        self._listen("drafts", told.drafts, events.ids)
        self._listen("refused", told.refused, events.reason)

    def load(self, view: CanvasView, revision: int, acked: Sequence[str] = ()) -> None:
        """Show this, in place of everything there was; transactions in `acked` are settled."""
        self._tell("load", view.to_json(), revision, list(acked))

    def acknowledge(self, ids: Sequence[str], revision: int, patch: CanvasPatch) -> None:
        """Say that transactions are safe, and what else became of them."""
        self._tell("ack", list(ids), revision, patch.to_json())

    def patch(self, patch: CanvasPatch, revision: int) -> None:
        """Show a change made elsewhere."""
        self._tell("patch", patch.to_json(), revision)

    def refuse(self, transaction: str, reason: str) -> None:
        """Say why a transaction was not done; `load` should follow, to take it back."""
        self._tell("refuse", transaction, reason)

    def status(
        self, nodes: Mapping[str, Json | None], wires: Mapping[str, Json | None] | None = None
    ) -> None:
        """Lay states of a run over the flow; None takes one away."""
        self._tell("status", dict(nodes), dict(wires or {}))

    def clear_status(self) -> None:
        """Take all states of a run away."""
        self._tell("clear_status")

    def drafts(self, drafts: Mapping[str, Json]) -> None:
        """Tell what is in nodes, so that they can be copied."""
        self._tell("drafts", dict(drafts))

    def select(self, ids: Sequence[str]) -> None:
        """Select exactly these nodes and notes."""
        self._tell("select", list(ids))

    def focus(self, node: str) -> None:
        """Select a node and bring it to the middle."""
        self._tell("focus", node)

    def fit(self) -> None:
        """Show everything."""
        self._tell("fit")

    def tidy(self) -> None:
        """Lay the selection, or the whole flow, out anew; it can be undone."""
        self._tell("tidy")

    def add(self, node_type: str) -> None:
        """Add a node in the middle of the view."""
        self._tell("add", node_type)

    def rename(self, node: str) -> None:
        """Let the person type a new name for a node."""
        self._tell("rename", node)

    def toast(self, text: str, tone: Literal["plain", "bad", "good"] = "plain") -> None:
        """Say something on the canvas for a moment."""
        self._tell("toast", text, tone)

    def set_readonly(self, readonly: bool) -> None:
        """Let people change the flow, or only look at it."""
        self._tell("set_readonly", readonly)

    def _tell(self, method: str, *values: Any) -> AwaitableResponse | None:
        # A canvas whose page is gone hears nothing; what it missed comes with its next `load`.
        if self.is_deleted:
            return None
        return self.run_method(method, *values)

    def _listen(self, event: str, handlers: list[Handler], read: Callable[[Any], object]) -> None:
        async def tell(arguments: nicegui_events.GenericEventArguments) -> None:
            value = read(arguments.args)
            for handler in list(handlers):
                result = handler(value)
                if result is not None:
                    await result

        self.on(event, tell)
