"""The saved form of a flow, as people, git, the editor and the compiler see it.

Everything is frozen; `runtime.flow.edit` makes changed copies. Names of the attributes are the
names in the JSON, but for `in` (a Python keyword), which is `inputs` of a node here.
"""

import re
import secrets
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, model_validator
from pydantic_core import PydanticCustomError

FORMAT: Final = 1
"""The number of the file format this version writes."""

NodeId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
"""`<word>_<4 base32>`, for example `draft_k7m2`; fixed when the node is made."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
"""A short name for files and addresses, for example `support-triage`."""

_BASE32: Final = "abcdefghijkmnpqrstuvwxyz23456789"


def new_id(word: str, length: int = 4) -> str:
    """Return a fresh id such as `draft_k7m2`; `word` is cut down to small letters."""
    stem = re.sub(r"[^a-z0-9]+", "", word.lower().partition("@")[0])[:20] or "node"
    stem = stem if stem[0].isalpha() else f"n{stem}"
    return f"{stem}_{''.join(secrets.choice(_BASE32) for _ in range(length))}"


def _seconds(text: str) -> str:
    duration(text)
    return text


_UNITS: Final = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


def duration(text: str) -> float:
    """Return the seconds of a duration such as `30s`, `1.5h` or `3d`."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)", text.strip())
    if not match:
        raise ValueError(f"{text!r} is no duration; write for example '30s', '5m' or '3d'.")
    return float(match[1]) * _UNITS[match[2]]


Duration = Annotated[str, AfterValidator(_seconds)]
"""A length of time: a number and one of ms, s, m, h, d."""


class Part(BaseModel):
    """A piece of a flow document; unknown `x-` keys are kept untouched, others are errors."""

    model_config = ConfigDict(frozen=True, extra="allow", populate_by_name=True)

    @model_validator(mode="after")
    def _only_known_keys(self) -> Self:
        unknown = [key for key in self.model_extra or {} if not key.startswith("x-")]
        if unknown:
            known = [field.alias or name for name, field in type(self).model_fields.items()]
            names = ", ".join(map(repr, unknown))
            raise PydanticCustomError(
                "unknown_key", "unknown: {names}", {"names": names, "keys": unknown, "known": known}
            )
        return self


class InputSpec(Part):
    """One input of a flow: what is asked for when a run is started."""

    type: Literal["string", "integer", "number", "boolean", "array", "object"] = "string"
    title: str = ""
    description: str = ""
    required: bool = True
    default: JsonValue = None
    enum: tuple[str, ...] | None = None
    format: Literal["", "text", "file", "folder", "model", "json"] = ""
    """How the form asks for it; `text` is a long text."""
    minimum: float | None = None
    maximum: float | None = None


class Retry(Part):
    """When a step that failed is tried again."""

    max: int = Field(default=3, ge=0, le=5)
    """How many more tries after the first."""
    backoff: Literal["exponential", "fixed"] = "exponential"
    delay: float = Field(default=1.0, ge=0, le=3600)
    """Seconds before the second try."""
    max_delay: float = Field(default=60.0, ge=0, le=86400)
    """No pause between tries is longer than this, in seconds."""


class Policy(Part):
    """How a node is run; what is not said falls back to the node type's default."""

    retry: Retry | None = None
    timeout: Duration | None = None
    """The longest a single try may take."""
    on_error: Literal["stop", "default", "branch"] = "stop"
    """Stop the run, send `default`, or send the error from the port `error`."""
    default: dict[str, JsonValue] | None = None
    """What the output ports send when the node failed and `on_error` is `default`."""
    cache: bool | None = None
    """Whether answers of models may come from the cache; the default is yes."""
    effect: Literal["pure", "idempotent", "once"] | None = None
    budget_usd: float | None = Field(default=None, gt=0)
    """The most that one run of this flow may spend in this node."""
    fallback_models: tuple[str, ...] = ()
    """Models to try in this order when the first one fails."""


class Budget(Part):
    """The most a run may spend."""

    usd: float = Field(gt=0)
    on_exceed: Literal["pause", "stop"] = "pause"


class FlowNode(Part):
    """One box of a flow."""

    type: str = Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+@[1-9][0-9]*$")
    """Node type and major version, for example `llm.chat@1`."""
    label: str = Field(default="", max_length=200)
    """The name on the screen; ids never follow it."""
    parent: NodeId | None = None
    """The container this node lies in."""
    disabled: bool = False
    """A disabled node is skipped as if it were not there, and so is what needs it."""
    inputs: dict[str, JsonValue] = Field(default_factory=dict, alias="in")
    """Settings and ports filled in: literals, text with `{{ expressions }}`, `$file`, `$text`."""
    policy: Policy = Policy()


class Edge(BaseModel):
    """A wire; in the file it is one line, `draft_k7m2.text -> send_4tnc.body`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: NodeId
    source_port: str = Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,63}$")
    target: NodeId
    target_port: str = Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,63}$")

    @classmethod
    def parse(cls, line: str) -> "Edge":
        """Read the one-line form; raises ValueError when it is not one."""
        match = re.fullmatch(r"\s*(\w+)\.(\w+)\s*->\s*(\w+)\.(\w+)\s*", line, re.ASCII)
        if not match:
            raise ValueError(f"{line!r} is no wire; write 'source.port -> target.port'.")
        return cls(source=match[1], source_port=match[2], target=match[3], target_port=match[4])

    def __str__(self) -> str:
        return f"{self.source}.{self.source_port} -> {self.target}.{self.target_port}"

    def __hash__(self) -> int:
        return hash((self.source, self.source_port, self.target, self.target_port))

    def __lt__(self, other: "Edge") -> bool:
        return str(self) < str(other)


class Flow(Part):
    """A whole flow: the only thing that runs, is hashed and reviewed."""

    schema_url: str = Field(default="", alias="$schema")
    """Where editors find the JSON Schema of this file; kept, and not required."""
    format: int = FORMAT
    id: str = Field(pattern=r"^flw_[a-z0-9]{4,32}$")
    name: Slug
    title: str = Field(default="", max_length=200)
    description: str = ""
    inputs: dict[str, InputSpec] = Field(default_factory=dict[str, InputSpec])
    budget: Budget | None = None
    nodes: dict[NodeId, FlowNode] = Field(default_factory=dict[str, FlowNode])
    edges: frozenset[Edge] = frozenset()


class Place(Part):
    """Where a node lies on the canvas, relative to its container if it has one."""

    x: int = 0
    y: int = 0
    w: int | None = None
    h: int | None = None
    """Size; only containers and notes have one."""
    color: str | None = Field(default=None, pattern=r"^(#[0-9a-fA-F]{6}|[a-z]{3,12})$")
    collapsed: bool = False


class Note(Place):
    """A note in Markdown on the canvas."""

    text: str = ""


class Layout(Part):
    """Positions, sizes, colours and notes; never needed to run a flow."""

    format: int = FORMAT
    nodes: dict[NodeId, Place] = Field(default_factory=dict[str, Place])
    notes: dict[NodeId, Note] = Field(default_factory=dict[str, Note])


class Document(BaseModel):
    """A flow together with its layout: what the editor edits."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    flow: Flow
    layout: Layout = Layout()
