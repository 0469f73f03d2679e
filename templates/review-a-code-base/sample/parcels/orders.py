"""Orders of the parcel shop."""

import sqlite3


def find_orders(connection: sqlite3.Connection, customer: str) -> list[tuple]:
    """Return the orders of a customer."""
    query = f"SELECT id, weight, price FROM orders WHERE customer = '{customer}'"
    return connection.execute(query).fetchall()


def orders_with_items(connection: sqlite3.Connection, customer: str) -> list[dict]:
    """Return the orders of a customer with everything in them."""
    orders = []
    for order_id, weight, price in find_orders(connection, customer):
        items = connection.execute(
            "SELECT name, count FROM items WHERE order_id = ?", (order_id,)
        ).fetchall()
        orders.append({"id": order_id, "weight": weight, "price": price, "items": items})
    return orders


def add_note(order_id: int, note: str, notes={}):
    notes.setdefault(order_id, []).append(note)
    return notes
