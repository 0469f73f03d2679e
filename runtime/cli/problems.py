"""What is wrong with flow files, said for each file."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from nodes.sdk import LoomlineError
from runtime.compile.check import check
from runtime.compile.problem import Problem
from runtime.flow.complaint import DocumentError
from runtime.flow.files import load_document
from runtime.flow.secrets_scan import find_secrets
from runtime.registry import Registry


class FileProblem(BaseModel):
    """One thing that is wrong with a flow file."""

    model_config = ConfigDict(frozen=True)

    file: str
    node: str = ""
    field: str = ""
    message: str
    hint: str = ""
    severity: str = "error"


def problems_of(path: Path, registry: Registry) -> list[FileProblem]:
    """Return everything that is wrong with a flow file."""
    try:
        flow = load_document(path).flow
    except DocumentError as error:
        return [_complaint(path, fault) for fault in error.faults]
    except LoomlineError as error:
        return [_complaint(path, error)]
    found = [_problem(path, each) for each in check(flow, registry, folder=path.parent)]
    for hit in find_secrets(flow):
        found.append(
            FileProblem(
                file=str(path),
                node=hit.node,
                field=hit.field,
                message=f"This looks like a secret: {hit.what}.",
                hint="Flows are shared and kept in git. Put it into a credential instead.",
            )
        )
    return found


def _problem(path: Path, found: Problem) -> FileProblem:
    return FileProblem(file=str(path), **found.model_dump())


def _complaint(path: Path, error: LoomlineError) -> FileProblem:
    # The place of a complaint is the path of keys: "nodes", the node, then the field.
    place = [part for part in error.place if part not in (str(path), path.name)]
    node = place[1] if len(place) > 1 and place[0] == "nodes" else ""
    field = ".".join(place[2:] if node else place)
    return FileProblem(
        file=str(path), node=node, field=field, message=error.message, hint=error.hint
    )
