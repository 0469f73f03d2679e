"""What can go wrong with a model, each class with its sentence and its remedy."""

from dataclasses import dataclass
from typing import Final, Literal

from nodes.sdk import OutsideError
from runtime.llm.call import Usage

ErrorKind = Literal[
    "auth", "quota", "rate_limit", "context", "policy", "model_missing", "bad_request",
    "timeout", "server", "connection", "truncated", "protocol",
]  # fmt: skip
"""Classes of failure; `timeout` names in its message which of the four deadlines passed."""

LONGEST_WAIT: Final = 60.0
"""The longest time a provider can make us wait, in seconds, whatever it asks for."""


class ModelError(OutsideError):
    """A provider failed to answer, or answered something that must not count as an answer."""

    def __init__(
        self,
        message: str,
        *,
        kind: ErrorKind,
        hint: str = "",
        retry: bool | None = None,
        retry_after: float | None = None,
        partial: str = "",
        usage: Usage | None = None,
    ) -> None:
        rule = _RULES[kind]
        super().__init__(
            message,
            hint=hint,
            kind=kind,
            retry=rule.retry if retry is None else retry,
            retry_after=None if retry_after is None else min(max(retry_after, 0.0), LONGEST_WAIT),
        )
        self.partial = partial
        """What had arrived before it broke."""
        self.usage = usage
        """What the provider counted although there is no answer, if it said so."""
        self.fall_back = rule.fall_back
        """Whether another model may succeed where this one failed."""
        self.billed = rule.billed or bool(partial)
        """Whether the provider may charge for it although there is no answer."""


@dataclass(frozen=True, slots=True)
class _Rule:
    sentence: str
    hint: str
    retry: bool
    fall_back: bool = True
    billed: bool = False


_RULES: Final[dict[str, _Rule]] = {
    "auth": _Rule(
        "The provider {provider!r} refused the key for model {model!r}.",
        "Check the key of {provider!r} under Settings > Models, or the environment variable.",
        retry=False,
    ),
    "quota": _Rule(
        "The account at {provider!r} has no credit left for model {model!r}.",
        "Add credit at the provider, or choose another model.",
        retry=False,
    ),
    "rate_limit": _Rule(
        "The provider {provider!r} limits the rate of calls to model {model!r}.",
        "Lower the concurrency, add a fallback model, or wait.",
        retry=True,
    ),
    "context": _Rule(
        "The prompt is longer than model {model!r} of {provider!r} can read.",
        "Split the text first, or choose a model with a larger context.",
        retry=False,
    ),
    "policy": _Rule(
        "The provider {provider!r} refused the content under its policy for model {model!r}.",
        "Change the prompt or the text.",
        retry=False,
        fall_back=False,
    ),
    "model_missing": _Rule(
        "The provider {provider!r} has no model {model!r}.",
        "Choose another model; the list under Settings > Models shows what is available.",
        retry=False,
    ),
    "bad_request": _Rule(
        "The provider {provider!r} did not accept the request for model {model!r}.",
        "Check the settings of the node, for example temperature and longest answer.",
        retry=False,
        fall_back=False,
    ),
    "timeout": _Rule(
        "Model {model!r} of {provider!r} took too long.",
        "Try again, or choose a faster model.",
        retry=True,
        billed=True,
    ),
    "server": _Rule(
        "The provider {provider!r} has trouble of its own with model {model!r}.",
        "Try again later, or add a fallback model.",
        retry=True,
    ),
    "connection": _Rule(
        "There is no connection to {provider!r} for model {model!r}.",
        "Check the network and the address of the provider.",
        retry=True,
    ),
    "truncated": _Rule(
        "The answer of model {model!r} of {provider!r} broke off before its end.",
        "Try again; the part that came is kept with the step.",
        retry=True,
        billed=True,
    ),
    "protocol": _Rule(
        "The provider {provider!r} answered something that is no answer of model {model!r}.",
        "Check the address of the provider; a proxy or a login page may be in between.",
        retry=True,
        billed=True,
    ),
}


def model_error(
    kind: ErrorKind,
    model: str,
    *,
    detail: str = "",
    hint: str = "",
    retry: bool | None = None,
    retry_after: float | None = None,
    partial: str = "",
    usage: Usage | None = None,
) -> ModelError:
    """Return the error of a class for a model; `detail` is added to its sentence."""
    provider, _, name = model.partition("/")
    rule = _RULES[kind]
    sentence = rule.sentence.format(provider=provider, model=name or model)
    if detail:
        sentence = f"{sentence[:-1]}: {detail.rstrip('.')}."
    return ModelError(
        sentence,
        kind=kind,
        hint=hint or rule.hint.format(provider=provider, model=name or model),
        retry=retry,
        retry_after=retry_after,
        partial=partial,
        usage=usage,
    )
