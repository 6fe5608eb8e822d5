"""Rows of a table as a grid: which cell stands at each row and column, over however many it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from lxml.etree import XPath  # type: ignore[import-untyped]

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
    grid: Grid = [list(cells_of(row)) for row in rows] if is_plain(rows) else _spread(rows)
    width = max([count, *(len(line) for line in grid)], default=0)
    return [[*line, *[None] * (width - len(line))] for line in grid]


def _spread(rows: Sequence[Element]) -> Grid:
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
    return grid


def span(cell: Element, name: str) -> int:
    """Over how many columns or rows a cell goes."""
    text = cell.get(name, "1")
    return min(max(int(text), 1), _LARGEST) if text.isascii() and text.isdigit() else 1


_SPANS = XPath("boolean(*[@colspan or @rowspan])")


def is_plain(rows: Sequence[Element]) -> bool:
    """Whether each cell stands in one column and one row."""
    return not any(_SPANS(row) for row in rows)


_MOST_CELLS = 3


def namer(*sides: Sequence[Element]) -> Callable[[Element], str]:
    """By what readers know a row: the cells that head it, or its first cell. Where several rows share it, with the
    next cells, as far as these tell more rows apart. A column with cells over several rows names none of them."""
    names: dict[Element, tuple[str, ...]] = {}
    grids = [grid_of(rows) for rows in sides]
    shared = set().union(*(_shared(rows, grid) for rows, grid in zip(sides, grids, strict=True)))
    for rows, grid in zip(sides, grids, strict=True):
        for row, line in zip(rows, grid, strict=True):
            own = [cell for column, cell in enumerate(line) if cell is not None and column not in shared]
            names[row] = tuple(_names(list(dict.fromkeys(own)) or cells_of(row)))

    def apart(count: int) -> int:
        return sum(len({names[row][count - 1] for row in rows}) for rows in sides)

    best = max(range(1, _MOST_CELLS + 1), key=lambda count: (apart(count), -count))
    return lambda row: names[row][best - 1]


def _shared(rows: Sequence[Element], grid: Grid) -> set[int]:
    """The columns in which a cell goes over several rows."""
    if is_plain(rows):
        return set()
    cells = ((column, cell) for line in grid for column, cell in enumerate(line) if cell is not None)
    return {column for column, cell in cells if span(cell, "rowspan") > 1}


def _names(cells: Sequence[Element]) -> Iterator[str]:
    """The name of a row from one cell, from two, and from three."""
    heads = [cell for cell in cells if cell.tag == "th"]
    named = [*heads, *(cell for cell in cells if cell.tag != "th")][: max(_MOST_CELLS, len(heads))]
    words = [" ".join(_own_words(cell)) for cell in named]
    for count in range(1, _MOST_CELLS + 1):
        yield ", ".join(filter(None, words[: max(count, len(heads))]))


def _own_words(cell: Element) -> list[str]:
    """The words of a cell without its notes; all of them if there are no others."""
    text = cell.text or ""
    for each in cell:
        role = each.get("class")
        if role != "note" and isinstance(each.tag, str):
            between = " " if role == "line" or each.tag == "br" else ""
            text += f"{between}{each.text_content()}{between}"
        text += each.tail or ""
    return text.split() or list(cell.text_content().split())
