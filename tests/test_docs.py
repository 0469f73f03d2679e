"""The docs name everything there is: commands, settings and node types, and nothing that is not."""

import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from nodes.sdk import Node
from runtime.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")


def help_of(*command: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "runtime.cli", *command, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb", "PATH": ""},
    )
    return done.stdout


def commands(*group: str) -> set[str]:
    listed = help_of(*group).partition("Commands")[2]
    names = re.findall(r"^\W*([a-z]+)\s{2,}\S", listed, re.MULTILINE)
    return {" ".join((*group, name)) for name in names}


def node_types() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    modules = project["project"]["entry-points"]["loomline.nodes"].values()
    found = [getattr(module, name) for module in map(importlib.import_module, modules)
             for name in module.__all__]  # fmt: skip
    return [each.spec.name for each in found if isinstance(each, type) and issubclass(each, Node)]


def test_the_readme_names_every_command_and_no_other() -> None:
    groups = {"account", "runs", "templates"}
    there = commands() - groups | {name for group in groups for name in commands(group)}
    table = set(re.findall(r"^\| `loomline ([a-z]+(?: [a-z]+)?)", README, re.MULTILINE))
    assert table == there


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_the_readme_names_every_setting(name: str) -> None:
    assert f"`LOOMLINE_{name.upper()}`" in README


def test_the_readme_names_no_setting_that_is_not_there() -> None:
    named = set(re.findall(r"LOOMLINE_([A-Z_]+)", README + CONTRIBUTING))
    assert named <= {name.upper() for name in Settings.model_fields}


def test_the_readme_names_every_node_type_and_no_other() -> None:
    section = README.partition("\n## Nodes\n")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([a-z]+\.[a-z_]+)`", section))
    assert named == set(node_types())


def test_contributing_names_every_target_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)) - {"help"}
    assert {name for name in targets if f"`make {name}`" not in CONTRIBUTING} == set()


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", text):
        if target.startswith("https://"):
            continue
        name, _, anchor = target.partition("#")
        other = (ROOT / (name or page)).read_text(encoding="utf-8")
        headings = re.findall(r"^#+ (.+)$", other, re.MULTILINE)
        slugs = {re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-") for h in headings}
        assert not anchor or anchor in slugs, target
