"""Nodes that ask language models."""

from nodes.llm.chat import AskModel
from nodes.llm.extract import ExtractData

__all__ = ["AskModel", "ExtractData"]
