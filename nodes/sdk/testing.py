"""A world for testing nodes: models, web, files, mail and clock that do as they are told.

```python
async def test_shortens_a_text() -> None:
    ctx = FakeContext(answers=["Short."])
    output = await Shorten(text="A long text.").run(ctx)
    assert output.summary == "Short."
    assert "A long text." in ctx.llm.prompts[0]
```
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any, Final, TypeVar

from nodes.sdk.context import Answer, FileEntry, HttpResponse, Message
from nodes.sdk.credential import Credential
from nodes.sdk.errors import UserError

T = TypeVar("T")
NOON: Final = datetime(2026, 1, 15, 12, tzinfo=UTC)
"""The time of a fake clock that was not given another one."""


@dataclass(frozen=True, slots=True)
class LlmCall:
    """One question a node asked a model."""

    model: str
    messages: tuple[Message, ...]
    temperature: float | None = None
    max_tokens: int | None = None
    schema: Mapping[str, Any] | None = None

    @property
    def prompt(self) -> str:
        """What was asked last."""
        return self.messages[-1].content


class FakeLlm:
    """A model that gives scripted answers, in order; an exception among them is raised."""

    def __init__(self, answers: Sequence[str | Answer | Exception] = ()) -> None:
        self._answers = list(answers)
        self.calls: list[LlmCall] = []

    @property
    def prompts(self) -> list[str]:
        """What was asked, in order."""
        return [call.prompt for call in self.calls]

    async def chat(
        self,
        model: str,
        messages: Sequence[Message],
        *,
        temperature: float | None = None,
        max_tokens: int | None = None,
        schema: Mapping[str, Any] | None = None,
    ) -> Answer:
        """Return the next scripted answer."""
        self.calls.append(LlmCall(model, tuple(messages), temperature, max_tokens, schema))
        answer = _next(self._answers, "answers")
        if isinstance(answer, str):
            return Answer(text=answer, model=model or "fake/model", input_tokens=3, output_tokens=2)
        return answer


@dataclass(frozen=True, slots=True)
class HttpCall:
    """One request a node sent."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    params: Mapping[str, str] = field(default_factory=dict[str, str])
    body: bytes | None = None
    deadline: float = 30.0


class FakeHttp:
    """A web that gives scripted responses, in order; an exception among them is raised."""

    def __init__(self, responses: Sequence[HttpResponse | Exception] = ()) -> None:
        self._responses = list(responses)
        self.calls: list[HttpCall] = []

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
        """Return the next scripted response."""
        self.calls.append(HttpCall(method, url, headers or {}, params or {}, body, deadline))
        return _next(self._responses, "responses")


class FakeFiles:
    """Files in memory; `written` holds what nodes wrote."""

    def __init__(self, files: Mapping[str, str | bytes] | None = None) -> None:
        self._files = {name: _bytes(content) for name, content in (files or {}).items()}
        self.written: dict[str, bytes] = {}

    async def list(
        self, folder: str, *, patterns: Sequence[str] = ("*",), recursive: bool = True
    ) -> list[FileEntry]:
        """Return the files in a folder, sorted by path."""
        root = folder.rstrip("/") + "/"
        found = [path for path in sorted(self._files) if path.startswith(root)]
        if not found:
            raise UserError(f"There is no folder {folder!r}.", hint="Choose another one.")
        entries = [_entry(path, root, self._files[path]) for path in found]
        return [
            entry
            for entry in entries
            if (recursive or "/" not in entry.relative)
            and any(
                fnmatchcase(entry.name, pattern) or fnmatchcase(entry.relative, pattern)
                for pattern in patterns
            )
        ]

    async def read(self, path: str, *, limit: int | None = None) -> bytes:
        """Return the bytes of a file."""
        if path not in self._files:
            raise UserError(f"There is no file {path!r}.", hint="Check the path.")
        content = self._files[path]
        if limit is not None and len(content) > limit:
            raise UserError(f"{path!r} is larger than {limit} bytes.", hint="Raise the limit.")
        return content

    async def write(self, path: str, content: bytes, *, replace: bool = True) -> str:
        """Keep the bytes and return the path."""
        if not replace and path in self._files:
            raise UserError(f"There is a file {path!r} already.", hint="Choose another name.")
        self._files[path] = self.written[path] = content
        return path


class FakeMail:
    """A mail server that keeps what it is given; a scripted exception is raised instead."""

    def __init__(self, *, failure: Exception | None = None) -> None:
        self._failure = failure
        self.sent: list[tuple[Credential, EmailMessage]] = []

    @property
    def messages(self) -> list[EmailMessage]:
        """The mails, in order."""
        return [message for _, message in self.sent]

    async def send(self, account: Credential, message: EmailMessage) -> str:
        """Keep the message and return its id."""
        if self._failure:
            raise self._failure
        self.sent.append((account, message))
        return str(message["Message-ID"] or f"<{len(self.sent)}@fake>")


class FakeClock:
    """A clock that stands still until somebody sleeps."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now

    def now(self) -> datetime:
        """Return the time."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self._now += timedelta(seconds=seconds)


class FakeLog:
    """Notes, kept."""

    def __init__(self) -> None:
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.steps: list[tuple[int, int]] = []

    def info(self, text: str) -> None:
        """Keep a fact."""
        self.infos.append(text)

    def warning(self, text: str) -> None:
        """Keep a warning."""
        self.warnings.append(text)

    def progress(self, done: int, total: int) -> None:
        """Keep how far the work is."""
        self.steps.append((done, total))


class FakeContext:
    """What a node is given when it runs, with everything outside it scripted."""

    def __init__(
        self,
        *,
        answers: Sequence[str | Answer | Exception] = (),
        responses: Sequence[HttpResponse | Exception] = (),
        files: Mapping[str, str | bytes] | None = None,
        mail: FakeMail | None = None,
        inputs: Mapping[str, Any] | None = None,
        now: datetime = NOON,
        run_id: str = "run_1",
        step_id: str = "run_1/node_1",
        attempt: int = 1,
    ) -> None:
        self.llm = FakeLlm(answers)
        self.http = FakeHttp(responses)
        self.files = FakeFiles(files)
        self.mail = mail or FakeMail()
        self.clock = FakeClock(now)
        self.log = FakeLog()
        self.inputs = inputs or {}
        self.run_id = run_id
        self.step_id = step_id
        self.attempt = attempt


def _next(script: list[T | Exception], name: str) -> T:
    if not script:
        raise AssertionError(f"The node asked once more than there are scripted {name}.")
    reply = script.pop(0)
    if isinstance(reply, Exception):
        raise reply
    return reply


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _entry(path: str, root: str, content: bytes) -> FileEntry:
    return FileEntry(
        path=path,
        name=PurePosixPath(path).name,
        relative=path.removeprefix(root),
        size=len(content),
        modified=NOON.timestamp(),
    )
