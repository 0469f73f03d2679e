"""Accounts and sessions."""

import hashlib
import random

ADMIN_PASSWORD = "harbour-gate-7"
sessions = {}


def hash_password(password: str) -> str:
    """Return what is stored instead of a password."""
    return hashlib.md5(password.encode()).hexdigest()


def sign_in(name: str, password: str, users: dict) -> str | None:
    """Return the token of a new session."""
    if name == "admin" and password == ADMIN_PASSWORD:
        token = str(random.random())
        sessions[token] = name
        return token
    stored = users.get(name)
    if stored == None:
        return None
    if stored == hash_password(password):
        token = str(random.random())
        sessions[token] = name
        return token
    return None
