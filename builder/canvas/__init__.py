"""The canvas: a flow drawn in the browser, edited by hand, kept by Python."""

from builder.canvas.binding import Binding
from builder.canvas.canvas import FlowCanvas

__all__ = ["Binding", "FlowCanvas"]
