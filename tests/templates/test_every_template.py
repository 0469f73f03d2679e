"""What holds for every template."""

import json
from pathlib import Path
from typing import Any

import pytest

from nodes.files import ReadFile
from nodes.sdk import schema_check
from nodes.sdk.testing import FakeContext
from runtime.flow.canonical import dumps_flow, dumps_layout, loads_flow, loads_layout
from runtime.flow.model import Flow, InputSpec, Layout, Place

TEMPLATES = Path(__file__).parents[2] / "templates"
NAMES = sorted(path.parent.name for path in TEMPLATES.glob("*/template.json"))
every_template = pytest.mark.parametrize("name", NAMES)


def _manifest(name: str) -> dict[str, Any]:
    return json.loads((TEMPLATES / name / "template.json").read_text())


def _flow(name: str) -> Flow:
    return loads_flow((TEMPLATES / name / f"{name}.flow.json").read_bytes())


def _layout(name: str) -> Layout:
    return loads_layout((TEMPLATES / name / f"{name}.layout.json").read_bytes())


def _at(document: Any, pointer: str) -> Any:
    for key in pointer.strip("/").split("/"):
        document = document[int(key) if isinstance(document, list) else key]
    return document


def test_the_three_templates_are_there() -> None:
    assert NAMES == ["blog-post-pipeline", "review-a-code-base", "summarise-a-folder"]


@every_template
def test_the_manifest_is_complete(name: str) -> None:
    schema = json.loads((TEMPLATES / "manifest.schema.json").read_text())
    manifest = _manifest(name)
    assert schema_check(schema)(manifest) == ""
    assert manifest["name"] == name == _flow(name).name
    assert manifest["title"] == _flow(name).title


@every_template
def test_flow_and_layout_are_written_canonically(name: str) -> None:
    folder = TEMPLATES / name
    assert (folder / f"{name}.flow.json").read_text() == dumps_flow(_flow(name))
    assert (folder / f"{name}.layout.json").read_text() == dumps_layout(_layout(name))


@every_template
def test_every_parameter_has_a_place_in_the_flow(name: str) -> None:
    manifest = _manifest(name)
    raw = json.loads((TEMPLATES / name / f"{name}.flow.json").read_text())
    assert {b["parameter"] for b in manifest["bindings"]} == manifest["parameters"].keys()
    for binding in manifest["bindings"]:
        parameter = InputSpec.model_validate(manifest["parameters"][binding["parameter"]])
        if binding["at"].startswith("/inputs/"):
            spec = _flow(name).inputs[binding["at"].split("/")[2]]
            assert (spec.type, spec.format) == (parameter.type, parameter.format)
            assert spec.default == parameter.default
        else:
            assert _at(raw, binding["at"]) == parameter.default


@every_template
def test_the_sample_fits_the_inputs_and_lies_in_the_template(name: str) -> None:
    sample, flow = _manifest(name)["sample"], _flow(name)
    assert sample["inputs"].keys() <= flow.inputs.keys()
    needed = {key for key, spec in flow.inputs.items() if spec.required and spec.default is None}
    assert needed <= sample["inputs"].keys()
    for key, value in sample["inputs"].items():
        if flow.inputs[key].format in ("file", "folder"):
            assert (TEMPLATES / name / value).exists()
    if sample["folder"]:
        assert len([*(TEMPLATES / name / sample["folder"]).rglob("*.*")]) >= 6


@every_template
def test_the_outputs_are_those_the_manifest_promises(name: str) -> None:
    nodes = _flow(name).nodes.values()
    values = [node.inputs["values"] for node in nodes if node.type == "flow.output@1"]
    assert len(values) == 1
    assert isinstance(values[0], dict)
    assert values[0].keys() == _manifest(name)["outputs"].keys()


@every_template
def test_every_node_is_labelled_and_has_a_place_of_its_own(name: str) -> None:
    flow, layout = _flow(name), _layout(name)
    assert layout.nodes.keys() == flow.nodes.keys()
    assert all(node.label for node in flow.nodes.values())
    places: list[Place] = [*layout.nodes.values(), *layout.notes.values()]
    assert all(p.x % 20 == p.y % 20 == (p.w or 0) % 20 == (p.h or 0) % 20 == 0 for p in places)
    taken = {(flow.nodes[id_].parent, place.x, place.y) for id_, place in layout.nodes.items()}
    assert len(taken) == len(layout.nodes)
    assert any(note.text.startswith(f"# {flow.title}\n") for note in layout.notes.values())


@every_template
def test_children_lie_inside_their_container(name: str) -> None:
    flow, layout = _flow(name), _layout(name)
    for id_, node in flow.nodes.items():
        if node.parent:
            place, frame = layout.nodes[id_], layout.nodes[node.parent]
            assert 140 <= place.x <= (frame.w or 0) - 140 - 240
            assert 80 <= place.y <= (frame.h or 0) - 240


@every_template
def test_nothing_of_the_author_is_left_in_it(name: str) -> None:
    for path in (TEMPLATES / name).rglob("*.json"):
        text = path.read_text()
        assert not any(word in text for word in ("sk-", "/home/", "/root/", "@gmail", "localhost"))


async def test_documents_of_the_sample_can_be_read() -> None:
    sample = TEMPLATES / "summarise-a-folder" / "sample"
    files = {path.name: path.read_bytes() for path in sample.iterdir()}
    assert {path.suffix for path in sample.iterdir()} == {".md", ".txt", ".pdf"}
    for name in files:
        assert len((await ReadFile(path=name).run(FakeContext(files=files))).text) > 500
