from typing import Any

import pytest

from nodes.sdk import UserError
from runtime.flow.files import save_document
from runtime.flow.model import Document, Flow, InputSpec, Layout, Note
from runtime.flow.secrets_scan import find_secrets, refuse_secrets
from tests.fakes.small_nodes import flow_node


def flow(**inputs: Any) -> Flow:
    node = flow_node(type="small.write@1", inputs=inputs)
    return Flow(id="flw_abcd", name="digest", nodes={"a_1": node})


# Put together here, so that no scanner of this repository cries wolf.
KEYS = {
    "an OpenAI key": "sk-" + "proj-Ab3dEf6hIj9lMn2pQr5tUv8x",
    "an Anthropic key": "sk-" + "ant-api03-Ab3dEf6hIj9lMn2pQr5t",
    "a Google key": "AI" + "zaSyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q",
    "a GitHub token": "gh" + "p_Ab3dEf6hIj9lMn2pQr5tUv8xYz1Bc4Ef7Gh0",
    "a Slack token": "xo" + "xb-123456789012-abcdefABCDEF",
    "an AWS access key": "AK" + "IAIOSFODNN7EXAMPLE",
    "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE",
    "a password in an address": "postgres://admin:" + "hunter22@db.example.org/x",
    "a bearer token": "Authorization: Bearer " + "a1b2c3d4e5f6g7h8i9j0k1l2",
    "a JSON web token": "ey"
    + "JhbGciOiJIUzI1NiJ9.ey"
    + "JzdWIiOiIxMjM0NTY3In0.dozjgNryP4J3jVmNHl0w",
}


@pytest.mark.parametrize("what", KEYS)
def test_keys_are_found_wherever_they_stand(what: str) -> None:
    for value in (KEYS[what], f"Use {KEYS[what]} please", {"headers": [{"x": KEYS[what]}]}):
        hits = find_secrets(flow(text=value))
        assert [(hit.node, hit.what) for hit in hits] == [("a_1", what)]
        assert hits[0].field.startswith("text")


def test_a_random_value_of_a_setting_called_like_a_secret_is_found() -> None:
    hits = find_secrets(flow(headers={"X-Api-Key": "Zx81kQ0pLm2nB7vC"}))
    assert [(hit.node, hit.field) for hit in hits] == [("a_1", "headers.X-Api-Key")]


HARMLESS = [
    "The quick brown fox asks for the password of the lazy dog, and gets no answer.",
    "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "/home/someone/project/src/module_name/file-name_2024.final.txt",
    "https://example.org/a/very/long/path?with=query&and=more#fragment",
    "C:\\Users\\someone\\Documents\\report-2024.docx",
    "anthropic/claude-sonnet-4-20250514",
    "sk-learn is a library; task-sk-aaaaaaaaaaaaaaaaaaaaaaaa is a name",
    "{{ start.api_key }}",
    "https://user:{{ vault.password }}@example.org/",
    "Bearer {{ login.token }}",
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
    "flw_7q2m9x4k draft_k7m2 sha256:9f86d081884c7d659a2feaa0c55ad015",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_prose_hashes_paths_and_expressions_are_left_alone(text: str) -> None:
    assert find_secrets(flow(text=text, values={"note": text})) == []


@pytest.mark.parametrize(
    "value", ["{{ login.token }}", "$ENV_NAME_OF_TOKEN", "<your token here>", "xxxxxxxxxxxxxxxx",
              "a sentence with words", "your-api-key-goes-here", "short", "team-mail"]
)  # fmt: skip
def test_a_placeholder_in_a_secret_setting_is_left_alone(value: str) -> None:
    assert find_secrets(flow(token=value, password=value)) == []


def test_saving_names_the_node_and_the_field_and_writes_nothing(tmp_path: Any) -> None:
    document = Document(flow=flow(prompt=KEYS["an OpenAI key"]))
    with pytest.raises(UserError, match="'prompt' holds what looks like an OpenAI key") as caught:
        save_document(tmp_path / "digest.flow.json", document)
    assert caught.value.place == ("a_1",)
    assert "credential" in caught.value.hint
    assert KEYS["an OpenAI key"] not in caught.value.message + caught.value.hint
    assert list(tmp_path.iterdir()) == []


def test_defaults_of_inputs_and_notes_are_looked_at_too() -> None:
    spec = InputSpec(default=KEYS["a GitHub token"])
    inputs = Flow(id="flw_abcd", name="x", inputs={"token": spec})
    assert find_secrets(inputs)[0].field == "inputs.token"
    layout = Layout(notes={"note_1": Note(text=KEYS["a Slack token"])})
    with pytest.raises(UserError, match="a Slack token"):
        refuse_secrets(Document(flow=Flow(id="flw_abcd", name="x"), layout=layout))
