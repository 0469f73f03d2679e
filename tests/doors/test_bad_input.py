"""Bad input at the command line: one sentence with its place and what to do.

Catalogue: O04, O05, O06 (providers), L04 (JSON in flow files, inputs and layouts), N01 and N04
(requests of flows), H-04 (graphs).
"""

import itertools
import json
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.doors.shell import Shell, providers
from tests.fakes.fixtures import ProviderServer

pytestmark = [pytest.mark.slow]


def flow(folder: Path, nodes: Mapping[str, Any], *edges: str, **more: Any) -> Path:
    """Write a flow and return its file."""
    path = folder / "try.flow.json"
    made = {"format": 1, "id": "flw_try1", "name": "try", "nodes": nodes, "edges": edges, **more}
    path.write_text(json.dumps(made), "utf-8")
    return path


def setting(text: str) -> str:
    """Return a flow that holds `text`, as it is, as a value."""
    flow = '{"format": 1, "id": "flw_try1", "name": "try", "nodes": {"set_aaaa": NODE}}'
    return flow.replace("NODE", '{"type": "data.set@1", "in": {"values": {"x": TEXT}}}').replace(
        "TEXT", text
    )


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


@pytest.mark.parametrize(
    ("fault", "sentence", "remedy"),
    [
        ("html", "is no answer", "a proxy or a login page"),
        ("reset", "broke off before its end", "Try again"),
        ("no-finish", "broke off before its end", "Try again"),
        ("null-content", "it is empty", "Check the address"),
        ("401", "refused the key", "Check the key"),
        ("404", "has no model", "Choose another model"),
        ("500", "trouble of its own", "Try again later"),
    ],
)
def test_a_provider_that_misbehaves_is_named_and_its_run_can_go_on(
    tmp_path: Path, provider: ProviderServer, fault: str, sentence: str, remedy: str
) -> None:
    shell = Shell(tmp_path, providers(provider))
    told = {"set_aaaa": {"type": "text.template@1", "in": {"text": "kept"}}}
    ask = {"prompt": "Hello", "model": f"openai/fault-{fault}"}
    asks = {"type": "llm.chat@1", "in": ask, "policy": {"retry": {"max": 0}}}
    path = flow(tmp_path, {**told, "ask_bbbb": asks}, "set_aaaa.out -> ask_bbbb.in")
    code, run, said = shell.call("run", path.name)
    assert (code, run["status"]) == (1, "failed")
    error = run["error"]
    assert sentence in error["message"]
    assert "'openai'" in error["message"]
    assert remedy in error["hint"]
    assert f"runs resume {run['run']}" in error["hint"]
    assert error["place"] == ["try", "ask_bbbb"]
    assert "Traceback" not in said
    _, shown, _ = shell.call("runs", "show", run["run"])
    assert shown["nodes"]["set_aaaa"]["status"] == "succeeded"
    assert len(provider.log()) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a " * (26 << 20), "has 52.0 MB; at most"),
        (bytes(range(256)) * 400, "is binary data and has no text to read"),
    ],
)
def test_l04_a_document_that_cannot_be_read_fails_its_step(
    shell: Shell, content: bytes, sentence: str
) -> None:
    (shell.folder / "odd.txt").write_bytes(content)
    path = flow(shell.folder, {"read_aaaa": {"type": "files.read@1", "in": {"path": "odd.txt"}}})
    code, run, said = shell.call("run", path.name)
    assert (code, run["status"]) == (1, "failed")
    assert sentence in run["error"]["message"]
    assert "'odd.txt'" in run["error"]["message"]
    assert run["error"]["place"] == ["try", "read_aaaa"]
    assert run["error"]["hint"]
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (setting("[" * 100_000 + "]" * 100_000), "nested more than 64 deep"),
        (setting("1" * 5000), "is too large"),
        (setting("1e999"), "is too large"),
        (setting("NaN"), "NaN is no number JSON knows"),
        (setting('"\\ud800"'), "half a character"),
        (setting('"a\\u0000b"'), "the character NUL"),
        (setting('{"a": 1, "a": 2}'), "appears twice"),
        ('{"format": 1,', "is not JSON"),
        ("\x00\x01\x02", "is not JSON"),
    ],
)
def test_l04_hostile_json_in_a_flow_file_is_refused_and_nothing_is_stored(
    shell: Shell, text: str, sentence: str
) -> None:
    (shell.folder / "try.flow.json").write_text(text, "utf-8")
    code, answer, said = shell.call("run", "try.flow.json")
    assert code == 2
    assert sentence in answer["error"]["message"]
    assert answer["error"]["hint"]
    assert answer["error"]["place"] == ["try.flow.json"]
    assert "Traceback" not in said
    assert not (shell.folder / "data").exists()


@pytest.mark.parametrize(
    "value",
    ["[" * 100_000 + "]" * 100_000, "[" + "1" * 5000 + "]", "[NaN]", '["\\ud800"]', "[1e999]",
     '[{"a": 1, "a": 2}]', '["a\\u0000b"]'],
)  # fmt: skip
def test_l04_hostile_json_in_an_input_is_refused_and_nothing_is_stored(
    shell: Shell, value: str
) -> None:
    (shell.folder / "value.json").write_text(value, "utf-8")
    nodes = {
        "start_aaaa": {"type": "flow.start@1"},
        "output_bbbb": {"type": "flow.output@1", "in": {"values": {"x": "{{ start_aaaa.rows }}"}}},
    }
    path = flow(
        shell.folder, nodes, "start_aaaa.out -> output_bbbb.in", inputs={"rows": {"type": "array"}}
    )
    code, answer, said = shell.call("run", path.name, "-i", "rows=@value.json")
    assert "Traceback" not in said
    assert code == 2
    assert "The input 'rows' cannot be" in answer["error"]["message"]
    assert answer["error"]["hint"]
    assert not (shell.folder / "data").exists()


def test_h04_a_circle_is_refused_with_its_nodes(shell: Shell) -> None:
    text = {"type": "text.template@1", "in": {"text": "x"}}
    path = flow(
        shell.folder, {"a_aaaa": text, "b_bbbb": text},
        "a_aaaa.out -> b_bbbb.in", "b_bbbb.out -> a_aaaa.in",
    )  # fmt: skip
    code, answer, _ = shell.call("run", path.name)
    assert code == 2
    assert "'a_aaaa' → 'b_bbbb' → 'a_aaaa'" in answer["error"]["message"]
    assert "Remove one of the wires" in answer["error"]["hint"]


def test_h04_a_chain_of_ten_thousand_nodes_runs(shell: Shell) -> None:
    text = {"type": "text.template@1", "in": {"text": "x"}}
    names = [f"node_{number}" for number in range(10_000)]
    wires = (f"{a}.out -> {b}.in" for a, b in itertools.pairwise(names))
    path = flow(shell.folder, dict.fromkeys(names, text), *wires)
    code, run, said = shell.call("run", path.name)
    assert (code, run["status"], run["steps"]) == (0, "succeeded", 10_000), said


class _Leads(BaseHTTPRequestHandler):
    """A site that sends whoever comes to where they must not go."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status, _, target = self.path[1:].partition("/")
        self.send_response(int(status))
        self.send_header("Location", target or self.path)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[tuple[int, list[str]]]:
    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Site", (_Leads,), {"asked": asked}))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server.server_port, asked
    server.shutdown()
    thread.join()
    server.server_close()


def fetched(shell: Shell, url: str) -> str:
    """Run a flow that fetches an address and must fail; return the sentence."""
    get = {"type": "http.request@1", "in": {"url": url}, "policy": {"retry": {"max": 0}}}
    path = flow(shell.folder, {"get_aaaa": get})
    code, run, said = shell.call("run", path.name)
    assert (code, run["status"]) == (1, "failed"), said
    assert run["error"]["place"] == ["try", "get_aaaa"]
    assert run["error"]["hint"]
    return str(run["error"]["message"])


def test_n01_n02_a_flow_does_not_reach_this_machine(
    shell: Shell, site: tuple[int, list[str]]
) -> None:
    port, asked = site
    for host in ("127.0.0.1", "localhost", "0x7f000001", "[::ffff:127.0.0.1]", "169.254.169.254"):
        assert "must not be reached from a flow" in fetched(shell, f"http://{host}:{port}/"), host
    assert asked == []


def test_n04_a_redirect_leads_no_flow_to_where_it_may_not_go(
    tmp_path: Path, site: tuple[int, list[str]]
) -> None:
    port, asked = site
    shell = Shell(tmp_path, {"LOOMLINE_ALLOW_HOSTS": json.dumps([f"127.0.0.1:{port}"])})
    for status in (301, 302, 303, 307, 308):
        to = f"http://127.0.0.1:{port}/{status}/http://169.254.169.254/latest/meta-data/"
        assert "169.254.169.254" in fetched(shell, to)
    assert len(asked) == 5
    assert "redirect" in fetched(shell, f"http://127.0.0.1:{port}/302/")
    assert len(asked) <= 5 + 6
