"""A problem of a flow: what is wrong, where, and what to do."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Problem(BaseModel):
    """One thing that is wrong with a flow."""

    model_config = ConfigDict(frozen=True)

    message: str
    """One sentence with the names in quotes."""
    hint: str = ""
    """What to do about it."""
    node: str = ""
    """Id of the node, empty when it is the flow as a whole."""
    field: str = ""
    """Name of the setting, port or key."""
    severity: Literal["error", "warning"] = "error"
    """An error keeps the flow from running, a warning does not."""
