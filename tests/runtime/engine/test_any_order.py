"""Whatever completes first, and wherever a crash falls: the same result."""

import asyncio
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from nodes.sdk import NOT_SENT, Context, In, ManyIn, Node, OutsideError, Ports
from runtime.compile.plan import Plan
from runtime.flow.model import Policy
from runtime.run.model import RunStatus
from runtime.store.connection import Link
from tests.runtime.engine import work
from tests.runtime.engine.conftest import House
from tests.runtime.engine.plans import N, plan
from tests.runtime.engine.work import Each, Ledger

_PORTS = ("value", "left", "right", "out", "error")


class Mix(Node, name="test.mix", icon="x"):
    """Make a text of everything that comes in, after a while."""

    values: ManyIn[Any] = Field(default_factory=list[Any])
    one: In[Any] = None
    name: str = ""
    turn: bool = False
    fails: bool = False
    delay: int = 0

    class Output(Ports):
        value: str
        left: Any = NOT_SENT
        right: Any = NOT_SENT

    async def run(self, ctx: Context) -> Output:
        work.LEDGER.do(ctx.step_id.partition("/")[2])
        for _ in range(self.delay):
            await asyncio.sleep(0)
        if self.fails:
            raise OutsideError("No.", retry=False)
        text = _mixed(self.name, self.one, self.values)
        if self.turn:
            return self.Output(value=text, left=text)
        return self.Output(value=text, right=text)


def _mixed(name: str, one: Any, values: list[Any]) -> str:
    return f"{name}({one}|{'+'.join(map(str, values))})"


@dataclass(frozen=True)
class Spec:
    """A node of a random flow; sources are pairs of an earlier node and one of its ports."""

    after: tuple[tuple[int, str], ...]
    one: tuple[int, str] | None
    many: tuple[tuple[int, str], ...]
    turn: bool
    delay: int
    trouble: str
    """Empty, `disabled`, `default` or `branch`."""
    items: int
    """How many items it has as a container, or -1."""


def _specs(draw: st.DrawFn) -> list[Spec]:
    specs: list[Spec] = []
    for index in range(draw(st.integers(1, 12))):
        source = st.tuples(
            st.integers(0, index - 1) if index else st.nothing(), st.sampled_from(_PORTS)
        )
        sources = st.lists(source, max_size=2, unique=True).map(tuple) if index else st.just(())
        items = draw(st.sampled_from([-1, -1, -1, 0, 1, 4]))
        specs.append(
            Spec(
                after=draw(sources),
                one=draw(st.none() | source) if index and items < 0 else None,
                many=draw(sources) if items < 0 else (),
                turn=draw(st.booleans()),
                delay=draw(st.integers(0, 6)),
                trouble=draw(st.sampled_from(["", "", "", "disabled", "default", "branch"]))
                if items < 0
                else "",
                items=items,
            )
        )
    return specs


def _flow(specs: list[Spec]) -> Plan:
    nodes: dict[str, N] = {}
    edges: list[str] = []
    for index, spec in enumerate(specs):
        name = f"n{index}"
        policy = (
            Policy(on_error=spec.trouble, default={"value": "d"})  # pyright: ignore[reportArgumentType]
            if spec.trouble in ("default", "branch")
            else Policy()
        )
        values: dict[str, Any] = {"name": name, "turn": spec.turn, "delay": spec.delay}
        if spec.items >= 0:
            nodes[name] = N(Each, {"items": [*range(spec.items)], "concurrency": 2})
            nodes[f"{name}a"] = N(Mix, {**values, "name": "a"}, parent=name)
            nodes[f"{name}b"] = N(Mix, {**values, "name": "b"}, parent=name)
            edges += [
                f"{name}.item -> {name}a.one",
                f"{name}a.value -> {name}b.one",
                f"{name}b.value -> {name}.result",
            ]
        else:
            values["fails"] = spec.trouble in ("default", "branch")
            nodes[name] = N(Mix, values, policy=policy, disabled=spec.trouble == "disabled")
        edges += [f"n{source}.{port} -> {name}.in" for source, port in spec.after]
        edges += [f"n{source}.{port} -> {name}.values" for source, port in spec.many]
        if spec.one:
            edges.append(f"n{spec.one[0]}.{spec.one[1]} -> {name}.one")
    return plan(nodes, edges)


def _oracle(specs: list[Spec]) -> dict[str, Mapping[str, Any] | None]:
    """Return what each node sends, None when it is skipped; worked out one after the other."""
    sent: dict[str, Mapping[str, Any] | None] = {}
    order_sent: dict[int, bool] = {}

    def sends(source: tuple[int, str]) -> bool:
        index, port = source
        return order_sent[index] if port == "out" else port in (sent[f"n{index}"] or {})

    def value(source: tuple[int, str]) -> Any:
        return (sent[f"n{source[0]}"] or {}).get(source[1])

    for index, spec in enumerate(specs):
        name = f"n{index}"
        skipped = (
            spec.trouble == "disabled"
            or not all(sends(source) for source in spec.after)
            or (spec.one is not None and not sends(spec.one))
            or (bool(spec.many) and not any(sends(source) for source in spec.many))
        )
        order_sent[index] = not skipped and spec.trouble != "branch"
        if skipped:
            sent[name] = None
        elif spec.trouble == "default":
            sent[name] = {"value": "d"}
        elif spec.trouble == "branch":
            sent[name] = {"error": {"message": "No.", "hint": "", "kind": "outside", "node": name}}
        elif spec.items >= 0:
            results = [_mixed("b", _mixed("a", i, []), []) for i in range(spec.items)]
            sent[name] = {"results": results, "errors": [], "count": spec.items}
        else:
            values = [v for source in spec.many if (v := value(source)) is not None]
            text = _mixed(name, value(spec.one) if spec.one else None, values)
            sent[name] = {"value": text, "left" if spec.turn else "right": text}
    return sent


async def _finished(house: House, specs: list[Spec], run_id: str) -> None:
    view = await house.settled(run_id)
    assert view.status is RunStatus.SUCCEEDED, view.error
    expected = _oracle(specs)
    steps = {(s.node, s.item): s for s in await house.runs.steps(run_id, limit=1000)}
    for name, sent in expected.items():
        assert (steps[name, ""].status.value == "skipped") == (sent is None), name
        assert await house.outputs(run_id, name) == sent, name


async def _crash_after(house: House, run_id: str, kept: int) -> set[tuple[str, str]]:
    """Make the database what it was when so many steps were recorded; return those."""

    def work(link: Link) -> set[tuple[str, str]]:
        rows = link.raw.execute(
            "SELECT node, item FROM step WHERE status <> 'skipped' ORDER BY finished_at, node, item"
        ).fetchall()
        link.raw.executemany("DELETE FROM step WHERE node = ? AND item = ?", rows[kept:])
        link.raw.execute("UPDATE run SET status = 'running', outputs = NULL, finished_at = NULL")
        return {*rows[:kept]}

    return await house.database.apply(work)


async def _trial(folder: Path, specs: list[Spec], kept: float) -> None:
    work.LEDGER = Ledger()
    house = House(folder)
    try:
        run_id = await house.submit(_flow(specs))
        await _finished(house, specs, run_id)
        assert all(count == 1 for count in work.LEDGER.counts.values())
        steps = len(await house.runs.steps(run_id, limit=1000))
        recorded = await _crash_after(house, run_id, round(kept * steps))
        work.LEDGER = Ledger()
        await house.reopen()
        await _finished(house, specs, run_id)
        for node, item in recorded:
            assert f"{node}/{item}" not in work.LEDGER.counts
    finally:
        await house.close()


@settings(max_examples=25, deadline=None)
@given(specs=st.composite(_specs)(), kept=st.floats(0, 1))
def test_any_order_and_any_crash_give_what_one_after_the_other_gives(
    specs: list[Spec], kept: float
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_trial(Path(folder), specs, kept))
