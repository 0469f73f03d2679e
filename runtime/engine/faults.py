"""From an exception to words that people can act on."""

import logging

from pydantic import ValidationError

from nodes.sdk import LoomlineError, OutsideError, UserError
from runtime.compile.plan import PlanNode
from runtime.llm.budget import BudgetReached
from runtime.run.model import Fault
from runtime.store.text import clean

log = logging.getLogger(__name__)

_LONGEST = 2000


def fault_from(error: BaseException, node: PlanNode, *, flow: str, item: str) -> Fault:
    """Return what went wrong in a step; what nobody foresaw is logged with its traceback."""
    place = (flow, node.id, item) if item else (flow, node.id)
    if isinstance(error, LoomlineError):
        return Fault(
            message=clean(error.message)[:_LONGEST],
            hint=clean(error.hint)[:_LONGEST],
            kind=_kind(error),
            place=(*place, *error.place),
        )
    if isinstance(error, ValidationError):
        return _invalid(error, node, place)
    log.error(
        "Node type %s failed in a way nobody foresaw (node %s of %s).",
        node.spec.id,
        node.id,
        flow,
        exc_info=error,
    )
    return Fault(
        message=f"The node type {node.spec.id!r} has a bug: it stopped with "
        f"{type(error).__name__}.",
        hint="The log of Loomline has the details; please report them with it.",
        kind="bug",
        place=place,
    )


def _kind(error: LoomlineError) -> str:
    if isinstance(error, OutsideError):
        return error.kind
    return "budget" if isinstance(error, BudgetReached) else "user"


def invalid_values(error: ValidationError) -> UserError:
    """Say which setting or input of a node cannot be what it is."""
    first = error.errors(include_url=False, include_context=False)[0]
    name = ".".join(str(part) for part in first["loc"]) or "value"
    if first["type"] == "missing":
        return UserError(
            f"The input {name!r} is missing.", hint="Connect it to a node, or fill it in."
        )
    reason = clean(first["msg"])
    value = first.get("input")
    shown = clean(repr(value)) if isinstance(value, (str, int, float, bool, type(None))) else ""
    shown = f" (it is {shown[:80]})" if shown else ""
    return UserError(
        f"The input {name!r} does not fit{shown}: {reason}.",
        hint="Look at what is wired or filled in there.",
    )


def _invalid(error: ValidationError, node: PlanNode, place: tuple[str, ...]) -> Fault:
    """Return a fault for a result that is not what its node type promises."""
    log.error("Node type %s made a result that does not fit its ports.", node.spec.id)
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    name = ".".join(str(part) for part in first["loc"]) or "value"
    return Fault(
        message=f"The node type {node.spec.id!r} has a bug: {name!r} does not fit "
        f"({clean(first['msg'])}).",
        hint="Please report it to whoever wrote the node type.",
        kind="bug",
        place=place,
    )
