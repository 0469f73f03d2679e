import pytest

from builder.editor.beginnings import BEGINNINGS, Beginning
from runtime.compile.check import check
from runtime.flow.edit import apply, parse_ops
from runtime.flow.model import Document, Flow
from runtime.registry import Registry

REGISTRY = Registry.load()


@pytest.mark.parametrize("beginning", BEGINNINGS, ids=lambda found: found.title)
def test_what_an_empty_canvas_offers_can_run_as_it_is(beginning: Beginning) -> None:
    blank = Document(flow=Flow(id="flw_abcd", name="demo"))
    made = apply(blank, parse_ops(beginning.ops()), ports=REGISTRY.port_lookup).document
    assert len(made.flow.nodes) == len(beginning.nodes)
    assert [problem.message for problem in check(made.flow, REGISTRY)] == []
