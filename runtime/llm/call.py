"""One call of a language model: what is asked, what comes back, and what is kept of it."""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from nodes.sdk import Message

CallStatus = Literal["succeeded", "failed", "cancelled"]


@dataclass(frozen=True, slots=True)
class StepCall:
    """Which step asks."""

    run_id: str
    node: str
    item: str = ""
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class Call:
    """What is kept of one call, whether it succeeded or not."""

    model: str
    provider: str
    status: CallStatus
    input_tokens: int
    output_tokens: int
    cost_usd: float | None
    """None when the price of the model is not known."""
    cached: bool
    ms: float
    error: str
    """Class of the error, for example `rate_limit`; empty when there was none."""
    request_hash: str
    """Content hash of model, messages and parameters."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long each part of a call may take, in seconds."""

    connect: float = 10.0
    """Until the provider accepts the connection."""
    first_token: float = 120.0
    """Until the first piece of the answer; local models load themselves in this time."""
    between_tokens: float = 60.0
    """Between two pieces with content; keep-alives do not count."""
    total: float = 600.0
    """The whole call."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call as the provider counts them."""

    input_tokens: int
    output_tokens: int
    cache_read_tokens: int = 0
    """Part of `input_tokens` that the provider read from its prompt cache."""
    cache_write_tokens: int = 0
    """Part of `input_tokens` that the provider wrote to its prompt cache."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a door sends to a provider."""

    model: str
    """As people write it: `provider/name`."""
    messages: tuple[Message, ...]
    temperature: float | None = None
    max_tokens: int | None = None
    schema: Mapping[str, Any] | None = None
    api_key: str = ""
    base_url: str = ""
    deadlines: Deadlines = Deadlines()

    @property
    def provider(self) -> str:
        """The first part of the model's name."""
        return self.model.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Reply:
    """A complete answer."""

    text: str
    finish: str = "stop"
    usage: Usage | None = None
    """None when the provider did not say, or said nonsense."""


class Partial:
    """What has arrived of an answer so far.

    A door adds pieces from any thread; the listener is called in the loop of whoever asked,
    with as many pieces at once as have come in meanwhile.
    """

    def __init__(
        self, listener: Callable[[str], None] | None, loop: asyncio.AbstractEventLoop
    ) -> None:
        self._listener = listener
        self._loop = loop
        self._pieces: list[str] = []
        self._unsent: deque[str] = deque()
        self._scheduled = False

    @property
    def text(self) -> str:
        """Everything so far."""
        return "".join(self._pieces)

    def add(self, piece: str) -> None:
        """Note a piece that has arrived."""
        self._pieces.append(piece)
        if self._listener is None:
            return
        self._unsent.append(piece)
        if not self._scheduled:
            self._scheduled = True
            self._loop.call_soon_threadsafe(self.flush)

    def flush(self) -> None:
        """Hand on what has not been handed on; call it in the loop of whoever asked."""
        self._scheduled = False
        pieces: list[str] = []
        while self._unsent:
            pieces.append(self._unsent.popleft())
        if pieces and self._listener is not None:
            self._listener("".join(pieces))


class Door(Protocol):
    """A way to models: litellm, or the demo model."""

    async def ask(self, request: Request, partial: Partial) -> Reply:
        """Return the complete answer, or raise ModelError."""
        ...

    async def close(self) -> None:
        """Let go of connections and threads."""
        ...
