"""Where a flow begins and what it gives back."""

from nodes.flow.output import Output
from nodes.flow.start import Start

__all__ = ["Output", "Start"]
