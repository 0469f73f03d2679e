"""Nodes that talk to web services."""

from nodes.http.request import HttpHeader, HTTPRequest

__all__ = ["HTTPRequest", "HttpHeader"]
