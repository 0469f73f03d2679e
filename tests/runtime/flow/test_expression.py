from typing import Any

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2.nativetypes import NativeEnvironment
from pydantic import JsonValue

from nodes.sdk import UserError
from runtime.flow.expression import (
    ExpressionError,
    Reference,
    compile_value,
    has_expression,
    preview,
    references,
)

SENT: dict[str, dict[str, Any]] = {
    "a": {
        "items": [{"n": 1, "tag": {"name": "x"}}, {"n": 2, "tag": {"name": "y"}}],
        "keys": {"get": "a key called get", "items": 3},
        "name": "Bob",
        "number": "42",
        "x": 41,
        "half": 1.5,
        "none": None,
        "yes": True,
    },
    "b": {},
}

VALUES: dict[str, Any] = {
    "{{ a.x }}": 41,
    "{{a.items}}": SENT["a"]["items"],
    "{{ a['items'][1].n }}": 2,
    "{{ a.items.0.tag.name }}": "x",
    "{{ a.items[-1]['tag'] }}": {"name": "y"},
    "{{ a.keys.items }}": 3,
    "{{ a.keys.get }}": "a key called get",
    "{{ a.number }}": "42",
    "{{ '[1]' }}": "[1]",
    "{{ a.none }}": None,
    "{{ a }}": SENT["a"],
    "  {{ a.x }}\n": 41,
    "  {{ a.name }}\n": "  Bob\n",
    "Hello {{ a.name }}!": "Hello Bob!",
    "{{ a.name }}{{ a.x }}": "Bob41",
    "{{ a.items }} {{ a.none }}|{{ a.yes }}|{{ a.half }}": (
        '[{"n": 1, "tag": {"name": "x"}}, {"n": 2, "tag": {"name": "y"}}] |true|1.5'
    ),
    "{{ a.x + 1 }}": 42,
    "{{ 7 // 2 * 2 - 1 }}": 5,
    "{{ 7 / 2 }}": 3.5,
    "{{ -a.x % 5 }}": 4,
    "{{ 2 ** 10 }}": 1024,
    "{{ a.name ~ ' is ' ~ a.x }}": "Bob is 41",
    "{{ 'yes' if a.x > 40 else 'no' }}": "yes",
    "{{ a.x > 40 and a.name == 'Bob' }}": True,
    "{{ not a.yes or a.none }}": None,
    "{{ 1 < a.x <= 41 }}": True,
    "{{ 'n' in a.items[0] and 'z' not in a.name }}": True,
    "{{ a.missing is defined }}": False,
    "{{ a.name is not none }}": True,
    "{{ a.x is divisibleby 41 }}": True,
    "{{ a.missing | default('d') }}": "d",
    "{{ a.missing.deeper[3].still | default('d') }}": "d",
    "{{ gone.port | default([]) }}": [],
    "{{ a.name | upper | replace('B', 'R') }}": "ROR",
    "{{ a.items | map(attribute='tag.name') | join(', ') }}": "x, y",
    "{{ a.items | selectattr('n', '>', 1) | list }}": SENT["a"]["items"][1:],
    "{{ a.items | rejectattr('tag.name', 'eq', 'x') | map(attribute='n') | sum }}": 2,
    "{{ [3, 1, 2] | sort | reverse | first }}": 3,
    "{{ ['a', 'b', 'a'] | unique | length }}": 2,
    "{{ a.keys | items }}": [["get", "a key called get"], ["items", 3]],
    "{{ {'x': a.x, 'list': [a.name, 1]} }}": {"x": 41, "list": ["Bob", 1]},
    "{{ a.name[1:] }}": "ob",
    "{{ a.items | tojson | fromjson | length }}": 2,
    "{{ 'a,b' | split(',') }}": ["a", "b"],
    "{{ '3.7' | float | round | int }}": 4,
    "{{ '{{' }}": "{{",
    r"{{ 'a\nb\u00e9' }}": "a\nbé",
    "a {{- a.x -}} b": "a41b",
    "{# no comment #} {{ a.x }}%": "{# no comment #} 41%",
    "{{ a.text | truncate(3) if a.text is defined else 'none' }}": "none",
}


@pytest.mark.parametrize("text", VALUES)
def test_an_expression_gives_its_value(text: str) -> None:
    value = preview(text, SENT)
    assert value == VALUES[text]
    assert type(value) is type(VALUES[text])


FAULTS: dict[str, tuple[str, str]] = {
    "{{ a.nme }}": ("{{ a.nme }} (column 1): 'a' has sent no 'nme'.", "'name'"),
    "{{ gone.x }}": ("'gone' has sent nothing", "Known here: 'a', 'b'"),
    "{{ b.x }}": ("'b' has sent no 'x'", "It has sent: nothing"),
    "line\n  {{ a.x | uper }}": ("no filter 'uper' (line 2, column 6)", "Did you mean 'upper'?"),
    "{{ a.x is evn }}": ("no test 'evn'", "Did you mean 'even'?"),
    "{{ a.name.upper() }}": ("Nothing can be called here (column 16)", "a.b | upper"),
    "{{ a.items.n }}": ("'a.items' is a list and has no 'n'", "map(attribute="),
    "{{ a.items[9] }}": ("no entry 9", "It has 2"),
    "{{ a.name + 1 }}": ("'+' cannot add a number to text", "use ~"),
    "{{ a.x - '1' }}": ("'-' cannot be used on text", "| int"),
    "{{ a.x < 'b' }}": ("have no order", "| float"),
    "{{ a.x / 0 }}": ("divided by 0", "if"),
    "{{ }}": ("nothing between", "Name a value"),
    "{{ a.x": ("'{{' is not closed (column 1)", "}}"),
    "{{ a. }}": ("A name is missing after the dot (column 7)", ""),
    "{{ a.x | }}": ("The name of a filter is missing", ""),
    "{{ a x }}": ("'x' is not expected here (column 6)", ""),
    "{{ (a.x }}": ("closes nothing", ""),
    "{{ a.x $ }}": ("'$' is not understood (column 8)", ""),
    "{% for x in y %}{{ x }}{% endfor %}": ("Blocks with {% %} are not known", "For each"),
    "{{ 'a' if false }}": ("has no value", "else"),
    "{{ a.x | default(gone.y) }}": ("'gone' has sent nothing", ""),
    "{{ a.name | replace('a') }}": ("'replace' cannot be used here on text", "brackets"),
    "{{ [] | first }}": ("no first entry", "default"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_what_is_wrong_is_told_with_place_and_remedy(text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        preview(text, SENT)
    message, hint = FAULTS[text]
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_data_is_never_read_as_an_expression_again() -> None:
    sent = {"hook": {"body": "{{ 1 + 1 }} {{ hook.other }}", "other": "s"}}
    for text in ("{{ hook.body }}", "{{ hook.body ~ '' }}", "{{ [hook.body] | join }}"):
        assert preview(text, sent) == "{{ 1 + 1 }} {{ hook.other }}"
    assert preview("> {{ hook.body | default('') }}", sent) == "> {{ 1 + 1 }} {{ hook.other }}"


def test_only_json_reaches_an_expression() -> None:
    class Thing:
        inner = "s"

    for text in ("{{ a.thing }}", "{{ a.thing.inner }}", "{{ a.list[0] }}", "x{{ a.list }}"):
        with pytest.raises(UserError):
            preview(text, {"a": {"thing": Thing(), "list": [Thing()]}})


def test_a_value_tells_what_it_reads_and_whether_it_is_constant() -> None:
    value: JsonValue = {
        "to": "{{ start.mail }}",
        "rows": [1, "{{ list['files'] | length }} of {{ all }}"],
        "literal": {"$text": "{{ never.read }}"},
    }
    compiled = compile_value(value)
    assert compiled.refs == {("start", "mail"), ("list", "files"), ("all", None)}
    assert not compiled.constant
    sent = {"start": {"mail": "a@b"}, "list": {"files": [1]}, "all": {"n": 1}}
    assert compiled.evaluate(sent) == {
        "to": "a@b",
        "rows": [1, '1 of {"n": 1}'],
        "literal": "{{ never.read }}",
    }
    plain = compile_value({"a": [1, {"$text": "{{ x }}"}]})
    assert plain.constant
    assert plain.evaluate({}) == {"a": [1, "{{ x }}"]}
    assert not has_expression("{ x }")


def test_references_have_places_to_mark() -> None:
    text = "To {{ a.b.c | default(d['e'], f) }} and {{ g }}"
    assert references(text) == (
        Reference("a", "b", 6, 9),
        Reference("d", "e", 22, 28),
        Reference("f", None, 30, 31),
        Reference("g", None, 43, 44),
    )
    assert references("no expression") == ()


NAMES = st.sampled_from(["p.i", "p.j", "p.s", "p.l", "3", "0", "2.5", "'ab'", "true", "none"])


def _combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from(["+", "-", "*", "//", "%", "~", "==", "<", "and", "or", "in", "not in"])
    filters = st.sampled_from(
        [
            "upper",
            "length",
            "abs",
            "int",
            "string",
            "first",
            "default('d')",
            "title",
            "sort",
            "list",
        ]
    )
    tests = st.sampled_from(["none", "string", "integer", "even", "mapping", "defined", "sequence"])
    return st.one_of(
        st.tuples(inner, signs, inner).map(" ".join),
        st.tuples(inner, signs, inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        st.tuples(inner, inner, inner).map(lambda t: f"{t[0]} if {t[1]} else {t[2]}"),
        st.tuples(inner, filters).map(" | ".join),
        st.tuples(inner, tests).map(" is ".join),
        inner.map("not {}".format),
        inner.map("-{}".format),
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        inner.map("({})[0]".format),
    )


EXPRESSIONS = st.recursive(NAMES, _combined, max_leaves=6)
KNOWN = {"p": {"i": 7, "j": -2, "s": "some text", "l": [3, 1, 2]}}


@settings(max_examples=150, deadline=None)
@given(EXPRESSIONS)
def test_where_both_have_an_answer_it_is_the_one_of_jinja(expression: str) -> None:
    try:
        ours = preview("{{ " + expression + " }}", KNOWN)
    except UserError:
        return  # more is refused here than there
    environment = NativeEnvironment(undefined=jinja2.StrictUndefined)
    try:
        theirs = environment.compile_expression(expression, undefined_to_none=False)(**KNOWN)
    except (jinja2.TemplateError, TypeError):
        return  # Jinja has no answer, for example to whether a text is even
    # Written out, true, null, lists and objects look as in JSON here: see the values above.
    written = any(word in expression for word in ("~", "string", "upper", "title"))
    if not written:
        assert ours == theirs, expression
