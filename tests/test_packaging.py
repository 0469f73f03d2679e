"""The package: our import names are ours alone, and a wheel holds all that runs."""

import importlib.metadata
import importlib.util
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
IMPORT_NAMES = {"builder", "runtime", "nodes", "templates", "assets", "loomline"}


def test_no_other_distribution_owns_one_of_our_import_names() -> None:
    owners = importlib.metadata.packages_distributions()
    strangers = {
        name: [owner for owner in owners.get(name, []) if owner.lower() != "loomline"]
        for name in IMPORT_NAMES
    }
    assert {name: found for name, found in strangers.items() if found} == {}


def test_our_import_names_lead_to_this_checkout() -> None:
    for name in sorted(IMPORT_NAMES):
        spec = importlib.util.find_spec(name)
        assert spec is not None
        assert spec.origin is not None
        assert Path(spec.origin).is_relative_to(ROOT), name


def test_no_package_runs_code_at_every_start_of_python() -> None:
    # A `.pth` file with an import line runs whenever Python starts: the way stolen credentials
    # once left machines through a package of ours. New ones have to be looked at by a person.
    known = {"distutils-precedence.pth", "_virtualenv.pth"}
    site = Path(importlib.metadata.distribution("pydantic").locate_file("."))  # pyright: ignore[reportArgumentType] - a path on disk
    running = [
        path.name
        for path in site.glob("*.pth")
        if any(line.startswith("import") for line in path.read_text("utf-8").splitlines())
    ]
    assert set(running) - known == set()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(  # noqa: S603 - our own build
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_a_wheel_holds_everything_that_runs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    git = ["git", "ls-files", "-z", *sorted(IMPORT_NAMES - {"loomline"}), "loomline.py"]
    listed = subprocess.run(git, cwd=ROOT, capture_output=True, check=True).stdout  # noqa: S603 - a list of our own names
    sources = {name for name in listed.decode().split("\0") if name and (ROOT / name).exists()}
    # The source of the canvas is built into assets/canvas and of no use to a running product.
    expected = {name for name in sources if not name.startswith("builder/canvas/web/")}
    assert expected - names == set()


def test_a_wheel_leaves_the_source_of_the_canvas_out(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert [name for name in names if name.startswith("builder/canvas/web/")] == []


def test_a_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    strangers = {top for top in tops if not top.endswith(".dist-info")}
    assert strangers - IMPORT_NAMES - {"loomline.py"} == set()


def test_the_command_is_named_in_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["scripts"] == {"loomline": "runtime.cli.main:main"}
