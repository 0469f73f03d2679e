"""Calls through the gateway: counts, prices, waiting, fallbacks. Catalogue: O01, O08, K02."""

import asyncio
import json
import time

import pytest

from nodes.sdk import Message, UserError
from runtime.llm.budget import BudgetReached, RunBudget
from runtime.llm.errors import ModelError
from tests.fakes.fixtures import ProviderServer
from tests.runtime.llm.conftest import WIRES, House, MemoryAnswers

PRICED = ("openai/gpt-4o-mini", "anthropic/claude-haiku-4-5", "gemini/gemini-2.5-flash")


@pytest.mark.parametrize("wire", WIRES)
async def test_an_answer_counts_the_same_tokens_as_the_provider(
    house: House, provider: ProviderServer, wire: str
) -> None:
    asked = house.bind()
    answer = await asked.ask(f"{wire}/fake-small")
    [entry] = provider.log()
    assert answer.text.startswith("Summary of 6 words: Tell me about bees")
    assert (answer.input_tokens, answer.output_tokens) == (
        entry["input_tokens"],
        entry["output_tokens"],
    )
    assert "".join(asked.tokens) == answer.text
    assert entry["stream"] is True


@pytest.mark.parametrize("model", PRICED)
async def test_the_cost_is_what_the_list_says_for_the_tokens_of_the_provider(
    house: House, provider: ProviderServer, model: str
) -> None:
    litellm = pytest.importorskip("litellm")
    asked = house.bind()
    answer = await asked.ask(model)
    [entry] = provider.log()
    costs = litellm.cost_per_token(
        model=model, prompt_tokens=entry["input_tokens"], completion_tokens=entry["output_tokens"]
    )
    assert answer.cost_usd == pytest.approx(sum(costs))
    assert asked.calls[0].cost_usd == answer.cost_usd


async def test_many_at_once_are_fetched_whole_and_count_the_same(
    house: House, provider: ProviderServer
) -> None:
    asked = house.bind()
    provider.latency(0.05)
    answers = await asyncio.gather(
        *(asked.ask("openai/gpt-4o-mini", f"Question number {n} about bees") for n in range(40))
    )
    log = provider.log()
    assert len(log) == len(asked.calls) == 40
    assert sum(1 for entry in log if not entry["stream"]) >= 20
    assert sum(a.output_tokens for a in answers) == sum(e["output_tokens"] for e in log)
    assert "".join(asked.tokens).count("Summary") == 40


@pytest.mark.parametrize("wire", WIRES)
async def test_a_schema_reaches_the_provider(
    house: House, provider: ProviderServer, wire: str
) -> None:
    known = {"anthropic": "anthropic/claude-sonnet-4-5", "gemini": "gemini/gemini-2.5-flash"}
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "legs": {"type": "string", "enum": ["six"]}},
        "required": ["name", "legs"],
        "additionalProperties": False,
    }
    llm = house.bind().llm
    answer = await llm.chat(
        known.get(wire, f"{wire}/fake-small"), [Message("user", "A bee has legs.")], schema=schema
    )
    assert json.loads(answer.text) == {"name": "bee has legs bee", "legs": "six"}


async def test_an_unchanged_question_costs_nothing_the_second_time(
    house: House, provider: ProviderServer
) -> None:
    gateway = house.gateway(answers=MemoryAnswers())
    first, second = house.bind(gateway, cache=True), house.bind(gateway, cache=True)
    before = await first.ask("openai/gpt-4o-mini")
    after = await second.ask("openai/gpt-4o-mini")
    assert (after.text, after.cached, after.cost_usd) == (before.text, True, 0.0)
    assert second.calls[0].cached
    assert "".join(second.tokens) == after.text
    await second.ask("openai/gpt-4o-mini", "Another question")
    assert len(provider.log()) == 2


async def test_an_answer_that_misses_its_schema_is_not_kept(
    house: House, provider: ProviderServer
) -> None:
    gateway = house.gateway(answers=MemoryAnswers())
    code = {"type": "string", "pattern": "^never written$"}
    schema = {"type": "object", "properties": {"code": code}, "required": ["code"]}
    for _ in range(2):
        asked = house.bind(gateway, cache=True)
        question = [Message("user", "Which code?")]
        await asked.llm.chat("openai/gpt-4o-mini", question, schema=schema)
    assert len(provider.log()) == 2


async def test_a_fallback_answers_when_the_first_model_cannot(
    house: House, provider: ProviderServer
) -> None:
    asked = house.bind(fallback=["anthropic/fault-401", "ollama/fake-small"])
    answer = await asked.ask("openai/fault-503")
    assert answer.model == "ollama/fake-small"
    assert [call.error for call in asked.calls] == ["server", "auth", ""]
    assert len(provider.log()) == 3


async def test_no_fallback_is_asked_what_the_first_refused_as_wrong(
    house: House, provider: ProviderServer
) -> None:
    asked = house.bind(fallback=["ollama/fake-small"])
    with pytest.raises(ModelError) as caught:
        await asked.ask("openai/fault-400")
    assert caught.value.kind == "bad_request"
    assert len(provider.log()) == 1


async def test_a_retry_is_asked_for_when_any_model_of_the_ladder_may_recover(house: House) -> None:
    asked = house.bind(fallback=["anthropic/fault-503"])
    with pytest.raises(ModelError) as caught:
        await asked.ask("openai/fault-401")
    assert (caught.value.kind, caught.value.retry) == ("server", True)


async def test_one_limit_makes_the_other_calls_of_the_provider_wait(
    house: House, provider: ProviderServer
) -> None:
    asked = house.bind()
    with pytest.raises(ModelError) as caught:
        await asked.ask("openai/fault-429")
    assert caught.value.retry_after == 1.0
    started = time.monotonic()
    await asked.ask("ollama/fake-small")
    assert time.monotonic() - started < 0.7
    await asked.ask("openai/fake-small")
    assert 0.5 < time.monotonic() - started < 3


@pytest.mark.parametrize(
    ("fault", "least", "most"), [("429-absurd", 60, 60), ("429-date", 0.0, 2.1)]
)
async def test_a_provider_says_how_long_to_wait_in_its_own_way(
    house: House, fault: str, least: float, most: float
) -> None:
    with pytest.raises(ModelError) as caught:
        await house.bind().ask(f"openai/fault-{fault}")
    assert caught.value.retry_after is not None
    assert least <= caught.value.retry_after <= most


async def test_cancelling_closes_the_socket(house: House, provider: ProviderServer) -> None:
    asked = house.bind()
    task = asyncio.create_task(asked.ask("openai/fault-stall-mid"))
    end = time.monotonic() + 20
    while not asked.tokens and time.monotonic() < end:  # noqa: ASYNC110 - tokens have no event
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    log = await asyncio.to_thread(provider.wait_for_log, lambda entries: len(entries) == 1)
    assert log[0]["outcome"] == "disconnected"
    assert asked.calls[0].status == "cancelled"
    assert asked.calls[0].output_tokens > 0


async def test_a_budget_stops_the_call_that_could_pass_it(
    house: House, provider: ProviderServer
) -> None:
    budget = RunBudget(0.01)
    asked = house.bind(budget=budget)
    question = [asked.ask("openai/gpt-4o-mini", "Bees. " * 3000) for _ in range(60)]
    results = await asyncio.gather(*question, return_exceptions=True)
    stopped = [result for result in results if isinstance(result, BudgetReached)]
    assert stopped
    assert "$0.01" in stopped[0].message
    spent = sum(call.cost_usd or 0 for call in asked.calls)
    assert 0 < spent <= 0.01
    assert budget.spent_usd == pytest.approx(spent)
    assert len(provider.log()) == len(asked.calls)


async def test_broken_counts_are_replaced_by_our_own(house: House) -> None:
    asked = house.bind()
    for fault in ("usage-negative", "usage-huge"):
        answer = await asked.ask(f"openai/fault-{fault}", "Tell me about bees. " * 20)
        assert 60 < answer.input_tokens < 200
        assert 10 < answer.output_tokens < 200


async def test_what_no_database_can_hold_is_replaced(house: House) -> None:
    answer = await house.bind().ask("openai/fault-bad-text")
    assert answer.text == "a\ufffdb\ufffdc"


async def test_an_unknown_price_is_none_and_not_zero(house: House) -> None:
    asked = house.bind()
    assert (await asked.ask("openai/my-own-model")).cost_usd is None
    with pytest.raises(ModelError):
        await asked.ask("openai/fault-401")
    assert asked.calls[-1].cost_usd == 0.0
    assert (await asked.ask("ollama/my-own-model")).cost_usd == 0


async def test_a_model_without_provider_is_refused_with_an_example(house: House) -> None:
    with pytest.raises(UserError, match="'gpt-4o-mini' does not say which provider") as caught:
        await house.bind().ask("gpt-4o-mini")
    assert "provider/model" in caught.value.hint


async def test_a_missing_key_is_told_before_anything_is_sent(house: House) -> None:
    asked = house.bind()
    with pytest.raises(ModelError, match="there is no key") as caught:
        await asked.ask("mistral/mistral-small-latest")
    assert (caught.value.kind, caught.value.retry) == ("auth", False)
    assert "MISTRAL_API_KEY" in caught.value.hint


async def test_an_empty_model_means_that_of_the_run(house: House, provider: ProviderServer) -> None:
    answer = await house.bind(default="ollama/fake-large").ask("")
    assert answer.model == "ollama/fake-large"
    assert provider.log()[0]["model"] == "fake-large"
