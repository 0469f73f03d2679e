"""The smallest thing one can add to Loomline: a node type, written as one class."""

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Literal, Self, TypeVar, cast, get_args

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema

from nodes.sdk.context import Context, FlowFacts
from nodes.sdk.credential import Credential
from nodes.sdk.fields import Widget, WidgetName
from nodes.sdk.ports import NOT_SENT, InMark, Ports, PortSpec, port_type, title_of

_MAX_DEPTH: Final = 8
"""How deep models may lie in models before a schema stops following them."""

M = TypeVar("M")
Effect = Literal["pure", "idempotent", "once"]
"""What a second execution after a crash would do: nothing, the same again, or harm."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a node as the inspector draws it."""

    name: str
    title: str
    help: str
    required: bool
    default: Any
    schema: Mapping[str, Any]
    """JSON Schema of the value."""
    widget: WidgetName | None = None
    port: bool = False
    credential: str = ""
    """Kind of the credential the field names, if it is one."""


@dataclass(frozen=True, slots=True)
class NodeSpec:
    """A node type: everything the canvas, the compiler and the docs know of it."""

    name: str
    """For example `llm.chat`."""
    version: int
    title: str
    summary: str
    icon: str
    effect: Effect
    cls: type["Node"]
    fields: tuple[FieldSpec, ...] = ()
    inputs: tuple[PortSpec, ...] = ()
    outputs: tuple[PortSpec, ...] = ()
    container: bool = False
    """True for a node that holds other nodes and runs them for each item."""
    inner_inputs: tuple[PortSpec, ...] = ()
    """Ports of a container that its children wire into."""
    inner_outputs: tuple[PortSpec, ...] = ()
    """Ports of a container that its children wire from."""
    paid: bool = False
    """True when a run of the node may cost money."""
    result: bool = False
    """True when what the node sends is an output of the whole run."""
    start: bool = False
    """True when the node starts a flow."""
    aliases: tuple[str, ...] = field(default=())
    """Other words people search for."""
    description: str = ""
    """What follows the summary in the docstring, in Markdown."""

    @property
    def id(self) -> str:
        """The name as flows store it, for example `llm.chat@1`."""
        return f"{self.name}@{self.version}"

    @property
    def category(self) -> str:
        """The first part of the name."""
        return self.name.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _ClassLine:
    name: str = ""
    icon: str = ""
    version: int = 1
    effect: Effect = "pure"
    container: bool = False
    paid: bool = False
    result: bool = False
    start: bool = False
    aliases: tuple[str, ...] = ()


class Node(BaseModel):
    """A node type: its fields are the inputs, `Output` names the ways out, `run` does the work.

    Subclasses give `name=` and `icon=` (a Material Symbols name) in the class line.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        validate_default=False,
        protected_namespaces=(),
    )

    spec: ClassVar[NodeSpec]
    Output: ClassVar[type[Ports]] = Ports

    def __init_subclass__(
        cls,
        *,
        name: str = "",
        icon: str = "",
        version: int = 1,
        effect: Effect = "pure",
        container: bool = False,
        paid: bool = False,
        result: bool = False,
        start: bool = False,
        aliases: tuple[str, ...] = (),
    ) -> None:
        """Keep the class line until the fields are known."""
        super().__init_subclass__()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Read the node type off the finished class."""
        super().__pydantic_init_subclass__()
        line = _ClassLine(**kwargs)
        if not line.name:
            raise TypeError(f"{cls.__name__} needs name= and icon= in its class line.")
        whole = cls.model_json_schema(mode="validation", schema_generator=_PlainSchema)
        properties = _inlined(whole.get("properties", {}), whole.get("$defs", {}))
        fields = tuple(
            _field_spec(field_name, info, properties.get(field_name, {}))
            for field_name, info in cls.model_fields.items()
        )
        summary, _, description = inspect.cleandoc(cls.__doc__ or "").partition("\n")
        inside: type[Ports] = getattr(cls, "Inside", Ports)
        collect: type[Ports] = getattr(cls, "Collect", Ports)
        cls.spec = NodeSpec(
            name=line.name,
            version=line.version,
            title=_words(cls.__name__),
            summary=summary,
            icon=line.icon,
            effect=line.effect,
            cls=cls,
            fields=fields,
            inputs=tuple(
                _in_port(field_name, info)
                for field_name, info in cls.model_fields.items()
                if _mark(info, InMark)
            ),
            outputs=_out_ports(cls.Output),
            container=line.container,
            inner_outputs=_out_ports(inside),
            inner_inputs=_out_ports(collect),
            paid=line.paid,
            result=line.result,
            start=line.start,
            aliases=line.aliases,
            description=description.strip(),
        )

    @classmethod
    def input_ports(cls, settings: Mapping[str, Any], flow: FlowFacts) -> tuple[PortSpec, ...]:
        """Return the input ports for these settings; override when settings decide on ports."""
        del settings, flow
        return cls.spec.inputs

    @classmethod
    def output_ports(cls, settings: Mapping[str, Any], flow: FlowFacts) -> tuple[PortSpec, ...]:
        """Return the output ports for these settings; override when settings decide on ports."""
        del settings, flow
        return cls.spec.outputs

    @classmethod
    def effect_of(cls, settings: Mapping[str, Any]) -> Effect:
        """Return the effect class for these settings; override when a setting decides it."""
        del settings
        return cls.spec.effect

    @classmethod
    def subtitle(cls, settings: Mapping[str, Any]) -> str:
        """Return the small grey line under the title on the canvas; empty for none."""
        del settings
        return ""

    async def run(self, ctx: Context) -> Ports:
        """Do the work and return what the output ports send."""
        raise NotImplementedError

    def with_values(self, **values: Any) -> Self:
        """Return a copy with other values, checked like the first time."""
        return type(self).model_validate({**self.model_dump(), **values})


class _PlainSchema(GenerateJsonSchema):
    """JSON Schema that keeps quiet about defaults that are no JSON."""

    ignored_warning_kinds = {"non-serializable-default", "skipped-choice"}  # noqa: RUF012 - as in pydantic


def _inlined(schema: Any, models: Mapping[str, Any], depth: int = 0) -> Any:
    """Return a schema with the models it refers to put in place, so that it stands alone."""
    if isinstance(schema, list):
        return [_inlined(part, models, depth) for part in cast("list[Any]", schema)]
    if not isinstance(schema, dict):
        return schema
    parts = cast("dict[str, Any]", schema)
    name = str(parts.get("$ref", "")).removeprefix("#/$defs/")
    if name in models and depth < _MAX_DEPTH:
        rest = {key: value for key, value in parts.items() if key != "$ref"}
        return _inlined({**models[name], **rest}, models, depth + 1)
    return {key: _inlined(value, models, depth) for key, value in parts.items()}


def _mark(info: FieldInfo, kind: type[M]) -> M | None:
    return next((mark for mark in info.metadata if isinstance(mark, kind)), None)


def _words(class_name: str) -> str:
    words = re.sub(
        r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", class_name.rstrip("_")
    ).split()
    return " ".join([words[0], *(w if w.isupper() else w.lower() for w in words[1:])])


def _credential_kind(annotation: object) -> str:
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, Credential):
            return part.kind
    return ""


def _field_spec(name: str, info: FieldInfo, schema: Mapping[str, Any]) -> FieldSpec:
    credential = _credential_kind(info.annotation)
    widget = _mark(info, Widget)
    return FieldSpec(
        name=name,
        title=info.title or title_of(name),
        help=info.description or "",
        required=info.is_required(),
        default=None if info.is_required() else info.get_default(call_default_factory=True),
        schema={"type": "string"} if credential else schema,
        widget="credential" if credential else widget.name if widget else None,
        port=_mark(info, InMark) is not None,
        credential=credential,
    )


def _in_port(name: str, info: FieldInfo) -> PortSpec:
    mark = _mark(info, InMark)
    return PortSpec(
        name=name,
        type="any" if mark and mark.many else port_type(info.annotation),
        title=info.title or title_of(name),
        help=info.description or "",
        required=info.is_required(),
        many=bool(mark and mark.many),
    )


def _out_ports(ports: type[Ports]) -> tuple[PortSpec, ...]:
    return tuple(
        PortSpec(
            name=name,
            type=port_type(info.annotation),
            title=info.title or title_of(name),
            help=info.description or "",
            required=info.default is not NOT_SENT,
        )
        for name, info in ports.model_fields.items()
    )
