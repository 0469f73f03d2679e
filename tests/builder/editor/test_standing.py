from builder.editor.standing import standing
from runtime.flow.model import Flow, FlowNode
from runtime.run.model import StepStatus
from runtime.services.runs import NodeSummary

FLOW = Flow(
    id="flw_abcd",
    name="demo",
    nodes={
        "each_a2bc": FlowNode(type="logic.for_each@1"),
        "ask_c2de": FlowNode(type="llm.chat@1", parent="each_a2bc"),
        "write_d2ef": FlowNode(type="text.template@1", parent="each_a2bc"),
    },
)


def sums(status: StepStatus, done: int, total: int) -> NodeSummary:
    return NodeSummary(status=status, done=done, total=total)


def test_items_of_a_paused_container_are_counted_against_all_of_them() -> None:
    found = standing(
        FLOW,
        {
            "each_a2bc": sums(StepStatus.RUNNING, 0, 30),
            "ask_c2de": sums(StepStatus.SUCCEEDED, 17, 17),
            "write_d2ef": sums(StepStatus.SUCCEEDED, 13, 13),
        },
    )
    assert [(s.done, s.total) for s in found.values()] == [(13, 30), (17, 30), (13, 30)]
    assert found["ask_c2de"].status is StepStatus.RUNNING


def test_a_container_that_ended_stays_as_it_is() -> None:
    before = {
        "each_a2bc": sums(StepStatus.SUCCEEDED, 3, 3),
        "ask_c2de": sums(StepStatus.SUCCEEDED, 3, 3),
    }
    assert standing(FLOW, before) == before
