"""`loomline version`: which version this is."""

import platform

from runtime.cli.options import JsonOption
from runtime.cli.report import put, put_json


def version(*, as_json: JsonOption = False) -> None:
    """Say which version this is."""
    from importlib.metadata import version as version_of  # lazy: 30 ms that only this one needs

    ours, python = version_of("loomline"), platform.python_version()
    if as_json:
        put_json({"loomline": ours, "python": python})
    else:
        put(f"loomline {ours} (Python {python})")
