"""Write your own nodes: everything a plugin needs, under one name."""

from nodes.sdk import *  # noqa: F403 - the facade re-exports the whole SDK
from nodes.sdk import __all__ as __all__
