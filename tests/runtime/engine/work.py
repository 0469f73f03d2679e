"""Node types for tests of the engine, and a world that remembers what they did."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import Field

from nodes.sdk import (
    NOT_SENT,
    Answer,
    Context,
    Files,
    Http,
    In,
    Llm,
    Mail,
    ManyIn,
    Message,
    Node,
    OutsideError,
    Ports,
    UserError,
)
from runtime.engine.doors import Doors, NoCredentials, RunFacts
from runtime.llm.budget import RunBudget
from runtime.llm.call import Call, StepCall


@dataclass
class Ledger:
    """What steps really did; tests of one process share the one below."""

    done: list[str] = field(default_factory=list[str])
    counts: Counter[str] = field(default_factory=Counter[str])
    gates: dict[str, asyncio.Event] = field(default_factory=dict[str, asyncio.Event])
    failures: dict[str, list[Exception]] = field(default_factory=dict[str, list[Exception]])
    under_way: int = 0
    most: int = 0

    def do(self, what: str) -> None:
        self.done.append(what)
        self.counts[what] += 1
        if self.failures.get(what):
            raise self.failures[what].pop(0)

    def gate(self, name: str) -> asyncio.Event:
        return self.gates.setdefault(name, asyncio.Event())


LEDGER = Ledger()


class Start(Node, name="flow.start", icon="x", start=True):
    """Send the inputs."""

    class Output(Ports, extra="allow"):
        pass

    async def run(self, ctx: Context) -> Ports:
        return self.Output.model_validate(dict(ctx.inputs))


class Result(Node, name="flow.output", icon="x", result=True):
    """Give back values."""

    values: dict[str, Any] = Field(default_factory=dict[str, Any])

    class Output(Ports, extra="allow"):
        pass

    async def run(self, ctx: Context) -> Ports:
        return self.Output.model_validate(self.values)


class Do(Node, name="test.do", icon="x"):
    """Note that it was done and send a value on."""

    value: In[Any] = None
    key: str = ""
    wait: str = ""
    """Name of a gate it waits at."""
    pause: float = 0.0

    class Output(Ports):
        value: Any

    async def run(self, ctx: Context) -> Output:
        ledger = LEDGER
        ledger.under_way += 1
        ledger.most = max(ledger.most, ledger.under_way)
        try:
            ledger.do(self.key or ctx.step_id.partition("/")[2])
            if self.wait:
                await ledger.gate(self.wait).wait()
            if self.pause:
                await asyncio.sleep(self.pause)
        finally:
            ledger.under_way -= 1
        return self.Output(value=self.value)


class Call3(Do, name="test.call", icon="x", effect="idempotent", paid=True):
    """Reach outside; it may be repeated."""


class Once(Do, name="test.once", icon="x", effect="once"):
    """Do something that must happen once."""


class Route(Node, name="test.route", icon="x"):
    """Send a value one way or the other."""

    value: In[Any] = None
    yes: In[bool] = True

    class Output(Ports):
        left: Any = NOT_SENT
        right: Any = NOT_SENT

    async def run(self, ctx: Context) -> Output:
        LEDGER.do(ctx.step_id.partition("/")[2])
        return self.Output(left=self.value) if self.yes else self.Output(right=self.value)


class Merge(Node, name="test.merge", icon="x"):
    """Bring ways together."""

    values: ManyIn[Any] = Field(default_factory=list[Any])

    class Output(Ports):
        all: list[Any]

    async def run(self, ctx: Context) -> Output:
        LEDGER.do(ctx.step_id.partition("/")[2])
        return self.Output(all=self.values)


class Total(Node, name="test.total", icon="x"):
    """Add numbers up."""

    values: ManyIn[int] = Field(default_factory=list[int])
    plus: int = 0

    class Output(Ports):
        value: int

    async def run(self, ctx: Context) -> Output:
        LEDGER.do(ctx.step_id.partition("/")[2])
        return self.Output(value=sum(self.values) + self.plus)


class Ask(Node, name="test.ask", icon="x", effect="idempotent", paid=True):
    """Ask a model."""

    prompt: In[str] = "hello"

    class Output(Ports):
        text: str

    async def run(self, ctx: Context) -> Output:
        answer = await ctx.llm.chat("", [Message("user", self.prompt)])
        return self.Output(text=answer.text)


class Odd(Node, name="test.odd", icon="x"):
    """Fail on odd numbers."""

    value: In[int]

    class Output(Ports):
        value: int

    async def run(self, ctx: Context) -> Output:
        LEDGER.do(ctx.step_id.partition("/")[2])
        if self.value % 2:
            raise UserError(f"{self.value} is odd.", hint="Take an even one.")
        return self.Output(value=self.value)


class Each(Node, name="test.each", icon="x", container=True):
    """Run what is inside for each item."""

    items: In[list[Any]]
    concurrency: int = 10
    on_item_error: str = "stop"

    class Inside(Ports):
        item: Any
        index: int

    class Collect(Ports):
        result: Any

    class Output(Ports):
        results: list[Any]
        errors: list[Any]
        count: int


@dataclass
class FakeModels:
    """Models that answer at once, for a price."""

    price: float | None = 0.01
    estimate: float = 0.01
    pieces: Sequence[str] = ("he", "llo")
    asked: list[StepCall] = field(default_factory=list[StepCall])
    gate: asyncio.Event | None = None
    fail: list[Exception] = field(default_factory=list[Exception])
    warmed: list[str] = field(default_factory=list[str])

    def warm(self, model: str) -> None:
        self.warmed.append(model)

    def bind(
        self,
        step: StepCall,
        *,
        default_model: str,
        fallback_models: Sequence[str],
        cache: bool,
        budget: RunBudget | None,
        on_token: Callable[[str], None] | None,
        on_call: Callable[[Call], None],
    ) -> Llm:
        return _FakeLlm(self, step, default_model, budget, on_token, on_call)


@dataclass
class _FakeLlm:
    models: FakeModels
    step: StepCall
    default_model: str
    budget: RunBudget | None
    on_token: Callable[[str], None] | None
    on_call: Callable[[Call], None]

    async def chat(self, model: str, messages: Sequence[Message], **_: object) -> Answer:
        models = self.models
        reservation = await self.budget.reserve(models.estimate) if self.budget else None
        models.asked.append(self.step)
        status, text = "succeeded", "".join(models.pieces)
        try:
            if models.gate:
                await models.gate.wait()
            for piece in models.pieces:
                if self.on_token:
                    self.on_token(piece)
            if models.fail:
                status = "failed"
                raise models.fail.pop(0)
        finally:
            if reservation:
                reservation.settle(models.price)
            name = model or self.default_model or "fake/model"
            self.on_call(
                Call(name, "fake", status, 10, 5, models.price, False, 1.0, "", "hash")  # pyright: ignore[reportArgumentType]
            )
        return Answer(text, name, cost_usd=models.price)


class _Nothing:
    def __getattr__(self, name: str) -> Any:
        raise OutsideError(f"There is no {name!r} in this test.")


def doors(models: FakeModels | None = None) -> Doors:
    """Return doors to a world of fakes."""

    def http(_: RunFacts) -> Http:
        return _Nothing()  # pyright: ignore[reportReturnType]

    def files(_: RunFacts) -> Files:
        return _Nothing()  # pyright: ignore[reportReturnType]

    def mail(_: RunFacts) -> Mail:
        return _Nothing()  # pyright: ignore[reportReturnType]

    return Doors(models or FakeModels(), http, files, mail, NoCredentials())
