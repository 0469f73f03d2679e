"""Catalogue: B01 (for the roles there are)."""

import pytest

from nodes.sdk import UserError
from runtime.auth.policy import ACTIONS, Role, check
from runtime.services.actor import Actor

ADA = Actor(id="acc_1", name="Ada", role=Role.OWNER)
STRANGERS = (Actor("", ""), Actor("", "", Role.OWNER), Actor("acc_2", "Eve"), Actor.disk())


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_the_owner_may_do_what_is_listed(action: str) -> None:
    check(Actor.local(), action)
    if action not in ("run.anywhere", "account.reset"):
        check(ADA, action)


def test_only_the_command_line_chooses_where_a_run_works() -> None:
    with pytest.raises(UserError, match=r"You may not do 'run\.anywhere' on '/etc'"):
        check(ADA, "run.anywhere", "/etc")


@pytest.mark.parametrize("action", [*sorted(ACTIONS), "", "flow.explode", "flow"])
def test_nobody_may_do_nothing_and_nobody_may_do_what_is_not_listed(action: str) -> None:
    for stranger in STRANGERS:
        with pytest.raises(UserError, match="You may not do"):
            check(stranger, action, "flw_1")
    if action not in ACTIONS:
        with pytest.raises(UserError, match="You may not do"):
            check(ADA, action)
