"""Node types, templates and the doctor from the command line."""

from pathlib import Path

from tests.runtime.cli.terminal import Loomline

TEMPLATES = {"blog-post-pipeline", "summarise-a-folder", "review-a-code-base"}


def test_every_node_type_is_listed_with_its_ports(loomline: Loomline) -> None:
    found = {node["type"]: node for node in loomline("nodes", "--json").json["nodes"]}
    chat = found["llm.chat@1"]
    assert chat["title"] == "Ask model"
    assert "text" in {port["name"] for port in chat["outputs"]}
    assert "prompt" in {setting["name"] for setting in chat["settings"]}
    assert chat["paid"] is True


def test_one_node_type_is_described(loomline: Loomline) -> None:
    done = loomline("nodes", "text.split")
    assert done.code == 0
    assert "parts" in done.out


def test_a_node_type_that_is_not_there_is_told(loomline: Loomline) -> None:
    done = loomline("nodes", "text.splitt")
    assert done.code == 2
    assert "There is no node type 'text.splitt'" in done.err


def test_the_templates_are_listed(loomline: Loomline) -> None:
    found = loomline("templates", "list", "--json").json["templates"]
    assert {template["name"] for template in found} == TEMPLATES


def test_a_template_becomes_a_flow_file_that_passes_check(
    tmp_path: Path, loomline: Loomline
) -> None:
    folder = tmp_path / "mine"
    done = loomline("templates", "use", "summarise-a-folder", "-o", folder, "--json")
    assert done.code == 0
    assert str(folder / "summarise-a-folder.flow.json") in done.json["files"]
    assert loomline("check", folder).code == 0
    again = loomline("templates", "use", "summarise-a-folder", "-o", folder)
    assert again.code == 2
    assert "is there already" in again.err


def test_a_template_or_a_parameter_that_is_not_there_is_told(
    tmp_path: Path, loomline: Loomline
) -> None:
    assert "There is no template 'summary'" in loomline("templates", "use", "summary").err
    done = loomline("templates", "use", "summarise-a-folder", "-o", tmp_path / "x", "-p", "foldr=y")
    assert done.code == 2
    assert "The template has no parameter 'foldr'" in done.err
    assert not (tmp_path / "x").exists()


def test_the_doctor_finds_a_healthy_installation_and_changes_nothing(
    tmp_path: Path, loomline: Loomline
) -> None:
    done = loomline("doctor", "--json")
    found = {finding["name"]: finding for finding in done.json["findings"]}
    assert found["python"]["status"] == "ok"
    assert found["canvas"]["status"] == "ok"
    assert found["nodes"]["status"] == "ok"
    assert not (tmp_path / "data").exists()
    assert done.code == 0


def test_the_doctor_names_providers_and_never_their_keys(loomline: Loomline) -> None:
    done = loomline("doctor", "--json", OPENAI_API_KEY="sk-very-secret")
    models = next(f for f in done.json["findings"] if f["name"] == "models")
    assert "OpenAI" in models["message"]
    assert "sk-very-secret" not in done.out + done.err


def test_the_doctor_finds_a_vault_key_that_others_can_read(
    tmp_path: Path, loomline: Loomline
) -> None:
    key = tmp_path / "data" / "keys" / "vault.key"
    key.parent.mkdir(parents=True)
    key.write_bytes(b"x" * 32)
    key.chmod(0o644)
    done = loomline("doctor", "--json")
    assert done.code == 1
    vault = next(f for f in done.json["findings"] if f["name"] == "vault")
    assert vault["status"] == "fail"
    assert f"chmod 600 '{key}'" in vault["remedy"]


def test_the_doctor_finds_a_data_directory_that_is_none(tmp_path: Path, loomline: Loomline) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    done = loomline("--data", file, "doctor", "--json")
    assert done.code == 1
    data = next(f for f in done.json["findings"] if f["name"] == "data")
    assert data["status"] == "fail"
