"""Credentials: named secrets a node is given by the runtime and a flow only names."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Credential(BaseModel):
    """A kind of secret, for example an account; its fields are filled in once, in the vault.

    A node declares `account: MailAccount`; the flow stores only the credential's name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    kind: ClassVar[str] = ""
    """Name of the kind, for example `smtp`."""

    def __init_subclass__(cls, *, kind: str) -> None:
        """Take the kind from the class line: `class Account(Credential, kind="smtp")`."""
        super().__init_subclass__()
        cls.kind = kind
