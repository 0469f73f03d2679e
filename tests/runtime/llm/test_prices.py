import json
from pathlib import Path

import pytest

from nodes.sdk import Message
from runtime.llm.call import Request, Usage
from runtime.llm.prices import PriceList, most_tokens


@pytest.fixture
def prices(tmp_path: Path) -> PriceList:
    file = tmp_path / "prices.json"
    model = {
        "litellm_provider": "acme",
        "mode": "chat",
        "input_cost_per_token": 2e-6,
        "output_cost_per_token": 8e-6,
        "cache_read_input_token_cost": 0.5e-6,
        "cache_creation_input_token_cost": 3e-6,
        "input_cost_per_token_above_200k_tokens": 4e-6,
        "output_cost_per_token_above_200k_tokens": 16e-6,
        "max_input_tokens": 1_000_000,
        "max_output_tokens": 2_000,
        "deprecation_date": "2030-01-01",
    }
    file.write_text(json.dumps({"fast": model, "acme/strange": {"litellm_provider": "acme"}}))
    return PriceList(file)


def test_cached_tokens_have_their_own_prices(prices: PriceList) -> None:
    usage = Usage(1000, 100, cache_read_tokens=600, cache_write_tokens=200)
    assert prices.cost("acme/fast", usage) == pytest.approx(
        200 * 2e-6 + 600 * 0.5e-6 + 200 * 3e-6 + 100 * 8e-6
    )


def test_a_long_prompt_costs_the_higher_tier(prices: PriceList) -> None:
    assert prices.cost("acme/fast", Usage(200_000, 1)) == pytest.approx(0.4 + 8e-6)
    assert prices.cost("acme/fast", Usage(200_001, 1)) == pytest.approx(200_001 * 4e-6 + 16e-6)


def test_a_price_that_is_not_known_is_none(prices: PriceList) -> None:
    assert prices.cost("acme/unknown", Usage(1, 1)) is None
    assert prices.cost("other/fast", Usage(1, 1)) is None
    assert prices.cost("acme/strange", Usage(1, 1)) is None
    assert prices.cost("ollama/anything", Usage(1, 1)) == 0


def test_an_estimate_is_above_what_a_call_costs(prices: PriceList) -> None:
    text = "The quick brown fox jumps over the lazy dog. " * 50
    request = Request("acme/fast", (Message("user", text),), max_tokens=100)
    assert most_tokens(request) > len(text) / 4
    usual = prices.cost("acme/fast", Usage(len(text) // 4, 100))
    assert usual is not None
    assert usual < prices.estimate(request, expected=9) < 3 * usual


def test_an_answer_without_limit_is_estimated_by_what_is_expected(prices: PriceList) -> None:
    request = Request("acme/fast", (Message("user", "Hi"),))
    for expected, counted in ((500, 500), (9000, 2000)):
        assert prices.estimate(request, expected=expected) == pytest.approx(
            most_tokens(request) * 2e-6 + counted * 8e-6
        )


def test_the_list_that_comes_with_litellm_is_read_without_importing_it() -> None:
    facts = PriceList().facts("openai/gpt-4o-mini")
    assert facts is not None
    assert facts.prices[0].input > 0
    assert facts.context
    assert facts.context > 100_000
