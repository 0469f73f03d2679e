from builder.editor.wording import summary
from runtime.flow.edit import AddEdge, AddNode, Move, RemoveNode, Spot
from runtime.flow.model import Edge, FlowNode

NODE = FlowNode(type="data.set@1")


def test_one_thing_is_called_by_its_name() -> None:
    assert summary([RemoveNode(id="a_aaaa")], lambda _: "Draft reply") == "Delete Draft reply"


def test_many_things_are_counted() -> None:
    ops = [AddNode(id=f"n_{i}", node=NODE) for i in range(3)]
    assert summary(ops) == "Add 3 nodes"
    places: dict[str, Spot | None] = {"a": Spot(x=1, y=1), "b": Spot(x=2, y=2)}
    assert summary([Move(places=places)]) == "Move 2 nodes"


def test_what_weighs_most_names_the_change() -> None:
    edge = Edge.parse("a.out -> b.in")
    assert summary([AddEdge(edge=edge), AddNode(id="b", node=NODE)]) == "Add node"
    assert summary([]) == "Nothing"
