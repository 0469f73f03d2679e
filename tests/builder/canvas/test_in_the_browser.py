import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from tests.builder.canvas.conftest import Server
from tests.builder.canvas.hand import Hand

pytestmark = [pytest.mark.browser, pytest.mark.slow]
EMPTY = (720.0, 780.0)
"""A place on the canvas where nothing lies."""


def new_nodes(hand: Hand, before: dict[str, Any]) -> list[str]:
    return [key for key in hand.nodes() if key not in before]


def drawn(hand: Hand, node_id: str) -> None:
    hand.node(node_id).locator(".lc-title").wait_for()


def test_a_node_dragged_from_the_palette_lands_where_it_was_dropped(hand: Hand) -> None:
    before = hand.nodes()
    source = hand.page.locator('[data-node-kind="text.template@1"]')
    hand.drag(hand.centre(source), EMPTY)
    hand.settled(lambda: len(hand.nodes()) == len(before) + 1)
    (fresh,) = new_nodes(hand, before)
    assert hand.nodes()[fresh]["type"] == "text.template@1"
    box = hand.node(fresh).bounding_box()
    assert box
    assert abs(box["x"] - EMPTY[0]) < 60
    assert abs(box["y"] - EMPTY[1]) < 60
    assert hand.view()["selection"]["ids"] == [fresh]


def test_enter_on_a_palette_entry_adds_the_node(hand: Hand) -> None:
    before = len(hand.nodes())
    hand.page.locator('[data-node-kind="logic.if@1"]').focus()
    hand.press("Enter")
    hand.settled(lambda: len(hand.nodes()) == before + 1)


def test_two_ports_are_connected_and_the_wire_is_undone_and_redone(hand: Hand) -> None:
    before = hand.edges()
    wire = "list_bbbb.out -> mail_iiii.in"
    hand.drag(
        hand.centre(hand.port("list_bbbb", "out", "source")),
        hand.centre(hand.port("mail_iiii", "in", "target")),
    )
    hand.settled(lambda: wire in hand.edges())
    hand.press("Control+z")
    hand.settled(lambda: hand.edges() == before)
    hand.press("Control+Shift+Z")
    hand.settled(lambda: wire in hand.edges())
    hand.press("Control+z")
    hand.settled(lambda: hand.edges() == before)
    hand.press("Control+y")
    hand.settled(lambda: wire in hand.edges())


def test_a_wrong_wire_is_refused_with_the_reason_beside_the_pointer(hand: Hand) -> None:
    before = hand.edges()
    hand.drag(
        hand.centre(hand.port("list_bbbb", "files", "source")),
        hand.centre(hand.port("save_hhhh", "text", "target")),
    )
    tip = hand.page.locator(".lc-tip")
    tip.wait_for()
    words = "Files gives a list, but Save report \u203a Text needs text."
    assert tip.inner_text() == words
    assert hand.edges() == before


def test_a_loop_is_refused(hand: Hand) -> None:
    hand.drag(
        hand.centre(hand.port("save_hhhh", "out", "source")),
        hand.centre(hand.port("list_bbbb", "in", "target")),
    )
    hand.page.locator(".lc-tip", has_text="close a loop").wait_for()


def test_a_port_that_is_taken_offers_to_replace_its_wire(hand: Hand) -> None:
    wire = "list_bbbb.out -> save_hhhh.in"
    old = next(edge for edge in hand.edges() if "-> save_hhhh.path" in edge)
    hand.drag(
        hand.centre(hand.port("join_ffff", "text", "source")),
        hand.centre(hand.port("save_hhhh", "path", "target")),
    )
    hand.page.locator(".lc-tip button").click()
    hand.settled(lambda: "join_ffff.text -> save_hhhh.path" in hand.edges())
    assert old not in hand.edges()
    assert wire not in hand.edges()


def test_a_wire_cannot_cross_the_border_of_a_container(hand: Hand) -> None:
    hand.drag(
        hand.centre(hand.port("sum_eeee", "out", "source")),
        hand.centre(hand.port("join_ffff", "in", "target")),
    )
    hand.page.locator(".lc-tip", has_text="border of a container").wait_for()


def test_a_wire_dropped_on_nothing_asks_what_comes_next_and_wires_it(hand: Hand) -> None:
    before = hand.nodes()
    hand.drag(hand.centre(hand.port("edit_gggg", "text", "source")), EMPTY)
    picker = hand.page.locator(".lc-picker")
    picker.wait_for()
    assert picker.locator(".lc-picker-ask").inner_text() == "What happens next?"
    assert picker.locator("button", has_text="Start the flow").count() == 0
    hand.page.keyboard.type("save a file")
    hand.press("Enter")
    hand.settled(lambda: len(hand.nodes()) == len(before) + 1)
    (fresh,) = new_nodes(hand, before)
    assert hand.nodes()[fresh]["type"] == "files.write@1"
    assert any(e.startswith(f"edit_gggg.text -> {fresh}.") for e in hand.edges())


def test_a_double_click_opens_the_picker_where_it_was_made(hand: Hand) -> None:
    before = hand.nodes()
    hand.page.mouse.dblclick(*EMPTY)
    hand.page.locator(".lc-picker input").wait_for()
    hand.page.keyboard.type("mail")
    hand.press("Enter")
    hand.settled(lambda: len(hand.nodes()) == len(before) + 1)
    (fresh,) = new_nodes(hand, before)
    assert hand.nodes()[fresh]["type"] == "mail.send@1"


def test_nodes_are_copied_as_text_and_pasted_with_fresh_ids(hand: Hand) -> None:
    before, wires = hand.nodes(), hand.edges()
    hand.select("edit_gggg")
    hand.page.keyboard.down("Shift")
    hand.page.mouse.click(*hand.title("save_hhhh"))
    hand.page.keyboard.up("Shift")
    hand.page.wait_for_function("__loomline.view().selection.ids.length === 2")
    hand.page.wait_for_timeout(300)
    copied = hand.page.evaluate(
        "() => { const data = new DataTransfer();"
        "document.dispatchEvent(new ClipboardEvent('copy', {clipboardData: data, bubbles: true,"
        "cancelable: true})); return data.getData('text/plain') }"
    )
    clip = json.loads(copied)
    assert (clip["loomline"], clip["format"]) == ("clip", 1)
    assert clip["nodes"]["edit_gggg"]["in"]["model"] == "anthropic/claude-sonnet"
    clip["nodes"]["save_hhhh"]["in"] = {"text": "{{ edit_gggg.text }} and edit_gggg"}
    clip["edges"] = [e for e in clip["edges"] if "save_hhhh.path" not in e]
    hand.page.evaluate(
        "(text) => { const data = new DataTransfer(); data.setData('text/plain', text);"
        "document.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true,"
        "cancelable: true})) }",
        json.dumps(clip),
    )
    hand.settled(lambda: len(hand.nodes()) == len(before) + 2)
    fresh = {hand.nodes()[key]["label"]: key for key in new_nodes(hand, before)}
    text = hand.nodes()[fresh["Save report"]]["in"]["text"]
    assert text == f"{{{{ {fresh['Write the report']}.text }}}} and edit_gggg"
    assert hand.edges() == wires
    hand.press("Control+z")
    hand.settled(lambda: hand.nodes() == before)


def test_ctrl_d_duplicates_with_what_is_inside(hand: Hand) -> None:
    before = hand.nodes()
    hand.select("each_cccc")
    hand.press("Control+d")
    hand.settled(lambda: len(hand.nodes()) == len(before) + 3)
    fresh = new_nodes(hand, before)
    parents = {hand.nodes()[key].get("parent") for key in fresh}
    (frame,) = [key for key in fresh if hand.nodes()[key]["type"] == "logic.for_each@1"]
    assert parents == {None, frame}


def test_deleting_takes_the_wires_too_and_undo_brings_everything_back(hand: Hand) -> None:
    before, wires = hand.nodes(), hand.edges()
    hand.select("each_cccc")
    hand.press("Delete")
    hand.settled(lambda: "each_cccc" not in hand.nodes() and "sum_eeee" not in hand.nodes())
    hand.press("Control+z")
    hand.settled(lambda: hand.nodes() == before and hand.edges() == wires)
    drawn(hand, "sum_eeee")


def test_f2_renames_in_place_and_keeps_undo_in_the_field_to_itself(hand: Hand) -> None:
    hand.select("edit_gggg")
    hand.press("F2")
    field = hand.page.locator(".lc-rename")
    field.wait_for()
    hand.page.keyboard.type("Polish it")
    hand.press("Control+z")
    hand.press("Control+a")
    hand.page.keyboard.type("Polish the text")
    hand.press("Enter")
    hand.settled(lambda: hand.nodes()["edit_gggg"]["label"] == "Polish the text")
    assert hand.node("edit_gggg").locator(".lc-title").inner_text() == "Polish the text"


def test_d_disables_and_enables(hand: Hand) -> None:
    hand.select("save_hhhh")
    hand.press("d")
    hand.settled(lambda: hand.nodes()["save_hhhh"].get("disabled") is True)
    hand.press("d")
    hand.settled(lambda: not hand.nodes()["save_hhhh"].get("disabled"))


def test_a_node_is_moved_by_hand_and_by_arrow_keys_on_the_grid(hand: Hand) -> None:
    at = hand.title("start_aaaa")
    hand.drag(at, (at[0] + 30, at[1] + 200))
    hand.settled(lambda: hand.places()["start_aaaa"].get("y", 0) > 200)
    place = hand.places()["start_aaaa"]
    assert place.get("x", 0) % 20 == 0
    assert place["y"] % 20 == 0
    hand.press("ArrowDown")
    hand.settled(lambda: hand.places()["start_aaaa"]["y"] == place["y"] + 20)


def test_a_node_dropped_into_a_container_lies_in_it_and_out_of_it_again(hand: Hand) -> None:
    before = hand.nodes()
    hand.drag(hand.centre(hand.page.locator('[data-node-kind="data.set@1"]')), EMPTY)
    hand.settled(lambda: len(hand.nodes()) == len(before) + 1)
    (fresh,) = new_nodes(hand, before)
    drawn(hand, fresh)
    frame = hand.node("each_cccc").bounding_box()
    assert frame
    inside = (frame["x"] + frame["width"] * 0.75, frame["y"] + frame["height"] - 20)
    hand.drag(hand.title(fresh), inside)
    hand.settled(lambda: hand.nodes()[fresh].get("parent") == "each_cccc")
    box = hand.node(fresh).bounding_box()
    assert box
    assert abs(box["x"] - inside[0]) < 120
    hand.drag(hand.title(fresh), EMPTY)
    hand.settled(lambda: not hand.nodes()[fresh].get("parent"))


def test_a_node_dropped_on_a_wire_is_put_in_between(hand: Hand) -> None:
    before = hand.nodes()
    start = hand.centre(hand.port("start_aaaa", "out", "source"))
    first = hand.centre(hand.port("list_bbbb", "in", "target"))
    middle = ((start[0] + first[0]) / 2, (start[1] + first[1]) / 2)
    hand.drag(hand.centre(hand.page.locator('[data-node-kind="data.set@1"]')), middle)
    hand.settled(lambda: len(hand.nodes()) == len(before) + 1)
    (fresh,) = new_nodes(hand, before)
    hand.settled(lambda: f"{fresh}.out -> list_bbbb.in" in hand.edges())
    assert f"start_aaaa.out -> {fresh}.in" in hand.edges()
    assert "start_aaaa.out -> list_bbbb.in" not in hand.edges()


def test_tidy_lays_everything_out_and_can_be_undone(hand: Hand) -> None:
    before = hand.places()
    hand.page.locator("[data-do=tidy]").click()
    hand.settled(lambda: hand.places() != before)
    after = hand.places()
    assert after["start_aaaa"].get("x", 0) < after["list_bbbb"]["x"] < after["each_cccc"]["x"]
    hand.press("Control+z")
    hand.settled(lambda: hand.places() == before)


def test_what_one_tab_does_the_other_shows(
    hand: Hand, context: BrowserContext, server: Server
) -> None:
    other = Hand(context.new_page(), server.url, hand.flow)
    other.open()
    hand.select("mail_iiii")
    hand.press("Delete")
    other.page.wait_for_function("!('mail_iiii' in __loomline.view().nodes)")
    other.page.mouse.dblclick(*EMPTY)
    other.page.keyboard.type("merge")
    other.press("Enter")
    hand.page.wait_for_function(
        "Object.values(__loomline.view().nodes).some((n) => n.type === 'logic.merge@1')"
    )
    hand.settled(lambda: "mail_iiii" not in hand.nodes())
    assert hand.view()["nodes"].keys() == other.view()["nodes"].keys()


def test_what_was_not_acknowledged_survives_a_reload(hand: Hand) -> None:
    hand.ask("deaf/1")
    before = hand.nodes()
    hand.select("mail_iiii")
    hand.press("Delete")
    hand.page.wait_for_function("__loomline.counts().pending === 1")
    assert hand.nodes() == before
    hand.page.reload()
    hand.ask("deaf/0")
    hand.loaded()
    hand.settled(lambda: "mail_iiii" not in hand.nodes())
    assert hand.page.evaluate("'mail_iiii' in __loomline.view().nodes") is False


def test_the_view_comes_back_after_a_reload(hand: Hand) -> None:
    before = hand.view()["viewport"]
    hand.page.mouse.move(*EMPTY)
    hand.page.mouse.wheel(120, 80)
    hand.page.wait_for_function(f"__loomline.view().viewport.x < {before['x']} - 100")
    view = hand.view()["viewport"]
    hand.page.reload()
    hand.loaded()
    hand.page.wait_for_function(f"Math.abs(__loomline.view().viewport.x - {view['x']}) < 2")


def test_states_of_a_run_lie_over_the_cards(hand: Hand) -> None:
    wire = "start_aaaa.out -> list_bbbb.in"
    hand.tell(
        "status",
        {
            "nodes": {
                "start_aaaa": {"s": "succeeded", "ms": 1200},
                "edit_gggg": {"s": "running", "text": "Once upon a time"},
                "save_hhhh": {"s": "failed", "error": "The disk is full."},
                "each_cccc": {"s": "running", "done": 12, "total": 30},
            },
            "wires": {wire: {"on": False, "n": 7}},
        },
    )
    hand.node("edit_gggg").locator(".lc-stream", has_text="Once upon a time").wait_for()
    hand.node("start_aaaa").locator(".lc-foot", has_text="1.2 s").wait_for()
    hand.node("save_hhhh").locator(".lc-stream", has_text="The disk is full.").wait_for()
    hand.node("each_cccc").locator(".lc-foot", has_text="12 of 30").wait_for()
    assert hand.page.locator(".lc-count text").all_text_contents() == ["7"]
    hand.tell("status", {"nodes": {"edit_gggg": None}, "wires": {wire: None}})
    hand.page.wait_for_function("!('edit_gggg' in __loomline.status().nodes)")


def test_a_canvas_to_look_at_cannot_be_changed(hand: Hand) -> None:
    hand.open("readonly=1")
    before = hand.document()
    hand.select("edit_gggg")
    hand.press("Delete")
    hand.press("d")
    hand.page.mouse.dblclick(*EMPTY)
    at = hand.title("save_hhhh")
    hand.drag(at, (at[0] + 40, at[1] + 90))
    hand.page.wait_for_timeout(300)
    assert hand.page.locator(".lc-picker").count() == 0
    assert hand.document() == before


def test_scripts_in_every_text_stay_text(hand: Hand) -> None:
    bad = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'
    hand.select("edit_gggg")
    hand.press("F2")
    hand.page.keyboard.insert_text(bad)
    hand.press("Enter")
    hand.settled(lambda: hand.nodes()["edit_gggg"]["label"] == bad)
    hand.node("note_aaaa").dblclick()
    hand.page.locator("textarea.lc-note-text").fill(f"# {bad}\n[x](javascript:alert(1)) **b**")
    hand.page.mouse.click(*EMPTY)
    hand.node("note_aaaa").locator("strong", has_text="b").wait_for()
    assert hand.page.evaluate("window.hacked") is None
    assert hand.node("note_aaaa").locator("a, img, script").count() == 0
