"""Write your own nodes: everything a plugin needs, under one name.

`FakeContext` and its parts are for the tests of a plugin.
"""

from nodes.sdk import *  # noqa: F403 - the facade re-exports the whole SDK
from nodes.sdk import __all__ as __all__
from nodes.sdk.testing import FakeContext as FakeContext
from nodes.sdk.testing import FakeMail as FakeMail
