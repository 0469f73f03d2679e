"""Nodes that write and cut text."""

from nodes.text.split import SplitText
from nodes.text.template import TextTemplate

__all__ = ["SplitText", "TextTemplate"]
