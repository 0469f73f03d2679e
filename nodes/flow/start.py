"""Begin a flow."""

from collections.abc import Mapping
from typing import Any, Final

from nodes.sdk import Context, FlowFacts, Node, Ports, PortSpec, PortType, title_of

_PORT_TYPES: Final[Mapping[str, PortType]] = {
    "string": "text",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "array": "list",
    "object": "object",
}


class Start(
    Node,
    name="flow.start",
    icon="play_circle",
    start=True,
    aliases=("begin", "trigger", "manual", "input", "parameters"),
):
    """Start the flow and send the inputs of the run.

    It has one port for each input of the flow. Inputs are declared in the settings of the flow;
    whoever starts a run is asked for them.
    """

    class Output(Ports, extra="allow"):
        pass

    @classmethod
    def output_ports(cls, settings: Mapping[str, Any], flow: FlowFacts) -> tuple[PortSpec, ...]:
        """Return one port for each input of the flow."""
        del settings
        return tuple(_port(name, schema) for name, schema in flow.inputs.items())

    async def run(self, ctx: Context) -> Output:
        return self.Output.model_validate(dict(ctx.inputs))


def _port(name: str, schema: Mapping[str, Any]) -> PortSpec:
    return PortSpec(
        name=name,
        type=_PORT_TYPES.get(str(schema.get("type", "")), "any"),
        title=str(schema.get("title") or title_of(name)),
        help=str(schema.get("description") or ""),
        required=True,
    )
