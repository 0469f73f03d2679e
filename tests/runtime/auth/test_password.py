import pytest

from nodes.sdk import UserError
from runtime.auth.password import Passwords, check_password


@pytest.mark.parametrize(
    "password", ["correct horse staple x", "läuft-im-Regen-gern", "🌧 rain on the roof 🌧"]
)
def test_a_long_password_of_ones_own_is_fine(password: str) -> None:
    check_password(password, name="Ada")


@pytest.mark.parametrize(
    ("password", "name"),
    [
        ("", ""),
        ("eleven char", ""),
        ("x" * 600, ""),
        ("aaaaaaaaaaaaaaa", ""),
        ("abababababababab", ""),
        ("abcdefghijklmnop", ""),
        ("098765432109876", ""),
        ("password1234", ""),
        ("Pass Word 1234", ""),
        ("Ada-Lovelace-2026", "Ada-Lovelace"),
    ],
)
def test_a_password_that_would_be_guessed_is_refused(password: str, name: str) -> None:
    with pytest.raises(UserError):
        check_password(password, name=name)


async def test_a_password_typed_on_another_keyboard_is_the_same() -> None:
    passwords = Passwords()
    stored = await passwords.hash("caf\u00e9 in the morning")
    assert await passwords.verify(stored, "cafe\u0301 in the morning")
    assert not await passwords.verify(stored, "cafe in the morning")


@pytest.mark.parametrize("stored", [None, "", "no hash at all"])
async def test_without_a_usable_hash_nothing_is_right(stored: str | None) -> None:
    assert not await Passwords().verify(stored, "nobody has this password")
