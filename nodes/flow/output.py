"""Give back the results of a flow."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from nodes.sdk import Context, FlowFacts, KeyValue, Node, Ports, PortSpec, names_in


class Output(
    Node,
    name="flow.output",
    icon="flag",
    result=True,
    aliases=("result", "return", "end", "answer", "finish"),
):
    """Give named values back as the result of the run.

    A flow may have several; what they send is put together. The browser, the command line and
    the REST API show the results under these names.
    """

    values: KeyValue = Field(default_factory=dict)
    """The results by name, for example `report` with the path of a file that was written."""

    class Output(Ports, extra="allow"):
        pass

    @classmethod
    def output_ports(cls, settings: Mapping[str, Any], flow: FlowFacts) -> tuple[PortSpec, ...]:
        """Return no ports: the results leave the flow."""
        del settings, flow
        return ()

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the names of the results."""
        return ", ".join(names_in(settings.get("values")))

    async def run(self, ctx: Context) -> Ports:
        return self.Output.model_validate(self.values)
