"""Small node types for tests of flows: each shows one thing a node type can have."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from nodes.sdk import (
    NOT_SENT,
    Context,
    Credential,
    FlowFacts,
    In,
    ManyIn,
    ModelName,
    Node,
    Ports,
    PortSpec,
)
from runtime.flow.model import FlowNode


class Begin(Node, name="small.begin", icon="play_arrow", start=True):
    """Send the inputs of the flow."""

    class Output(Ports, extra="allow"):
        pass

    @classmethod
    def output_ports(cls, settings: Mapping[str, Any], flow: FlowFacts) -> tuple[PortSpec, ...]:
        del settings
        return tuple(PortSpec(name=name, type="text") for name in flow.inputs)

    async def run(self, ctx: Context) -> Output:
        return self.Output.model_validate(ctx.inputs)


class Write(Node, name="small.write", icon="edit"):
    """Write a text."""

    text: In[str]
    """What is written."""
    times: int = Field(default=1, ge=1, le=9)
    """How often."""
    style: Literal["plain", "loud"] = "plain"
    """How it is written."""

    class Output(Ports):
        text: str
        size: int

    async def run(self, ctx: Context) -> Output:
        return self.Output(text=self.text * self.times, size=len(self.text))


class Ask(Node, name="small.ask", icon="chat", effect="idempotent", paid=True):
    """Ask a model."""

    prompt: str
    """What is asked."""
    model: ModelName = ""
    """Who is asked."""

    class Output(Ports):
        answer: str

    async def run(self, ctx: Context) -> Output:
        return self.Output(answer=self.prompt)


class Account(Credential, kind="small"):
    """An account."""

    token: str


class Post(Node, name="small.post", icon="send", effect="once"):
    """Post a list somewhere."""

    account: Account
    """Where to."""
    items: In[list[Any]] = Field(default_factory=list[Any])
    """What is posted."""

    class Output(Ports):
        count: int

    async def run(self, ctx: Context) -> Output:
        return self.Output(count=len(self.items))


class Fork(Node, name="small.fork", icon="call_split"):
    """Go one of two ways."""

    value: In[Any] = None
    """What is looked at."""

    class Output(Ports):
        yes: Any = NOT_SENT
        no: Any = NOT_SENT

    async def run(self, ctx: Context) -> Output:
        return self.Output(yes=self.value) if self.value else self.Output(no=self.value)


class Join(Node, name="small.join", icon="merge"):
    """Bring ways together."""

    values: ManyIn[Any] = Field(default_factory=list[Any])
    """What came."""

    class Output(Ports):
        first: Any
        all: list[Any]

    async def run(self, ctx: Context) -> Output:
        return self.Output(first=self.values[0], all=self.values)


class Each(Node, name="small.each", icon="repeat", container=True):
    """Do the same with every item."""

    items: In[list[Any]]
    """The items."""

    class Inside(Ports):
        item: Any
        index: int

    class Collect(Ports):
        result: Any

    class Output(Ports):
        results: list[Any]
        count: int

    async def run(self, ctx: Context) -> Output:
        raise RuntimeError("The engine does that.")


class Give(Node, name="small.give", icon="flag", result=True):
    """Give results back."""

    values: dict[str, Any] = Field(default_factory=dict[str, Any])
    """The results."""

    async def run(self, ctx: Context) -> Ports:
        return Ports()


def flow_node(*, type: str, inputs: Mapping[str, Any] | None = None, **more: Any) -> FlowNode:
    """Return a node of a flow; `inputs` is what the file calls `in`."""
    return FlowNode.model_validate({"type": type, "in": dict(inputs or {}), **more})


ALL: tuple[type[Node], ...] = (Begin, Write, Ask, Post, Fork, Join, Each, Give)
