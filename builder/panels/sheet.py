"""What a canvas lies on: a flow that is open, or the record of a flow as it once ran."""

from collections.abc import Callable, Sequence
from typing import Protocol

from builder.editor.projector import Trouble
from nodes.sdk import UserError
from runtime.flow.model import Document
from runtime.services.actor import Actor
from runtime.services.transaction import Change, Transaction


class Sheet(Protocol):
    """The part of an open flow that panels use."""

    @property
    def id(self) -> str:
        """Id of the flow."""
        ...

    @property
    def document(self) -> Document:
        """The flow as it is now."""
        ...

    @property
    def revision(self) -> int:
        """The number of its state."""
        ...

    @property
    def problems(self) -> tuple[Trouble, ...]:
        """What is wrong with it."""
        ...

    @property
    def saved(self) -> bool:
        """True when the file holds the latest state."""
        ...

    def undo_label(self, actor: Actor) -> str:
        """Return what undo would take back."""
        ...

    def redo_label(self, actor: Actor) -> str:
        """Return what redo would do again."""
        ...

    async def edit(self, actor: Actor, tx: Transaction, /) -> int:
        """Do an edit."""
        ...

    async def undo(self, actor: Actor, client: str = "", /) -> str | None:
        """Take back the last edit of a person."""
        ...

    async def redo(self, actor: Actor, client: str = "", /) -> str | None:
        """Do it again."""
        ...

    async def find_problems(self) -> Sequence[Trouble]:
        """Look for everything that is wrong."""
        ...

    def subscribe(self, view: Callable[[Change], None], /) -> Callable[[], None]:
        """Call `view` after each change; returns how to stop."""
        ...


class Record:
    """A flow exactly as it ran: looked at, never changed."""

    def __init__(self, document: Document) -> None:
        self.id = document.flow.id
        self.document = document
        self.revision = 0
        self.problems: tuple[Trouble, ...] = ()
        self.saved = True

    def undo_label(self, actor: Actor) -> str:
        """Return nothing: there is nothing to undo."""
        del actor
        return ""

    def redo_label(self, actor: Actor) -> str:
        """Return nothing: there is nothing to redo."""
        del actor
        return ""

    async def edit(self, actor: Actor, tx: Transaction, /) -> int:
        """Refuse: a record stays what it is."""
        del actor, tx
        raise UserError("A run cannot be changed.", hint="Open the flow to edit it.")

    async def undo(self, actor: Actor, client: str = "", /) -> str | None:
        """Do nothing."""
        del actor, client
        return None

    async def redo(self, actor: Actor, client: str = "", /) -> str | None:
        """Do nothing."""
        del actor, client
        return None

    async def find_problems(self) -> Sequence[Trouble]:
        """Return nothing: it was fit to run."""
        return ()

    def subscribe(self, view: Callable[[Change], None], /) -> Callable[[], None]:
        """Never call `view`: nothing changes."""
        del view
        return lambda: None
