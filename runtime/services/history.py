"""What was done to a flow, by whom, and what undo and redo would do next."""

from collections import deque
from collections.abc import Iterable

from runtime.store.flows import EditMark, EditRecord

_KEPT = 1000
"""How many edits a person can take back."""


class History:
    """The edits of a flow in their order; each person undoes only what they did."""

    def __init__(self, edits: Iterable[EditRecord] = ()) -> None:
        self._edits: deque[EditRecord] = deque(edits, maxlen=_KEPT)
        self._by_tx = {edit.tx: edit.revision for edit in self._edits if edit.tx}

    def revision_of(self, tx: str) -> int | None:
        """Return the revision a transaction made, None when it is new."""
        return self._by_tx.get(tx)

    def to_undo(self, actor: str) -> EditRecord | None:
        """Return the last edit of a person that still stands."""
        mine = (edit for edit in reversed(self._edits) if edit.actor == actor)
        return next((edit for edit in mine if edit.state == "done"), None)

    def to_redo(self, actor: str) -> EditRecord | None:
        """Return the edit of a person that was taken back last."""
        mine = (edit for edit in self._edits if edit.actor == actor)
        return next((edit for edit in mine if edit.state == "undone"), None)

    def after(self, revision: int) -> list[EditRecord]:
        """Return the edits after a revision, newest first."""
        return [edit for edit in reversed(self._edits) if edit.revision > revision]

    def ascending_after(self, revision: int) -> list[EditRecord]:
        """Return the edits after a revision, oldest first."""
        return self.after(revision)[::-1]

    def marks(
        self,
        record: EditRecord,
        *,
        undoes: EditRecord | None,
        redoes: EditRecord | None,
    ) -> list[EditMark]:
        """Return how earlier edits change their state when `record` is added."""
        if undoes:
            return [EditMark(undoes.revision, "undone")]
        if redoes:
            return [EditMark(redoes.revision, "done")]
        # Something new was done: what had been taken back can no longer be done again.
        return [
            EditMark(edit.revision, "dropped")
            for edit in self._edits
            if edit.actor == record.actor and edit.state == "undone"
        ]

    def add(self, record: EditRecord, marks: Iterable[EditMark]) -> None:
        """Take in an edit together with the marks it sets."""
        states = {mark.revision: mark.state for mark in marks}
        if states:
            self._edits = deque(
                (
                    edit.model_copy(update={"state": states[edit.revision]})
                    if edit.revision in states
                    else edit
                    for edit in self._edits
                ),
                maxlen=_KEPT,
            )
        self._edits.append(record)
        if record.tx:
            self._by_tx[record.tx] = record.revision
