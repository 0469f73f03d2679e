from pathlib import Path

import pytest

from runtime.settings import Settings


def test_the_home_folder_is_readable_where_only_this_machine_reaches_the_app() -> None:
    assert Settings(host="127.0.0.1").readable == (Path.home(),)
    assert Settings(host="::1").readable == (Path.home(),)


@pytest.mark.parametrize(
    "settings",
    [
        Settings(host="0.0.0.0"),  # noqa: S104 - refused, which is the point
        Settings(host="127.0.0.1", public_url="https://flows.example.org"),
        Settings(files=[Path("/srv/docs")]),
    ],
)
def test_the_home_folder_stays_closed_where_others_come_in_or_folders_are_named(
    settings: Settings,
) -> None:
    assert settings.readable == ()


@pytest.mark.parametrize("written", ['["/srv/a", "/srv/b"]', "/srv/a,/srv/b", "/srv/a, /srv/b"])
def test_folders_are_named_as_json_or_with_commas(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOOMLINE_FILES", written)
    assert Settings().files == [Path("/srv/a"), Path("/srv/b")]
