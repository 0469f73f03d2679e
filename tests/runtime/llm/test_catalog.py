from datetime import date

import pytest
from pydantic import SecretStr

from runtime.llm.catalog import ModelCatalog, ModelInfo
from runtime.llm.prices import PriceList
from runtime.llm.providers import Account, Accounts
from runtime.settings import ProviderSettings, provider_settings
from tests.fakes.fixtures import ProviderServer

DAY = date(2026, 11, 20)
NOWHERE = "http://127.0.0.1:9"


def catalog(*accounts: ProviderSettings, default: str = "") -> ModelCatalog:
    return ModelCatalog(Accounts(accounts), PriceList(), default_model=default)


def by_id(models: list[ModelInfo]) -> dict[str, ModelInfo]:
    return {model.id: model for model in models}


def test_without_any_key_the_demo_model_is_the_one_to_take() -> None:
    made = catalog()
    models = made.models(today=DAY)
    assert models[0].demo
    assert [model.id for model in models if model.available] == ["demo/writer"]
    assert made.default_model() == "demo/writer"
    missing = by_id(models)["openai/gpt-4o-mini"]
    assert (missing.available, missing.why) == (
        False,
        "Set OPENAI_API_KEY, or add the key in the settings.",
    )


def test_a_key_brings_the_models_of_its_provider() -> None:
    made = catalog(ProviderSettings("anthropic", SecretStr("k"), ""))
    models = made.models(today=DAY)
    assert models[0].recommended
    assert models[0].provider == "anthropic"
    assert made.default_model() == models[0].id
    assert models[0].input_price
    assert models[0].output_price
    assert "tools" in models[0].abilities


def test_models_that_retire_soon_are_not_shown() -> None:
    made = catalog(ProviderSettings("anthropic", SecretStr("k"), ""))
    ids = by_id(made.models(today=DAY))
    assert "anthropic/claude-sonnet-4-5" not in ids


def test_the_settings_choose_the_default() -> None:
    assert catalog(default="openai/gpt-4o").default_model() == "openai/gpt-4o"


async def test_servers_on_this_machine_are_found_with_their_models(
    provider: ProviderServer,
) -> None:
    made = catalog(
        ProviderSettings("ollama", SecretStr(""), provider.url.removeprefix("http://")),
        ProviderSettings("lm_studio", SecretStr(""), provider.url),
        ProviderSettings("hosted_vllm", SecretStr(""), NOWHERE),
    )
    await made.refresh()
    models = by_id(made.models(today=DAY))
    assert models["ollama/fake-small"].local
    assert models["lm_studio/fake-large"].input_price == 0
    assert not any(name.startswith("hosted_vllm/") for name in models)
    assert made.default_model() == "lm_studio/fake-large" or made.default_model().startswith(
        "ollama/"
    )


async def test_a_server_of_ones_own_behind_a_known_name_lists_its_own_models(
    provider: ProviderServer,
) -> None:
    made = catalog(
        ProviderSettings("openai", SecretStr("k"), f"{provider.url}/v1"),
        ProviderSettings("ollama", SecretStr(""), NOWHERE),
    )
    await made.refresh()
    openai = [m.id for m in made.models(today=DAY) if m.provider == "openai" and m.available]
    assert openai == ["openai/fake-large", "openai/fake-small"]


def test_a_key_of_the_environment_never_goes_to_an_address_from_the_vault() -> None:
    accounts = Accounts([ProviderSettings("openai", SecretStr("env-key"), "http://env")])
    accounts.use_vault([Account("openai", base_url="http://elsewhere", source="vault")])
    found = accounts.find("openai")
    assert found is not None
    assert (found.api_key, found.base_url) == ("", "http://elsewhere")
    assert "env-key" not in repr(accounts.find("openai"))


@pytest.mark.parametrize(
    ("variables", "provider", "key", "address"),
    [
        ({"OPENAI_API_KEY": "a", "OPENAI_BASE_URL": "http://x"}, "openai", "a", "http://x"),
        ({"ANTHROPIC_API_KEY": "a", "ANTHROPIC_BASE_URL": "u"}, "anthropic", "a", "u"),
        ({"GOOGLE_API_KEY": "a"}, "gemini", "a", ""),
        ({"OLLAMA_HOST": "127.0.0.1:1"}, "ollama", "", "127.0.0.1:1"),
    ],
)
def test_the_usual_variables_are_understood(
    variables: dict[str, str], provider: str, key: str, address: str
) -> None:
    [found] = provider_settings(variables)
    assert (found.provider, found.api_key.get_secret_value(), found.base_url) == (
        provider,
        key,
        address,
    )
