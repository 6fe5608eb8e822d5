"""Keys and values of TOML are found where they stand."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from dcsgen.base.place import Path
from dcsgen.load.toml_places import Places, spots

TEXT = """\
# a comment with [brackets] = and "quotes"
first = "a # no comment"
list = [
  "x", # [
  ["y", 2020-01-01 10:20:30],
]
"quoted key".below = '''
[no.table]
'''

[table]
inline = {a = 1, b.c = [{d = "]"}, {d = 2.5}]}

[[table.many]]
name = "one"
[[table.many]]
name = \"\"\"two \\" \"\"\"
[table.many.below]
x = true
[other."with.dot"]
"""

PLACES = Places(TEXT, "a.toml")


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("first",), "2:1", "2:9"),
        (("list",), "3:1", "3:8"),
        (("list", 0), "4:3", "4:3"),
        (("list", 1, 1), "5:9", "5:9"),
        (("quoted key",), "7:1", "7:1"),
        (("quoted key", "below"), "7:14", "7:22"),
        (("table",), "11:1", "11:1"),
        (("table", "inline", "a"), "12:11", "12:15"),
        (("table", "inline", "b", "c", 1, "d"), "12:37", "12:41"),
        (("table", "many"), "14:1", "14:1"),
        (("table", "many", 0, "name"), "15:1", "15:8"),
        (("table", "many", 1, "name"), "17:1", "17:8"),
        (("table", "many", 1, "below", "x"), "19:1", "19:5"),
        (("other", "with.dot"), "20:1", "20:1"),
        (("table", "many", 1, "missing"), "16:1", "16:1"),
    ],
)
def test_a_place(path: Path, key: str, value: str) -> None:
    assert str(PLACES.of(path, on_key=True)) == f"a.toml:{key}"
    assert str(PLACES.of(path)) == f"a.toml:{value}"


def test_what_is_not_written_has_no_place() -> None:
    assert PLACES.of(("missing",)) is None
    assert PLACES.of(()) is None


def paths(node: Any, path: Path = ()) -> set[Path]:
    members = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return {path, *(each for key, value in members for each in paths(value, (*path, key)))} - {()}


def test_every_key_has_a_place_and_nothing_else_has() -> None:
    without_headers = {path for path in paths(tomllib.loads(TEXT)) if path != ("other",)}
    assert set(spots(TEXT)) == without_headers
