"""The door to language models: budget, cache, fallback, and a record of every call."""

import asyncio
import json
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nodes.sdk import Answer, Llm, Message, UserError, schema_check
from runtime.llm.budget import Reservation, RunBudget
from runtime.llm.cache import AnswerStore, pack, request_hash, unpack
from runtime.llm.call import (
    Call,
    CallStatus,
    Deadlines,
    Door,
    Partial,
    Request,
    StepCall,
    Usage,
)
from runtime.llm.catalog import ModelCatalog, ModelInfo
from runtime.llm.demo.writer import DemoDoor
from runtime.llm.errors import ModelError, model_error
from runtime.llm.lengths import AnswerLengths
from runtime.llm.litellm_door import LiteLlmDoor
from runtime.llm.prices import PriceList, likely_usage
from runtime.llm.providers import LOCAL_PROVIDERS, PROVIDER_TITLES, Accounts
from runtime.llm.terms import Terms

__all__ = ["Call", "Gateway", "StepCall"]


class Gateway:
    """The models a workspace can ask; made once, bound to each step that asks."""

    def __init__(
        self,
        accounts: Accounts,
        *,
        default_model: str = "",
        answers: AnswerStore | None = None,
        prices: PriceList | None = None,
        deadlines: Deadlines | None = None,
    ) -> None:
        self._accounts = accounts
        self._answers = answers
        self._prices = prices or PriceList()
        self._deadlines = deadlines or Deadlines()
        self._catalog = ModelCatalog(accounts, self._prices, default_model=default_model)
        self._default_model = default_model.strip()
        self._searched = False
        self._warming: asyncio.TimerHandle | None = None
        self._demo = DemoDoor()
        self._providers = LiteLlmDoor()
        self._lengths = AnswerLengths()
        self._paused_until: dict[str, float] = {}

    async def start(self) -> None:
        """Look for model servers, and begin to load what the providers need, if any is there."""
        await self.models(refresh=True)
        if self._accounts.providers():
            self._providers.warm()

    def warm(self, model: str) -> None:
        """Begin to load what a model needs, because it will be asked; empty means the default.

        Not at once: a run that fails at its first step must not wait for what it never needed.
        """
        model = model.strip() or self._default_model
        if model.startswith("demo/") or not (model or self._accounts.providers()):
            return
        if self._warming is None:
            self._warming = asyncio.get_running_loop().call_later(_WARM_AFTER, self._providers.warm)

    async def close(self) -> None:
        """Close all connections; calls under way end with an error."""
        if self._warming is not None:
            self._warming.cancel()
        await self._providers.close()

    async def models(self, *, refresh: bool = False) -> list[ModelInfo]:
        """Return the models one can choose from; `refresh` looks for model servers again."""
        if refresh or not self._searched:
            self._searched = True
            await self._catalog.refresh()
        return self._catalog.models()

    async def default_model(self) -> str:
        """Return the model for nodes and runs that name none."""
        if not self._searched:
            await self.models(refresh=True)
        return self._catalog.default_model()

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
        """Return the models as one step sees them.

        `on_call` hears of every call when it ends, also of failed and cancelled ones;
        `on_token` hears pieces of answers while they arrive. Both are called in this loop.
        """
        return _StepLlm(
            self,
            Terms(
                step=step,
                default_model=default_model,
                fallback_models=tuple(fallback_models),
                cache=cache,
                budget=budget or RunBudget(None),
                on_token=on_token,
                on_call=on_call,
            ),
        )

    async def choose(self, wanted: str, default_model: str) -> str:
        """Return the model to ask: the one wanted, else that of the run, else the best one."""
        model = wanted.strip() or default_model.strip() or await self.default_model()
        if "/" not in model.strip("/"):
            raise UserError(
                f"The model name {model!r} does not say which provider it belongs to.",
                hint="Write it as provider/model, for example openai/gpt-4o-mini.",
            )
        return model

    async def ask(self, request: Request, terms: Terms) -> Answer:
        """Ask one model once, within the budget, or take the answer from the cache."""
        key = request_hash(request)
        if terms.cache and (kept := await self._recall(key)):
            terms.tell(request, "succeeded", Usage(0, 0), 0.0, 0.0, key, cached=True)
            if terms.on_token is not None:
                terms.on_token(kept.text)
            return kept
        ready = self._with_account(request)
        expected = self._lengths.expect(ready.model)
        estimate = self._prices.estimate(ready, expected=expected)
        reservation = await terms.budget.reserve(estimate)
        try:
            answer = await self._call(ready, terms, reservation, key)
        finally:
            reservation.settle(0.0)
        if terms.cache and self._answers is not None and _worth_keeping(request, answer):
            await self._answers.put(key, pack(answer))
        return answer

    async def _recall(self, key: str) -> Answer | None:
        kept = await self._answers.get(key) if self._answers is not None else None
        return unpack(kept) if kept is not None else None

    def _with_account(self, request: Request) -> Request:
        account = self._accounts.find(request.provider)
        known = request.provider in PROVIDER_TITLES and request.provider != "demo"
        if account is None and known and request.provider not in LOCAL_PROVIDERS:
            variable = f"{request.provider.upper()}_API_KEY"
            raise model_error(
                "auth",
                request.model,
                detail="there is no key",
                hint=f"Add a key under Settings > Models, or set {variable} and start again.",
            )
        return Request(
            model=request.model,
            messages=request.messages,
            temperature=request.temperature,
            max_tokens=request.max_tokens,
            schema=request.schema,
            api_key=account.api_key if account else "",
            base_url=account.base_url if account else "",
            deadlines=self._deadlines,
        )

    async def _call(
        self, request: Request, terms: Terms, reservation: Reservation, key: str
    ) -> Answer:
        await self._wait_for_turn(request.provider)
        door: Door = self._demo if request.provider == "demo" else self._providers
        partial = Partial(terms.on_token, asyncio.get_running_loop())
        started = time.monotonic()

        def book(status: CallStatus, usage: Usage, error: str = "") -> float | None:
            self._lengths.note(request.model, usage.output_tokens)
            # A call that was not answered costs nothing, whatever the price may be.
            free = usage.input_tokens + usage.output_tokens == 0
            cost = 0.0 if free else self._prices.cost(request.model, usage)
            reservation.settle(cost)
            ms = (time.monotonic() - started) * 1000
            terms.tell(request, status, usage, cost, ms, key, error=error)
            return cost

        try:
            reply = await door.ask(request, partial)
        except ModelError as error:
            self._note_rate_limit(request.provider, error)
            book("failed", _charged(request, error), error.kind)
            raise
        except asyncio.CancelledError:
            text = partial.text
            book("cancelled", likely_usage(request, text) if text else Usage(0, 0))
            raise
        finally:
            partial.flush()
        usage = reply.usage or likely_usage(request, reply.text)
        return Answer(
            text=reply.text,
            model=request.model,
            finish=reply.finish,
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            cost_usd=book("succeeded", usage),
        )

    async def _wait_for_turn(self, provider: str) -> None:
        while (wait := self._paused_until.get(provider, 0.0) - time.monotonic()) > 0:  # noqa: ASYNC110 - no poll: the moment is known, but may be moved
            await asyncio.sleep(wait)

    def _note_rate_limit(self, provider: str, error: ModelError) -> None:
        """Keep the other calls from running into the same limit."""
        if error.kind == "rate_limit":
            until = time.monotonic() + (
                _SHORT_PAUSE if error.retry_after is None else error.retry_after
            )
            self._paused_until[provider] = max(until, self._paused_until.get(provider, 0.0))


class _StepLlm:
    """The models as one step sees them."""

    def __init__(self, gateway: Gateway, terms: Terms) -> None:
        self._gateway = gateway
        self._terms = terms

    async def chat(
        self,
        model: str,
        messages: Sequence[Message],
        *,
        temperature: float | None = None,
        max_tokens: int | None = None,
        schema: Mapping[str, Any] | None = None,
    ) -> Answer:
        """Ask the model, and the fallback models in order where another one may succeed."""
        first = await self._gateway.choose(model, self._terms.default_model)
        names = dict.fromkeys([first, *(name for name in self._terms.fallback_models if name)])
        failures: list[ModelError] = []
        for name in names:
            request = Request(
                model=await self._gateway.choose(name, ""),
                messages=tuple(messages),
                temperature=temperature,
                max_tokens=max_tokens,
                schema=schema,
            )
            try:
                return await self._gateway.ask(request, self._terms)
            except ModelError as error:
                failures.append(error)
                if not error.fall_back:
                    break
        # One that trying again may help decides whether the step is tried again.
        raise next((error for error in failures if error.retry), failures[0])


_WARM_AFTER = 0.2
"""Seconds a run has been going on before anything is loaded for its models."""
_SHORT_PAUSE = 1.0
"""Seconds a provider rests when it limits the rate and does not say for how long."""


def _worth_keeping(request: Request, answer: Answer) -> bool:
    """Say whether an answer may serve again; one that misses its schema would fail for ever."""
    if answer.finish != "stop" or request.schema is None:
        return answer.finish == "stop"
    try:
        return not schema_check(request.schema)(json.loads(answer.text))
    except (ValueError, RecursionError, UserError):
        return False


def _charged(request: Request, error: ModelError) -> Usage:
    if error.usage is not None:
        return error.usage
    if error.billed:
        return likely_usage(request, error.partial)
    return Usage(0, 0)
