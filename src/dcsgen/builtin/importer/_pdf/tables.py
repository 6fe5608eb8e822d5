"""Tables of a page by the lines that are ruled around their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from dcsgen.builtin.importer._needed import needed
from dcsgen.builtin.importer._pdf.letters import Word
from dcsgen.builtin.importer._pdf.placed import joined_words, rows_of, within
from dcsgen.builtin.importer._pdf.rules import Rule
from dcsgen.plugin.document import Box, Cell, Row, Spot

NEAR = 3.0
"""Points by which edges of cells may differ that are meant to be the same."""

FEWEST_RULES = 4
"""Rules that a table has at least."""

MOST_EDGES = 2500
"""Rules of a page, over which it is a drawing."""


class PageTable(Struct, frozen=True, kw_only=True):
    """A table, or the part of one that stands on one page."""

    page: int
    box: Box
    rows: tuple[Row, ...]
    edges: tuple[float, ...]
    """Where its columns begin and end."""
    ruled: bool = True


def tables_of(words: Sequence[Word], rules: Sequence[Rule], number: int) -> list[PageTable]:
    """The ruled tables of a page, from above."""
    if len(rules) < FEWEST_RULES:
        return []
    edges = [_edge(rule) for rule in rules]
    ordered = sorted((word for word in words if not word.aslant), key=lambda word: word.middle)
    made = (_table(ordered, number, _closed(rules, edges, cells)) for cells in _cells(edges))
    found = [table for table in made if table is not None]
    return sorted(found, key=lambda table: (table.box[1], table.box[0]))


def _edge(rule: Rule) -> dict[str, Any]:
    """A rule as pdfplumber has it."""
    x0, x1 = (rule.at, rule.at) if rule.upright else (rule.start, rule.end)
    top, bottom = (rule.start, rule.end) if rule.upright else (rule.at, rule.at)
    sides = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top}
    return {**sides, "orientation": "v" if rule.upright else "h"}


def _cells(edges: list[dict[str, Any]]) -> list[list[Box]]:
    """The cells that rules make, those of one table together."""
    table = needed("pdfplumber.table")
    merged = table.merge_edges(edges, NEAR, NEAR, NEAR, NEAR)
    # Of a drawing with many lines, each would be compared with all others.
    if len(merged) > MOST_EDGES:
        return []
    found: list[list[Box]] = table.cells_to_tables(
        table.intersections_to_cells(table.edges_to_intersections(merged, NEAR, NEAR))
    )
    return found


def _closed(rules: Sequence[Rule], edges: list[dict[str, Any]], cells: list[Box]) -> list[Box]:
    """The cells of a table, with its frame closed where the end of the page cut a row: such a row has no bottom line,
    so that its text would be lost.
    """
    left, top = min(cell[0] for cell in cells), min(cell[1] for cell in cells)
    right, bottom = max(cell[2] for cell in cells), max(cell[3] for cell in cells)
    # Both sides of the frame have to go on: a line of a figure below is none.
    reach = [_reach(rules, at, top, bottom) for at in (left, right)]
    high, low = max(reach[0][0], reach[1][0]), min(reach[0][1], reach[1][1])
    if low <= bottom + 3 and high >= top - 3:
        return cells
    inside = [
        edge
        for edge in edges
        if edge["x1"] >= left - 1 and edge["x0"] <= right + 1 and edge["bottom"] >= high and edge["top"] <= low
    ]
    frame = [Rule(False, y, left, right) for y in (high, low)] + [Rule(True, x, high, low) for x in (left, right)]
    again = _cells([*inside, *map(_edge, frame)])
    wider = max(again, key=len, default=cells)
    return wider if len(wider) >= len(cells) else cells


def _reach(rules: Sequence[Rule], at: float, top: float, bottom: float) -> tuple[float, float]:
    """From where to where the upright rules at a place go on beyond a table."""
    upright = [rule for rule in rules if rule.upright and abs(rule.at - at) <= NEAR and rule.end - rule.start > 2]
    for _ in range(3):
        bottom = max([bottom, *(rule.end for rule in upright if rule.start <= bottom + 2 <= rule.end + 2)])
        top = min([top, *(rule.start for rule in upright if rule.start - 2 <= top - 2 <= rule.end)])
    return top, bottom


def _table(words: Sequence[Word], number: int, cells: Sequence[Box]) -> PageTable | None:
    columns = _edges([x for cell in cells for x in (cell[0], cell[2])])
    lines = _edges([y for cell in cells for y in (cell[1], cell[3])])
    if len(columns) < 2 or len(lines) < 2:
        return None
    texts = _texts(words, cells)
    grid: list[list[Cell]] = [[Cell(text="") for _ in columns[:-1]] for _ in lines[:-1]]
    for cell, text in zip(cells, texts, strict=True):
        left, right = _index(columns, cell[0]), _index(columns, cell[2])
        top, bottom = _index(lines, cell[1]), _index(lines, cell[3])
        for row in range(top, max(bottom, top + 1)):
            for column in range(left, max(right, left + 1)):
                if row < len(grid) and column < len(grid[row]):
                    spot = Spot(page=number, box=rounded(cell))
                    grid[row][column] = Cell(text=text, repeated=row > top or column > left, spot=spot)
    rows = []
    for index, line in enumerate(grid):
        if any(cell.text for cell in line):
            box = (columns[0], lines[index], columns[-1], lines[index + 1])
            rows.append(Row(cells=tuple(line), spot=Spot(page=number, box=rounded(box))))
    # A frame around text, with one cell, is no table.
    if not rows or (len(columns) == 2 and len(lines) == 2):
        return None
    box = rounded((columns[0], lines[0], columns[-1], lines[-1]))
    return PageTable(page=number, box=box, rows=tuple(rows), edges=tuple(columns))


def _texts(words: Sequence[Word], cells: Sequence[Box]) -> Iterator[str]:
    """The text in each cell, of the letters whose middle is in it; the words are ordered by their middle."""
    middles = [word.middle for word in words]
    for left, top, right, bottom in cells:
        there = words[bisect_right(middles, top) : bisect_right(middles, bottom)]
        inside = [part for word in there if (part := within(word, left, right)) is not None]
        yield "\n".join(joined_words(line) for line in rows_of(inside))


def _edges(values: Sequence[float]) -> list[float]:
    """Values that are nearly the same as one each, in order."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > NEAR:
            edges.append(value)
    return edges


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def rounded(box: Sequence[float]) -> Box:
    left, top, right, bottom = (round(float(side), 1) for side in box)
    return left, top, right, bottom
