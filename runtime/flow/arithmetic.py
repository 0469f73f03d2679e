"""The signs of expressions: what `+ - * / // % **` and comparisons do, and what they refuse."""

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from nodes.sdk import UserError
from runtime.flow.work import MAX_BITS, grown, joined, kind_of, number, present


def numeric(sign: str, value: Any) -> int | float:
    """Return a number for a sign that takes one."""
    if isinstance(present(value), int | float):
        return value
    raise UserError(
        f"'{sign}' cannot be used on {kind_of(value)}.", hint="Make a number of it: | int."
    )


def _add(left: Any, right: Any) -> Any:
    if isinstance(left, str) and isinstance(right, str):
        return joined([left, right])
    if isinstance(left, list) and isinstance(right, list):
        both = [*cast("list[Any]", left), *cast("list[Any]", right)]
        grown(len(both))
        return both
    if isinstance(left, int | float) and isinstance(right, int | float):
        return number(left + right)
    raise UserError(
        f"'+' cannot add {kind_of(right)} to {kind_of(left)}.", hint="To put texts together use ~."
    )


def _multiply(left: Any, right: Any) -> Any:
    for row, times in ((left, right), (right, left)):
        if isinstance(row, str | list) and isinstance(times, int):
            grown(len(cast("list[Any]", row)) * max(0, times))
            return cast("Any", row) * times
    first, second = numeric("*", left), numeric("*", right)
    _refuse_bits(_bits(first) + _bits(second))
    return number(first * second)


def _subtract(left: Any, right: Any) -> Any:
    return number(numeric("-", left) - numeric("-", right))


def _divide(left: Any, right: Any) -> Any:
    return number(numeric("/", left) / _divisor("/", right))


def _floor_divide(left: Any, right: Any) -> Any:
    return number(numeric("//", left) // _divisor("//", right))


def _modulo(left: Any, right: Any) -> Any:
    if isinstance(left, str):
        raise UserError("'%' cannot be used on text.", hint="Put texts together with ~.")
    return number(numeric("%", left) % _divisor("%", right))


def _divisor(sign: str, value: Any) -> int | float:
    divisor = numeric(sign, value)
    if not divisor:
        raise UserError("Nothing can be divided by 0.", hint="Check for 0 with an if.")
    return divisor


def _power(left: Any, right: Any) -> Any:
    base, exponent = numeric("**", left), numeric("**", right)
    if isinstance(exponent, int) and isinstance(base, int):
        _refuse_bits(_bits(base) * abs(exponent) if abs(base) > 1 else 0)
    if not base and exponent < 0:
        raise UserError("Nothing can be divided by 0.", hint="Check for 0 with an if.")
    try:
        return number(base**exponent)
    except OverflowError as error:
        raise UserError("The number is too large.", hint="Make it smaller.") from error


def _bits(value: int | float) -> int:
    return value.bit_length() if isinstance(value, int) else 0


def _refuse_bits(bits: int) -> None:
    if bits > MAX_BITS:
        raise UserError("The number is too large.", hint="Make it smaller.")


def _ordered(check: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(left: Any, right: Any) -> bool:
        for kind in ((int, float), str, list):
            if isinstance(left, kind) and isinstance(right, kind):
                try:
                    return check(left, right)
                except TypeError:
                    break
        raise UserError(
            f"{kind_of(left).capitalize()} and {kind_of(right)} have no order.",
            hint="Make numbers of both with | int or | float, or texts with | string.",
        )

    return compare


def _contains(left: Any, right: Any) -> bool:
    if isinstance(right, str) and not isinstance(left, str):
        raise UserError(f"A text cannot hold {kind_of(left)}.", hint="Add | string to it.")
    if isinstance(right, dict):
        return isinstance(left, str) and left in right
    if isinstance(right, str | list):
        return left in cast("list[Any]", right)
    raise UserError(f"{kind_of(right).capitalize()} holds nothing to look for.")


OPERATIONS: Final[Mapping[str, Callable[[Any, Any], Any]]] = {
    "+": _add,
    "-": _subtract,
    "*": _multiply,
    "/": _divide,
    "//": _floor_divide,
    "%": _modulo,
    "**": _power,
}
COMPARISONS: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": _ordered(lambda left, right: left < right),
    "<=": _ordered(lambda left, right: left <= right),
    ">": _ordered(lambda left, right: left > right),
    ">=": _ordered(lambda left, right: left >= right),
    "in": _contains,
    "not in": lambda left, right: not _contains(left, right),
}
