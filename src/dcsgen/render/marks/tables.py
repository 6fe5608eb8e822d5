"""Tables: rows by their names, columns by their headings, cells over several rows and columns stay so."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING

from dcsgen.render.marks import grid
from dcsgen.render.marks.align import Pair, Traits, align, runs
from dcsgen.render.marks.inline import Marked
from dcsgen.render.marks.tree import Element, Mark, close_tag, open_tag, words_of

if TYPE_CHECKING:
    from dcsgen.render.marks.blocks import Merger

_RENAMED = 0.8
"""How alike rows of different names must be. Those of two SOP Classes share many words."""
_NOTHING: Mapping[str, str] = MappingProxyType({})
_WIDTH = re.compile(r"(?<![\w-])width:\s*([0-9.]+)%")

Name = Callable[[Element], str]
Tell = Callable[[Mark, Element], None]
"""Notes what became of a row."""

Columns = list[Pair[int]]
"""The columns of the new table with those of the old one that are gone, each by its numbers."""


def merged(old: Element, new: Element, merger: Merger) -> Marked:
    """The new table with the rows, columns and words that turn the old one into it."""
    columns = _columns(old, new)
    same_columns = all(pair.old == pair.new for pair in columns)
    pieces = [open_tag(new)]
    changed = False
    before, after = old.find("caption"), new.find("caption")
    if after is not None:
        inner = Marked(merger.inside(after, Mark.ADDED), True) if before is None else merger.content(before, after)
        if inner.changed:
            merger.tell(Mark.CHANGED, "caption", "")
        changed = inner.changed
        pieces.append(f"{open_tag(after, Mark.CHANGED if changed else None)}{inner.html}</caption>")
    if not same_columns:
        merger.tell(Mark.CHANGED, "columns", "")
    pieces.append(_widths(old, new, columns, merger))
    heads = _groups(old, "thead"), _groups(new, "thead")
    for old_head, new_head in zip_longest(*heads):
        one = _group(Pair(old_head, new_head), columns, merger, same_columns, head=True)
        pieces.append(one.html)
        changed = changed or one.changed
    for pair in _paired(_groups(old), _groups(new), merger):
        one = _group(pair, columns, merger, same_columns)
        pieces.append(one.html)
        changed = changed or one.changed
    return Marked("".join([*pieces, "</table>"]), changed)


def whole(table: Element, mark: Mark, merger: Merger) -> str:
    """A table that was added or removed."""
    pieces = [open_tag(table, mark, ids=mark is Mark.ADDED)]
    caption = table.find("caption")
    if caption is not None:
        inside = merger.inside(caption, mark)
        pieces.append(f"{open_tag(caption, mark, ids=mark is Mark.ADDED)}{inside}</caption>")
    pieces += [merger.trees.html(each) for each in table.iterfind("colgroup")]
    pieces += [_whole_group(group, mark, merger) for group in (*_groups(table, "thead"), *_groups(table))]
    return "".join([*pieces, "</table>"])


def _groups(table: Element, tag: str = "") -> list[Element]:
    """The groups of rows; rows outside of one have been put into one by no parser, so the table stands for them."""
    if tag:
        return list(table.iterfind(tag))
    outside = [table] if table.find("tr") is not None else []
    return [*outside, *table.iterfind("tbody"), *table.iterfind("tfoot")]


def _paired(old: Sequence[Element], new: Sequence[Element], merger: Merger) -> list[Pair[Element]]:
    """Groups of rows that belong together; two that are the only ones do."""
    if len(old) == len(new) == 1:
        return [Pair(old[0], new[0])]
    return align(old, new, partial(_group_traits, merger))


def _group_traits(merger: Merger, group: Element) -> Traits:
    rows = grid.rows_of(group)
    first = grid.cells_of(rows[0]) if rows else []
    name = " ".join(first[0].text_content().split()) if first else None
    return Traits(
        merger.trees.whole(group),
        name,
        group.tag,
        lambda: [word for cell in first[:2] for word in words_of(cell)],
        _RENAMED,
    )


def _row_traits(merger: Merger, name_of: Name, row: Element) -> Traits:
    return Traits(merger.trees.whole(row), name_of(row) or None, "row", partial(words_of, row), _RENAMED)


def _columns(old: Element, new: Element) -> Columns:
    """Columns belong together by their headings; without headings, by their place."""
    keys = []
    for table in (old, new):
        rows = [row for head in _groups(table, "thead") for row in grid.rows_of(head)]
        body = [row for group in _groups(table) for row in grid.rows_of(group)]
        count = max((sum(grid.span(cell, "colspan") for cell in row) for row in (*rows, *body[:1])), default=0)
        lines = grid.grid_of(rows, count)
        keys.append([_heading(lines, column) for column in range(len(lines[0]) if lines else count)])
    if len(keys[0]) == len(keys[1]) and sum(a == b for a, b in zip(*keys, strict=True)) * 2 >= len(keys[0]):
        # As many columns as before, some with another heading.
        return [Pair(index, index) for index in range(len(keys[0]))]
    columns: Columns = []
    for equal, i1, i2, j1, j2 in runs(*keys):
        if equal:
            columns += [Pair(i, j) for i, j in zip(range(i1, i2), range(j1, j2), strict=True)]
        else:
            columns += [Pair(i, None) for i in range(i1, i2)] + [Pair(None, j) for j in range(j1, j2)]
    return columns


def _heading(lines: grid.Grid, column: int) -> tuple[str, ...]:
    """What the cells above a column say."""
    cells = [line[column] for line in lines]
    return tuple("" if cell is None else " ".join(cell.text_content().split()) for cell in cells)


def _widths(old: Element, new: Element, columns: Columns, merger: Merger) -> str:
    """The widths of the columns: with those that are gone, all of them share the width anew."""
    if all(pair.new is not None for pair in columns):
        return "".join(merger.trees.html(each) for each in new.iterfind("colgroup"))
    stated = [list(table.iterfind("colgroup/col")) for table in (old, new)]
    widths: list[float] = []
    for pair in columns:
        number, side = (pair.old, stated[0]) if pair.new is None else (pair.new, stated[1])
        column = side[number] if number is not None and number < len(side) else None
        found = _WIDTH.search(column.get("style", "")) if column is not None else None
        widths.append(float(found[1]) if found else 0.0)
    known = [width for width in widths if width]
    typical = sum(known) / len(known) if known else 1.0
    widths = [width or typical for width in widths]
    shares = "".join(f'<col style="width:{width * 100 / sum(widths):.2f}%">' for width in widths)
    return f"<colgroup>{shares}</colgroup>"


def _group(pair: Pair[Element], columns: Columns, merger: Merger, same: bool, *, head: bool = False) -> Marked:
    """A group of rows, such as a <tbody>; rows of headings belong together by their place."""
    if pair.old is None or pair.new is None:
        mark = Mark.REMOVED if pair.new is None else Mark.ADDED
        group = pair.old if pair.new is None else pair.new
        if not head:
            for row in grid.rows_of(group)[:1]:
                merger.tell(mark, "row", _name_of_group(row))
        return Marked(_whole_group(group, mark, merger, None if same else columns), True)
    olds, news = grid.rows_of(pair.old), grid.rows_of(pair.new)
    if same and merger.trees.whole(pair.old) == merger.trees.whole(pair.new):
        return Marked(_in_group(pair.new, "".join(merger.trees.html(row) for row in news)), False)
    name_of = grid.namer(olds, news)
    if head:
        rows = [Pair(old, new) for old, new in zip_longest(olds, news)]
    else:
        rows = align(olds, news, partial(_row_traits, merger, name_of))
    tell = _told_by(merger, name_of) if not head else _nothing
    if same and grid.is_plain(olds) and grid.is_plain(news):
        marked = [_row(row, merger, tell) for row in rows]
        return Marked(_in_group(pair.new, "".join(row.html for row in marked)), any(row.changed for row in marked))
    from dcsgen.render.marks.spans import merged_rows

    inner = merged_rows(rows, (olds, news), columns, merger, tell)
    return Marked(_in_group(pair.new, inner.html), inner.changed)


def _told_by(merger: Merger, name_of: Name) -> Tell:
    return lambda mark, row: merger.tell(mark, "row", name_of(row))


def _nothing(_mark: Mark, _row: Element) -> None:
    """What headings tell: that columns differ was told before."""


def _in_group(group: Element, rows: str) -> str:
    return rows if group.tag == "table" else f"{open_tag(group)}{rows}{close_tag(group)}"


def _name_of_group(row: Element) -> str:
    cells = grid.cells_of(row)
    return " ".join(cells[0].text_content().split()) if cells else ""


def _row(pair: Pair[Element], merger: Merger, tell: Tell) -> Marked:
    """A row of cells in one row and one column each."""
    if pair.equal:
        return Marked(merger.trees.html(pair.new), False)
    if pair.old is None or pair.new is None:
        mark = Mark.REMOVED if pair.new is None else Mark.ADDED
        row = pair.old if pair.new is None else pair.new
        tell(mark, row)
        return Marked(_whole_row(row, mark, merger), True)
    olds, news = grid.cells_of(pair.old), grid.cells_of(pair.new)
    cells = []
    for index in range(max(len(olds), len(news))):
        if index >= len(news) or index >= len(olds):
            mark, cell = (Mark.REMOVED, olds[index]) if index >= len(news) else (Mark.ADDED, news[index])
            cells.append(Marked(merger.whole(cell, mark), True))
        else:
            cells.append(cell_of(olds[index], news[index], merger))
    changed = any(cell.changed for cell in cells)
    if changed:
        tell(Mark.CHANGED, pair.new)
    inside = "".join(cell.html for cell in cells)
    return Marked(f"{open_tag(pair.new, Mark.CHANGED if changed else None)}{inside}</tr>", changed)


def cell_of(old: Element, new: Element, merger: Merger, spans: Mapping[str, str] = _NOTHING) -> Marked:
    """A cell that became another one."""
    told = len(merger.events)
    inner = merger.content(old, new)
    # What changed in a cell is told by its row.
    del merger.events[told:]
    mark = Mark.CHANGED if inner.changed else None
    return Marked(f"{open_tag(new, mark, more=spans)}{inner.html}{close_tag(new)}", inner.changed)


def _whole_group(group: Element, mark: Mark, merger: Merger, columns: Columns | None = None) -> str:
    rows = grid.rows_of(group)
    if columns is not None:
        from dcsgen.render.marks.spans import merged_rows

        pairs = [Pair(row, None) if mark is Mark.REMOVED else Pair(None, row) for row in rows]
        sides: tuple[Sequence[Element], Sequence[Element]] = (rows, []) if mark is Mark.REMOVED else ([], rows)
        inside = merged_rows(pairs, sides, columns, merger, _nothing).html
    else:
        inside = "".join(_whole_row(row, mark, merger) for row in rows)
    if group.tag == "table":
        return inside
    return f"{open_tag(group, ids=mark is Mark.ADDED)}{inside}{close_tag(group)}"


def _whole_row(row: Element, mark: Mark, merger: Merger) -> str:
    cells = "".join(merger.whole(cell, mark) for cell in grid.cells_of(row))
    return f"{open_tag(row, mark, ids=mark is Mark.ADDED)}{cells}</tr>"
