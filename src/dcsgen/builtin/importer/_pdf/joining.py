"""Parts of tables that go on over pages, as one table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from dcsgen.builtin.importer._pdf.tables import NEAR, PageTable
from dcsgen.plugin.document import Cell, Row, Table

MOST_HEADS = 3
"""Rows of a head that may be repeated."""

_VALUE = re.compile(r"\d\.\d+\.\d|\([0-9A-Fa-f]{4},")
"""What stands in no head: UIDs, tags."""


def continues(last: PageTable, next_: PageTable, heights: Sequence[float]) -> bool:
    """Whether a table is the rest of the one on the page before: it has the same columns, where that one ended."""
    if next_.page != last.page + 1 or len(last.edges) != len(next_.edges):
        return False
    if any(abs(one - other) > 4 * NEAR for one, other in zip(last.edges, next_.edges, strict=True)):
        return False
    return last.box[3] > heights[last.page - 1] * 0.6 and next_.box[1] < heights[next_.page - 1] * 0.4


def joined(parts: Sequence[PageTable]) -> Table:
    """One table out of its parts; heads that are repeated are taken out, rows that a page cut are put together."""
    first = parts[0]
    rows: list[Row] = list(first.rows)
    heads = 0
    for part in parts[1:]:
        repeated = _repeated(first.rows, part.rows)
        heads = max(heads, repeated)
        more = list(part.rows[repeated:])
        if more and rows and (whole := _mended(rows[-1], more[0])) is not None:
            rows[-1] = whole
            more = more[1:]
        rows += more
    return Table(rows=tuple(rows), head=heads or None, ruled=first.ruled, spot=rows[0].spot)


def _repeated(first: Sequence[Row], rows: Sequence[Row]) -> int:
    """How many rows at the beginning are those of the head again."""
    count = 0
    while count < min(MOST_HEADS, len(first) - 1, len(rows)) and _same(first[count], rows[count]):
        count += 1
    return count


def _same(one: Row, other: Row) -> bool:
    if any(_VALUE.search(text) for text in one.texts):
        # A SOP Class may be listed twice, and at the top of a page.
        return False
    return [text.split() for text in one.texts] == [text.split() for text in other.texts]


def _mended(last: Row, more: Row) -> Row | None:
    """Two rows that are one, cut by the end of a page: the second one says nothing in the first column, or goes on with
    a UID that the first one has broken off.
    """
    if _empty(more.cells[0]) and any(not _empty(cell) for cell in more.cells[1:]):
        # A new Transfer Syntax below a spanning cell is a row of its own.
        if not any(_broken(one, other) for one, other in zip(last.cells, more.cells, strict=True)):
            return None
    elif not any(_broken(one, other) for one, other in zip(last.cells, more.cells, strict=True)):
        return None
    cells = tuple(_together(one, other) for one, other in zip(last.cells, more.cells, strict=True))
    return structs.replace(last, cells=cells)


def _broken(one: Cell, other: Cell) -> bool:
    """Whether a cell ends within a UID that the next one goes on with."""
    end, begin = one.text.split()[-1:], other.text.split()[:1]
    if not end or not begin or one.repeated:
        return False
    number = end[0].replace(".", "").isdigit() and end[0].count(".") >= 3
    rest = begin[0].replace(".", "").isdigit() and not begin[0].startswith("1.2.840")
    return number and rest and (end[0].endswith(".") or begin[0].startswith(".") or begin[0].count(".") <= 3)


def _together(one: Cell, other: Cell) -> Cell:
    return structs.replace(one, text=f"{one.text}\n{other.text}".strip())


def _empty(cell: Cell) -> bool:
    return not cell.text.strip()
