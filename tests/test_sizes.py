"""A file holds one noun; one that has grown past reading in one go is cut in two."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 500
SOURCE = {".py", ".ts", ".js", ".mjs", ".vue", ".css", ".html", ".sh"}
GENERATED = ("assets/", "builder/canvas/web/node_modules/")


def sources() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - the git that made the checkout
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    names = [name for name in listed.split("\0") if name and not name.startswith(GENERATED)]
    paths = [ROOT / name for name in names]
    return [path for path in paths if path.suffix in SOURCE and path.is_file()]


def test_there_are_sources_to_look_at() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    assert ROOT / "runtime" / "settings.py" in sources()


def test_no_source_file_is_longer_than_five_hundred_lines() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_bytes().splitlines()) for path in sources()
    }
    too_long = {name: length for name, length in lengths.items() if length > LONGEST}
    assert too_long == {}
