"""The words of an expression: names, numbers, texts and signs, each with its place."""

import re
from dataclasses import dataclass
from typing import Final

from runtime.flow.tree import error_at

MAX_NESTED: Final = 30
"""How deep brackets may be nested."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an expression."""

    kind: str
    text: str
    start: int
    end: int


_TOKEN: Final = re.compile(
    r"""(?P<space>\s+)
    |(?P<close>-?\}\})
    |(?P<float>(?<!\.)[0-9][0-9_]*(?:\.[0-9][0-9_]*(?:[eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+))
    |(?P<int>[0-9][0-9_]*)
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    |(?P<op>\*\*|//|==|!=|<=|>=|[-+*/%~<>|.,:=()\[\]{}])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[nrt\\'\"])", re.DOTALL)
_ESCAPED: Final = {"n": "\n", "r": "\r", "t": "\t"}
OPEN: Final = {"(": ")", "[": "]", "{": "}"}


def tokens_of(text: str, hole: int, position: int) -> tuple[list[Token], int, bool]:
    """Return the tokens of a hole, where the text goes on, and whether white space is cut."""
    tokens: list[Token] = []
    open_: list[str] = []
    while position < len(text):
        match = _TOKEN.match(text, position)
        if not match:
            raise error_at(f"{text[position]!r} is not understood", text, position)
        kind, piece = str(match.lastgroup), match[0]
        if kind == "close":
            if not open_:
                return tokens, match.end(), piece.startswith("-")
            kind, piece = "op", piece[0]
        end = position + len(piece)
        if kind == "op":
            _balance(open_, piece, text, position)
        if kind != "space":
            tokens.append(Token(kind, piece, position, end))
        position = end
    raise error_at("'{{' is not closed", text, hole, "Write '}}' after the expression.")


def _balance(open_: list[str], piece: str, text: str, position: int) -> None:
    if piece in OPEN:
        open_.append(OPEN[piece])
        if len(open_) > MAX_NESTED:
            raise error_at("The brackets are nested too deeply", text, position)
    elif piece in (")", "]", "}") and (not open_ or open_.pop() != piece):
        raise error_at(f"{piece!r} closes nothing", text, position)


def unescaped(text: str) -> str:
    """Return what is between quotes with its escapes worked out."""
    if "\\" not in text:
        return text

    def one(match: re.Match[str]) -> str:
        code = match[1]
        if code[0] in "ux" and len(code) > 1:
            return chr(int(code[1:], 16))
        return _ESCAPED.get(code, code)

    return _ESCAPE.sub(one, text)
