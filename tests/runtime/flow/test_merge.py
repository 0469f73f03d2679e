"""Two people add a node to the same flow on two branches: git puts both in."""

import random
import subprocess
from pathlib import Path

from runtime.compile.check import check
from runtime.flow.canonical import dumps_flow, dumps_layout
from runtime.flow.files import load_document
from runtime.flow.model import Document, Edge, Flow, Layout, Place
from runtime.registry import Registry
from tests.fakes.small_nodes import ALL, flow_node

REGISTRY = Registry.of(*ALL)
WORDS = ("draft", "send", "read", "find", "check", "write", "sort", "ask", "list", "merge")
TRIALS = 60
WANTED = 0.8


def grown(document: Document, dice: random.Random) -> Document:
    """Return the document with one node more, wired to one that was there."""
    flow, layout = document.flow, document.layout
    name = f"{dice.choice(WORDS)}_{dice.randrange(32**4):04x}"
    node = flow_node(type="small.write@1", label=name.title(), inputs={"text": "Some text"})
    place = Place(x=20 * dice.randrange(100), y=20 * dice.randrange(100))
    edges = set(flow.edges)
    if flow.nodes:
        source = dice.choice(sorted(flow.nodes))
        edges.add(Edge(source=source, source_port="out", target=name, target_port="in"))
    flow = flow.model_copy(update={"nodes": {**flow.nodes, name: node}, "edges": frozenset(edges)})
    return Document(
        flow=flow, layout=layout.model_copy(update={"nodes": {**layout.nodes, name: place}})
    )


def merged(folder: Path, ours: str, base: str, theirs: str) -> str | None:
    """Return what `git merge-file` makes of three texts, None when there is a conflict."""
    files = [folder / name for name in ("ours", "base", "theirs")]
    for file, text in zip(files, (ours, base, theirs), strict=True):
        file.write_text(text, encoding="utf-8")
    command = ["git", "merge-file", "-p", *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own files
    return done.stdout.decode() if done.returncode == 0 else None


def test_two_branches_that_each_add_a_node_merge_and_pass_the_check(tmp_path: Path) -> None:
    clean = 0
    for trial in range(TRIALS):
        dice = random.Random(trial)  # noqa: S311 - a test
        base = Document(flow=Flow(id="flw_abcd", name="digest"), layout=Layout())
        for _ in range(20):
            base = grown(base, dice)
        ours, theirs = grown(base, dice), grown(base, dice)
        flow = merged(tmp_path, *(dumps_flow(one.flow) for one in (ours, base, theirs)))
        layout = merged(tmp_path, *(dumps_layout(one.layout) for one in (ours, base, theirs)))
        if flow is None or layout is None:
            continue
        clean += 1
        path = tmp_path / "digest.flow.json"
        path.write_text(flow, encoding="utf-8")
        (tmp_path / "digest.layout.json").write_text(layout, encoding="utf-8")
        both = load_document(path)
        assert len(both.flow.nodes) == len(both.layout.nodes) == 22
        assert not [p for p in check(both, REGISTRY) if p.severity == "error"]
        assert dumps_flow(both.flow) == flow
    print(f"{clean} of {TRIALS} merged without a conflict")  # noqa: T201 - a figure of interest
    assert clean >= WANTED * TRIALS
