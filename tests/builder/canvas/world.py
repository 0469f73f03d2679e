"""A canvas on a page of its own: an open flow in memory, and doors for tests to look behind it.

Run as a program by the browser tests and by the benchmark; takes the port from the environment.
"""

import asyncio
import os
import random
from collections.abc import Callable
from typing import Any

from fastapi import Response
from nicegui import app, ui

import nodes.data
import nodes.files
import nodes.flow
import nodes.http
import nodes.llm
import nodes.logic
import nodes.mail
import nodes.text
from builder.canvas import Binding, FlowCanvas
from builder.editor.kinds import kind_views
from nodes.sdk import FlowFacts, Node, NodeSpec, PortSpec
from runtime.compile.problem import Problem
from runtime.flow.edit import NodePorts, Op, apply
from runtime.flow.model import Document, Edge, Flow, FlowNode, Layout, Note, Place
from runtime.services.actor import Actor
from runtime.services.transaction import Change, Transaction


class Types:
    """The built-in node types."""

    def __init__(self) -> None:
        modules = (
            nodes.flow,
            nodes.llm,
            nodes.text,
            nodes.data,
            nodes.logic,
            nodes.http,
            nodes.files,
            nodes.mail,
        )
        found: dict[str, NodeSpec] = {}
        for module in modules:
            for name in module.__all__:
                thing = getattr(module, name)
                if isinstance(thing, type) and issubclass(thing, Node):
                    found[thing.spec.id] = thing.spec
        self.found = found

    def get(self, type_id: str) -> NodeSpec | None:
        return self.found.get(type_id)

    def ports(self, flow: Flow, node_id: str) -> tuple[tuple[PortSpec, ...], tuple[PortSpec, ...]]:
        node = flow.nodes[node_id]
        spec = self.found[node.type]
        facts = FlowFacts(inputs={k: v.model_dump() for k, v in flow.inputs.items()})
        settings = node.inputs
        return spec.cls.input_ports(settings, facts), spec.cls.output_ports(settings, facts)

    def lookup(self, flow: Flow, node_id: str) -> NodePorts | None:
        spec = self.found.get(flow.nodes[node_id].type)
        if spec is None:
            return None
        inputs, outputs = self.ports(flow, node_id)
        return NodePorts(inputs, outputs, spec.inner_inputs, spec.inner_outputs)


class MemorySession:
    """An open flow that is kept in memory: the interface of the real one, without a disk."""

    def __init__(self, document: Document, types: Types) -> None:
        self.document = document
        self.revision = 1
        self.problems: tuple[Problem, ...] = ()
        self.types = types
        self.views: list[Callable[[Change], None]] = []
        self.done: dict[str, int] = {}
        self.past: list[tuple[str, tuple[Op, ...], tuple[Op, ...]]] = []
        self.future: list[tuple[str, tuple[Op, ...], tuple[Op, ...]]] = []
        self.hearing = asyncio.Event()
        self.hearing.set()

    def subscribe(self, view: Callable[[Change], None]) -> Callable[[], None]:
        self.views.append(view)
        return lambda: self.views.remove(view) if view in self.views else None

    async def edit(self, actor: Actor, tx: Transaction) -> int:
        await self.hearing.wait()
        if tx.id in self.done:
            return self.done[tx.id]
        inverse = self._apply(tx.ops, tx.label, tx.client, tx.id)
        self.done[tx.id] = self.revision
        self.past.append((tx.label, tx.ops, inverse))
        self.future.clear()
        return self.revision

    async def undo(self, actor: Actor, client: str = "") -> str | None:
        return self._step(self.past, self.future, client, back=True)

    async def redo(self, actor: Actor, client: str = "") -> str | None:
        return self._step(self.future, self.past, client, back=False)

    def _step(self, source: list[Any], target: list[Any], client: str, *, back: bool) -> str | None:
        if not source:
            return None
        label, ops, inverse = source.pop()
        self._apply(inverse if back else ops, label, client, "")
        target.append((label, ops, inverse))
        return label

    def _apply(self, ops: tuple[Op, ...], label: str, client: str, tx: str) -> tuple[Op, ...]:
        edited = apply(self.document, ops, ports=self.types.lookup)
        self.document = edited.document
        self.revision += 1
        self._check()
        for view in list(self.views):
            view(Change(self.revision, ops, label, client, tx))
        return edited.inverse

    def _check(self) -> None:
        self.problems = tuple(
            Problem(message=f"{node.label!r} has no prompt.", hint="Write one.", node=key)
            for key, node in self.document.flow.nodes.items()
            if node.type == "llm.chat@1" and not node.inputs.get("prompt") and node.label == "Empty"
        )


TYPES = Types()
SESSIONS: dict[str, MemorySession] = {}
CANVASES: dict[str, FlowCanvas] = {}
SAVING: dict[str, Any] = {}


def node(type_id: str, label: str = "", **more: Any) -> FlowNode:
    return FlowNode.model_validate({"type": type_id, "label": label, **more})


def demo() -> Document:
    """The flow of the screenshots: questions in, research, a loop, two ways out."""
    flow_nodes = {
        "start_aaaa": node("flow.start@1", "When I press Run"),
        "list_bbbb": node("files.list@1", "Find documents", **{"in": {"folder": "docs"}}),
        "each_cccc": node("logic.for_each@1", "For each document"),
        "read_dddd": node("files.read@1", "Read it", parent="each_cccc"),
        "sum_eeee": node(
            "llm.chat@1",
            "Summarise",
            parent="each_cccc",
            **{"in": {"model": "openai/gpt-4o-mini", "prompt": "Summarise"}},
        ),
        "join_ffff": node("text.template@1", "Put together"),
        "edit_gggg": node(
            "llm.chat@1",
            "Write the report",
            **{"in": {"model": "anthropic/claude-sonnet", "prompt": "x"}},
        ),
        "save_hhhh": node("files.write@1", "Save report", **{"in": {"path": "report.md"}}),
        "mail_iiii": node("mail.send@1", "Mail to the team", disabled=True),
    }
    ports = {key: TYPES.lookup(_flow(flow_nodes, []), key) for key in flow_nodes}
    lines = ["start_aaaa.out -> list_bbbb.in", "each_cccc.results -> join_ffff.in"]
    lines += _wires(ports)
    places = {
        "start_aaaa": (0, 120),
        "list_bbbb": (320, 120),
        "each_cccc": (640, 40, 900, 400),
        "read_dddd": (160, 200),
        "sum_eeee": (520, 200),
        "join_ffff": (1620, 40),
        "edit_gggg": (1620, 280),
        "save_hhhh": (1960, 280),
        "mail_iiii": (1960, 480),
    }
    text = (
        "### How it works\nEvery file in **docs** is read and summarised on its own, ten at a "
        "time.\n\n- [x] Demo model is enough\n- [ ] Set a budget"
    )
    return Document(
        flow=_flow(flow_nodes, lines),
        layout=Layout(
            nodes={key: placed(*at) for key, at in places.items()},
            notes={"note_aaaa": Note(text=text, x=0, y=300, w=300, h=180, color="yellow")},
        ),
    )


def _wires(ports: dict[str, NodePorts | None]) -> list[str]:
    """Wire what fits, by the ports the node types have."""
    wanted = [
        ("list_bbbb", "each_cccc"),
        ("sum_eeee", "each_cccc"),
        ("read_dddd", "sum_eeee"),
        ("each_cccc", "read_dddd"),
        ("join_ffff", "edit_gggg"),
        ("edit_gggg", "save_hhhh"),
        ("save_hhhh", "mail_iiii"),
    ]
    lines: list[str] = []
    for source, target in wanted:
        a, b = ports[source], ports[target]
        assert a
        assert b
        outs = a.inner_outputs if target == "read_dddd" else a.outputs
        ins = b.inner_inputs if source == "sum_eeee" else b.inputs
        lines.append(_best(source, outs, target, ins))
    return lines


def _best(source: str, outs: tuple[PortSpec, ...], target: str, ins: tuple[PortSpec, ...]) -> str:
    for into in ins:
        for out in outs:
            if out.type == into.type or "any" in (out.type, into.type):
                return f"{source}.{out.name} -> {target}.{into.name}"
    return f"{source}.{outs[0].name} -> {target}.in"


def placed(x: int, y: int, w: int | None = None, h: int | None = None) -> Place:
    return Place(x=x, y=y, w=w, h=h)


def big(count: int) -> Document:
    chance = random.Random(1)  # noqa: S311 - a flow to draw, not a secret
    kinds = ["llm.chat@1", "text.template@1", "files.write@1", "data.set@1", "logic.if@1"]
    columns = max(4, int(count**0.5 * 1.1))
    flow_nodes = {f"n{i}": node(kinds[i % 5], f"Step number {i}") for i in range(count)}
    lines = [
        f"n{i - 1 if i % columns else i - columns}.out -> n{i}.in"
        for i in range(1, count)
        if i % columns or i >= columns
    ]
    places = {
        f"n{i}": Place(x=(i % columns) * 320, y=(i // columns) * 240 + chance.randrange(3) * 20)
        for i in range(count)
    }
    return Document(flow=_flow(flow_nodes, lines), layout=Layout(nodes=places))


def _flow(flow_nodes: dict[str, FlowNode], lines: list[str]) -> Flow:
    edges = frozenset(Edge.parse(line) for line in lines)
    return Flow(id="flw_test", name="test", nodes=flow_nodes, edges=edges)


def session(name: str) -> MemorySession:
    if name not in SESSIONS:
        kind, _, rest = name.partition("-")
        if kind == "big":
            document = big(int(rest))
        elif kind == "empty":
            document = Document(flow=_flow({}, []))
        else:
            document = demo()
        SESSIONS[name] = MemorySession(document, TYPES)
    return SESSIONS[name]


@app.get("/_test/{name}/document")
def document_of(name: str) -> Response:
    return Response(session(name).document.model_dump_json(by_alias=True, exclude_defaults=True))


@app.get("/_test/{name}/deaf/{on}")
async def deaf(name: str, on: int) -> None:
    hearing = session(name).hearing
    hearing.clear() if on else hearing.set()


@app.get("/_test/{name}/saving")
def saving(name: str) -> Any:
    found = SAVING.get(name)
    return {"pending": found.pending, "offline": found.offline} if found else {}


@app.post("/_test/{name}/status")
async def status(name: str, body: dict[str, Any]) -> None:
    CANVASES[name].status(body.get("nodes", {}), body.get("wires", {}))


@app.post("/_test/{name}/call")
async def call(name: str, body: dict[str, Any]) -> None:
    getattr(CANVASES[name], body["method"])(*body.get("values", []))


@ui.page("/canvas/{name}")
def page(name: str, dark: int = 0, readonly: int = 0, palette: int = 1, minimap: int = 1) -> None:
    ui.dark_mode(bool(dark))
    ui.query("body").style("margin: 0; font-family: Inter, Roboto, sans-serif")
    ui.query(".nicegui-content").style("padding: 0; gap: 0")
    kinds = kind_views(TYPES.found.values())
    with ui.element("div").style("display: flex; width: 100vw; height: 100vh"):
        if palette:
            side = "width: 200px; padding: 8px; overflow: auto; border-right: 1px solid #8884"
            with ui.element("div").style(side):
                ui.input(label="Search").props("dense")
                for kind in kinds:
                    label = ui.label(kind["title"]).style("padding: 6px; cursor: grab")
                    label.props(f'data-node-kind="{kind["type"]}" tabindex=0 role=button')
        with ui.element("div").style("flex: 1; position: relative; min-width: 0"):
            canvas = FlowCanvas(
                flow=name, kinds=kinds, readonly=bool(readonly), minimap=bool(minimap), hint=True
            )
    CANVASES[name] = canvas
    canvas.handlers.saving.append(lambda state: SAVING.__setitem__(name, state))
    Binding(canvas, session(name), TYPES, Actor.local)


if __name__ == "__main__":
    ui.run(  # pyright: ignore[reportUnknownMemberType] - untyped there
        host="127.0.0.1",
        port=int(os.environ["PORT"]),
        reload=False,
        show=False,
        storage_secret="test",  # noqa: S106 - a page for tests
        reconnect_timeout=30,
    )
