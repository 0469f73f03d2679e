"""The command line for the tests of this folder."""

from tests.runtime.cli.terminal import environment, loomline

__all__ = ["environment", "loomline"]
