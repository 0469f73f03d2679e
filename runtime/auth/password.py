"""Passwords: how they are hashed, and which ones are refused."""

import asyncio
import secrets
import unicodedata
from functools import cached_property
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from nodes.sdk import UserError

MIN_LENGTH: Final = 12
MAX_LENGTH: Final = 512
_COMMON: Final = (
    "123456789012", "1234567890123", "password1234", "passwordpassword", "passwort1234",
    "qwertyuiop12", "qwertyuiopasdf", "adminadminadmin", "administrator", "letmeinletmein",
    "iloveyouiloveyou", "changemechangeme", "correcthorsebatterystaple", "loomlineloomline",
)  # fmt: skip
_RUNS: Final = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm")


class Passwords:
    """Hashes and checks passwords, never more than two at a time.

    A hash costs 64 MB and some 50 ms on purpose; without the bound a crowd of strangers at the
    login page could take the machine's memory.
    """

    def __init__(self) -> None:
        self._hasher = PasswordHasher()
        self._turn = asyncio.Semaphore(2)
        self._waiting = 0

    async def hash(self, password: str) -> str:
        """Return what to store for `password`."""
        async with self._turn:
            return await asyncio.to_thread(self._hasher.hash, _normal(password))

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Tell whether `password` is right; without a hash it takes as long and says no."""
        if self._waiting >= 16:
            raise UserError("Too many people sign in just now.", hint="Try again in a moment.")
        self._waiting += 1
        try:
            async with self._turn:
                right = await asyncio.to_thread(
                    self._verify, password_hash or self._dummy, _normal(password)
                )
        finally:
            self._waiting -= 1
        return right and bool(password_hash)

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False

    @cached_property
    def _dummy(self) -> str:
        return self._hasher.hash(secrets.token_hex())


def check_password(password: str, *, name: str = "") -> None:
    """Refuse a password that would be guessed; the message says why and what would do."""
    text = _normal(password)
    if len(text) < MIN_LENGTH:
        raise UserError(
            f"The password is {len(text)} characters long; it needs at least {MIN_LENGTH}.",
            hint="Four words that do not belong together are strong and easy to remember.",
        )
    if len(text) > MAX_LENGTH:
        raise UserError(f"The password is longer than {MAX_LENGTH} characters.")
    plain = text.casefold().replace(" ", "")
    if (
        plain in _COMMON
        or len(set(plain)) < 5
        or _is_run(plain)
        or (len(name) >= 3 and not plain.replace(name.casefold(), "").strip("0123456789!.-_"))
    ):
        raise UserError(
            "This password is one of the first that would be tried.",
            hint="Four words that do not belong together are strong and easy to remember.",
        )


def _is_run(plain: str) -> bool:
    return any(plain in run * 2 or plain in run[::-1] * 2 for run in _RUNS)


def _normal(password: str) -> str:
    # The same letters typed on another keyboard must give the same bytes.
    return unicodedata.normalize("NFC", password)
