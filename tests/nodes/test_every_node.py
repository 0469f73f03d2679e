"""What holds for every node of the library."""

import importlib
import inspect
import keyword
import re
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from nodes.sdk import FlowFacts, Node

ROOT = Path(__file__).parents[2]


def _all_nodes() -> list[type[Node]]:
    modules = [importlib.import_module(e.value) for e in entry_points(group="loomline.nodes")]
    things = [getattr(module, name) for module in modules for name in module.__all__]
    return [thing for thing in things if isinstance(thing, type) and issubclass(thing, Node)]


NODES = _all_nodes()
JUNK: tuple[Any, ...] = (
    None,
    7,
    "{{ x }}",
    [],
    [1, None, {"name": 3}],
    {"a": {"b": 1}},
    {"$lines": ["x"]},
)
every_node = pytest.mark.parametrize("cls", NODES, ids=[cls.spec.name for cls in NODES])


def _file_name(cls: type[Node]) -> str:
    """Return the name the file must have; Python's own words get an underscore, as in PEP 8."""
    last = cls.spec.name.rpartition(".")[2]
    return f"{last}_" if keyword.iskeyword(last) else last


def test_there_are_nodes_and_no_name_is_given_twice() -> None:
    ids = [cls.spec.id for cls in NODES]
    assert len(ids) >= 17
    assert len(ids) == len(set(ids))


@every_node
def test_the_summary_is_one_sentence(cls: type[Node]) -> None:
    assert re.fullmatch(r"[A-Z].{10,110}[^.]\.", cls.spec.summary), cls.spec.summary


@every_node
def test_every_field_and_port_is_explained(cls: type[Node]) -> None:
    ports = (*cls.spec.inputs, *cls.spec.outputs, *cls.spec.inner_inputs, *cls.spec.inner_outputs)
    texts = {part.name: part.help for part in (*cls.spec.fields, *ports)}
    assert {name: text for name, text in texts.items() if not text.endswith(".")} == {}


@every_node
def test_the_file_is_named_like_the_node_and_lies_in_its_category(cls: type[Node]) -> None:
    path = Path(inspect.getfile(cls)).relative_to(ROOT)
    assert path == Path("nodes", cls.spec.category, f"{_file_name(cls)}.py")


@every_node
def test_it_has_tests_of_its_own(cls: type[Node]) -> None:
    name = f"test_{cls.spec.name.rpartition('.')[2]}.py"
    assert (ROOT / "tests" / "nodes" / cls.spec.category / name).is_file()


@every_node
def test_it_has_an_icon_and_other_words_to_find_it_by(cls: type[Node]) -> None:
    assert re.fullmatch(r"[a-z0-9_]+", cls.spec.icon)
    assert cls.spec.aliases
    assert cls.spec.title.lower() not in cls.spec.aliases


@every_node
def test_its_form_can_be_drawn(cls: type[Node]) -> None:
    for field in cls.spec.fields:
        assert field.title, field.name
        assert "$ref" not in str(field.schema), field.name
        drawable = {"type", "anyOf", "enum", "const"} & field.schema.keys()
        assert field.widget or field.port or drawable, (field.name, field.schema)


@every_node
def test_ports_and_subtitle_survive_settings_that_make_no_sense(cls: type[Node]) -> None:
    names = [field.name for field in cls.spec.fields]
    for junk in JUNK:
        settings = dict.fromkeys(names, junk)
        assert isinstance(cls.subtitle(settings), str)
        cls.effect_of(settings)
        cls.input_ports(settings, FlowFacts())
        cls.output_ports(settings, FlowFacts(inputs={"a": {}, "b": {"type": "weird"}}))
