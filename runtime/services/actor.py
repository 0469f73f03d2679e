"""Who asks: every service method is told, and says no to whom it does not know."""

from dataclasses import dataclass

from runtime.auth.policy import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or program on whose behalf something is done."""

    id: str
    name: str
    role: Role | None = None
    """What they are here; without one they may do nothing."""

    @classmethod
    def local(cls) -> "Actor":
        """Return the owner of the data directory, who works from the command line."""
        return cls(id="local", name="command line", role=Role.LOCAL)

    @classmethod
    def disk(cls) -> "Actor":
        """Return the one who changes files behind our back: an editor, or git."""
        return cls(id="disk", name="the file on disk")
