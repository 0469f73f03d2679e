import pytest

import nodes.data
import nodes.files
import nodes.flow
import nodes.http
import nodes.llm
import nodes.logic
import nodes.mail
import nodes.text
from builder.panels.palette import ranked
from nodes.sdk import Node

PACKAGES = (
    nodes.data, nodes.files, nodes.flow, nodes.http, nodes.llm, nodes.logic, nodes.mail, nodes.text
)  # fmt: skip
SPECS = [
    value.spec
    for package in PACKAGES
    for value in vars(package).values()
    if isinstance(value, type) and issubclass(value, Node) and value is not Node
]


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("send mail", "mail.send"),
        ("loop", "logic.for_each"),
        ("prompt", "llm.chat"),
        ("read", "files.read"),
    ],
)
def test_nodes_are_found_by_what_one_wants_to_do(wanted: str, first: str) -> None:
    assert ranked(SPECS, wanted)[0].name == first


def test_words_that_fit_nothing_find_nothing() -> None:
    assert ranked(SPECS, "qqqq") == []
