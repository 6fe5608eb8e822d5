"""Sheets of a workbook: heads that stay, filters, cells that are never formulas, rows that are high enough."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import Any

from dcsgen.base.tree import harmless

Value = str | int | float

_FONT = "Calibri"
_GROUND = "0F5C57"
_LINE, _HIGHEST = 15.0, 409.0
"""Points of a line, and of the highest row that a sheet can have."""

# The first date that ZIP knows: there is no clock here.
DATE = datetime(1980, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def table(sheet: Any, widths: Mapping[str, int], rows: Sequence[Sequence[Value]], frozen: str = "A2") -> int:
    """A sheet that is one table with a head that stays and filters; gives the number of its last row."""
    head(sheet, 1, list(widths))
    for index, width in enumerate(widths.values(), 1):
        sheet.column_dimensions[sheet.cell(1, index).column_letter].width = width
    for row, cells in enumerate(rows, 2):
        fill(sheet, row, cells)
        sheet.row_dimensions[row].height = height(cells, list(widths.values()))
    last = max(len(rows) + 1, 2)
    sheet.freeze_panes = frozen
    sheet.auto_filter.ref = f"A1:{sheet.cell(1, len(widths)).column_letter}{last}"
    sheet.print_title_rows = "1:1"
    printed_wide(sheet)
    return last


def head(sheet: Any, row: int, titles: Sequence[str]) -> None:
    """A row of titles."""
    from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]

    for index, title in enumerate(titles, 1):
        cell = sheet.cell(row, index, harmless(title))
        cell.data_type = "s"
        cell.font = Font(name=_FONT, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_GROUND)
        cell.alignment = Alignment(vertical="top", wrap_text=True)


def fill(sheet: Any, row: int, values: Sequence[Value]) -> None:
    """A row of values; empty text leaves its cell alone."""
    for column, value in enumerate(values, 1):
        put(sheet.cell(row, column), value)


def put(cell: Any, value: Value, *, wrapped: bool = True) -> None:
    """A value into a cell."""
    from openpyxl.styles import Alignment

    if isinstance(value, str):
        if not value:
            return
        cell.value = "\n".join(map(harmless, value.split("\n")))
        # What begins with "=" would be a formula otherwise, and run.
        cell.data_type = "s"
    else:
        cell.value = value
    cell.alignment = Alignment(vertical="top", wrap_text=wrapped)


def sentence(sheet: Any, row: int, text: str, columns: int, width: int, *, bold: bool = False) -> None:
    """A text over several columns, which are so many letters wide."""
    from openpyxl.styles import Font

    sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    put(sheet.cell(row, 1), text)
    sheet.cell(row, 1).font = Font(name=_FONT, bold=bold)
    sheet.row_dimensions[row].height = height([text], [width])


def coloured(cell: Any, colour: str) -> None:
    """Text that is bold and has a colour."""
    from openpyxl.styles import Font

    cell.font = Font(name=_FONT, bold=True, color=colour)


def height(cells: Sequence[Value], widths: Sequence[int]) -> float:
    """Points that a row needs, since not every program makes room for lines that it has wrapped."""
    lines = [
        sum(ceil(len(line) / width * 1.1) or 1 for line in str(text).split("\n"))
        for text, width in zip(cells, widths, strict=True)
    ]
    return min(max(lines) * _LINE, _HIGHEST)


def printed_wide(sheet: Any) -> None:
    """Print the sheet on pages on their side, as wide as a page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def without_clock(data: bytes) -> bytes:
    """The same package with fixed dates, so that the same differences give the same bytes."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    buffer = BytesIO()
    stamp = b"\\g<1>" + DATE.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name in source.namelist():
            entry = ZipInfo(name, DATE.timetuple()[:6])
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            content = source.read(name)
            file.writestr(entry, _MODIFIED.sub(stamp, content) if name == "docProps/core.xml" else content)
    return buffer.getvalue()
