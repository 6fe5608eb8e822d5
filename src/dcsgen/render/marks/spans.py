"""Rows of tables in which cells go over several rows or columns, or columns were added or removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dcsgen.render.marks import grid
from dcsgen.render.marks.align import Pair
from dcsgen.render.marks.inline import Marked
from dcsgen.render.marks.tables import Columns, Tell, cell_of
from dcsgen.render.marks.tree import Element, Mark, close_tag, open_tag

if TYPE_CHECKING:
    from dcsgen.render.marks.blocks import Merger


_EMPTY: dict[Mark | None, str] = {mark: f'<td data-change="{mark}"></td>' for mark in (Mark.ADDED, Mark.REMOVED)}


class _Place(NamedTuple):
    """What stands at a row and a column: an old cell and what became of it, or a new one."""

    old: Element | None
    new: Element | None


def merged_rows(
    rows: Sequence[Pair[Element]],
    sides: tuple[Sequence[Element], Sequence[Element]],
    columns: Columns,
    merger: Merger,
    tell: Tell,
) -> Marked:
    """The merged rows of a group; `sides` are the rows of the old and the new one.

    A cell over several rows that both documents have goes over the rows that are removed from between, too.
    """
    places = _places(rows, sides, columns)
    pieces: list[str] = []
    done: set[tuple[int, int]] = set()
    shown: set[Element] = set()
    changed = False
    for index, pair in enumerate(rows):
        cells: list[str] = []
        marks: set[Mark | None] = set()
        for column in range(len(columns)):
            place = places[index][column]
            if (index, column) in done:
                continue
            if place is None:
                # A row of one document has nothing in a column of the other one.
                mark = Mark.REMOVED if pair.new is None else Mark.ADDED if pair.old is None else None
                cells.append(_EMPTY.get(mark, "<td></td>"))
                continue
            width, height = _extent(places, index, column, done)
            done.update((index + down, column + right) for down in range(height) for right in range(width))
            spans = {"colspan": str(width) if width > 1 else "", "rowspan": str(height) if height > 1 else ""}
            html, mark = _cell(place, shown, merger, spans)
            cells.append(html)
            marks.add(mark)
        changed = changed or any(marks)
        pieces.append(f"{_row_tag(pair, marks, tell)}{''.join(cells)}</tr>")
    return Marked("".join(pieces), changed)


def _places(
    rows: Sequence[Pair[Element]], sides: tuple[Sequence[Element], Sequence[Element]], columns: Columns
) -> list[list[_Place | None]]:
    grids = [grid.grid_of(side) for side in sides]
    lines = [dict(zip(side, lines, strict=True)) for side, lines in zip(sides, grids, strict=True)]
    looked_up = [
        (
            [_at(lines[0].get(pair.old), column.old) for column in columns],
            [_at(lines[1].get(pair.new), column.new) for column in columns],
        )
        for pair in rows
    ]
    became: dict[Element, Element] = {}
    was: dict[Element, Element] = {}
    for before, after in looked_up:
        for old, new in zip(before, after, strict=True):
            if old is not None and new is not None and old not in became and new not in was:
                became[old], was[new] = new, old
    return [
        [_place(old, new, became, was) for old, new in zip(before, after, strict=True)] for before, after in looked_up
    ]


def _at(line: list[Element | None] | None, column: int | None) -> Element | None:
    return line[column] if line is not None and column is not None and column < len(line) else None


def _place(
    old: Element | None, new: Element | None, became: dict[Element, Element], was: dict[Element, Element]
) -> _Place | None:
    if new is not None:
        return _Place(was.get(new), new)
    if old is not None:
        return _Place(old, became.get(old))
    return None


def _extent(
    places: Sequence[Sequence[_Place | None]], index: int, column: int, done: set[tuple[int, int]]
) -> tuple[int, int]:
    """Over how many columns and rows a cell goes that begins at a place."""
    place, line = places[index][column], places[index]
    width = 1
    while column + width < len(line) and line[column + width] == place and (index, column + width) not in done:
        width += 1
    height = 1
    while index + height < len(places) and all(
        places[index + height][column + right] == place for right in range(width)
    ):
        height += 1
    return width, height


def _cell(place: _Place, shown: set[Element], merger: Merger, spans: dict[str, str]) -> tuple[str, Mark | None]:
    cell = place.old if place.new is None else place.new
    mark = Mark.REMOVED if place.new is None else Mark.ADDED if place.old is None else None
    if cell in shown:
        # A cell that goes on beyond rows that were put into it: its words stand above.
        return f"{open_tag(cell, mark, ids=False, more=spans)}{close_tag(cell)}", mark
    shown.add(cell)
    if mark:
        tag = open_tag(cell, mark, ids=mark is Mark.ADDED, more=spans)
        return f"{tag}{merger.inside(cell, mark)}{close_tag(cell)}", mark
    one = cell_of(place.old, place.new, merger, spans)
    return one.html, Mark.CHANGED if one.changed else None


def _row_tag(pair: Pair[Element], marks: set[Mark | None], tell: Tell) -> str:
    """The start tag of a row, which was added or removed if all cells that begin in it were."""
    row = pair.old if pair.new is None else pair.new
    mark: Mark | None = None
    if pair.old is None or pair.new is None:
        gone = Mark.REMOVED if pair.new is None else Mark.ADDED
        mark = gone if marks <= {gone} else Mark.CHANGED
        tell(gone, row)
    elif any(marks):
        mark = Mark.CHANGED
        tell(mark, row)
    return open_tag(row, mark, ids=pair.new is not None)
