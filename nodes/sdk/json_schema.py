"""Checks values against JSON Schemas that people wrote: nothing is fetched, nothing can hang."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from nodes.sdk.errors import UserError
from nodes.sdk.pattern import found

_MOST_PROBLEMS: Final = 5
"""More problems than this only make the sentence longer."""


def schema_check(schema: Mapping[str, Any]) -> Callable[[Any], str]:
    """Return a function that says in words what is wrong with a value; empty when it fits.

    Raises UserError when the schema itself is wrong (draft 2020-12).
    """
    return _check_of(json.dumps(schema))


# Kept, because making one costs 2.4 ms of CPU and a fan-out asks for the same one a thousand times.
@lru_cache(maxsize=64)
def _check_of(schema_text: str) -> Callable[[Any], str]:
    schema: dict[str, Any] = json.loads(schema_text)
    # Imported here: 113 ms of CPU at the start of every command, for few node types.
    import jsonschema
    import referencing
    import referencing.exceptions

    library: Any = jsonschema
    registry: Any = referencing.Registry  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    draft = library.Draft202012Validator
    try:
        draft.check_schema(schema)
    except library.SchemaError as error:
        raise UserError(
            f"The JSON Schema is wrong at {error.json_path!r}: {error.message[:200]}.",
            hint="Repair the schema; an object with `properties` is the usual form.",
        ) from error
    if '"patternProperties":' in schema_text:
        raise UserError(
            "The JSON Schema uses 'patternProperties', which is not supported.",
            hint="Name the properties, or use a list of objects with a name and a value.",
        )

    def pattern(_validator: Any, wanted: str, instance: Any, _schema: Any) -> Iterator[Exception]:
        if isinstance(instance, str) and not found(wanted, instance):
            yield library.ValidationError(f"{instance[:80]!r} does not match {wanted!r}")

    # An empty registry: a `$ref` to an address outside must not make a request.
    validator = library.validators.extend(draft, {"pattern": pattern})(schema, registry=registry())

    def problems(value: Any) -> str:
        try:
            errors = sorted(validator.iter_errors(value), key=lambda error: error.json_path)
        except (referencing.exceptions.Unresolvable, RecursionError) as error:
            raise UserError(
                "The JSON Schema has a '$ref' that leads nowhere or in a circle.",
                hint="Put the part it refers to into `$defs` of the same schema.",
            ) from error
        return "; ".join(f"{e.json_path}: {e.message[:200]}" for e in errors[:_MOST_PROBLEMS])

    return problems
