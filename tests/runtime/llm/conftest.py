"""A gateway in front of the fake provider."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import pytest
from pydantic import SecretStr

from nodes.sdk import Answer, Llm, Message
from runtime.llm.budget import RunBudget
from runtime.llm.cache import AnswerStore
from runtime.llm.call import Call, Deadlines, StepCall
from runtime.llm.gateway import Gateway
from runtime.llm.providers import Accounts
from runtime.settings import ProviderSettings
from tests.fakes.fixtures import ProviderServer

WIRES = ("openai", "anthropic", "gemini", "ollama", "hosted_vllm")
KEY = "sk-very-secret-0123456789"
SHORT = Deadlines(connect=0.5, first_token=0.8, between_tokens=0.5, total=1.2)
"""Deadlines that a test can wait for."""
LONG = Deadlines(connect=10, first_token=20, between_tokens=20, total=30)
"""Deadlines that a busy machine keeps."""


class MemoryAnswers:
    """Answers kept for one test."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    async def get(self, key: str) -> str | None:
        return self.kept.get(key)

    async def put(self, key: str, value: str) -> None:
        self.kept[key] = value


@dataclass
class Asked:
    """A gateway bound to a step, and what it reported."""

    llm: Llm
    calls: list[Call] = field(default_factory=list[Call])
    tokens: list[str] = field(default_factory=list[str])

    async def ask(self, model: str, prompt: str = "Tell me about bees and honey.") -> Answer:
        return await self.llm.chat(model, [Message("user", prompt)])


@dataclass
class House:
    """Makes gateways in front of the fake provider and binds them."""

    url: str
    gateways: list[Gateway] = field(default_factory=list[Gateway])

    def accounts(self) -> Accounts:
        return Accounts(ProviderSettings(wire, SecretStr(KEY), self.url) for wire in WIRES)

    def gateway(
        self, *, deadlines: Deadlines | None = None, answers: AnswerStore | None = None
    ) -> Gateway:
        made = Gateway(self.accounts(), deadlines=deadlines or LONG, answers=answers)
        self.gateways.append(made)
        return made

    def bind(
        self,
        gateway: Gateway | None = None,
        *,
        budget: RunBudget | None = None,
        fallback: Sequence[str] = (),
        cache: bool = False,
        default: str = "",
    ) -> Asked:
        calls: list[Call] = []
        tokens: list[str] = []
        llm = (gateway or self.gateway()).bind(
            StepCall("run_1", "ask_1"),
            default_model=default,
            fallback_models=fallback,
            cache=cache,
            budget=budget,
            on_token=tokens.append,
            on_call=calls.append,
        )
        return Asked(llm, calls, tokens)


@pytest.fixture(scope="session")
def warm(provider_process: ProviderServer) -> None:
    """Ask each provider once: the first time litellm still imports for a second."""

    async def ask_all() -> None:
        made = House(provider_process.url)
        asked = made.bind(made.gateway(deadlines=Deadlines()))
        for wire in WIRES:
            await asked.ask(f"{wire}/fake-small")
        await made.gateways[0].close()

    asyncio.run(ask_all())


@pytest.fixture
async def house(provider: ProviderServer, warm: None) -> AsyncIterator[House]:
    made = House(provider.url)
    yield made
    for gateway in made.gateways:
        await gateway.close()
