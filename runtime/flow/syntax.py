"""The grammar of expressions: a text becomes a tree, or an error with its place.

The language is the expression part of Jinja. There are no statements, no calls and no names but
those of nodes, so what a tree can do is what `runtime.flow.evaluate` does with its dozen kinds.
"""

import re
from collections.abc import Sequence
from typing import Final

from runtime.flow.lexer import MAX_NESTED, OPEN, Token, tokens_of, unescaped
from runtime.flow.tree import ExpressionError, Hole, Tree, error_at

MAX_SOURCE: Final = 100_000
"""The longest text with expressions."""
_MAX_DEPTH: Final = 100
_MAX_DIGITS: Final = 100


_SIMPLE: Final = re.compile(
    r"\{\{\s*([A-Za-z_][A-Za-z0-9_]*)((?:\.[A-Za-z_][A-Za-z0-9_]*){1,20})\s*\}\}"
)
_STATEMENT: Final = re.compile(r"\{%[-+]?\s*(?:if|for|set|macro|import|include|raw|block|call)\b")
_CONSTANTS: Final[dict[str, object]] = {
    "true": True, "True": True, "false": False, "False": False, "none": None, "None": None,
    "null": None,
}  # fmt: skip
_WORDS: Final = frozenset({"and", "or", "not", "if", "else", "in", "is"})


def parse(text: str) -> tuple[str | Hole, ...]:
    """Return a text as its plain pieces and its holes; raises ExpressionError."""
    if len(text) > MAX_SOURCE:
        raise ExpressionError(
            f"A text with expressions has at most {MAX_SOURCE // 1000} kB, this one has "
            f"{len(text) // 1000}.",
            hint="Put the long part into a file or an input and read it with {{ }}.",
        )
    statement = _STATEMENT.search(text)
    if statement:
        raise error_at("Blocks with {% %} are not known here", text, statement.start(), _NO_BLOCKS)
    pieces: list[str | Hole] = []
    end, trim = 0, False
    while (start := text.find("{{", end)) >= 0:
        plain = text[end:start]
        plain = plain.lstrip() if trim else plain
        simple = _SIMPLE.match(text, start)
        if simple and simple[1] not in _CONSTANTS and simple[1] not in _WORDS:
            end, trim = simple.end(), False
            pieces += (plain, Hole(start, end, _path(simple)))
            continue
        dash = text.startswith("-", start + 2)
        tokens, end, trim = tokens_of(text, start, start + 2 + dash)
        pieces.append(plain.rstrip() if dash else plain)
        pieces.append(Hole(start, end, _Parser(text, tokens).whole(start, end)))
    rest = text[end:]
    pieces.append(rest.lstrip() if trim else rest)
    return tuple(piece for piece in pieces if piece != "")


_NO_BLOCKS: Final = "Use a For each or an If node, or the short form {{ a if b else c }}."


def _path(match: re.Match[str]) -> Tree:
    """Return the tree of `a.b.c`, by far the most frequent expression, without the parser."""
    start, end = match.span(1)
    tree = Tree("name", start, end, match[1])
    for key in match[2].split(".")[1:]:
        inner = Tree("const", end + 1, end + 1 + len(key), key)
        end = inner.end
        tree = Tree("get", start, end, ".", (tree, inner), depth=tree.depth + 1)
    return tree


class _Parser:
    """Reads one expression; a method for each level of the grammar, loosest first."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._at = 0
        self._nested = 0

    def whole(self, start: int, end: int) -> Tree:
        if not self._tokens:
            raise error_at(
                "There is nothing between '{{' and '}}'", self._text, start, "Name a value."
            )
        self._end = Token("end", "", end - 2, end)
        tree = self._tuple()
        if self._now.kind != "end":
            raise self._unexpected()
        return tree

    @property
    def _now(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else self._end

    def _sees(self, *texts: str) -> bool:
        return self._now.kind in ("op", "name") and self._now.text in texts

    def _take(self, *texts: str) -> Token | None:
        if not self._sees(*texts):
            return None
        self._at += 1
        return self._tokens[self._at - 1]

    def _need(self, text: str) -> Token:
        token = self._take(text)
        if token is None:
            raise self._unexpected(f"{text!r} is missing")
        return token

    def _unexpected(self, message: str = "") -> ExpressionError:
        token = self._now
        what = "The expression ends too early" if token.kind == "end" else ""
        return error_at(
            message or what or f"{token.text!r} is not expected here", self._text, token.start
        )

    def _make(
        self, kind: str, start: int, *parts: Tree, value: object = None, names: Sequence[str] = ()
    ) -> Tree:
        depth = 1 + max((part.depth for part in parts), default=0)
        end = self._tokens[self._at - 1].end
        if depth > _MAX_DEPTH:
            raise error_at("The expression is too long", self._text, start, _SPLIT)
        return Tree(kind, start, end, value, parts, tuple(names), depth)

    def _condition(self) -> Tree:
        self._nested += 1
        if self._nested > MAX_NESTED:
            raise error_at(
                "The expression is nested too deeply", self._text, self._now.start, _SPLIT
            )
        tree = self._or()
        while self._take("if"):
            test = self._or()
            other = (self._condition(),) if self._take("else") else ()
            tree = self._make("if", tree.start, test, tree, *other)
        self._nested -= 1
        return tree

    def _or(self) -> Tree:
        tree = self._and()
        while self._take("or"):
            tree = self._make("or", tree.start, tree, self._and())
        return tree

    def _and(self) -> Tree:
        tree = self._not()
        while self._take("and"):
            tree = self._make("and", tree.start, tree, self._not())
        return tree

    def _not(self) -> Tree:
        signs: list[Token] = []
        while token := self._take("not"):
            signs.append(token)
        tree = self._compare()
        for token in reversed(signs):
            tree = self._make("not", token.start, tree)
        return tree

    def _compare(self) -> Tree:
        first = self._sum()
        operators: list[str] = []
        others: list[Tree] = []
        while True:
            if token := self._take("==", "!=", "<", "<=", ">", ">=", "in"):
                operators.append(token.text)
            elif self._sees("not") and self._text_after() == "in":
                self._at += 2
                operators.append("not in")
            else:
                break
            others.append(self._sum())
        if not others:
            return first
        return self._make("compare", first.start, first, *others, names=operators)

    def _text_after(self) -> str:
        return self._tokens[self._at + 1].text if self._at + 1 < len(self._tokens) else ""

    def _sum(self) -> Tree:
        tree = self._concat()
        while token := self._take("+", "-"):
            tree = self._make("op", tree.start, tree, self._concat(), value=token.text)
        return tree

    def _concat(self) -> Tree:
        parts = [self._product()]
        while self._take("~"):
            parts.append(self._product())
        return parts[0] if len(parts) == 1 else self._make("concat", parts[0].start, *parts)

    def _product(self) -> Tree:
        tree = self._power()
        while token := self._take("*", "/", "//", "%"):
            tree = self._make("op", tree.start, tree, self._power(), value=token.text)
        return tree

    def _power(self) -> Tree:
        tree = self._filtered()
        while token := self._take("**"):
            tree = self._make("op", tree.start, tree, self._filtered(), value=token.text)
        return tree

    def _filtered(self) -> Tree:
        tree = self._signed()
        while True:
            if self._take("|"):
                name = self._word("the name of a filter")
                parts, names = self._arguments() if self._sees("(") else ((), ())
                tree = self._make("filter", tree.start, tree, *parts, value=name.text, names=names)
            elif self._take("is"):
                tree = self._test(tree)
            elif self._sees("("):
                raise self._call()
            else:
                return tree

    def _test(self, tree: Tree) -> Tree:
        negated = self._take("not")
        name = self._word("the name of a test")
        parts: tuple[Tree, ...] = ()
        if self._sees("("):
            parts, names = self._arguments()
            if names:
                raise self._unexpected("A test takes no named arguments")
        elif (
            self._now.kind in ("string", "int", "float")
            or self._sees("[", "{")
            or (self._now.kind == "name" and self._now.text not in _WORDS)
        ):
            parts = (self._postfix(self._primary()),)
        made = self._make("test", tree.start, tree, *parts, value=name.text)
        return self._make("not", tree.start, made) if negated else made

    def _word(self, what: str) -> Token:
        token = self._now
        if token.kind != "name":
            raise self._unexpected(f"{what[0].upper()}{what[1:]} is missing")
        self._at += 1
        return token

    def _signed(self) -> Tree:
        signs: list[Token] = []
        while token := self._take("-", "+"):
            signs.append(token)
        tree = self._postfix(self._primary())
        for token in reversed(signs):
            tree = self._make("neg" if token.text == "-" else "pos", token.start, tree)
        return tree

    def _primary(self) -> Tree:
        token = self._now
        self._at += 1
        match token.kind:
            case "name" if token.text in _CONSTANTS:
                return self._make("const", token.start, value=_CONSTANTS[token.text])
            case "name" if token.text not in _WORDS:
                return self._make("name", token.start, value=token.text)
            case "int" | "float":
                return self._make("const", token.start, value=self._number(token))
            case "string":
                return self._string(token)
            case "op" if token.text in OPEN:
                return self._bracket(token)
            case _:
                self._at -= 1
                raise self._unexpected()

    def _number(self, token: Token) -> int | float:
        digits = token.text.replace("_", "")
        value = int(digits) if token.kind == "int" and len(digits) <= _MAX_DIGITS else float(digits)
        if len(digits) > _MAX_DIGITS or value == float("inf"):
            raise error_at("The number is too long", self._text, token.start)
        return value

    def _string(self, token: Token) -> Tree:
        texts = [unescaped(token.text[1:-1])]
        while self._now.kind == "string":
            texts.append(unescaped(self._now.text[1:-1]))
            self._at += 1
        return self._make("const", token.start, value="".join(texts))

    def _bracket(self, token: Token) -> Tree:
        if token.text == "[":
            return self._make("list", token.start, *self._list("]"))
        if token.text == "{":
            return self._make("dict", token.start, *self._pairs())
        if self._take(")"):
            return self._make("list", token.start)
        tree = self._tuple()
        self._need(")")
        return tree

    def _tuple(self) -> Tree:
        first = self._condition()
        if not self._sees(","):
            return first
        parts = [first]
        while self._take(",") and not self._sees(")"):
            parts.append(self._condition())
        return self._make("list", first.start, *parts)

    def _list(self, close: str) -> list[Tree]:
        parts: list[Tree] = []
        while not self._take(close):
            if parts:
                self._need(",")
                if self._take(close):
                    break
            parts.append(self._condition())
        return parts

    def _pairs(self) -> list[Tree]:
        parts: list[Tree] = []
        while not self._take("}"):
            if parts:
                self._need(",")
                if self._take("}"):
                    break
            parts.append(self._condition())
            self._need(":")
            parts.append(self._condition())
        return parts

    def _arguments(self) -> tuple[tuple[Tree, ...], tuple[str, ...]]:
        self._need("(")
        parts: list[Tree] = []
        names: list[str] = []
        while not self._take(")"):
            if parts:
                self._need(",")
                if self._take(")"):
                    break
            if self._now.kind == "name" and self._text_after() == "=":
                names.append(self._word("a name").text)
                self._need("=")
            elif names:
                raise self._unexpected("A named argument comes last")
            parts.append(self._condition())
        return tuple(parts), tuple(names)

    def _postfix(self, tree: Tree) -> Tree:
        while True:
            if self._take("."):
                key = self._now
                if key.kind not in ("name", "int"):
                    raise self._unexpected("A name is missing after the dot")
                self._at += 1
                value = key.text if key.kind == "name" else self._number(key)
                inner = self._make("const", key.start, value=value)
                tree = self._make("get", tree.start, tree, inner, value=".")
            elif self._take("["):
                tree = self._subscript(tree)
            elif self._sees("("):
                raise self._call()
            else:
                return tree

    def _subscript(self, tree: Tree) -> Tree:
        bounds: list[Tree] = []
        colons = 0
        nothing = Tree("const", self._now.start, self._now.start)
        expected = True
        while not self._take("]"):
            if self._take(":"):
                colons += 1
                if expected:
                    bounds.append(nothing)
                expected = True
            elif expected:
                bounds.append(self._condition())
                expected = False
            else:
                raise self._unexpected()
        if not colons and len(bounds) == 1:
            return self._make("get", tree.start, tree, bounds[0], value="[")
        if not colons or colons > 2:
            raise self._unexpected("An index is missing or there are too many")
        return self._make("slice", tree.start, tree, *bounds)

    def _call(self) -> ExpressionError:
        return error_at(
            "Nothing can be called here",
            self._text,
            self._now.start,
            "Use a filter instead: not {{ a.b.upper() }} but {{ a.b | upper }}.",
        )


_SPLIT: Final = "Work out a part of it in a node of its own."
