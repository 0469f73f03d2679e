"""Under which terms a step asks models, and whom it tells of its calls."""

from collections.abc import Callable
from dataclasses import dataclass

from runtime.llm.budget import RunBudget
from runtime.llm.call import Call, CallStatus, Request, StepCall, Usage


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which terms a step asks."""

    step: StepCall
    default_model: str
    fallback_models: tuple[str, ...]
    cache: bool
    budget: RunBudget
    on_token: Callable[[str], None] | None
    on_call: Callable[[Call], None]

    def tell(
        self,
        request: Request,
        status: CallStatus,
        usage: Usage,
        cost: float | None,
        ms: float,
        key: str,
        *,
        cached: bool = False,
        error: str = "",
    ) -> None:
        """Report a call that has ended."""
        self.on_call(
            Call(
                model=request.model,
                provider=request.provider,
                status=status,
                input_tokens=usage.input_tokens,
                output_tokens=usage.output_tokens,
                cost_usd=cost,
                cached=cached,
                ms=ms,
                error=error,
                request_hash=key,
            )
        )
