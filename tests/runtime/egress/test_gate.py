"""Catalogue N01, N02, N03: which addresses a flow may reach."""

import pytest

from nodes.sdk import OutsideError, UserError
from runtime.egress.gate import Gate


class Names:
    """A resolver with a table; a name may give other answers each time."""

    def __init__(self, **names: list[list[str]]) -> None:
        self.names = {name.replace("_", "."): answers for name, answers in names.items()}
        self.asked: list[str] = []

    async def resolve(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        answers = self.names.get(host)
        if not answers:
            raise OSError("unknown")
        return answers.pop(0) if len(answers) > 1 else answers[0]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1.2.3", "::1", "[::1]", "0.0.0.0", "::",  # noqa: S104 - refused
        "10.0.0.1", "172.16.5.5", "172.31.255.255", "192.168.1.1",
        "169.254.169.254", "fe80::1", "fe80::1%eth0", "100.64.0.1", "100.127.255.254",
        "224.0.0.1", "239.1.1.1", "255.255.255.255", "ff02::1", "240.0.0.1",
        "127.1", "2130706433", "0x7f.1", "0x7f000001", "017700000001", "0177.0.0.1", "0",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
        "64:ff9b::a9fe:a9fe", "64:ff9b::7f00:1", "64:ff9b:1::a9fe:a9fe",
        "2002:a9fe:a9fe::", "2002:7f00:1::", "2001:0:1::5", "2001:db8::1",
        "168.63.129.16", "192.0.0.192", "192.0.0.10", "198.18.0.1", "203.0.113.5",
        "fd00:ec2::254", "fc00::1", "fec0::1",
        "localhost", "LOCALHOST", "localhost.", "a.localhost",
        "metadata.google.internal", "metadata", "printer.local",
    ],
)  # fmt: skip
async def test_addresses_of_machines_and_private_networks_are_closed(host: str) -> None:
    names = Names(localhost=[["127.0.0.1"]])
    with pytest.raises(UserError, match="must not be reached from a flow") as caught:
        await Gate(resolver=names).open(host, 80)
    assert "LOOMLINE_ALLOW_HOSTS" in caught.value.hint


@pytest.mark.parametrize("host", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
async def test_public_addresses_are_open(host: str) -> None:
    assert await Gate().open(host, 443) == [host]


async def test_one_private_address_among_the_answers_closes_the_name() -> None:
    names = Names(mixed_example=[["93.184.216.34", "10.0.0.7"]])
    with pytest.raises(UserError, match=r"'mixed\.example'"):
        await Gate(resolver=names).open("mixed.example", 443)


async def test_an_entry_in_the_allow_list_opens_exactly_that() -> None:
    names = Names(
        nas_lan=[["192.168.1.9"]], other_lan=[["192.168.1.9"]], evil_example=[["127.0.0.1"]]
    )
    gate = Gate(
        allow=["nas.lan", "127.0.0.1:8123", "10.1.0.0/16", "[fd00::5]:80", "192.168.7.7"],
        resolver=names,
    )
    assert await gate.open("nas.lan", 80) == ["192.168.1.9"]
    assert await gate.open("127.0.0.1", 8123) == ["127.0.0.1"]
    assert await gate.open("10.1.200.3", 80) == ["10.1.200.3"]
    assert await gate.open("fd00::5", 80) == ["fd00::5"]
    assert await gate.open("192.168.7.7", 9999) == ["192.168.7.7"]
    for host, port in [
        ("other.lan", 80),
        ("127.0.0.1", 8124),
        ("10.2.0.1", 80),
        ("fd00::5", 81),
        ("evil.example", 8124),
        ("192.168.7.8", 80),
    ]:
        with pytest.raises(UserError):
            await gate.open(host, port)


async def test_the_port_of_loomline_itself_stays_closed_on_an_open_machine() -> None:
    gate = Gate(allow=["127.0.0.0/8", "localhost"], own_port=8080)
    assert await gate.open("127.0.0.1", 8081)
    for host in ("127.0.0.1", "localhost"):
        with pytest.raises(UserError, match="Loomline itself"):
            await gate.open(host, 8080)


async def test_an_unknown_name_is_no_fault_of_the_flow() -> None:
    with pytest.raises(OutsideError, match=r"no server with the name 'nowhere\.example'"):
        await Gate(resolver=Names()).open("nowhere.example", 80)


def test_a_broken_network_in_the_allow_list_is_told() -> None:
    with pytest.raises(UserError, match=r"'10\.0\.0\.0/99'"):
        Gate(allow=["10.0.0.0/99"])
