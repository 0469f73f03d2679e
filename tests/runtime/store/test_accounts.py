import asyncio

import pytest

from runtime.store.accounts import AccountStore
from runtime.store.database import Database


@pytest.fixture
def accounts(database: Database) -> AccountStore:
    return AccountStore(database)


async def _first(accounts: AccountStore, name: str = "Zoë") -> bool:
    values = {"name": name, "email": "Zoe@Example.org", "password_hash": "h"}
    return await accounts.add_first(account_id=f"acc_{name}", now=1.0, **values)


async def test_only_one_account_is_the_first(accounts: AccountStore) -> None:
    assert sorted(await asyncio.gather(_first(accounts), _first(accounts, "Max"))) == [False, True]
    assert await accounts.count() == 1


async def test_people_sign_in_by_name_or_address_in_any_letter_case(accounts: AccountStore) -> None:
    await _first(accounts)
    for login in ("zoë", " ZOË ", "zoe@example.org"):
        found = await accounts.by_login(login)
        assert found
        assert found.name == "Zoë"
    assert await accounts.by_login("") is None


async def test_a_new_password_and_being_disabled_raise_the_version(accounts: AccountStore) -> None:
    await _first(accounts)
    assert await accounts.set_password("acc_Zoë", "new") == 2
    await accounts.disable("acc_Zoë", now=5.0)
    account = await accounts.account("acc_Zoë")
    assert account
    assert (account.password_hash, account.version, account.disabled_at) == ("new", 3, 5.0)


async def _session(accounts: AccountStore, id_hash: str, expires_at: float = 10.0) -> None:
    await accounts.add_session(
        id_hash=id_hash,
        account_id="acc_Zoë",
        created_at=1.0,
        expires_at=expires_at,
        agent="a\0b",
        version=1,
    )


async def test_sessions_live_until_they_are_dropped_or_expire(accounts: AccountStore) -> None:
    await _first(accounts)
    for id_hash in ("one", "two", "three"):
        await _session(accounts, id_hash)
    await accounts.touch_session("one", seen_at=5.0, expires_at=20.0, version=2)
    one = await accounts.session("one")
    assert one
    assert (one.seen_at, one.expires_at, one.version, one.agent) == (5.0, 20.0, 2, "a\ufffdb")
    await accounts.drop_session("two")
    assert await accounts.session("two") is None
    await accounts.drop_expired(now=15.0)
    assert await accounts.session("three") is None
    await _session(accounts, "four")
    await accounts.drop_sessions("acc_Zoë", but="four")
    assert await accounts.session("one") is None
    assert await accounts.session("four")


async def test_a_setup_token_works_once_and_only_the_latest(accounts: AccountStore) -> None:
    for token, at in (("old", 1.0), ("new", 2.0)):
        await accounts.add_setup_token(token_hash=token, created_at=at, expires_at=10.0)
    assert not await accounts.use_setup_token("old", now=3.0)
    assert not await accounts.use_setup_token("new", now=10.0)
    uses = [accounts.use_setup_token("new", now=3.0) for _ in range(5)]
    assert sorted(await asyncio.gather(*uses)) == [False, False, False, False, True]


async def test_the_audit_trail_is_read_backwards(accounts: AccountStore) -> None:
    for i in range(5):
        await accounts.audit(at=float(i), actor="a", action="x", target=f"{i}", decision="allowed")
    assert [row.target for row in await accounts.trail(limit=2)] == ["4", "3"]
    assert [row.target for row in await accounts.trail(before=2)] == ["0"]
