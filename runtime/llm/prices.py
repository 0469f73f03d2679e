"""Prices and facts of models, read from litellm's price list without importing litellm."""

import importlib.util
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final, cast

import orjson

from runtime.llm.call import Request, Usage

FREE_PROVIDERS: Final = frozenset({"demo", "ollama", "ollama_chat", "lm_studio", "hosted_vllm"})
"""Providers that run on machines of one's own."""


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for each token."""

    input: float
    output: float
    cache_read: float
    cache_write: float
    above: int = 0
    """Number of input tokens from which on this price counts."""


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What the price list says of a model."""

    name: str
    """`provider/name`."""
    prices: tuple[Price, ...]
    """From the lowest tier up; never empty."""
    context: int | None
    longest_answer: int | None
    vision: bool
    tools: bool
    json_schema: bool
    reasoning: bool
    retires: date | None

    def cost(self, usage: Usage) -> float:
        """Return what a call costs."""
        price = next(
            p for p in reversed(self.prices) if usage.input_tokens > p.above or not p.above
        )
        plain = max(0, usage.input_tokens - usage.cache_read_tokens - usage.cache_write_tokens)
        return (
            plain * price.input
            + usage.cache_read_tokens * price.cache_read
            + usage.cache_write_tokens * price.cache_write
            + usage.output_tokens * price.output
        )


class PriceList:
    """What models cost; read from its file when first asked."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._facts: dict[str, ModelFacts | None] = {}

    def facts(self, model: str) -> ModelFacts | None:
        """Return what is known of a model; None when it is not in the list."""
        if model not in self._facts:
            self._facts[model] = self._look_up(model)
        return self._facts[model]

    def cost(self, model: str, usage: Usage) -> float | None:
        """Return what a call cost; None when the price is not known."""
        if model.partition("/")[0] in FREE_PROVIDERS:
            return 0.0
        facts = self.facts(model)
        return None if facts is None else facts.cost(usage)

    def estimate(self, request: Request, *, expected: int) -> float:
        """Return the most a call should cost; 0 when the price is not known.

        `expected` is the length of an answer, in tokens, for requests that do not limit it.
        """
        if request.provider in FREE_PROVIDERS:
            return 0.0
        facts = self.facts(request.model)
        if facts is None:
            return 0.0
        longest = request.max_tokens or min(expected, facts.longest_answer or expected)
        return facts.cost(Usage(most_tokens(request), longest))

    def models(self, provider: str) -> Iterator[ModelFacts]:
        """Yield the chat models of a provider."""
        for key, entry in self._entries.items():
            if entry.get("litellm_provider") == provider and entry.get("mode") in _CHAT_MODES:
                facts = self.facts(key if key.startswith(f"{provider}/") else f"{provider}/{key}")
                if facts is not None:
                    yield facts

    def _look_up(self, model: str) -> ModelFacts | None:
        provider, _, name = model.partition("/")
        entry = self._entries.get(model)
        if entry is None:
            entry = self._entries.get(name)
            if entry is None or entry.get("litellm_provider") != provider:
                return None
        return _read(model, entry)

    @cached_property
    def _entries(self) -> Mapping[str, Mapping[str, Any]]:
        file = self._file or _bundled()
        if file is None or not file.is_file():
            return {}
        content = orjson.loads(file.read_bytes())
        return cast("dict[str, dict[str, Any]]", content)


def most_tokens(request: Request) -> int:
    """Return a quick upper bound of the tokens of a prompt.

    Text in English takes about four bytes a token, code three, other scripts two to three.
    """
    size = sum(len(m.content.encode("utf-8", "replace")) for m in request.messages)
    if request.schema is not None:
        size += len(orjson.dumps(request.schema))
    return int(size / 2.5) + 8 * len(request.messages) + 16


def likely_usage(request: Request, answer: str) -> Usage:
    """Return our own count of a call whose provider told none."""
    size = sum(len(m.content.encode("utf-8", "replace")) for m in request.messages)
    return Usage(size // 4 + 4 * len(request.messages), -(-len(answer.encode("utf-8")) // 4))


_CHAT_MODES: Final = ("chat", "responses")
_TIER: Final = re.compile(r"^input_cost_per_token_above_(\d+)k_tokens$")


def _bundled() -> Path | None:
    spec = importlib.util.find_spec("litellm")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).with_name("model_prices_and_context_window_backup.json")


def _read(model: str, entry: Mapping[str, Any]) -> ModelFacts | None:
    if "input_cost_per_token" not in entry or "output_cost_per_token" not in entry:
        return None
    tiers = sorted(int(found[1]) for key in entry if (found := _TIER.match(key)))
    base = _price(entry, "", None)
    prices = [base, *(_price(entry, f"_above_{tier}k_tokens", base, tier * 1000) for tier in tiers)]
    return ModelFacts(
        name=model,
        prices=tuple(prices),
        context=_count(entry.get("max_input_tokens") or entry.get("max_tokens")),
        longest_answer=_count(entry.get("max_output_tokens")),
        vision=bool(entry.get("supports_vision")),
        tools=bool(entry.get("supports_function_calling")),
        json_schema=bool(entry.get("supports_response_schema")),
        reasoning=bool(entry.get("supports_reasoning")),
        retires=_day(entry.get("deprecation_date")),
    )


def _price(entry: Mapping[str, Any], tier: str, base: Price | None, above: int = 0) -> Price:
    def cost(field: str, otherwise: float) -> float:
        value = entry.get(f"{field}{tier}")
        return float(value) if value is not None else otherwise

    plain = cost("input_cost_per_token", base.input if base else 0.0)
    return Price(
        input=plain,
        output=cost("output_cost_per_token", base.output if base else 0.0),
        cache_read=cost("cache_read_input_token_cost", base.cache_read if base else plain),
        cache_write=cost("cache_creation_input_token_cost", base.cache_write if base else plain),
        above=above,
    )


def _count(value: object) -> int | None:
    return int(value) if isinstance(value, int | float) and value > 0 else None


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
