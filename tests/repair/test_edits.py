"""From a change of plain data to a change of text: nothing moves but what must."""

from __future__ import annotations

import pytest
from repairing_helpers import fix_in, repaired

from dcsgen.base.repair import AddEntry, Change, RenameKey, Reorder, SetValue, Single

ROW = {"class": "failure", "meaning": "Any, other"}


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: old  # why\nb: 1\n", "new", "a: new  # why\nb: 1\n"),
        ('a: "old"\n', "new", 'a: "new"\n'),
        ("a: 'old'\n", "it's new", "a: 'it''s new'\n"),
        ('a: "old"\n', 'a "new" \\', 'a: "a \\"new\\" \\\\"\n'),
        ("a: 1.0\n", "1.0", 'a: "1.0"\n'),
        ("a: true\n", "true", 'a: "true"\n'),
        ("a: old\n", "", 'a: ""\n'),
        ("a: old\n", " new", 'a: " new"\n'),
        ("a: old\n", "new: one", 'a: "new: one"\n'),
        ("a: old\n", "(0010,0020)", "a: (0010,0020)\n"),
        ("a: 2024-1-2\n", "2024-01-02", "a: 2024-01-02\n"),
        ("a: old\n", 5, "a: 5\n"),
        ("a: old\n", False, "a: false\n"),
        ("a: old\n", None, "a: null\n"),
        ("a: an old\n  text  # end\n", "new", "a: new  # end\n"),
        ("a:    old", "new", "a:    new"),
        ("? a\n: old\n", "new", "? a\n: new\n"),
        ("é: {}\na: old # ü\n", "new", "é: {}\na: new # ü\n"),
        ("b: [x]\r\na: old\r\n", "new", "b: [x]\r\na: new\r\n"),
    ],
)
def test_a_value_takes_the_place_of_another(before: str, value: Single, after: str) -> None:
    assert repaired(before, SetValue(("a",), value)) == after


def test_text_with_a_comma_is_quoted_in_flow_style_only() -> None:
    assert repaired("a: {b: old, c: 1}\n", SetValue(("a", "b"), "one, two")) == 'a: {b: "one, two", c: 1}\n'
    assert repaired("a: [old]\n", SetValue(("a", 0), "one, two")) == 'a: ["one, two"]\n'
    assert repaired("a: old\n", SetValue(("a",), "one, two")) == "a: one, two\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("m:\n  a700: {}  # why\n  b: 1\n", "m:\n  A700: {}  # why\n  b: 1\n"),
        ('m: {"a700" : {}, b: 1}\n', 'm: {"A700" : {}, b: 1}\n'),
        ("m:\n  'a700': 1\n", "m:\n  'A700': 1\n"),
        ("m:\n  ? a700\n  : 1\n", "m:\n  ? A700\n  : 1\n"),
    ],
)
def test_a_key_takes_the_place_of_another(before: str, after: str) -> None:
    assert repaired(before, RenameKey(("m", "a700"), "A700")) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Block style: in the line behind the last entry, with its comment and its last line.
        ("m:\n  a: 1\n", "m:\n  a: 1\n  other: {ROW}\n"),
        ("m:\n  a: 1  # end\n\nn: 2\n", "m:\n  a: 1  # end\n  other: {ROW}\n\nn: 2\n"),
        (
            "m:\n  a:\n     b: 1\n# of n\nn: 2\n",
            'm:\n  a:\n     b: 1\n  other:\n     class: failure\n     meaning: "Any, other"\n# of n\nn: 2\n',
        ),
        ("m:\n  a: |\n    text\n\n    more\n\nn: 2\n", "m:\n  a: |\n    text\n\n    more\n  other: {ROW}\n\nn: 2\n"),
        ("m:\n  a:\nn: 2\n", "m:\n  a:\n  other: {ROW}\nn: 2\n"),
        ("m:\n  a:  # nothing\nn: 2\n", "m:\n  a:  # nothing\n  other: {ROW}\nn: 2\n"),
        ("m:\n  a: [1,\n   2] # end\n", "m:\n  a: [1,\n   2] # end\n  other: {ROW}\n"),
        ("m:\n  a: 1", "m:\n  a: 1\n  other: {ROW}"),
        ("m:\r\n  a: 1\r\nn: 2\r\n", "m:\r\n  a: 1\r\n  other: {ROW}\r\nn: 2\r\n"),
        # Flow style: behind the last value, on a line of its own if that has one.
        ("m: {a: 1}  # c\n", "m: {a: 1, other: {ROW}}  # c\n"),
        ("m: {}\n", "m: {other: {ROW}}\n"),
        ("m: { a: {b: 1} , }\n", "m: { a: {b: 1}, other: {ROW} , }\n"),
        ("m: {\n  a: 1,\n  b: 2\n}\n", "m: {\n  a: 1,\n  b: 2,\n  other: {ROW}\n}\n"),
    ],
)
def test_an_entry_is_added_in_the_style_of_its_mapping(before: str, after: str) -> None:
    wanted = after.replace("{ROW}", '{class: failure, meaning: "Any, other"}')
    assert repaired(before, AddEntry(("m",), "other", ROW)) == wanted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("s: [b, c ,  a] # end\n", "s: [a, b ,  c] # end\n"),
        ("s:\n- b  # bee\n- c\n-   a  # ay\n", "s:\n- a  # ay\n- b  # bee\n-   c\n"),
        ("s:\n  - 'b'\n  - \"c\"\n  - a", "s:\n  - a\n  - 'b'\n  - \"c\""),
        ("s: [\n  b,\n  c,\n  a,\n]\n", "s: [\n  a,\n  b,\n  c,\n]\n"),
        ("s:\r\n  - b\r\n  - c\r\n  - a\r\n", "s:\r\n  - a\r\n  - b\r\n  - c\r\n"),
    ],
)
def test_items_change_places_and_comments_go_with_them(before: str, after: str) -> None:
    assert repaired(before, Reorder(("s",), (2, 0, 1))) == after


@pytest.mark.parametrize(
    ("text", "change", "why"),
    [
        ("s:\n  - b\n  # these too\n  - a\n", Reorder(("s",), (1, 0)), "comments or empty lines"),
        ("s:\n  - b\n\n  - a\n", Reorder(("s",), (1, 0)), "comments or empty lines"),
        ("s: [b, # bee\n  a]\n", Reorder(("s",), (1, 0)), "comments or empty lines"),
        ("s: [b, {a: 1}]\n", Reorder(("s",), (1, 0)), "more than a single value"),
        ("s: [&x b, a]\n", Reorder(("s",), (1, 0)), "more than a single value"),
        ("s: [b, a]\n", Reorder(("s",), (1, 1)), "does not have the items"),
        ("s: text\n", Reorder(("s",), (1, 0)), "does not have the items"),
        ("a: |\n  text\n", SetValue(("a",), "new"), "block of lines"),
        ("a: &x old\nb: *x\n", SetValue(("a",), "new"), "anchor or a tag"),
        ("a: &x old\nb: *x\n", SetValue(("b",), "new"), "not written as a single value"),
        ("a: [1]\n", SetValue(("a",), "new"), "not written as a single value"),
        ("a:\nb: 1\n", SetValue(("a",), "new"), "no value to change"),
        ("a: old\n", SetValue(("a",), "new\x07"), "cannot be printed"),
        ("a: old\n", SetValue(("b",), "new"), "not written down"),
        ("a: [1]\n", RenameKey(("a", 0), "b"), "not written as a single value"),
        ("a: 1\n", AddEntry(("a",), "b", 1), "no mapping"),
        ("m:\n  ? a\n  : 1\n", AddEntry(("m",), "b", 1), "question marks"),
    ],
)
def test_what_would_touch_more_is_refused_with_a_reason(text: str, change: Change, why: str) -> None:
    fix = fix_in(text, change)
    assert fix.edits == ()
    assert why in fix.refused


def test_all_changes_of_a_repair_are_made_or_none() -> None:
    text = "a: {old: 1}\nb: [old]\n"
    changes = (RenameKey(("a", "old"), "new"), SetValue(("b", 0), "new"))
    assert repaired(text, *changes) == "a: {new: 1}\nb: [new]\n"
    assert fix_in(text, *changes, SetValue(("c",), "x")).edits == ()


def test_the_outermost_mapping_takes_an_entry_too() -> None:
    assert repaired("a: 1\n# end\n", AddEntry((), "b", "c")) == "a: 1\nb: c\n# end\n"
