"""What a browser may say to the canvas. Everything is hostile until it has been read here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from pydantic import ValidationError

from nodes.sdk import LoomlineError, UserError
from runtime.flow.edit import parse_ops
from runtime.services.transaction import Transaction

MAX_IDS: Final = 20_000
MAX_PENDING: Final = 2_000
"""Transactions a page may have kept through an outage; more than that is no person's work."""
_ID_LENGTH: Final = 100
_COMMANDS: Final = frozenset({"palette", "find", "save", "run", "shortcuts"})


@dataclass(frozen=True, slots=True)
class Ready:
    """A canvas is there and wants to be filled."""

    pending: tuple[Mapping[str, Any], ...] = ()
    """Transactions of an earlier life of the page that nobody acknowledged, unread."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected."""

    ids: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saving:
    """How many changes are under way, and whether the page hears the server at all."""

    pending: int = 0
    offline: bool = False


def ready(value: object) -> Ready:
    """Read the event that a canvas sends when it is there, and again after an outage."""
    pending = _list(_mapping(value).get("pending"))
    return Ready(tuple(tx for found in pending[:MAX_PENDING] if (tx := _mapping(found))))


def transaction(value: object, *, client: str = "") -> Transaction:
    """Read a transaction; raises UserError with one sentence when it is none."""
    raw = _mapping(value)
    ops = raw.get("ops")
    if not isinstance(ops, list):
        raise UserError("The change has no operations.", hint="Reload the page.")
    try:
        return Transaction(
            id=text(raw.get("id"), _ID_LENGTH),
            client=client or text(raw.get("client"), _ID_LENGTH),
            label=text(raw.get("label"), 200) or "Edit",
            ops=tuple(parse_ops(ops)),
        )
    except ValidationError as error:
        raise UserError("The change could not be read.", hint="Reload the page.") from error


def transaction_id(value: object) -> str:
    """Return the id of a transaction, however broken the rest of it is."""
    return text(_mapping(value).get("id"), _ID_LENGTH)


def selection(value: object) -> Selection:
    """Read what is selected."""
    raw = _mapping(value)
    return Selection(*(_ids(raw.get(name)) for name in ("ids", "edges", "notes")))


def ids(value: object) -> tuple[str, ...]:
    """Read a list of ids."""
    return _ids(_mapping(value).get("ids"))


def node_id(value: object) -> str:
    """Read the id of a node, empty when there is none."""
    return text(_mapping(value).get("id"), _ID_LENGTH)


def command(value: object) -> str:
    """Read the name of a command the page knows, empty for any other."""
    name = text(_mapping(value).get("name"), 20)
    return name if name in _COMMANDS else ""


def reason(value: object) -> str:
    """Read why a wire was refused."""
    return text(_mapping(value).get("reason"), 600)


def saving(value: object) -> Saving:
    """Read how saving goes."""
    raw = _mapping(value)
    pending = raw.get("pending")
    count = pending if isinstance(pending, int) and not isinstance(pending, bool) else 0
    return Saving(pending=max(0, min(count, 1_000_000)), offline=raw.get("offline") is True)


def text(value: object, limit: int) -> str:
    """Return a string of at most `limit` characters; anything else becomes empty."""
    return value[:limit] if isinstance(value, str) else ""


def sentence(error: LoomlineError) -> str:
    """Return an error as the one line the canvas shows."""
    return f"{error.message} {error.hint}".strip()[:600]


def _mapping(value: object) -> Mapping[str, Any]:
    # The page's framework hands over a list when a browser sends more than one value.
    found = _list(value)
    if len(found) == 1:
        value = found[0]
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _ids(value: object) -> tuple[str, ...]:
    found = _list(value)[:MAX_IDS]
    return tuple(x for x in found if isinstance(x, str) and 0 < len(x) <= 4 * _ID_LENGTH)
