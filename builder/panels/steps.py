"""The steps of a run, one line for each node: state, when and how long, what it cost."""

from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui

from builder.editor.order import reading_order
from builder.panels.bench import Bench
from builder.theme import parts, words
from builder.theme.desk import told
from runtime.flow.model import Flow
from runtime.run.model import StepView


class StepList:
    """Rows with bars on a common time line; a click selects the node on the canvas."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._spans: Mapping[str, tuple[float, float]] = {}
        self._state: object = None
        self._box = parts.box("ll-col ll-gap-0").props('role="list"')
        ui.timer(0, told(self._load), once=True)

    def refresh(self) -> None:
        """Draw again when something changed."""
        with self._box:
            ui.timer(0, told(self._load), once=True)

    async def _load(self) -> None:
        feed = self._bench.feed
        if feed.view is None:
            return
        state = (feed.view.id, feed.view.status, repr(feed.summary), self._bench.node_id)
        if state == self._state:
            return
        self._state = state
        steps = await self._bench.desk.workspace.runs.steps(
            self._bench.desk.actor(), feed.view.id, limit=1000
        )
        self._spans = around(self._bench.document.flow, spans(steps))
        self._draw()

    def _draw(self) -> None:
        self._box.clear()
        start = min((span[0] for span in self._spans.values()), default=0.0)
        end = max((span[1] for span in self._spans.values()), default=1.0)
        length = max(end - start, 0.001)
        order = reading_order(self._bench.document)
        sums = self._bench.sums
        with self._box:
            for node_id in order:
                span = self._spans.get(node_id)
                left = 100 * (span[0] - start) / length if span else 0.0
                width = 100 * (span[1] - span[0]) / length if span else 0.0
                self._row(node_id, sums.get(node_id), left, width)

    def _row(self, node_id: str, summary: Any, left: float, width: float) -> None:
        bench = self._bench
        status: str = summary.status if summary else "queued"
        run = bench.feed.view
        if status == "running" and run is not None and not bench.feed.going:
            status = run.status  # what was under way stopped with its run
        depth = flow_depth(bench.document.flow, node_id)
        row = parts.box("ll-step", "button").style(f"padding-left: {12 + 22 * min(depth, 5)}px")
        row.props("type=button").mark("step-row").on("click", self._focuser(node_id))
        row.props["aria-pressed"] = "true" if bench.node_id == node_id else "false"
        with row:
            look = words.status_word(status)
            with parts.box(f"ll-status s-{status}", "span"):
                if summary:
                    parts.icon(look.icon).tooltip(look.word)
                else:
                    parts.icon("circle").style("color: var(--ll-idle-mark)").tooltip("Not reached")
            with parts.box("ll-row ll-gap-4"):
                parts.text(bench.label(node_id), "ll-clip", "span")
                if summary and summary.total > 1:
                    parts.text(f"{summary.done} of {summary.total}", "ll-small ll-faint ll-num")
            with parts.box("ll-waterfall ll-wide", "span"):
                if summary and width:
                    parts.box(f"s-{status}", "i").style(f"left: {left:.2f}%; width: {width:.2f}%")
            took = words.seconds(summary.ms / 1000) if summary and summary.ms else ""
            parts.text(took, "ll-num ll-right ll-muted", "span").style("font-size: 12px")
            cost = ""
            if summary and summary.input_tokens + summary.output_tokens:
                cost = words.money(summary.cost_usd)
            parts.text(cost, "ll-num ll-right ll-faint ll-wide", "span").style("font-size: 12px")

    def _focuser(self, node_id: str) -> Callable[[], None]:
        def focus() -> None:
            self._bench.focus(node_id)
            self.refresh()

        return focus


def flow_depth(flow: Flow, node_id: str) -> int:
    """Return in how many containers a node lies."""
    depth, node = 0, flow.nodes.get(node_id)
    while node and node.parent and node.parent in flow.nodes and depth < 20:
        depth, node = depth + 1, flow.nodes[node.parent]
    return depth


def around(flow: Flow, found: Mapping[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """Let containers span what lies in them: after a pause they themselves begin anew."""
    wide = dict(found)
    for node_id, span in found.items():
        parent = flow.nodes[node_id].parent if node_id in flow.nodes else None
        while parent and parent in flow.nodes:
            before = wide.get(parent, span)
            wide[parent] = (min(before[0], span[0]), max(before[1], span[1]))
            parent = flow.nodes[parent].parent
    return wide


def spans(steps: list[StepView]) -> dict[str, tuple[float, float]]:
    """Return for each node when its first step began and its last one ended."""
    found: dict[str, tuple[float, float]] = {}
    for step in steps:
        if step.started_at is None:
            continue
        start = words.since(step.started_at)
        end = words.since(step.finished_at) if step.finished_at else start + step.ms / 1000
        before = found.get(step.node, (start, end))
        found[step.node] = (min(before[0], start), max(before[1], end))
    return found
