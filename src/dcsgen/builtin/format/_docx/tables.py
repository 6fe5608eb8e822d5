"""Tables: cells over several columns and rows, headings on each page, rows that stay whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, structs

from dcsgen.builtin.format._blocks import Block, Cell, Paragraph, Row, Table
from dcsgen.builtin.format._docx.styles import TINT

WriteCell = Callable[[Cell, bool, bool], str]
"""The paragraphs of a cell: of which cell, whether it names a column, whether it stays with the next row."""

MarkRow = Callable[[str], str]
"""What the properties of a row hold that was "added" or "removed"."""

_KEPT_TOGETHER = 12
"""The most rows that are kept on one page because a cell reaches over them."""


class _Slot(Struct):
    """What stands in some columns of a row: a cell that begins here, or one from above that goes on."""

    columns: int
    cell: Cell | None
    reaches_down: bool = False


def table_xml(table: Table, width: int, style: str, write: WriteCell, mark: MarkRow) -> str:
    """A table of a width in twentieths of a point."""
    widths = _column_widths(table.widths, width)
    groups = [(table.head, True), *((group, False) for group in table.groups)]
    rows = (row for group, head in groups for row in _rows(table, group, head, widths, write, mark))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0420" if table.head else "0400"}" '
        f'w:firstRow="{int(bool(table.head))}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" '
        'w:noVBand="1"/></w:tblPr><w:tblGrid>'
        + "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        + "</w:tblGrid>"
        + "".join(rows)
        + "</w:tbl>"
    )


def _column_widths(shares: Sequence[float], width: int) -> list[int]:
    """Whole numbers that are the width together."""
    ends = [round(sum(shares[: index + 1]) * width) for index in range(len(shares))]
    return [end - begin for begin, end in zip([0, *ends], ends, strict=False)]


def _rows(
    table: Table, group: Sequence[Row], head: bool, widths: Sequence[int], write: WriteCell, mark: MarkRow
) -> Iterator[str]:
    laid_out = list(_laid_out(group, len(widths)))
    gone = _unhooked(laid_out)
    last_group = not head and group is table.groups[-1]
    for index, slots in enumerate(laid_out):
        bound = len(group) <= _KEPT_TOGETHER and any(slot.reaches_down for slot in slots)
        stays = head or (table.together and not (last_group and index == len(laid_out) - 1)) or bound
        marks = (
            "<w:cantSplit/>"
            + ("<w:tblHeader/>" if head else "")
            + mark("removed" if index in gone else group[index].change)
        )
        yield f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(_cells(slots, widths, head, stays, write))}</w:tr>"


def _laid_out(group: Sequence[Row], count: int) -> Iterator[list[_Slot]]:
    """The slots of each row, which fill all columns; a group of rows ends what reaches down in it."""
    above: dict[int, tuple[int, int]] = {}  # column: rows that are left, columns
    for position, row in enumerate(group):
        cells, slots, column = list(row.cells), [], 0
        below = len(group) - position
        while column < count:
            if column in above:
                left, columns = above.pop(column)
                slots.append(_Slot(columns, None, left > 1))
                if left > 1:
                    above[column] = (left - 1, columns)
            else:
                free = min((begin for begin in above if begin > column), default=count) - column
                cell = cells.pop(0) if cells else Cell(())
                columns = min(cell.columns, free)
                rows = min(cell.rows, below)
                slots.append(_Slot(columns, cell, rows > 1))
                if rows > 1:
                    above[column] = (rows - 1, columns)
            column += columns
        yield slots


def _unhooked(rows: list[list[_Slot]]) -> set[int]:
    """Rows that were removed and in which a cell begins that stays: it begins in the next row instead, and the removed
    one has a copy of it. Otherwise that cell would go when a reader accepts that the row goes."""
    found: set[int] = set()
    for index, slots in enumerate(rows[:-1]):
        hooked = [
            number for number, slot in enumerate(slots) if slot.cell and slot.reaches_down and not slot.cell.change
        ]
        others = [slot.cell for number, slot in enumerate(slots) if number not in hooked]
        if not hooked or not others or any(cell is None or cell.change != "removed" for cell in others):
            continue
        found.add(index)
        begins = {_column(slots, number): slots[number] for number in hooked}
        for number, slot in enumerate(rows[index + 1]):
            above = begins.get(_column(rows[index + 1], number))
            if above is not None and slot.cell is None and above.cell is not None:
                slot.cell, above.reaches_down = above.cell, False
                above.cell = structs.replace(above.cell, blocks=tuple(map(_removed, above.cell.blocks)))
    return found


def _column(slots: Sequence[_Slot], number: int) -> int:
    return sum(slot.columns for slot in slots[:number])


def _removed(block: Block) -> Block:
    """A copy of a paragraph that is shown as removed."""
    if not isinstance(block, Paragraph):
        return block
    return Paragraph(tuple(structs.replace(run, change="removed") for run in block.runs if run.change != "added"))


def _cells(slots: Sequence[_Slot], widths: Sequence[int], head: bool, stays: bool, write: WriteCell) -> Iterator[str]:
    column = 0
    for slot in slots:
        width = sum(widths[column : column + slot.columns])
        span = f'<w:gridSpan w:val="{slot.columns}"/>' if slot.columns > 1 else ""
        merge = "<w:vMerge/>" if slot.cell is None else '<w:vMerge w:val="restart"/>' if slot.reaches_down else ""
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/><w:vAlign w:val="bottom"/>' if head else ""
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}</w:tcPr>'
            f"{write(slot.cell or Cell(()), head, stays)}</w:tc>"
        )
        column += slot.columns
