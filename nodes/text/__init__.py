"""Nodes that write and cut text."""

from nodes.text.list import WriteList
from nodes.text.split import SplitText
from nodes.text.template import TextTemplate

__all__ = ["SplitText", "TextTemplate", "WriteList"]
