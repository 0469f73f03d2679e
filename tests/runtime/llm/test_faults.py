"""Every fault, over every wire: one request, one classified error, in time.

Catalogue: O02, O03, O04, O05, O06.
"""

import asyncio
import socket
import time

import pytest

from runtime.llm.call import Deadlines
from runtime.llm.errors import ModelError
from tests.fakes.fixtures import ProviderServer
from tests.runtime.llm.conftest import KEY, SHORT, WIRES, House

EXPECTED = {
    "400": "bad_request",
    "401": "auth",
    "403": "auth",
    "404": "model_missing",
    "429-silent": "rate_limit",
    "quota": "quota",
    "context": "context",
    "policy": "policy",
    "500": "server",
    "502": "server",
    "503": "server",
    "529": "server",
    "stall": "timeout",
    "stall-mid": "timeout",
    "keepalive": "timeout",
    "drip": "timeout",
    "reset": "truncated",
    "no-finish": "truncated",
    "length": "truncated",
    "filter": "policy",
    "html": "protocol",
    "empty-choices": "protocol",
    "null-content": "protocol",
    "half-json": "truncated",
}
LATE = {"stall", "stall-mid", "keepalive", "drip"}
FINAL = {"auth", "quota", "context", "policy", "model_missing", "bad_request"}


@pytest.mark.parametrize("fault", sorted(EXPECTED))
async def test_a_fault_is_one_request_and_one_error_of_its_class(
    house: House, provider: ProviderServer, fault: str
) -> None:
    asked = house.bind(house.gateway(deadlines=SHORT if fault in LATE else None))
    started = time.monotonic()
    results = await asyncio.gather(
        *(asked.ask(f"{wire}/fault-{fault}") for wire in WIRES), return_exceptions=True
    )
    took = time.monotonic() - started
    for wire, result in zip(WIRES, results, strict=True):
        assert isinstance(result, ModelError), f"{wire}: {result!r}"
        assert result.kind == EXPECTED[fault], f"{wire}: {result.message}"
        assert result.retry == (EXPECTED[fault] not in FINAL and fault != "length"), wire
        assert f"'{wire}'" in result.message
        assert f"'fault-{fault}'" in result.message
        assert result.hint
        assert KEY not in f"{result.message} {result.hint}"
    log = await asyncio.to_thread(provider.wait_for_log, lambda log: len(log) >= len(WIRES))
    assert sorted(entry["wire"] for entry in log).count("openai") == 2
    assert len(log) == len(WIRES)
    if fault in LATE:
        assert took < SHORT.total + 1
        assert {entry["outcome"] for entry in log} == {"disconnected"}


async def test_what_came_before_a_break_is_kept(house: House) -> None:
    gateway = house.gateway(deadlines=Deadlines(between_tokens=0.5))
    for fault in ("reset", "stall-mid", "length"):
        with pytest.raises(ModelError) as caught:
            await house.bind(gateway).ask(f"openai/fault-{fault}")
        assert caught.value.partial.startswith("Summary of")


async def test_a_burst_of_errors_passes_into_an_answer(
    house: House, provider: ProviderServer
) -> None:
    provider.fault("503", times=2)
    asked = house.bind()
    for _ in range(2):
        with pytest.raises(ModelError):
            await asked.ask("openai/fake-small")
    assert (await asked.ask("openai/fake-small")).text
    assert len(provider.log()) == 3


@pytest.mark.parametrize("wire", WIRES)
async def test_a_server_that_is_not_there_is_a_connection_error(house: House, wire: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        house.url = f"http://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(ModelError) as caught:
            await house.bind().ask(f"{wire}/fake-small")
    assert (caught.value.kind, caught.value.retry) == ("connection", True)


async def test_a_server_that_never_accepts_meets_the_first_deadline(house: House) -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        address = full.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(address)
        house.url = f"http://127.0.0.1:{address[1]}"
        limits = Deadlines(connect=0.4, first_token=20, between_tokens=20, total=20)
        asked = house.bind(house.gateway(deadlines=limits))
        started = time.monotonic()
        with pytest.raises(ModelError, match=r"no connection within 0\.4 seconds") as caught:
            await asked.ask("openai/fake-small")
        assert time.monotonic() - started < 5
        assert caught.value.kind == "timeout"
        for one in waiting:
            one.close()
