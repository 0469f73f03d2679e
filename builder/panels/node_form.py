"""The settings of one node: a form made from its type, and how it is run."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from nicegui import ui

from builder.forms.field import FormField
from builder.forms.form import UNSET, FieldRow
from builder.forms.toolbox import Toolbox
from builder.panels.aiding import NodeAid
from builder.panels.bench import Bench
from builder.panels.policy_form import policy_form
from builder.theme import parts
from builder.theme.desk import told
from runtime.flow.model import Edge, FlowNode


def node_form(bench: Bench, toolbox: Toolbox, *, read_only: bool = False) -> None:
    """Draw the form of the selected node."""
    node, node_id = bench.node, bench.node_id
    if node is None:
        return
    spec = bench.desk.spec(node.type)
    _problems(bench, node_id)
    if spec is None:
        parts.callout(
            f"The node type {node.type!r} is not installed.",
            "Its settings are kept as they are. Install the plugin that provides it, or delete "
            "the node.",
            tone="warn",
            icon_name="extension_off",
        )
        return
    parts.text(spec.summary, "ll-muted").style("font-size: 13px")
    fields = parts.box("ll-form")
    aid = NodeAid(bench, node_id)
    wired = _wired(bench, node_id)

    async def commit(name: str, value: Any) -> None:
        title = next((field.title for field in spec.fields if field.name == name), name)
        label = f"Edit {title.lower()} of {bench.label(node_id)}"[:200]
        if value is UNSET:
            await bench.edit(label, {"op": "unset_input", "id": node_id, "name": name})
        else:
            await bench.edit(
                label, {"op": "set_input", "id": node_id, "name": name, "value": value}
            )

    async def fill() -> None:
        await aid.load()
        with fields:
            for field in spec.fields:
                if field.name in wired:
                    _wire_row(bench, FormField.of_spec(field), wired[field.name], read_only)
                else:
                    value = node.inputs.get(field.name)
                    FieldRow(FormField.of_spec(field), value, commit, replace(toolbox, aid=aid))

    ui.timer(0, fill, once=True)
    if read_only:
        fields.props("inert")
    else:
        _policy(bench, node, node_id, toolbox)


def _problems(bench: Bench, node_id: str) -> None:
    box = parts.box("ll-col")
    shown: list[object] = []

    def draw() -> None:
        found = [problem for problem in bench.session.problems if problem.node == node_id]
        if box.is_deleted or found == shown:
            return
        shown[:] = found
        box.clear()
        box.set_visibility(bool(found))
        with box:
            for problem in found:
                tone = "bad" if problem.severity == "error" else "warn"
                parts.callout(problem.message, problem.hint, tone=tone, icon_name="error")

    box.set_visibility(False)
    draw()
    bench.on_state(draw, box)


def _wired(bench: Bench, node_id: str) -> Mapping[str, list[Edge]]:
    found: dict[str, list[Edge]] = {}
    for edge in sorted(bench.document.flow.edges):
        if edge.target == node_id:
            found.setdefault(edge.target_port, []).append(edge)
    return found


def _wire_row(bench: Bench, field: FormField, edges: list[Edge], read_only: bool) -> None:
    with parts.box("ll-field"):
        with parts.box("ll-field-head"):
            parts.text(field.title, "ll-label", "span")
            if field.help:
                parts.icon("info").tooltip(field.help)
        for edge in edges:
            with parts.box("ll-wired"):
                parts.icon("arrow_forward")
                parts.text(f"{bench.label(edge.source)} · {edge.source_port}", "ll-clip ll-grow")
                if not read_only:
                    parts.icon_button("link_off", "Disconnect", _cutter(bench, edge), slim=True)


def _cutter(bench: Bench, edge: Edge) -> Callable[..., Any]:
    async def cut() -> None:
        await bench.edit("Disconnect", {"op": "remove_edge", "edge": str(edge)})
        bench.select(())
        bench.select((edge.target,))

    return told(cut)


def _policy(bench: Bench, node: FlowNode, node_id: str, toolbox: Toolbox) -> None:
    parts.box("ll-rule")
    with parts.box("ll-fold", "details"):
        with parts.box("", "summary"):
            parts.icon("chevron_right")
            parts.text("Errors, retries and limits", tag="span")
            changed = node.policy.model_dump(exclude_defaults=True)
            if changed:
                parts.chip(f"{len(changed)} set", tone="accent")
        with parts.box("ll-form"):
            policy_form(bench, node, node_id, toolbox)
            parts.text(f"{node_id} · {node.type}", "ll-mono ll-faint").tooltip(
                "How files and expressions name this node"
            )
