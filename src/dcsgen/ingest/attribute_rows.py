"""Rows that are each about an Attribute, those in Items below their Sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.standard import elements
from dcsgen.ingest.heads import Heads
from dcsgen.plugin.document import Row

_TAG = re.compile(r"\(?\s*([0-9A-Fa-f]{4})\s*,\s*([0-9A-Fa-fx]{4})\s*\)?")


class AttributeRow(NamedTuple):
    """An Attribute by its dotted path of keywords, and the row that is about it."""

    path: str
    row: Row


def attribute_rows(table: Heads) -> Iterator[AttributeRow]:
    """The rows of a table whose Attributes are known, by the columns `name` and `tag`.

    Rows of Items whose Sequence is not known are left out.
    """
    above: list[str] = []
    for row in table.rows:
        keyword, depth = _attribute(table.text(row, "name"), table.text(row, "tag"))
        above = above[:depth]
        if keyword and depth == len(above):
            above.append(keyword)
            yield AttributeRow(".".join(above), row)


def _attribute(name: str, tag: str) -> tuple[str, int]:
    """The keyword of an Attribute, empty if it is not known, and how many Sequences it is in."""
    signs = re.match(r"[>\s]*", name)
    depth = signs[0].count(">") if signs else 0
    number = _TAG.search(tag)
    found = elements.by_tag(f"({number[1]},{number[2]})") if number else elements.find(name[depth:].strip("> "))
    return (found.keyword if found else ""), depth
