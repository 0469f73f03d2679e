"""`loomline nodes`: what there is to build with."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from nodes.sdk.errors import UserError
from runtime.cli.options import JsonOption
from runtime.cli.report import put, put_json, put_table

if TYPE_CHECKING:
    from nodes.sdk import NodeSpec, PortSpec


def nodes(
    name: Annotated[
        str, typer.Argument(metavar="[TYPE]", help="A node type to describe, e.g. llm.chat.")
    ] = "",
    *,
    as_json: JsonOption = False,
) -> None:
    """List the node types, or describe one of them."""
    from runtime.registry import Registry  # lazy: see the package

    specs = sorted(Registry.load().types(), key=lambda spec: (spec.category, spec.title))
    if name:
        specs = [_named(specs, name)]
    if as_json:
        put_json({"nodes": [_described(spec) for spec in specs]})
    elif name:
        _show(specs[0])
    else:
        put_table(("type", "title", "what it does"), ((s.id, s.title, s.summary) for s in specs))


def _named(specs: "list[NodeSpec]", name: str) -> "NodeSpec":
    for spec in specs:
        if name in (spec.id, spec.name):
            return spec
    raise UserError(f"There is no node type {name!r}.", hint="'loomline nodes' lists them all.")


def _described(spec: "NodeSpec") -> dict[str, Any]:
    return {
        "type": spec.id,
        "title": spec.title,
        "summary": spec.summary,
        "category": spec.category,
        "icon": spec.icon,
        "effect": spec.effect,
        "paid": spec.paid,
        "container": spec.container,
        "inputs": [_port(port) for port in spec.inputs],
        "outputs": [_port(port) for port in spec.outputs],
        "settings": [
            {
                "name": field.name,
                "title": field.title,
                "help": field.help,
                "required": field.required,
                "port": field.port,
                "schema": dict(field.schema),
            }
            for field in spec.fields
        ],
    }


def _port(port: "PortSpec") -> dict[str, Any]:
    return {"name": port.name, "type": port.type, "title": port.title, "help": port.help}


def _show(spec: "NodeSpec") -> None:
    put(f"{spec.id}  {spec.title}\n{spec.summary}\n")
    rows = [
        (
            field.name,
            "port or setting" if field.port else "setting",
            "required" if field.required else "",
            field.help,
        )
        for field in spec.fields
    ]
    if rows:
        put_table(("field", "kind", "", "what it is"), rows)
        put("")
    put_table(
        ("sends", "type", "what it is"),
        ((port.name, port.type, port.help) for port in spec.outputs),
    )
