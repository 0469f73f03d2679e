"""What steps reach the world through; the composition root puts the real things in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from nodes.sdk import Credential, Files, Http, Llm, Mail, UserError
from runtime.llm.budget import RunBudget
from runtime.llm.call import Call, StepCall

C = TypeVar("C", bound=Credential)


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What doors may know of the run that uses them."""

    run_id: str
    flow_id: str
    workdir: str
    """The folder that relative paths start from; empty for the default."""
    origin: str
    """Which door started the run."""


class ModelDoor(Protocol):
    """Language models, bound to one step; `runtime.llm.gateway.Gateway` is the real one."""

    def warm(self, model: str) -> None:
        """Get ready for questions to come: to this model, or to the default when it is empty."""
        ...

    def bind(
        self,
        step: StepCall,
        *,
        default_model: str,
        fallback_models: Sequence[str],
        cache: bool,
        budget: RunBudget | None,
        on_token: Callable[[str], None] | None,
        on_call: Callable[[Call], None],
    ) -> Llm:
        """Return the models as this step sees them."""
        ...


class Credentials(Protocol):
    """The vault as steps see it."""

    async def open(self, slug: str, model: type[C], *, run: RunFacts) -> C:
        """Return a credential by its name; raises UserError when there is none of this kind."""
        ...


class NoCredentials:
    """A vault with nothing in it."""

    async def open(self, slug: str, model: type[C], *, run: RunFacts) -> C:
        """Refuse."""
        del run
        raise UserError(
            f"There is no credential {slug!r} of the kind {model.kind!r}.",
            hint="Add it under Settings > Credentials.",
        )


@dataclass(frozen=True, slots=True)
class Doors:
    """The ways out of a step."""

    models: ModelDoor
    http: Callable[[RunFacts], Http]
    files: Callable[[RunFacts], Files]
    mail: Callable[[RunFacts], Mail]
    credentials: Credentials
