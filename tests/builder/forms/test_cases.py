import nodes.data
import nodes.logic
from builder.forms.field import FormField, columns_of, parse
from nodes.sdk import NodeSpec


def field_of(spec: NodeSpec, name: str) -> FormField:
    return FormField.of_spec(next(field for field in spec.fields if field.name == name))


def test_conditions_and_ways_are_tables_with_a_column_for_each_field() -> None:
    conditions = field_of(nodes.data.FilterList.spec, "conditions")
    cases = field_of(nodes.logic.Switch.spec, "cases")
    assert (conditions.control, cases.control) == ("cases", "cases")
    assert [column.name for column in columns_of(conditions)] == ["field", "operator", "value"]
    name, operator, value = columns_of(cases)
    assert name.required
    assert "is_one_of" in operator.choices
    assert operator.default == "equals"
    assert value.help.startswith("What it is compared with")


def test_rows_that_a_browser_sends_have_to_be_rows() -> None:
    field = field_of(nodes.data.FilterList.spec, "conditions")
    assert parse(field, [{"field": "age", "value": "3"}]).value == [{"field": "age", "value": "3"}]
    assert parse(field, []).value == []
    assert parse(field, "{{ start.rows }}").value == "{{ start.rows }}"
    for junk in (7, {"a": 1}, ["x"], [None]):
        assert parse(field, junk).error
