"""Rows of a table as a grid: which cell stands at each row and column, over however many it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from dcsgen.render.marks.tree import Element

Grid: TypeAlias = list[list[Element | None]]
"""Rows of cells; a cell over several columns and rows stands at each of their places."""

_LARGEST = 1000


def rows_of(part: Element) -> list[Element]:
    """The rows of a table or of a group of rows, without those of groups in it."""
    return list(part.iterfind("tr"))


def cells_of(row: Element) -> list[Element]:
    """The cells that begin in a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def grid_of(rows: Sequence[Element], count: int = 0) -> Grid:
    """The grid of a group of rows, with at least `count` columns; no cell goes beyond the group."""
    grid: Grid = [[] for _ in rows]
    for index, row in enumerate(rows):
        column = 0
        for cell in cells_of(row):
            while column < len(grid[index]) and grid[index][column] is not None:
                column += 1
            columns = span(cell, "colspan")
            for below in grid[index : index + span(cell, "rowspan")]:
                below.extend([None] * (column + columns - len(below)))
                below[column : column + columns] = [cell] * columns
            column += columns
    width = max([count, *(len(line) for line in grid)], default=0)
    return [[*line, *[None] * (width - len(line))] for line in grid]


def span(cell: Element, name: str) -> int:
    """Over how many columns or rows a cell goes."""
    text = cell.get(name, "1")
    return min(max(int(text), 1), _LARGEST) if text.isascii() and text.isdigit() else 1


def is_plain(rows: Sequence[Element]) -> bool:
    """Whether each cell stands in one column and one row."""
    return not any("colspan" in cell.attrib or "rowspan" in cell.attrib for row in rows for cell in row)


_MOST_CELLS = 3


def namer(*sides: Sequence[Element]) -> Callable[[Element], str]:
    """By what readers know a row: the cells that head it, or its first cell. Where several rows share it, with the
    next cells, as far as these tell more rows apart. A column with cells over several rows names none of them."""
    grids = [grid_of(rows) for rows in sides]
    shared = {
        column
        for grid in grids
        for line in grid
        for column, cell in enumerate(line)
        if cell is not None and span(cell, "rowspan") > 1
    }
    cells: dict[Element, list[Element]] = {}
    for rows, grid in zip(sides, grids, strict=True):
        for row, line in zip(rows, grid, strict=True):
            own = [cell for column, cell in enumerate(line) if cell is not None and column not in shared]
            cells[row] = list(dict.fromkeys(own)) or cells_of(row)

    def apart(count: int) -> int:
        return sum(len({_name(cells[row], count) for row in rows}) for rows in sides)

    best = max(range(1, _MOST_CELLS + 1), key=lambda count: (apart(count), -count))
    return lambda row: _name(cells[row], best)


def _name(cells: Sequence[Element], count: int) -> str:
    heads = [cell for cell in cells if cell.tag == "th"]
    named = [*heads, *(cell for cell in cells if cell.tag != "th")][: max(count, len(heads))]
    return ", ".join(filter(None, (" ".join(_own_words(cell)) for cell in named)))


def _own_words(cell: Element) -> list[str]:
    """The words of a cell without its notes; all of them if there are no others."""
    text: str = "".join(
        [cell.text or "", *(_text(each) + (each.tail or "") for each in cell if each.get("class") != "note")]
    )
    return text.split() or cell.text_content().split()


def _text(element: Element) -> str:
    return "" if not isinstance(element.tag, str) else str(element.text_content())
