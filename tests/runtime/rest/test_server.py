import socket
from pathlib import Path
from typing import Any

import pytest

from nodes.sdk import UserError
from runtime.rest.server import CONFIG_EXIT, ConfigError, check_exposure, listen
from runtime.settings import Settings, is_loopback


def settings(**values: Any) -> Settings:
    return Settings(**values)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost"])
def test_on_this_machine_alone_nothing_has_to_be_set(host: str) -> None:
    assert is_loopback(host)
    check_exposure(settings(host=host), account=False)


PROTECTED = {"public_url": "https://flows.example.org", "behind_proxy": "10.0.0.0/8"}


@pytest.mark.parametrize(
    ("values", "account", "missing"),
    [
        ({}, False, "LOOMLINE_ADMIN_PASSWORD_FILE"),
        ({}, True, "LOOMLINE_PUBLIC_URL"),
        (PROTECTED, False, "LOOMLINE_ADMIN_PASSWORD_FILE"),
        (PROTECTED | {"behind_proxy": ""}, True, "LOOMLINE_BEHIND_PROXY"),
        (PROTECTED | {"public_url": "http://flows.example.org"}, True, "https://"),
    ],
)
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "flows.example.org"])  # noqa: S104
def test_beyond_this_machine_protection_is_demanded_by_name(
    host: str, values: dict[str, str], *, account: bool, missing: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        check_exposure(settings(host=host, **values), account=account)
    assert missing in refused.value.hint
    assert refused.value.exit_code == CONFIG_EXIT


def test_beyond_this_machine_it_starts_with_account_address_and_proxy() -> None:
    check_exposure(settings(host="0.0.0.0", **PROTECTED), account=True)  # noqa: S104
    first = settings(host="0.0.0.0", admin_password_file=Path("p"), **PROTECTED)  # noqa: S104
    check_exposure(first, account=False)


def test_who_says_so_may_do_without_tls() -> None:
    values = {"public_url": "http://192.168.1.5:8080", "behind_proxy": "none"}
    check_exposure(settings(host="192.168.1.5", **values), account=True)


def test_a_port_that_is_taken_is_named_with_the_remedy() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UserError, match=f"Port {port} on 127.0.0.1 cannot be used") as refused:
            listen("127.0.0.1", port)
    assert f"--port {port + 1}" in refused.value.hint


@pytest.mark.parametrize("host", ["1.2.3.4", "2001:db8::1"])
def test_an_address_that_is_not_ours_cannot_be_listened_on(host: str) -> None:
    with pytest.raises(UserError, match="cannot be used"):
        listen(host, 0)
