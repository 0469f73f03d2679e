"""The inspector: docked beside the canvas, it shows what is selected and lets one change it."""

from collections.abc import Callable
from typing import Any, Literal

from nicegui import ui

from builder.forms.toolbox import Toolbox
from builder.panels.bench import Bench
from builder.panels.flow_form import FlowForm
from builder.panels.node_form import node_form
from builder.panels.node_result import NodeResult
from builder.panels.start_form import StartForm
from builder.theme import parts
from builder.theme.desk import told
from runtime.flow.model import new_id

Tab = Literal["settings", "result"]


class Inspector:
    """Form and result of the selected node, the flow's own settings, or the form to run it.

    Nothing of these wanted, it takes no room.
    """

    def __init__(
        self,
        bench: Bench,
        toolbox: Toolbox,
        *,
        on_start: Callable[..., Any] | None,
        record: bool = False,
    ) -> None:
        self._bench = bench
        self._toolbox = toolbox
        self._on_start = on_start
        self._record = record
        """True on the page of a run: nothing can be changed."""
        self._tab: Tab = "result" if record else "settings"
        self._result: NodeResult | None = None
        self._drawn: object = None
        self._last = ""
        with parts.box("ll-inspector", "aside").props('aria-label="Inspector"') as self.element:
            self._content = parts.box("ll-col ll-gap-0").style("height: 100%")
        bench.on_selection(self.draw)
        bench.on_document(self._refresh_form)
        bench.on_own_edit(self._remember)
        bench.feed.on_sums(self._refresh_result)
        bench.feed.on_events(lambda _: self._result and self._result.stream())

    def draw(self) -> None:
        """Show what is selected now."""
        self._content.clear()
        self._result = None
        self._remember()
        with self._content:
            if self._bench.form == "run" and self._on_start:
                StartForm(self._bench, self._toolbox, self._on_start)
            elif self._bench.form == "flow":
                FlowForm(self._bench)
            elif self._bench.node is not None:
                self._node()
            elif self._bench.selected:
                self._many()
        shown = bool(self._bench.form or self._bench.selected)
        self.element.classes(add="ll-shown" if shown else "", remove="" if shown else "ll-shown")

    def _close_button(self) -> None:
        close = parts.icon_button("close", "Close", lambda: self._bench.show_form(""), slim=True)
        close.props("data-escape")

    def _many(self) -> None:
        number = len(self._bench.selected)
        with parts.box("ll-inspector-head"), parts.box("ll-row"):
            parts.box("ll-grow")
            self._close_button()
        if self._record:
            parts.empty("select_all", f"{number} nodes selected")
            return
        with parts.empty("select_all", f"{number} nodes selected"):
            parts.text("Drag moves them together, Ctrl+C copies them, Delete removes them.")
            with parts.box("ll-row"):
                parts.button("Disable", told(lambda: self._disable(off=True)), slim=True)
                parts.button("Enable", told(lambda: self._disable(off=False)), slim=True)

    async def _disable(self, *, off: bool) -> None:
        ids = self._bench.selected
        label = f"{'Disable' if off else 'Enable'} {len(ids)} nodes"
        ops = [{"op": "set_node", "id": id_, "fields": {"disabled": off or None}} for id_ in ids]
        await self._bench.edit(label, *ops)

    # ------------------------------------------------------------------ one node

    def _node(self) -> None:
        bench = self._bench
        node, spec = bench.node, bench.desk.spec(bench.node.type) if bench.node else None
        if node is None:
            return
        if bench.node_id != self._last and not self._record:
            self._last = bench.node_id
            summary = bench.feed.summary.get(bench.node_id)
            # Whoever selects a node that failed wants to know why.
            self._tab = "result" if summary and summary.status == "failed" else "settings"
        with parts.box("ll-inspector-head"):
            with parts.box("ll-row ll-gap-12"):
                parts.tile(
                    spec.icon if spec else "extension_off", spec.category if spec else "", big=True
                )
                with parts.box("ll-col ll-gap-0 ll-grow"):
                    self._name()
                    parts.text(
                        spec.title if spec else node.type, "ll-small ll-faint ll-clip"
                    ).style("padding-left: 9px")
                with parts.box("ll-row ll-gap-0"):
                    if not self._record:
                        self._menu()
                    self._close_button()
            self._segments()
        self._body = parts.box("ll-inspector-body")
        self._fill()

    def _name(self) -> None:
        bench = self._bench
        node = bench.node
        if node is None:
            return
        if self._record:
            parts.text(bench.label(bench.node_id), "ll-strong ll-clip").style("padding-left: 9px")
            return
        node_id = bench.node_id
        field = ui.input(value=bench.label(node_id)).props(
            'outlined dense debounce=500 aria-label="Name" maxlength=200'
        )
        field.classes("ll-title-field")

        async def rename(event: Any) -> None:
            label = str(event.value or "").strip()
            if label and label != bench.label(node_id):
                await bench.edit(
                    f"Rename to {label[:60]}",
                    {"op": "set_node", "id": node_id, "fields": {"label": label}},
                )

        field.on_value_change(told(rename))

    def _menu(self) -> None:
        bench, node_id = self._bench, self._bench.node_id
        disabled = bool(bench.node and bench.node.disabled)
        with parts.icon_button("more_horiz", "More", slim=True), ui.menu():
            word = "Enable" if disabled else "Disable"
            ui.menu_item(word, told(lambda: self._disable(off=not disabled)))
            ui.menu_item("Duplicate", told(lambda: self._duplicate(node_id)))
            ui.menu_item("Delete", told(lambda: self._delete(node_id))).style(
                "color: var(--ll-bad)"
            )

    async def _duplicate(self, node_id: str) -> None:
        bench = self._bench
        node = bench.document.flow.nodes[node_id]
        place = bench.document.layout.nodes.get(node_id)
        made = new_id(node.type.partition("@")[0].rpartition(".")[2])
        await bench.edit(
            f"Duplicate {bench.label(node_id)}",
            {
                "op": "add_node",
                "id": made,
                "node": node.model_dump(mode="json", by_alias=True, exclude_defaults=True),
                "place": {
                    "x": (place.x if place else 0) + 40,
                    "y": (place.y if place else 0) + 120,
                },
            },
        )

    async def _delete(self, node_id: str) -> None:
        label = self._bench.label(node_id)
        await self._bench.edit(f"Delete {label}", {"op": "remove_node", "id": node_id})

    def _segments(self) -> None:
        with parts.box("ll-segments").props("role=group") as self._switches:
            for tab, label in (("settings", "Settings"), ("result", "Last result")):
                button = parts.box("", "button").props("type=button").mark(f"tab-{tab}")
                button.props["aria-pressed"] = "true" if tab == self._tab else "false"
                button.on("click", self._chooser(tab))
                with button:
                    parts.text(label, tag="span")

    def _chooser(self, tab: Any) -> Callable[[], None]:
        def choose() -> None:
            self._tab = tab
            self.draw()

        return choose

    def _fill(self) -> None:
        self._body.clear()
        with self._body:
            if self._tab == "result":
                self._result = NodeResult(self._bench, self._bench.node_id)
            else:
                node_form(self._bench, self._toolbox, read_only=self._record)

    def _remember(self) -> None:
        self._drawn = self._state()

    def _state(self) -> object:
        """Return what the form was drawn from; what lies elsewhere in the flow does not count."""
        flow, node_id = self._bench.document.flow, self._bench.node_id
        if not node_id:
            return (flow.inputs, flow.budget, flow.description)
        wires = sorted(str(edge) for edge in flow.edges if edge.target == node_id)
        return (self._bench.node, wires)

    def _refresh_form(self) -> None:
        if self._bench.form != "run" and self._state() != self._drawn:
            self.draw()

    def _refresh_result(self) -> None:
        if self._result:
            self._result.refresh()
