"""Checks of what is filled in: names, types, limits, expressions and files."""

import difflib
import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import JsonValue, ValidationError
from pydantic_core import ErrorDetails

from nodes.sdk import FieldSpec, NodeSpec, UserError
from runtime.compile.survey import Survey
from runtime.compile.texts import FileTexts
from runtime.flow.expression import CompiledValue, compile_value
from runtime.flow.wording import predicate

Values = Mapping[str, Mapping[str, CompiledValue]]
"""Node -> setting -> what is filled in, ready to be worked out."""

_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_MODEL: Final = re.compile(r"[a-z0-9][a-z0-9_.-]*/\S+")


def check_settings(survey: Survey, texts: FileTexts) -> Values:
    """Note everything that is wrong with the settings and return those that are right."""
    return {name: _node(survey, name, texts) for name in sorted(survey.flow.nodes)}


def _node(survey: Survey, name: str, texts: FileTexts) -> dict[str, CompiledValue]:
    node, spec = survey.flow.nodes[name], survey.specs[name]
    compiled: dict[str, CompiledValue] = {}
    for key, value in node.inputs.items():
        try:
            compiled[key] = compile_value(texts.filled_in(value))
        except UserError as error:
            survey.error(name, error.message, error.hint, field=key)
    if spec is None:
        return compiled
    wired = survey.into.get(name, {})
    fields = {field.name: field for field in spec.fields}
    for key in node.inputs:
        if key not in fields:
            survey.error(name, *_unknown(survey.called(name), key, fields), field=key)
        elif key in wired:
            survey.warn(
                name,
                f"{fields[key].title!r} of {survey.called(name)} is connected and filled in.",
                "The wire counts; clear the setting.",
                field=key,
            )
    for field in spec.fields:
        if field.required and field.name not in node.inputs and field.name not in wired:
            survey.error(name, *_missing(survey.called(name), field), field=field.name)
    known = {key: value for key, value in compiled.items() if key in fields and key not in wired}
    _literals(survey, name, spec, known)
    return known


def _unknown(called: str, key: str, fields: Mapping[str, FieldSpec]) -> tuple[str, str]:
    near = difflib.get_close_matches(key[:60], fields, n=1)
    hint = f"Did you mean {near[0]!r}?" if near else f"It has: {', '.join(fields) or 'none'}."
    return f"{called} has no setting {key!r}.", hint


def _missing(called: str, field: FieldSpec) -> tuple[str, str]:
    how = "Fill it in, or connect it to a node." if field.port else "Fill it in."
    return f"{field.title!r} of {called} is missing.", how


def _literals(
    survey: Survey, name: str, spec: NodeSpec, compiled: Mapping[str, CompiledValue]
) -> None:
    literals: dict[str, Any] = {}
    for field in spec.fields:
        value = compiled.get(field.name)
        if value is None or not value.constant:
            continue
        literal = value.evaluate({})
        if field.credential:
            _credential(survey, name, field, literal)
        else:
            literals[field.name] = literal
            if field.widget == "model":
                model_shape(survey, name, field.name, literal)
    for field, message in _invalid(spec, literals):
        title = next((one.title for one in spec.fields if one.name == field.split(".")[0]), field)
        rest = field.partition(".")[2]
        subject = f"{title!r}" + (f" ({rest})" if rest else "")
        whole = f"{subject} of {survey.called(name)}" if field else survey.called(name)
        help_ = next((one.help for one in spec.fields if one.name == field), "")
        survey.error(name, f"{whole} {message}.", help_.partition("\n")[0], field=field)


def _invalid(spec: NodeSpec, literals: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the settings whose literal the node type refuses, with what is wrong."""
    try:
        spec.cls.model_validate(literals)
    except ValidationError as error:
        found = error.errors(include_url=False)
        return [(_path(one), predicate(one)) for one in found if _is_about(one, literals)]
    except Exception as error:  # noqa: BLE001 - a validator of a plugin may fail in any way
        return [("", f"could not check its settings: {error}")]
    return []


def _is_about(error: ErrorDetails, literals: Mapping[str, Any]) -> bool:
    """Say whether an error is about what is filled in; what is not may come later."""
    return not error["loc"] or error["loc"][0] in literals


def _path(error: ErrorDetails) -> str:
    return ".".join(str(part) for part in error["loc"])


def _credential(survey: Survey, name: str, field: FieldSpec, value: JsonValue) -> None:
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        survey.error(
            name,
            f"{field.title!r} of {survey.called(name)} must name a credential.",
            "Choose one from the list, or make one.",
            field=field.name,
        )


def model_shape(survey: Survey, name: str, field: str, value: JsonValue) -> None:
    """Note a model whose name cannot be one."""
    if isinstance(value, str) and value.strip() and not _MODEL.fullmatch(value.strip()):
        survey.error(
            name,
            f"{value!r} is no name of a model.",
            "Write provider/model, such as 'openai/gpt-4o-mini'.",
            field=field,
        )
