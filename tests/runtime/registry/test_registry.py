from collections.abc import Mapping
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from nodes.sdk import Context, FlowFacts, Node, Ports, PortSpec, UserError
from runtime.flow.model import Flow
from runtime.registry import Registry
from runtime.registry.loading import GROUP, load_node_types
from tests.fakes.small_nodes import ALL, flow_node

REGISTRY = Registry.of(*ALL)


class Stumbling(Node, name="small.stumbling", icon="warning"):
    """Trip over half-done settings."""

    class Output(Ports):
        text: str

    @classmethod
    def output_ports(cls, settings: Mapping[str, Any], flow: FlowFacts) -> tuple[PortSpec, ...]:
        del flow
        return (PortSpec(name=settings["name"]),)

    async def run(self, ctx: Context) -> Output:
        return self.Output(text="")


def flow(**nodes: dict[str, Any]) -> Flow:
    return Flow.model_validate(
        {"id": "flw_abcd", "name": "x", "inputs": {"topic": {}, "count": {"type": "integer"}},
         "nodes": nodes}
    )  # fmt: skip


def names(ports: tuple[PortSpec, ...]) -> list[str]:
    return [port.name for port in ports]


def test_every_built_in_node_type_comes_through_the_entry_points() -> None:
    registry = Registry.load()
    assert {"llm.chat@1", "logic.for_each@1", "flow.start@1", "files.read@1"} <= {
        spec.id for spec in registry.types()
    }
    assert not registry.broken


def test_a_broken_plugin_is_reported_and_the_others_work() -> None:
    entries = [
        EntryPoint("gone", "no_such_module_anywhere", GROUP),
        EntryPoint("empty", "json", GROUP),
        EntryPoint("one", "tests.fakes.small_nodes:Write", GROUP),
    ]
    specs, broken = load_node_types(entries)
    assert [spec.id for spec in specs] == ["small.write@1"]
    assert set(broken) == {"gone", "empty"}
    assert "no_such_module_anywhere" in broken["gone"]


def test_the_first_node_type_of_a_name_keeps_it() -> None:
    registry = Registry([*(cls.spec for cls in ALL), ALL[0].spec])
    assert len(registry.types()) == len(ALL)
    assert list(registry.broken.values()) == ["The node type 'small.begin@1' is there already."]


def test_a_missing_type_is_answered_with_the_nearest_or_the_other_version() -> None:
    with pytest.raises(UserError, match=r"'small\.wrte@1' is not installed") as caught:
        REGISTRY.get("small.wrte@1")
    assert caught.value.hint == "Did you mean 'small.write@1'?"
    assert "'small.write@1', not @2" in REGISTRY.remedy("small.write@2")
    assert "Install the plugin" in REGISTRY.remedy("weather.today@1")
    assert REGISTRY.find("weather.today@1") is None


def test_ports_follow_the_inputs_of_the_flow_and_the_policy() -> None:
    document = flow(
        begin_1={"type": "small.begin@1"},
        write_1={"type": "small.write@1", "policy": {"on_error": "branch"}},
        each_1={"type": "small.each@1"},
        gone_1={"type": "plugin.gone@1"},
    )
    assert names(REGISTRY.ports(document, "begin_1").outputs) == ["topic", "count"]
    assert names(REGISTRY.ports(document, "write_1").outputs) == ["text", "size", "error"]
    inputs, outputs, inner_inputs, inner_outputs = REGISTRY.ports(document, "each_1")
    assert [names(ports) for ports in (inputs, outputs, inner_inputs, inner_outputs)] == [
        ["items"], ["results", "count"], ["result"], ["item", "index"],
    ]  # fmt: skip
    assert REGISTRY.port_lookup(document, "gone_1") is None
    assert REGISTRY.ports(document, "gone_1").outputs == ()


def test_settings_a_node_type_trips_over_leave_it_with_its_usual_ports() -> None:
    registry = Registry.of(Stumbling)
    node = flow_node(type="small.stumbling@1")
    found = registry.node_ports(node, FlowFacts())
    assert found
    assert names(found.outputs) == ["text"]
