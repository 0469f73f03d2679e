from runtime.store.answers import AnswerStore
from runtime.store.database import Database
from runtime.store.options import OptionStore
from runtime.store.vault import SecretStore


async def test_answers_stay_under_their_cap_and_the_oldest_go_first(database: Database) -> None:
    answers = AnswerStore(database, cap=1000)
    for i in range(20):
        await answers.put(f"k{i}", "v" * 90)
    kept = [i for i in range(20) if await answers.get(f"k{i}")]
    assert kept == [*range(20 - len(kept), 20)]
    assert 8 <= len(kept) <= 11
    await answers.put("huge", "v" * 101)
    assert await answers.get("huge") is None


async def test_a_secret_is_replaced_and_deleted(database: Database) -> None:
    secrets = SecretStore(database)
    await secrets.put("team-key", kind="smtp", ciphertext=b"\x00\xff", key_id="k1", hosts=["a.org"])
    first = await secrets.get("team-key")
    await secrets.put("team-key", kind="smtp", ciphertext=b"new", key_id="k1")
    second = await secrets.get("team-key")
    assert first
    assert second
    assert (first.ciphertext, first.hosts) == (b"\x00\xff", ("a.org",))
    assert (second.ciphertext, second.hosts) == (b"new", ())
    assert second.created_at == first.created_at
    assert "xff" not in repr(first)
    assert await secrets.delete("team-key")
    assert not await secrets.delete("team-key")
    assert await secrets.list() == []


async def test_options_keep_any_json(database: Database) -> None:
    options = OptionStore(database)
    assert await options.get("theme", "light") == "light"
    await options.set("theme", {"name": "dark", "sizes": [1, 2.5, None]})
    assert await options.get("theme") == {"name": "dark", "sizes": [1, 2.5, None]}
    assert await options.all() == {"theme": {"name": "dark", "sizes": [1, 2.5, None]}}
    await options.set("theme", None)
    assert await options.all() == {}
