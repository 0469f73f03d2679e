import pytest

from nodes.sdk import UserError
from runtime.auth.policy import ACTIONS, check
from runtime.services.actor import Actor

ADA = Actor(id="acc_1", name="Ada")
NOBODY = Actor(id="", name="")


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_the_owner_may_do_what_is_listed(action: str) -> None:
    check(ADA, action)


@pytest.mark.parametrize("action", [*sorted(ACTIONS), "", "flow.explode", "flow"])
def test_nobody_may_do_nothing_and_nobody_may_do_what_is_not_listed(action: str) -> None:
    with pytest.raises(UserError, match="You may not do"):
        check(NOBODY, action, "flw_1")
    if action not in ACTIONS:
        with pytest.raises(UserError, match="You may not do"):
            check(ADA, action)
