"""A new entry at the end of a mapping, written like the entries before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from dcsgen.base.yaml_text import flow
from dcsgen.repair.cannot import CannotRepairError
from dcsgen.repair.scalars import key_text
from dcsgen.repair.spans import MAPPING, Node, Spans

_COMMENT = re.compile(r"[ \t]*(?:[ \t]#.*)?")
_LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")

STEP = 2
"""Columns by which a mapping stands to the right of its key, where the entries before it do not show it."""


def added(spans: Spans, mapping: Node, key: str, value: Any) -> tuple[int, int, str]:
    """Where a text begins that is replaced, where it ends, and the new one: so that `mapping` gets one more entry."""
    if mapping.kind != MAPPING:
        raise CannotRepairError("there is no mapping to which an entry could be added")
    return _in_flow(spans, mapping, key, value) if mapping.style else _in_block(spans, mapping, key, value)


def _in_flow(spans: Spans, mapping: Node, key: str, value: Any) -> tuple[int, int, str]:
    entry = f"{key_text(key, in_flow=True)}: {flow(value)}"
    if not mapping.children:
        return mapping.start + 1, mapping.start + 1, entry
    at = mapping.last_flow_character(spans.text)
    line, column = spans.spot(mapping.children[-2].start)
    own_line = not spans.text[spans.offset(line, 0) : spans.offset(line, column)].strip()
    between = _newline(spans.text) + " " * column if own_line else " "
    return at, at, f",{between}{entry}"


def _in_block(spans: Spans, mapping: Node, key: str, value: Any) -> tuple[int, int, str]:
    text = spans.text
    last_key, last_value = mapping.children[-2:]
    _, column = spans.spot(last_key.start)
    # The last entry ends with its line, and a comment behind it belongs to it.
    content_end = max(mapping.last_character, last_key.end)
    at = spans.line_end(content_end)
    rest = text[content_end:at]
    if not _COMMENT.fullmatch(rest.removeprefix(":") if last_value.end <= last_key.end + 1 else rest):
        raise CannotRepairError("something else stands in the line in which its mapping ends")
    if text[last_key.start - 2 : last_key.start].startswith("?"):
        raise CannotRepairError("the keys of its mapping are written with question marks")
    newline = _newline(text)
    lines = _lines(key, value, last_value, spans, column)
    return at, at, "".join(newline + line for line in lines)


def _lines(key: str, value: Any, before: Node, spans: Spans, column: int) -> list[str]:
    """The lines of the entry; a mapping stands below its key if that of the entry before does."""
    indent = " " * column
    if not isinstance(value, Mapping) or before.kind != MAPPING or before.style or not value:
        return [f"{indent}{key_text(key)}: {flow(value)}"]
    step = spans.spot(before.start)[1] - column
    inside = indent + " " * (step if step > 0 else STEP)
    return [
        f"{indent}{key_text(key)}:",
        *(f"{inside}{key_text(name)}: {flow(one)}" for name, one in value.items()),
    ]


def _newline(text: str) -> str:
    """What ends the lines of a text, judged by the first."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"
