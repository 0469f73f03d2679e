"""One look at a flow: all of its problems, or everything a plan is made of."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from runtime.compile.policies import check_policies
from runtime.compile.problem import Problem
from runtime.compile.reading import check_reading
from runtime.compile.setting import Values, check_settings
from runtime.compile.structure import check_structure
from runtime.compile.survey import Survey, survey
from runtime.compile.texts import FileTexts
from runtime.compile.ways import check_ways
from runtime.flow.edit import MAX_EDGES, MAX_NODES
from runtime.flow.model import Document, Flow
from runtime.registry import Registry

_RANK: Final = {"error": 0, "warning": 1}


@dataclass(frozen=True, slots=True)
class Examined:
    """A flow after its check: the facts, the settings and the problems."""

    survey: Survey
    values: Values
    texts: FileTexts
    problems: tuple[Problem, ...]


def check(
    flow: Document | Flow, registry: Registry, *, folder: Path | str | None = None
) -> list[Problem]:
    """Return all problems of a flow at once, errors first; none means that it can run.

    `folder` is where its file lies, for the texts that settings take from files beside it.
    """
    inner = flow.flow if isinstance(flow, Document) else flow
    return list(examine(inner, registry, folder=folder).problems)


def examine(flow: Flow, registry: Registry, *, folder: Path | str | None = None) -> Examined:
    """Check a flow and return what was found out about it on the way."""
    texts = FileTexts(Path(folder) if folder is not None else None)
    size = _size(flow)
    if size:
        facts = survey(flow.model_copy(update={"nodes": {}, "edges": frozenset()}), registry)
        return Examined(facts, {}, texts, (size,))
    facts = survey(flow, registry)
    check_structure(facts, registry)
    values = check_settings(facts, texts)
    check_reading(facts, values)
    check_ways(facts)
    check_policies(facts)
    unique = dict.fromkeys(facts.problems)
    ordered = sorted(unique, key=lambda problem: (_RANK[problem.severity], problem.node))
    return Examined(facts, values, texts, tuple(ordered))


def _size(flow: Flow) -> Problem | None:
    for count, most, what in (
        (len(flow.nodes), MAX_NODES, "nodes"),
        (len(flow.edges), MAX_EDGES, "wires"),
    ):
        if count > most:
            return Problem(
                message=f"The flow has {count} {what}; {most} is the most.",
                hint="Split it into several flows.",
            )
    return None
