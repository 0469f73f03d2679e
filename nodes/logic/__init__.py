"""Nodes that decide which way a flow takes."""

from nodes.logic.check import Check
from nodes.logic.for_each import ForEach
from nodes.logic.if_ import If
from nodes.logic.merge import Merge
from nodes.logic.switch import Switch

__all__ = ["Check", "ForEach", "If", "Merge", "Switch"]
