"""Killed in the middle, a run goes on by itself and pays for nothing twice."""

import random
from pathlib import Path

import pytest

from tests.doors.kills import kill_once
from tests.fakes.fixtures import ProviderServer

FILES = 200
AT_ONCE = 100


@pytest.mark.slow
def test_after_kill_nine_the_server_goes_on_and_asks_nothing_recorded_again(
    tmp_path: Path, provider: ProviderServer
) -> None:
    provider.latency(0.05)
    moment = random.randrange(20, FILES - 40)  # noqa: S311 - any moment will do
    killed = kill_once(tmp_path, provider, files=FILES, moment=moment)
    assert killed.run["status"] == "succeeded", killed.run
    assert killed.run["outputs"]["count"] == FILES
    assert killed.prompts == FILES
    assert killed.asked_before < FILES
    assert killed.most <= 2
    assert killed.twice <= AT_ONCE
