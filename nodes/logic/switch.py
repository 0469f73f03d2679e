"""Go one of many ways."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, Self, cast

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from nodes.sdk import (
    ERROR_OUT,
    NOT_SENT,
    ORDER_IN,
    ORDER_OUT,
    Context,
    FlowFacts,
    In,
    Node,
    Operator,
    Ports,
    PortSpec,
    Widget,
    brief,
    holds,
    title_of,
)

OTHERWISE: Final = "otherwise"
"""The way for values that fit no case."""


class Case(BaseModel):
    """One way out of a switch."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    """Name of the way, in small letters: it becomes an output port."""
    operator: Operator = "equals"
    """How the value is compared."""
    value: JsonValue = None
    """What it is compared with; with "is true" write a condition as an expression here."""

    def fits(self, value: Any, *, match_case: bool) -> bool:
        """Say whether a value takes this way."""
        if self.operator in ("is_true", "is_false") and self.value is not None:
            return holds(self.value, self.operator)
        return holds(value, self.operator, self.value, match_case=match_case)


class Switch(
    Node,
    name="logic.switch",
    icon="alt_route",
    aliases=("case", "route", "router", "branch", "classify", "ways", "choose"),
):
    """Send a value one of several ways: the first case that fits.

    Each case has its own port. Steps on the ways not taken are skipped.
    """

    value: In[Any]
    """What is looked at."""
    cases: Annotated[list[Case], Widget("cases"), Field(min_length=1, max_length=50)]
    """The ways, tried from top to bottom; the first that fits is taken."""
    match_case: bool = False
    """Tell upper from lower case when comparing text."""

    class Output(Ports, extra="allow"):
        otherwise: Any = NOT_SENT
        """Sends the value when no case fits."""

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        names = [case.name for case in self.cases]
        for name in names:
            if name in (OTHERWISE, ORDER_IN, ORDER_OUT, ERROR_OUT):
                raise ValueError(f"The name {name!r} is taken; call the case something else.")
            if names.count(name) > 1:
                raise ValueError(f"Two cases are called {name!r}; give each its own name.")
        return self

    @classmethod
    def output_ports(cls, settings: Mapping[str, Any], flow: FlowFacts) -> tuple[PortSpec, ...]:
        """Return one port for each case, and "otherwise"."""
        del flow
        names = dict.fromkeys(name for name in _names(settings) if name != OTHERWISE)
        cases = (
            PortSpec(name=name, title=title_of(name), help="Sends the value when the case fits.")
            for name in names
        )
        return (*cases, *cls.spec.outputs)

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return what is looked at."""
        return brief(settings.get("value"))

    async def run(self, ctx: Context) -> Output:
        for case in self.cases:
            if case.fits(self.value, match_case=self.match_case):
                return self.Output.model_validate({case.name: self.value})
        return self.Output(otherwise=self.value)


def _names(settings: Mapping[str, Any]) -> list[str]:
    cases: Any = settings.get("cases")
    rows = cast("list[Any]", cases) if isinstance(cases, list) else []
    names = [cast("Mapping[str, Any]", row).get("name") for row in rows if isinstance(row, Mapping)]
    return [name for name in names if isinstance(name, str) and name]
