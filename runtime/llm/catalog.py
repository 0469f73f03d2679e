"""The models one can choose from, with what each costs and whether it can be used now."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from runtime.llm.demo.writer import DEMO_MODEL
from runtime.llm.detect import ModelServer, find_servers
from runtime.llm.prices import ModelFacts, PriceList
from runtime.llm.providers import LOCAL_PROVIDERS, PROVIDER_TITLES, Account, Accounts


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """One model as the picker shows it."""

    id: str
    """`provider/name`, as flows write it."""
    provider: str
    provider_title: str
    title: str
    available: bool
    """True when it can be asked now."""
    why: str = ""
    """What is missing, when it cannot."""
    input_price: float | None = None
    """US dollars for a million tokens of prompt; None when not known, 0 when it costs nothing."""
    output_price: float | None = None
    context: int | None = None
    """The longest prompt, in tokens."""
    abilities: tuple[str, ...] = ()
    """Of `vision`, `tools`, `json`, `reasoning`."""
    recommended: bool = False
    local: bool = False
    """True when it runs on a machine of one's own."""
    demo: bool = False


class ModelCatalog:
    """Which models there are; what runs on this machine is looked up by `refresh`."""

    def __init__(self, accounts: Accounts, prices: PriceList, *, default_model: str = "") -> None:
        self._accounts = accounts
        self._prices = prices
        self._wanted = default_model.strip()
        self._servers: dict[str, ModelServer] = {}

    async def refresh(self) -> None:
        """Look for model servers; takes a second at most."""
        accounts = (self._accounts.find(name) for name in self._accounts.providers())
        servers = await find_servers(account for account in accounts if account is not None)
        self._servers = {server.provider: server for server in servers}
        self._accounts.use_found(
            Account(server.provider, base_url=server.base_url, source="found")
            for server in servers
            if server.provider in LOCAL_PROVIDERS
        )

    def models(self, *, today: date | None = None) -> list[ModelInfo]:
        """Return the models: usable ones first, and the good ones first among them."""
        day = today or datetime.now(UTC).date()
        models = [*self._served(), _DEMO, *self._listed(day), *self._suggested(day)]
        unique = {model.id: model for model in reversed(models)}
        return sorted(
            unique.values(),
            key=lambda m: (not m.available, m.demo, not m.recommended, _rank(m.id), m.id),
        )

    def default_model(self) -> str:
        """Return the model for nodes and runs that name none."""
        if self._wanted:
            return self._wanted
        usable = (model for model in self.models() if model.available and model.recommended)
        first = next(usable, None)
        if first is not None:
            return first.id
        served = next((model for model in self._served()), None)
        return served.id if served is not None else DEMO_MODEL

    def _served(self) -> Iterator[ModelInfo]:
        """Yield what the servers say they have."""
        for server in self._servers.values():
            for name in server.models:
                model = f"{server.provider}/{name}"
                local = server.provider in LOCAL_PROVIDERS
                facts = None if local else self._prices.facts(model)
                yield _info(model, name, facts, available=True, free=local)

    def _listed(self, day: date) -> Iterator[ModelInfo]:
        """Yield the models of providers there is a key for."""
        for provider in self._accounts.providers():
            if provider in LOCAL_PROVIDERS or self._knows_better(provider):
                continue
            for facts in self._prices.models(provider):
                if _is_shown(facts, day):
                    name = facts.name.partition("/")[2]
                    yield _info(facts.name, name, facts, available=True)

    def _knows_better(self, provider: str) -> bool:
        """Say whether a server of one's own answers for a provider: it has other models."""
        server = self._servers.get(provider)
        return server is not None and bool(server.models)

    def _suggested(self, day: date) -> Iterator[ModelInfo]:
        """Yield good models whose key is missing, so that people see what they could have."""
        for model in _GOOD:
            provider, _, name = model.partition("/")
            facts = self._prices.facts(model)
            if facts is None or not _is_shown(facts, day) or self._accounts.find(provider):
                continue
            why = f"Set {provider.upper()}_API_KEY, or add the key in the settings."
            yield _info(model, name, facts, available=False, why=why)


_SOON: Final = timedelta(days=30)
_GOOD: Final = (
    "anthropic/claude-sonnet-5-5",
    "openai/gpt-5.6-terra",
    "gemini/gemini-3.8-flash",
    "openai/gpt-6-sol",
    "anthropic/claude-haiku-5-5",
    "openai/gpt-6-luna",
    "anthropic/claude-opus-5-5",
    "gemini/gemini-3.5-flash-lite",
    "openai/gpt-5-mini",
    "openai/gpt-4o-mini",
    "anthropic/claude-haiku-4-5",
    "gemini/gemini-2.5-flash",
    "mistral/mistral-medium-latest",
    "mistral/mistral-small-latest",
    "deepseek/deepseek-v4-pro",
    "deepseek/deepseek-v4-flash",
    "xai/grok-4.7",
    "groq/openai/gpt-oss-120b",
)
"""Good ones for most work, the first of a provider its default; those that retire drop out."""
_HIDDEN: Final = re.compile(
    r"\d{4}-\d\d-\d\d|-\d{8}|-\d{4}$|audio|realtime|\bft:|image|tts|search|computer-use|robotics|"
    r"lyria|embed|guard|moderation|transcri|live|container|exp\b|0\d-\d\d$",
    re.IGNORECASE,
)
"""Dated twins of other names, and models for other things than text."""
_DEMO: Final = ModelInfo(
    id=DEMO_MODEL,
    provider="demo",
    provider_title=PROVIDER_TITLES["demo"],
    title="Demo writer (no real model)",
    available=True,
    input_price=0.0,
    output_price=0.0,
    abilities=("json",),
    local=True,
    demo=True,
)


def _info(
    model: str,
    name: str,
    facts: ModelFacts | None,
    *,
    available: bool,
    why: str = "",
    free: bool = False,
) -> ModelInfo:
    provider = model.partition("/")[0]
    price = facts.prices[0] if facts is not None else None
    return ModelInfo(
        id=model,
        provider=provider,
        provider_title=PROVIDER_TITLES.get(provider, provider),
        title=name,
        available=available,
        why=why,
        input_price=0.0 if free else round(price.input * 1e6, 4) if price else None,
        output_price=0.0 if free else round(price.output * 1e6, 4) if price else None,
        context=facts.context if facts is not None else None,
        abilities=tuple(_abilities(facts)),
        recommended=model in _GOOD,
        local=provider in LOCAL_PROVIDERS,
    )


def _abilities(facts: ModelFacts | None) -> Iterable[str]:
    if facts is None:
        return
    for name, has in (
        ("vision", facts.vision),
        ("tools", facts.tools),
        ("json", facts.json_schema),
        ("reasoning", facts.reasoning),
    ):
        if has:
            yield name


def _is_shown(facts: ModelFacts, day: date) -> bool:
    retired = facts.retires is not None and facts.retires <= day + _SOON
    return not retired and not _HIDDEN.search(facts.name)


def _rank(model: str) -> int:
    return _GOOD.index(model) if model in _GOOD else len(_GOOD)
