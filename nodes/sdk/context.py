"""Everything outside the node itself: the runtime provides it, tests fake it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from typing import Any, Literal, Protocol

from nodes.sdk.credential import Credential

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a language model."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a language model answered, and what it cost."""

    text: str
    model: str
    """The model that answered, which may be a fallback."""
    finish: str = "stop"
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = None
    """Price of the call in US dollars; None when the price of the model is not known."""
    cached: bool = False
    """True when the answer came from the response cache and cost nothing."""


class Llm(Protocol):
    """The door to language models."""

    async def chat(
        self,
        model: str,
        messages: Sequence[Message],
        *,
        temperature: float | None = None,
        max_tokens: int | None = None,
        schema: Mapping[str, Any] | None = None,
    ) -> Answer:
        """Ask a model and return its whole answer; tokens reach the screen while they arrive.

        An empty `model` means the model of the run, or the default one. With `schema` the
        answer is asked for as JSON that fits it; checking it is up to the caller.
        """
        ...


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """The answer of a web server."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str = ""

    def text(self) -> str:
        """Return the body as text; bytes that are not UTF-8 become the replacement sign."""
        return self.body.decode("utf-8", "replace")

    def json(self) -> Any:
        """Return the body read as JSON; raises ValueError when it is not."""
        return json.loads(self.body)


class Http(Protocol):
    """The door to the web; addresses of this machine and of private networks are refused."""

    async def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        body: bytes | None = None,
        deadline: float = 30.0,
    ) -> HttpResponse:
        """Send a request and return the answer; raises OutsideError when none came."""
        ...


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file found in a folder."""

    path: str
    """The path to open it with."""
    name: str
    """The file name without folders."""
    relative: str
    """The path below the folder that was listed."""
    size: int
    modified: float
    """Seconds since 1970."""


class Files(Protocol):
    """The door to files; only the folders that the settings allow are open."""

    async def list(
        self, folder: str, *, patterns: Sequence[str] = ("*",), recursive: bool = True
    ) -> list[FileEntry]:
        """Return the files in a folder, sorted by path."""
        ...

    async def read(self, path: str, *, limit: int | None = None) -> bytes:
        """Return the bytes of a file; raises UserError when it is missing or over the limit."""
        ...

    async def write(self, path: str, content: bytes, *, replace: bool = True) -> str:
        """Write a file, at once or not at all, and return its full path."""
        ...


class Mail(Protocol):
    """The door to mail servers."""

    async def send(self, account: Credential, message: EmailMessage) -> str:
        """Hand a message to the server of the account and return its message id."""
        ...


class Clock(Protocol):
    """The time, so that tests can set it."""

    def now(self) -> datetime:
        """Return the current time with its zone (UTC)."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class Log(Protocol):
    """What a node tells the people who look at its run."""

    def info(self, text: str) -> None:
        """Note a fact."""
        ...

    def warning(self, text: str) -> None:
        """Note something a person should look at."""
        ...

    def progress(self, done: int, total: int) -> None:
        """Tell how far long work is."""
        ...


class Context(Protocol):
    """What a node is given when it runs."""

    @property
    def run_id(self) -> str:
        """The run this step belongs to."""
        ...

    @property
    def step_id(self) -> str:
        """The same for every attempt of this step, so it can serve as an idempotency key."""
        ...

    @property
    def attempt(self) -> int:
        """Which try this is, from 1."""
        ...

    @property
    def inputs(self) -> Mapping[str, Any]:
        """The inputs the run was started with."""
        ...

    @property
    def llm(self) -> Llm:
        """Language models."""
        ...

    @property
    def http(self) -> Http:
        """The web."""
        ...

    @property
    def files(self) -> Files:
        """Files."""
        ...

    @property
    def mail(self) -> Mail:
        """Mail servers."""
        ...

    @property
    def clock(self) -> Clock:
        """The time."""
        ...

    @property
    def log(self) -> Log:
        """Notes for the people who look at the run."""
        ...


@dataclass(frozen=True, slots=True)
class FlowFacts:
    """What a node type may know of its flow to decide on its ports."""

    inputs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])
    """The inputs of the flow: a JSON Schema for each name."""
