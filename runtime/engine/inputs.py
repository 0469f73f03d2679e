"""The inputs of a run, checked before anything is written down."""

from collections.abc import Mapping
from typing import Any, Final

from nodes.sdk import UserError
from runtime.compile.plan import Plan
from runtime.flow.model import InputSpec
from runtime.store.payload import decode, encode

_KINDS: Final[Mapping[str, tuple[type | tuple[type, ...], str]]] = {
    "string": (str, "a text"),
    "integer": (int, "a whole number"),
    "number": ((int, float), "a number"),
    "boolean": (bool, "true or false"),
    "array": (list, "a list"),
    "object": (dict, "an object"),
}


def checked_inputs(plan: Plan, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the inputs with defaults filled in; raises UserError naming the one that is wrong."""
    unknown = [name for name in given if name not in plan.inputs]
    if unknown:
        known = ", ".join(repr(name) for name in plan.inputs)
        raise UserError(
            f"The flow {plan.name!r} has no input {unknown[0]!r}.",
            hint=f"Its inputs are {known}." if known else "It takes no inputs.",
        )
    values: dict[str, Any] = decode(encode(dict(given)))
    for name, spec in plan.inputs.items():
        if values.get(name) is None:
            if spec.default is not None:
                values[name] = spec.default
            elif spec.required:
                raise UserError(
                    f"The input {name!r} of the flow {plan.name!r} is missing.",
                    hint=f"Give it {_KINDS[spec.type][1]}.",
                )
            else:
                values[name] = None
                continue
        values[name] = fitting(name, spec, values[name])
    return values


def fitting(name: str, spec: InputSpec, value: Any) -> Any:
    """Return the value of one input, or raise UserError saying why it does not fit."""
    if spec.type == "integer" and isinstance(value, float) and value.is_integer():
        return fitting(name, spec, int(value))
    kind, words = _KINDS[spec.type]
    shown = _short(value)
    if not _is(value, kind):
        raise UserError(
            f"The input {name!r} must be {words}, not {shown}.",
            hint="Give it another value.",
        )
    if spec.enum is not None and value not in spec.enum:
        raise UserError(
            f"The input {name!r} cannot be {shown}.",
            hint=f"It is one of {', '.join(repr(choice) for choice in spec.enum)}.",
        )
    if spec.minimum is not None and isinstance(value, (int, float)) and value < spec.minimum:
        raise UserError(
            f"The input {name!r} is too small: {shown}.",
            hint=f"It is at least {spec.minimum:g}.",
        )
    if spec.maximum is not None and isinstance(value, (int, float)) and value > spec.maximum:
        raise UserError(
            f"The input {name!r} is too large: {shown}.",
            hint=f"It is at most {spec.maximum:g}.",
        )
    return value


def _is(value: Any, kind: type | tuple[type, ...]) -> bool:
    # In Python, true and false are whole numbers; here they are not.
    return isinstance(value, bool) == (kind is bool) and isinstance(value, kind)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
