"""Whether a step is tried again, and how long it waits before."""

import random

from nodes.sdk import OutsideError
from runtime.compile.plan import PlanNode
from runtime.flow.model import Retry

_NEVER = Retry(max=0)
_OUTSIDE = Retry(max=3, delay=1.0, max_delay=30.0)


def retry_of(node: PlanNode) -> Retry:
    """Return the retry policy of a node: its own, or what suits its effect class.

    Steps that reach outside and may be repeated get three more tries; work that happens here
    would fail the same way again; and what must happen once is repeated only if a person said so.
    """
    if node.policy.retry is not None:
        return node.policy.retry
    return _OUTSIDE if node.effect == "idempotent" else _NEVER


def pause_before_retry(
    retry: Retry, error: Exception, *, attempt: int, rng: random.Random
) -> float | None:
    """Return the seconds to wait before trying again, or None when it is not tried again."""
    if not isinstance(error, OutsideError) or not error.retry or attempt > retry.max:
        return None
    if retry.backoff == "fixed":
        wait = retry.delay
    else:
        # Full jitter: many steps that failed together must not come back together.
        wait = rng.uniform(0.0, min(retry.max_delay, retry.delay * 2.0 ** (attempt - 1)))
    asked = error.retry_after or 0.0
    return min(max(wait, asked), max(retry.max_delay, retry.delay))
