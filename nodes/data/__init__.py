"""Nodes that shape data."""

from nodes.data.filter import FilterList
from nodes.data.set import SetValues

__all__ = ["FilterList", "SetValues"]
