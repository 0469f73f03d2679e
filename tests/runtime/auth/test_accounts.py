from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from nodes.sdk import UserError
from runtime.auth.accounts import Accounts, TooSoonError
from runtime.auth.policy import Role
from runtime.auth.session import IDLE, LONGEST, Session
from runtime.services.actor import Actor
from runtime.store.accounts import AccountStore
from runtime.store.database import Database

PASSWORD = "four words not together"  # noqa: S105  of an account that lives for a second
HERE = {"address": "127.0.0.1", "agent": "test"}


class Clock:
    """A clock one can set."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[AccountStore]:
    database = Database.open(tmp_path)
    yield AccountStore(database)
    await database.close()


@pytest.fixture
def accounts(store: AccountStore, clock: Clock) -> Accounts:
    return Accounts(store, clock=clock, steady=clock)


async def owner(accounts: Accounts) -> str:
    return await accounts.set_up(await accounts.setup_token(), name="Ada", password=PASSWORD)


async def sign_in(accounts: Accounts) -> tuple[str, Session]:
    return await accounts.sign_in("ada", PASSWORD, **HERE)


async def test_a_setup_link_works_once(accounts: Accounts) -> None:
    token = await accounts.setup_token()
    assert not await accounts.exist()
    await accounts.set_up(token, name="Ada", password=PASSWORD)
    assert await accounts.exist()
    with pytest.raises(UserError, match="used up or too old"):
        await accounts.set_up(token, name="Eve", password=PASSWORD)


async def test_only_the_setup_link_printed_last_works_and_only_for_half_an_hour(
    accounts: Accounts, clock: Clock
) -> None:
    first = await accounts.setup_token()
    second = await accounts.setup_token()
    with pytest.raises(UserError, match="used up or too old"):
        await accounts.set_up(first, name="Ada", password=PASSWORD)
    clock.now += 30 * 60
    with pytest.raises(UserError, match="used up or too old"):
        await accounts.set_up(second, name="Ada", password=PASSWORD)


async def test_a_second_first_account_is_refused(accounts: Accounts) -> None:
    await owner(accounts)
    with pytest.raises(UserError, match="set up already"):
        await accounts.add_admin("another long password")


async def test_signing_in_ignores_letter_case_and_gives_a_session_that_is_found(
    accounts: Accounts, store: AccountStore
) -> None:
    account = await owner(accounts)
    token, session = await accounts.sign_in("  aDA ", PASSWORD, **HERE)
    found = await accounts.sessions.find(token)
    assert found is not None
    assert found == session
    assert found.account_id == account
    row = await store.session(session.id)
    assert row is not None
    assert token not in repr(row)


@pytest.mark.parametrize("token", ["", "x", "f" * 43, "f" * 10_000, "\udcff" * 43])
async def test_an_unknown_cookie_is_nobody(accounts: Accounts, token: str) -> None:
    await owner(accounts)
    assert await accounts.sessions.find(token) is None


@pytest.mark.parametrize(
    ("login", "password"), [("Ada", "wrong password"), ("Nobody", PASSWORD), ("", ""), ("Ada", "")]
)
async def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(
    accounts: Accounts, login: str, password: str
) -> None:
    await owner(accounts)
    with pytest.raises(UserError, match="do not belong together"):
        await accounts.sign_in(login, password, **HERE)


async def test_the_wait_after_wrong_passwords_grows_and_ends(
    accounts: Accounts, clock: Clock
) -> None:
    await owner(accounts)
    for _ in range(5):
        with pytest.raises(UserError, match="do not belong together"):
            await accounts.sign_in("Ada", "wrong password", **HERE)
    with pytest.raises(TooSoonError) as first:
        await sign_in(accounts)
    clock.now += first.value.seconds
    with pytest.raises(UserError, match="do not belong together"):
        await accounts.sign_in("Ada", "wrong password", **HERE)
    with pytest.raises(TooSoonError) as second:
        await sign_in(accounts)
    assert second.value.seconds > first.value.seconds
    clock.now += second.value.seconds
    await sign_in(accounts)


async def test_a_crowd_of_names_from_one_address_is_slowed_down_and_others_are_not(
    accounts: Accounts,
) -> None:
    await owner(accounts)
    for number in range(20):
        with pytest.raises(UserError):
            await accounts.sign_in(f"user{number}", "wrong", address="10.0.0.1", agent="")
    with pytest.raises(TooSoonError):
        await accounts.sign_in("Ada", PASSWORD, address="10.0.0.1", agent="")
    await sign_in(accounts)


async def test_a04_a_changed_password_ends_all_other_sessions(accounts: Accounts) -> None:
    await owner(accounts)
    ended: list[str] = []
    accounts.sessions.on_end(ended.append)
    here_token, here = await sign_in(accounts)
    others = [await sign_in(accounts) for _ in range(3)]
    await accounts.sessions.find(others[0][0])
    await accounts.change_password(here, old=PASSWORD, new="a completely new one")
    assert await accounts.sessions.find(here_token) is not None
    for token, _ in others:
        assert await accounts.sessions.find(token) is None
    assert others[0][1].id in ended
    with pytest.raises(UserError, match="do not belong together"):
        await sign_in(accounts)
    await accounts.sign_in("Ada", "a completely new one", **HERE)


async def test_a04_what_another_process_does_is_seen_within_two_seconds(
    accounts: Accounts, store: AccountStore, clock: Clock
) -> None:
    account = await owner(accounts)
    token, _ = await sign_in(accounts)
    assert await accounts.sessions.find(token) is not None
    await store.set_password(account, "changed from the command line")
    clock.now += 2
    assert await accounts.sessions.find(token) is None


async def test_a04_a_disabled_account_is_out_and_stays_out(accounts: Accounts) -> None:
    account = await owner(accounts)
    token, _ = await sign_in(accounts)
    await accounts.disable(account, actor="local")
    assert await accounts.sessions.find(token) is None
    with pytest.raises(UserError, match="do not belong together"):
        await sign_in(accounts)


async def test_a03_signing_out_deletes_the_row(accounts: Accounts, store: AccountStore) -> None:
    await owner(accounts)
    token, session = await sign_in(accounts)
    await accounts.sign_out(session)
    assert await store.session(session.id) is None
    assert await accounts.sessions.find(token) is None


async def test_a_session_ends_when_it_is_not_used_and_lives_on_when_it_is(
    accounts: Accounts, clock: Clock
) -> None:
    await owner(accounts)
    idle, _ = await sign_in(accounts)
    used, _ = await sign_in(accounts)
    start = clock.now
    while clock.now < start + LONGEST - 86400:
        clock.now += 20 * 86400
        if clock.now < start + LONGEST:
            assert await accounts.sessions.find(used) is not None
    clock.now = start + LONGEST + 1
    assert await accounts.sessions.find(used) is None
    assert await accounts.sessions.find(idle) is None


async def test_t01_a_clock_that_jumps_brings_no_dead_session_to_life(
    accounts: Accounts, clock: Clock
) -> None:
    await owner(accounts)
    token, _ = await sign_in(accounts)
    clock.now -= 3 * IDLE
    assert await accounts.sessions.find(token) is None


async def test_every_decision_leaves_a_row_in_the_trail(
    accounts: Accounts, store: AccountStore
) -> None:
    await owner(accounts)
    with pytest.raises(UserError):
        await accounts.sign_in("Ada", "wrong password", **HERE)
    _, session = await sign_in(accounts)
    await accounts.sign_out(session)
    trail = [(row.action, row.decision) for row in await store.trail()]
    assert trail == [
        ("session.end", "allowed"),
        ("session.start", "allowed"),
        ("session.start", "denied"),
        ("account.setup", "allowed"),
    ]
    assert PASSWORD not in repr(await store.trail())


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\u202eb", "a\x00b"])
async def test_a_name_that_cannot_be_shown_is_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(UserError):
        await accounts.set_up(await accounts.setup_token(), name=name, password=PASSWORD)


async def test_a04_the_command_line_gives_a_new_password_to_who_forgot_theirs(
    accounts: Accounts,
) -> None:
    account = await owner(accounts)
    token, _ = await sign_in(accounts)
    local, ada = Actor.local(), Actor(account, "Ada", Role.OWNER)
    new = "a completely new one"
    with pytest.raises(UserError, match="You may not do"):
        await accounts.reset_password(ada, "Ada", new)
    with pytest.raises(UserError, match="no account 'Eve'") as caught:
        await accounts.reset_password(local, "Eve", new)
    assert caught.value.hint == "There are: 'Ada'."
    with pytest.raises(UserError, match="at least 12"):
        await accounts.reset_password(local, "Ada", "short")
    await accounts.reset_password(local, "ada", new)
    assert await accounts.sessions.find(token) is None
    with pytest.raises(UserError, match="do not belong together"):
        await sign_in(accounts)
    await accounts.sign_in("Ada", new, **HERE)
    assert await accounts.names(local) == ["Ada"]
