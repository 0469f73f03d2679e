"""What a node is given when it runs."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from nodes.sdk import Clock, Files, Http, Llm, Mail
from runtime.engine.bus import Gathered, Latest
from runtime.llm.call import Call, StepCall
from runtime.store.text import clean

if TYPE_CHECKING:
    from runtime.engine.step import Step

_LOG_LINES: Final = 200
_LOG_LENGTH: Final = 2000


class StepContext:
    """The world as one attempt of a step sees it; doors are opened when they are used."""

    __slots__ = ("_closed", "_llm", "_log", "_step", "_tokens", "attempt")

    def __init__(self, step: "Step", attempt: int) -> None:
        self._step = step
        self.attempt = attempt
        """Which try this is, from 1."""
        self._llm: Llm | None = None
        self._log: StepLog | None = None
        self._tokens: Gathered | None = None
        self._closed = False

    @property
    def run_id(self) -> str:
        """The run this step belongs to."""
        return self._step.run.id

    @property
    def step_id(self) -> str:
        """The same for every attempt of this step, also after a crash."""
        step = self._step
        return f"{step.run.id}/{step.node.id}/{step.item}"

    @property
    def inputs(self) -> Mapping[str, Any]:
        """The inputs the run was started with."""
        return self._step.run.inputs

    @property
    def llm(self) -> Llm:
        """Language models."""
        if self._llm is None:
            self._llm = self._bind()
        return self._llm

    @property
    def http(self) -> Http:
        """The web."""
        run = self._step.run
        return run.world.doors.http(run.facts)

    @property
    def files(self) -> Files:
        """Files."""
        run = self._step.run
        return run.world.doors.files(run.facts)

    @property
    def mail(self) -> Mail:
        """Mail servers."""
        run = self._step.run
        return run.world.doors.mail(run.facts)

    @property
    def clock(self) -> Clock:
        """The time."""
        return self._step.run.world.clock

    @property
    def log(self) -> "StepLog":
        """Notes for the people who look at the run."""
        if self._log is None:
            self._log = StepLog(self._step.tell)
        return self._log

    def close(self) -> None:
        """Tell what has not been told yet."""
        self._closed = True
        if self._tokens is not None:
            self._tokens.flush()
        if self._log is not None:
            self._log.flush()

    def _bind(self) -> Llm:
        step = self._step
        run, policy = step.run, step.node.policy
        if run.world.bus.wanted(run.id):
            self._tokens = Gathered(lambda text: step.tell("step.token", {"text": text}))
        return run.world.doors.models.bind(
            StepCall(run.id, step.node.id, step.item, self.attempt),
            default_model=run.options.model,
            fallback_models=policy.fallback_models,
            cache=policy.cache is not False,
            budget=run.purse.budget_of(step.node),
            on_token=self._on_token if self._tokens is not None else None,
            on_call=self._on_call,
        )

    def _on_token(self, text: str) -> None:
        if self._tokens is not None and not self._closed:
            self._tokens.add(text)

    def _on_call(self, call: Call) -> None:
        self._step.book(call, self.attempt)


class StepLog:
    """Notes of a step; too many and too long ones are left out."""

    def __init__(self, tell: Callable[[Any, Mapping[str, Any]], None]) -> None:
        self._tell = tell
        self._lines = 0
        self._progress = (0, 0)
        self._latest = Latest(self._send_progress)

    def info(self, text: str) -> None:
        """Note a fact."""
        self._line("info", text)

    def warning(self, text: str) -> None:
        """Note something a person should look at."""
        self._line("warning", text)

    def progress(self, done: int, total: int) -> None:
        """Tell how far long work is."""
        self._progress = (done, total)
        self._latest.changed()

    def flush(self) -> None:
        """Tell what has not been told yet."""
        self._latest.flush()

    def _line(self, level: str, text: str) -> None:
        self._lines += 1
        if self._lines <= _LOG_LINES:
            self._tell("step.log", {"level": level, "text": clean(str(text))[:_LOG_LENGTH]})

    def _send_progress(self) -> None:
        done, total = self._progress
        self._tell("step.progress", {"done": done, "total": total})
