"""Checks of how nodes are run: errors, budgets, models to fall back on, inputs of the flow."""

from typing import Any, Final

from runtime.compile.setting import model_shape
from runtime.compile.survey import Survey
from runtime.flow.model import InputSpec

_KINDS: Final[dict[str, tuple[Any, str]]] = {
    "string": (str, "a text"),
    "integer": (int, "a whole number"),
    "number": (int | float, "a number"),
    "boolean": (bool, "true or false"),
    "array": (list, "a list"),
    "object": (dict, "an object"),
}


def check_policies(survey: Survey) -> None:
    """Note everything that is wrong with policies, budgets and inputs."""
    for name in sorted(survey.flow.nodes):
        _errors(survey, name)
        _money(survey, name)
    for name, spec in survey.flow.inputs.items():
        _input(survey, name, spec)


def _errors(survey: Survey, name: str) -> None:
    policy, ports = survey.flow.nodes[name].policy, survey.ports[name]
    if policy.on_error == "default" and policy.default is None:
        survey.error(
            name,
            f"{survey.called(name)} should send something else when it fails, but not what.",
            "Say what its outputs send then (policy.default), or let it stop.",
            field="policy.default",
        )
    known = {port.name for port in ports.outputs} if ports else None
    for port in policy.default or () if known is not None else ():
        if port not in (known or ()):
            survey.error(
                name,
                f"{survey.called(name)} has no output {port!r} to send when it fails.",
                f"It has: {', '.join(sorted(known or ())) or 'none'}.",
                field="policy.default",
            )


def _money(survey: Survey, name: str) -> None:
    policy, budget = survey.flow.nodes[name].policy, survey.flow.budget
    for model in policy.fallback_models:
        if not model.strip():
            survey.error(
                name,
                f"A model that {survey.called(name)} falls back on has no name.",
                "Name it, or remove it.",
                field="policy.fallback_models",
            )
        model_shape(survey, name, "policy.fallback_models", model)
    if budget and policy.budget_usd and policy.budget_usd > budget.usd:
        survey.warn(
            name,
            f"{survey.called(name)} may spend ${policy.budget_usd:g}, the whole flow only "
            f"${budget.usd:g}.",
            "The smaller one counts.",
            field="policy.budget_usd",
        )


def _input(survey: Survey, name: str, spec: InputSpec) -> None:
    if spec.default is None:
        return
    kind, words = _KINDS[spec.type]
    wrong = isinstance(spec.default, bool) != (spec.type == "boolean")
    if wrong or not isinstance(spec.default, kind):
        survey.error(
            "",
            f"The default of the input {name!r} must be {words}.",
            "Change the default or the type.",
            field=f"inputs.{name}",
        )
    elif spec.enum and spec.default not in spec.enum:
        survey.error(
            "",
            f"The default of the input {name!r} is none of its choices.",
            f"Choose one of {', '.join(map(repr, spec.enum))}.",
            field=f"inputs.{name}",
        )
