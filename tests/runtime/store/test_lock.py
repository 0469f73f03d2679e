import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nodes.sdk import UserError
from runtime.store.lock import DataLock

_HOLD = """
import sys, pathlib
from runtime.store.lock import DataLock
lock = DataLock.acquire(pathlib.Path(sys.argv[1]))
print("locked", flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_refused_and_kill_frees_the_directory(tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", _HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        with pytest.raises(UserError, match=rf"in use by another .* \(pid {other.pid}\)"):
            DataLock.acquire(tmp_path)
        other.send_signal(signal.SIGKILL)
        other.wait()
    with DataLock.acquire(tmp_path):
        assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"
    with DataLock.acquire(tmp_path):
        pass
