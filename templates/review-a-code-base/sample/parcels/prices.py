"""Prices of parcels."""

from decimal import Decimal

_STEPS = (
    (Decimal(2), Decimal("4.90")),
    (Decimal(5), Decimal("6.50")),
    (Decimal(10), Decimal("9.20")),
    (Decimal(31), Decimal("16.80")),
)


class TooHeavyError(ValueError):
    """A parcel weighs more than the carrier takes."""


def price_of(weight: Decimal) -> Decimal:
    """Return the price of a parcel by its weight in kilograms."""
    for limit, price in _STEPS:
        if weight <= limit:
            return price
    raise TooHeavyError(f"A parcel may weigh {_STEPS[-1][0]} kg, this one weighs {weight}.")
