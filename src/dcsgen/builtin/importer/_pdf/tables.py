"""Tables of a page by the lines that are ruled around their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from dcsgen.plugin.document import Box, Cell, Row, Spot

NEAR = 3.0
"""Points by which edges of cells may differ that are meant to be the same."""


class PageTable(Struct, frozen=True, kw_only=True):
    """A table, or the part of one that stands on one page."""

    page: int
    box: Box
    rows: tuple[Row, ...]
    edges: tuple[float, ...]
    """Where its columns begin and end."""
    ruled: bool = True


def tables_of(page: Any, number: int) -> list[PageTable]:
    """The ruled tables of a page of pdfplumber, from above."""
    found = []
    for table in page.find_tables():
        cells = _closed(page, table)
        if made := _table(page, number, cells):
            found.append(made)
    return sorted(found, key=lambda table: (table.box[1], table.box[0]))


def _closed(page: Any, table: Any) -> list[Box]:
    """The cells of a table, with its frame closed where the end of the page cut a row: such a row has no bottom line,
    so that its text would be lost.
    """
    left, top, right, bottom = table.bbox
    upright = [
        edge
        for edge in page.edges
        if edge["orientation"] == "v" and left - 1 <= edge["x0"] <= right + 1 and edge["bottom"] - edge["top"] > 2
    ]
    low, high = bottom, top
    for _ in range(3):
        low = max([low, *(edge["bottom"] for edge in upright if edge["top"] <= low + 2 <= edge["bottom"] + 2)])
        high = min([high, *(edge["top"] for edge in upright if edge["top"] - 2 <= high - 2 <= edge["bottom"])])
    if low <= bottom + 3 and high >= top - 3:
        return list(table.cells)
    area = page.crop((max(left - 1, 0), max(high - 1, 0), min(right + 1, page.width), min(low + 1, page.height)))
    again = area.find_tables({"explicit_horizontal_lines": [high, low], "explicit_vertical_lines": [left, right]})
    wider = max(again, key=lambda each: len(each.cells), default=None)
    return list(wider.cells) if wider is not None and len(wider.cells) >= len(table.cells) else list(table.cells)


def _table(page: Any, number: int, cells: Sequence[Box]) -> PageTable | None:
    columns = _edges([x for cell in cells for x in (cell[0], cell[2])])
    lines = _edges([y for cell in cells for y in (cell[1], cell[3])])
    if len(columns) < 2 or len(lines) < 2:
        return None
    texts = _texts(page, cells)
    grid: list[list[Cell]] = [[Cell(text="") for _ in columns[:-1]] for _ in lines[:-1]]
    for cell, text in zip(cells, texts, strict=True):
        left, right = _index(columns, cell[0]), _index(columns, cell[2])
        top, bottom = _index(lines, cell[1]), _index(lines, cell[3])
        for row in range(top, max(bottom, top + 1)):
            for column in range(left, max(right, left + 1)):
                if row < len(grid) and column < len(grid[row]):
                    spot = Spot(page=number, box=_rounded(cell))
                    grid[row][column] = Cell(text=text, repeated=row > top or column > left, spot=spot)
    rows = []
    for index, line in enumerate(grid):
        if any(cell.text for cell in line):
            box = (columns[0], lines[index], columns[-1], lines[index + 1])
            rows.append(Row(cells=tuple(line), spot=Spot(page=number, box=_rounded(box))))
    if not rows:
        return None
    box = _rounded((columns[0], lines[0], columns[-1], lines[-1]))
    return PageTable(page=number, box=box, rows=tuple(rows), edges=tuple(columns))


def _texts(page: Any, cells: Sequence[Box]) -> Iterator[str]:
    """The text in each cell, of the letters whose middle is in it."""
    from pdfplumber.utils.text import extract_text

    letters = sorted(page.chars, key=lambda letter: (letter["top"] + letter["bottom"]) / 2)
    middles = [(letter["top"] + letter["bottom"]) / 2 for letter in letters]
    for left, top, right, bottom in cells:
        there = letters[bisect_right(middles, top) : bisect_right(middles, bottom)]
        inside = [letter for letter in there if left <= (letter["x0"] + letter["x1"]) / 2 < right]
        yield extract_text(inside).strip() if inside else ""


def _edges(values: Sequence[float]) -> list[float]:
    """Values that are nearly the same as one each, in order."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > NEAR:
            edges.append(value)
    return edges


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def _rounded(box: Sequence[float]) -> Box:
    left, top, right, bottom = (round(float(side), 1) for side in box)
    return left, top, right, bottom
