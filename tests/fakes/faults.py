"""Faults the fake provider can have: chosen by the model's name, or queued from outside."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final, Literal, get_args

Shape = Literal[
    "none", "stall", "stall-mid", "keepalive", "drip", "reset", "no-finish", "html", "half-json",
    "empty-choices", "null-content",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer with an error status."""

    status: int
    message: str
    kind: str
    retry_after: str = ""


_REFUSALS: Final[Mapping[str, Refusal]] = {
    "400": Refusal(400, "Invalid parameter: temperature", "invalid_request_error"),
    "401": Refusal(401, "Incorrect API key provided", "authentication_error"),
    "403": Refusal(403, "Your account may not use this", "permission_error"),
    "404": Refusal(404, "The model does not exist", "not_found_error"),
    "429": Refusal(429, "Rate limit reached", "rate_limit_error", "1"),
    "429-absurd": Refusal(429, "Rate limit reached", "rate_limit_error", "1000000"),
    "429-date": Refusal(429, "Rate limit reached", "rate_limit_error", "date"),
    "429-silent": Refusal(429, "Rate limit reached", "rate_limit_error"),
    "quota": Refusal(429, "You exceeded your current quota", "insufficient_quota"),
    "context": Refusal(
        400,
        "This model's maximum context length is 8192 tokens, the prompt is too long: 9000 tokens",
        "context_length_exceeded",
    ),
    "policy": Refusal(400, "Rejected as a result of our safety system", "content_policy_violation"),
    "500": Refusal(500, "The server had an error", "server_error"),
    "502": Refusal(502, "Bad gateway", "server_error"),
    "503": Refusal(503, "The service is overloaded", "overloaded_error"),
    "529": Refusal(529, "Overloaded", "overloaded_error"),
}

_SHAPES: Final[frozenset[str]] = frozenset(get_args(Shape)) - {"none"}
_FINISHES: Final = {"length": "length", "filter": "content_filter", "odd-finish": "banana"}
_USAGES: Final[Mapping[str, Mapping[str, int]]] = {
    "usage-missing": {},
    "usage-negative": {"prompt_tokens": -5, "completion_tokens": -7, "total_tokens": -12},
    "usage-huge": {
        "prompt_tokens": 10**12,
        "completion_tokens": 10**12,
        "total_tokens": 2 * 10**12,
    },
}

NAMES: Final = sorted({*_REFUSALS, *_SHAPES, *_FINISHES, *_USAGES, "bad-text"})
"""Everything that can go wrong here."""

_IN_MODEL: Final = re.compile(r"fault-([a-z0-9-]+)")


@dataclass(slots=True)
class Fault:
    """A fault, and for how many more requests it counts."""

    name: str
    times: int | None = None
    model: str = ""
    """Only for models with this in their name."""
    after: int = 0
    """How many fitting requests go well before."""

    @property
    def refusal(self) -> Refusal | None:
        found = _REFUSALS.get(self.name)
        if found is not None and found.retry_after == "date":
            moment = datetime.now(UTC) + timedelta(seconds=2)
            return Refusal(
                found.status, found.message, found.kind, format_datetime(moment, usegmt=True)
            )
        return found

    @property
    def shape(self) -> str:
        return self.name if self.name in _SHAPES else "none"

    @property
    def finish(self) -> str:
        return _FINISHES.get(self.name, "")

    @property
    def usage(self) -> Mapping[str, int] | None:
        return _USAGES.get(self.name)


class Faults:
    """The faults in force."""

    def __init__(self) -> None:
        self.queued: list[Fault] = []

    def take(self, model: str) -> Fault:
        """Return the fault for one request; its name is `ok` when there is none."""
        if (found := _IN_MODEL.search(model)) and found[1] in NAMES:
            return Fault(found[1])
        for fault in self.queued:
            if fault.model not in model or fault.times == 0:
                continue
            if fault.after > 0:
                fault.after -= 1
                continue
            if fault.times is not None:
                fault.times -= 1
            return fault
        return Fault("ok")
