import json
import re

from builder.canvas.canvas import BUNDLE, VERSION
from tests.builder.canvas.conftest import ROOT

WEB = ROOT / "builder" / "canvas" / "web"


def test_the_bundle_is_there_and_named_after_the_version_of_its_source() -> None:
    assert json.loads((WEB / "package.json").read_text("utf-8"))["version"] == VERSION
    assert (BUNDLE / "index.js").stat().st_size > 100_000
    assert [folder.name for folder in BUNDLE.parent.iterdir() if folder.is_dir()] == [VERSION]


def test_the_bundle_takes_vue_from_the_page_and_nothing_from_elsewhere() -> None:
    code = (BUNDLE / "index.js").read_text("utf-8")
    assert set(re.findall(r'\}from"([^"]+)"', code)) == {"vue"}
    assert "eval(" not in code
    assert "new Function" not in code
    addresses = set(re.findall(r"https?://[a-z0-9.-]+", code))
    assert addresses <= {"http://www.w3.org", "https://vueflow.dev", "https://reactflow.dev"}


def test_the_lock_names_no_registry() -> None:
    lock = (WEB / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert "registry" not in lock


def test_nothing_of_the_source_turns_text_into_html() -> None:
    for path in [*WEB.glob("src/**/*.vue"), *WEB.glob("src/**/*.ts")]:
        code = path.read_text("utf-8")
        for word in ("v-html", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"):
            assert word not in code, f"{word} in {path.name}"
