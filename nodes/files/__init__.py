"""Nodes that read and write files."""

from nodes.files.list import ListFiles
from nodes.files.read import ReadFile
from nodes.files.write import WriteFile

__all__ = ["ListFiles", "ReadFile", "WriteFile"]
