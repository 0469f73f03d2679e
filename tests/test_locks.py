"""The locks: hashes everywhere, no addresses, and everything that pyproject.toml asks for."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
GROUPS = {
    "requirements.lock": ("build",),
    "requirements-dev.lock": ("build", "dev"),
    "requirements-bench.lock": ("bench",),
}


def blocks(lock: str) -> Iterator[str]:
    """Yield what a lock says of each package, with its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    yield from re.findall(r"^[A-Za-z0-9][^\n]*(?:\n +[^\n]+)*", text, re.MULTILINE)


def pins(lock: str) -> dict[str, Version]:
    """Return package -> version of a lock."""
    found = (re.match(r"([\w.-]+)==([\w.!+]+)", block) for block in blocks(lock))
    return {canonicalize_name(match[1]): Version(match[2]) for match in found if match}


def wanted(lock: str) -> list[Requirement]:
    """Return what pyproject.toml asks of a lock."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [line for group in GROUPS[lock] for line in project["dependency-groups"][group]]
    if lock != "requirements-bench.lock":
        lines += project["project"]["dependencies"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_hashes(lock: str) -> None:
    assert [block for block in blocks(lock) if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.findall(r"\S*(?:://|--index|--find-links|file:| @ )\S*", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_everything_that_is_asked_for(lock: str) -> None:
    pinned = pins(lock)
    missing = [
        str(requirement)
        for requirement in wanted(lock)
        if canonicalize_name(requirement.name) not in pinned
        or pinned[canonicalize_name(requirement.name)] not in requirement.specifier
    ]
    assert missing == []


def test_people_and_developers_get_the_same_versions() -> None:
    for_people, for_developers = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: for_developers.get(name) for name in for_people} == for_people


def test_the_releases_of_litellm_that_stole_credentials_are_shut_out() -> None:
    litellm = next(r for r in wanted("requirements.lock") if r.name == "litellm")
    assert "1.82.7" not in litellm.specifier
    assert "1.82.8" not in litellm.specifier
