"""The tree of an expression, and errors that say where in a text they are."""

from dataclasses import dataclass

from nodes.sdk import UserError


class ExpressionError(UserError):
    """An expression that cannot be understood or worked out."""

    def __init__(self, message: str, *, hint: str = "", position: int = 0) -> None:
        super().__init__(message, hint=hint)
        self.position = position
        """Where in the text it is, counted in characters from 0."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A piece of an expression: what it is, what it is made of, and where it stands."""

    kind: str
    """const name get slice not neg pos op compare and or if filter test list dict concat"""
    start: int
    end: int
    value: object = None
    """The constant, the name, the operator."""
    parts: tuple["Tree", ...] = ()
    names: tuple[str, ...] = ()
    """Names of the last parts, when they are keyword arguments; operators of a comparison."""
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a text that is filled in: `{{ tree }}`."""

    start: int
    end: int
    tree: Tree


def error_at(message: str, text: str, position: int, hint: str = "") -> ExpressionError:
    """Return the error for a place in a text."""
    return ExpressionError(f"{message} ({place(text, position)}).", hint=hint, position=position)


def place(text: str, position: int) -> str:
    """Return a position in a text as people count: line and column from 1."""
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return f"line {line}, column {column}" if "\n" in text else f"column {column}"
