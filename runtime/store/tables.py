"""All tables. Times are seconds since 1970 (UTC); JSON is text as `payload.encode` writes it."""

from typing import Any, Final

from sqlalchemy import JSON, Column, Index, LargeBinary, Text
from sqlmodel import Field, SQLModel


class RunRow(SQLModel, table=True):
    """A run; read and written by the journal."""

    __tablename__ = "run"  # pyright: ignore[reportAssignmentType] - as SQLModel documents it
    __table_args__ = (
        Index("run_by_time", "created_at", "id"),
        Index("run_by_flow", "flow_id", "created_at"),
        Index("run_by_status", "status", "created_at"),
    )

    id: str = Field(primary_key=True)
    flow_id: str
    flow_name: str
    flow_title: str = ""
    flow_hash: str
    document: str
    """Blob with the flow and its layout as they were when the run was started."""
    status: str
    epoch: int = 0
    """Raised by each executor that takes the run; whoever has an older one may not write."""
    retry_epoch: int = 0
    """Failed steps up to this epoch run again, because a person resumed the run."""
    priority: int = 0
    inputs: str = Field(sa_column=Column(Text, nullable=False))
    inputs_blob: str | None = None
    outputs: str | None = Field(default=None, sa_column=Column(Text))
    outputs_blob: str | None = None
    error: str | None = Field(default=None, sa_column=Column(Text))
    options: str = Field(sa_column=Column(Text, nullable=False))
    budget_usd: float | None = None
    cost_usd: float = 0.0
    unpriced_calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    created_at: float
    started_at: float | None = None
    finished_at: float | None = None


class StepRow(SQLModel, table=True):
    """A step as far as it is recorded; read and written by the journal."""

    __tablename__ = "step"  # pyright: ignore[reportAssignmentType]
    # What people page through and count must not read what the steps sent.
    __table_args__ = (
        Index("step_by_time", "run_id", "started_at", "settled", "status"),
        {"sqlite_with_rowid": False},
    )

    run_id: str = Field(primary_key=True)
    node: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    epoch: int
    status: str
    settled: int
    """1 when the step counts as done and is never executed again."""
    attempt: int
    started_at: float
    finished_at: float | None = None
    output: str | None = Field(default=None, sa_column=Column(Text))
    output_blob: str | None = None
    error: str | None = Field(default=None, sa_column=Column(Text))
    model: str = ""
    cost_usd: float = 0.0
    input_tokens: int = 0
    output_tokens: int = 0
    calls: int = 0
    unpriced_calls: int = 0
    cached: int = 0
    total: int | None = None
    """How many items a container has."""


class CallRow(SQLModel, table=True):
    """A call of a language model: the ledger of money and tokens.

    A trigger adds each call to the totals of its run, so that the two cannot disagree.
    """

    __tablename__ = "call"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (Index("call_by_step", "run_id", "node", "item"),)

    seq: int | None = Field(default=None, primary_key=True)
    run_id: str
    node: str
    item: str
    attempt: int
    at: float
    model: str
    status: str
    cached: int
    input_tokens: int
    output_tokens: int
    cost_usd: float | None
    """None when the price of the model is not known."""
    ms: float
    error: str = ""
    request_hash: str = ""


class FlowRow(SQLModel, table=True):
    """A flow in the data directory; its document is a file, or rebuilt from the edits."""

    __tablename__ = "flow"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    title: str = ""
    revision: int = 0
    """The revision that the file on disk holds."""
    hash: str = ""
    """Hash of that file's text."""
    created_at: float
    updated_at: float
    deleted_at: float | None = None


class EditRow(SQLModel, table=True):
    """One edit of a flow: what was done and how to take it back."""

    __tablename__ = "edit"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (Index("edit_by_tx", "flow_id", "tx", unique=True),)

    flow_id: str = Field(primary_key=True, foreign_key="flow.id")
    revision: int = Field(primary_key=True)
    tx: str | None = None
    """Id the client gave; NULL for edits that no client asked for."""
    client: str
    actor: str
    label: str
    ops: str = Field(sa_column=Column(Text, nullable=False))
    inverse: str = Field(sa_column=Column(Text, nullable=False))
    at: float
    state: str = "done"
    """For undo and redo; the service decides what the words mean."""


class AccountRow(SQLModel, table=True):
    """A person who may sign in."""

    __tablename__ = "account"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True)
    name: str = Field(unique=True)
    email: str = ""
    password_hash: str
    created_at: float
    disabled_at: float | None = None
    version: int = 1
    """Raised to end all sessions of the account at once."""


class SessionRow(SQLModel, table=True):
    """A browser that is signed in; only a hash of its secret is kept."""

    __tablename__ = "session"  # pyright: ignore[reportAssignmentType]

    id_hash: str = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.id", index=True)
    created_at: float
    expires_at: float
    seen_at: float
    agent: str = ""
    version: int = 1


class SetupTokenRow(SQLModel, table=True):
    """The one-time token of the first start; only a hash of it is kept."""

    __tablename__ = "setup_token"  # pyright: ignore[reportAssignmentType]

    hash: str = Field(primary_key=True)
    created_at: float
    expires_at: float
    used_at: float | None = None


class SecretRow(SQLModel, table=True):
    """A credential, encrypted by the vault."""

    __tablename__ = "secret"  # pyright: ignore[reportAssignmentType]

    slug: str = Field(primary_key=True)
    kind: str
    ciphertext: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    key_id: str
    hosts: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    created_at: float
    updated_at: float


class AnswerRow(SQLModel, table=True):
    """An answer of a language model, to be used again for the same question."""

    __tablename__ = "answer"  # pyright: ignore[reportAssignmentType]

    key: str = Field(primary_key=True)
    value: str = Field(sa_column=Column(Text, nullable=False))
    size: int
    used_at: float = Field(index=True)


class SettingRow(SQLModel, table=True):
    """A setting that is changed on the screen."""

    __tablename__ = "setting"  # pyright: ignore[reportAssignmentType]

    key: str = Field(primary_key=True)
    value: Any = Field(default=None, sa_column=Column(JSON))


class AuditRow(SQLModel, table=True):
    """Who did what, and whether it was allowed."""

    __tablename__ = "audit"  # pyright: ignore[reportAssignmentType]

    seq: int | None = Field(default=None, primary_key=True)
    at: float
    actor: str
    action: str
    object: str
    decision: str
    detail: str = ""


TABLES: Final = SQLModel.metadata
"""What the migrations must lead to; a test compares."""
