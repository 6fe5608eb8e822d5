"""The differences as a workbook for a procurement: a row for each, to filter, sort and comment on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import Any

from dcsgen.base.change import Area, Verdict
from dcsgen.base.finding import dotted
from dcsgen.base.tree import harmless
from dcsgen.builtin.change_reporter._order import Line, in_lines
from dcsgen.builtin.change_reporter._values import shortened
from dcsgen.builtin.change_reporter._view import values, without
from dcsgen.plugin import ChangeReporter, Difference

MOST_LINES, MOST_LETTERS = 12, 800
"""What of one value is in a cell; a sheet holds 32,767 characters in one, which nobody reads there."""

ANSWERS = ("yes", "no", "to be clarified")
"""What can be chosen in the column "Matters to us"."""

_COLUMNS = {
    "No.": 7,
    "Verdict": 12,
    "Area": 14,
    "What differs": 60,
    "Role": 12,
    "Old": 38,
    "New": 38,
    "Whom it hurts": 38,
    "What to do instead": 38,
    "Matters to us": 15,
    "Comment": 30,
    "Follows from": 12,
    "Rule": 10,
    "Clause": 22,
    "Key": 40,
    "Old place": 26,
    "New place": 26,
    "Fingerprint": 18,
}
_FONT = "Calibri"
_LINE, _HIGHEST = 15.0, 409.0
"""Points of a line, and of the highest row that a sheet can have."""

_COLOURS = {
    Verdict.BREAKING: "9C1B2D",
    Verdict.RISKY: "7A4B00",
    Verdict.COMPATIBLE: "0B5D2A",
    Verdict.EDITORIAL: "3D5568",
}
# The first date that ZIP knows: there is no clock here.
_DATE = datetime(1980, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def write(difference: Difference, colour: bool) -> bytes:
    """The workbook: differences, summary, and what was held against what."""
    from openpyxl import Workbook  # type: ignore[import-untyped]

    workbook = Workbook()
    workbook.properties.creator = f"{difference.tool} {difference.version}"
    workbook.properties.title = harmless(f"{difference.old_product} → {difference.new_product}")
    workbook.properties.created = _DATE
    _differences(workbook.active, difference)
    _summary(workbook.create_sheet("Summary"), difference)
    _alignment(workbook.create_sheet("Held against each other"), difference)
    data = BytesIO()
    workbook.save(data)
    return _without_clock(data.getvalue())


def _differences(sheet: Any, difference: Difference) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]

    sheet.title = "Differences"
    _head(sheet, _COLUMNS)
    lines = in_lines(difference.changes)
    for row, line in enumerate(lines, 2):
        cells = list(_cells(line))
        _fill(sheet, row, cells)
        sheet.row_dimensions[row].height = _height(cells)
        _verdict(sheet.cell(row, 2), line.verdict)
    last = max(len(lines) + 1, 2)
    answers = DataValidation(type="list", formula1=f'"{",".join(ANSWERS)}"', allow_blank=True)
    answers.add(f"J2:J{last}")
    sheet.add_data_validation(answers)
    sheet.freeze_panes = "E2"
    sheet.auto_filter.ref = f"A1:{sheet.cell(1, len(_COLUMNS)).column_letter}{last}"
    sheet.print_title_rows = "1:1"
    # What programs and authors need stands behind it.
    sheet.print_area = f"A1:K{last}"
    _printed_wide(sheet)


def _height(cells: list[str]) -> float:
    """Points that a row needs, since not every program makes room for lines that it has wrapped."""
    lines = [
        sum(ceil(len(line) / width * 1.1) or 1 for line in text.split("\n"))
        for text, width in zip(cells, _COLUMNS.values(), strict=True)
    ]
    return min(max(lines) * _LINE, _HIGHEST)


def _cells(line: Line) -> Iterator[str]:
    change, judgements = line.judged.change, line.judged.judgements
    serious = [one for one in judgements if one.verdict in (Verdict.BREAKING, Verdict.RISKY)]
    before, after = values(change)
    yield line.number
    yield line.verdict.value
    yield line.area.value
    yield line.message
    yield ", ".join(change.roles).replace("_", " ")
    yield shortened(before, MOST_LINES, MOST_LETTERS) or f"({without(change)})"
    yield shortened(after, MOST_LINES, MOST_LETTERS) or f"({without(change)})"
    yield "\n".join(one.hurts for one in serious)
    yield "\n".join(one.instead for one in serious)
    yield ""
    yield ""
    yield line.cause
    yield ", ".join(one.code for one in judgements)
    yield ", ".join(one.clause for one in judgements if one.clause)
    yield dotted(change.path)
    yield str(change.old_place or "")
    yield str(change.new_place or "")
    yield change.fingerprint


def _summary(sheet: Any, difference: Difference) -> None:
    _head(sheet, {"": 26, **{str(verdict).capitalize(): 16 for verdict in Verdict}, "All": 10})
    changes = difference.changes
    rows = [(area.value.capitalize(), [one for one in changes if one.change.area is area]) for area in Area]
    row = 1
    for name, found in [*((name, found) for name, found in rows if found), ("All", list(changes))]:
        row += 1
        numbers = [sum(one.verdict is verdict for one in found) for verdict in Verdict]
        _fill(sheet, row, [name, *numbers, len(found)])
    sides = (
        ("Old", difference.old_product, difference.old, difference.old_document),
        ("New", difference.new_product, difference.new, difference.new_document),
    )
    row += 1
    for side, product, file, document in sides:
        told = [product, file]
        if document is not None:
            told.insert(1, f"{document.identifier}, revision {document.revision} of {document.date}")
        row += 1
        _put(sheet.cell(row, 1), side, wrapped=False)
        _put(sheet.cell(row, 2), " · ".join(filter(None, told)), wrapped=False)
    for sentence in ("What follows from another difference is counted with it.", *difference.trouble):
        row += 1
        _put(sheet.cell(row, 1), sentence, wrapped=False)
    sheet.freeze_panes = "B2"
    _printed_wide(sheet)


def _alignment(sheet: Any, difference: Difference) -> None:
    _head(sheet, {"Kind": 30, "Old": 40, "New": 40, "Because": 14, "Likeness": 10})
    for row, one in enumerate(difference.alignment, 2):
        kind = dotted(one.path).replace("_", " ")
        _fill(sheet, row, [kind, one.old, one.new, one.because, one.similarity])
        sheet.cell(row, 5).number_format = "0%"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:E{max(len(difference.alignment) + 1, 2)}"
    _printed_wide(sheet)


def _head(sheet: Any, columns: dict[str, int]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]

    for index, (title, width) in enumerate(columns.items(), 1):
        cell = sheet.cell(1, index, title or None)
        cell.font = Font(name=_FONT, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="0F5C57")
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = width


def _fill(sheet: Any, row: int, values: Sequence[str | int | float]) -> None:
    for column, value in enumerate(values, 1):
        _put(sheet.cell(row, column), value, wrapped=True)


def _put(cell: Any, value: str | int | float, *, wrapped: bool) -> None:
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


def _verdict(cell: Any, verdict: Verdict) -> None:
    from openpyxl.styles import Font

    cell.font = Font(name=_FONT, bold=True, color=_COLOURS[verdict])


def _printed_wide(sheet: Any) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _without_clock(data: bytes) -> bytes:
    """The same package with fixed dates, so that the same differences give the same bytes."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    buffer = BytesIO()
    stamp = b"\\g<1>" + _DATE.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name in source.namelist():
            entry = ZipInfo(name, _DATE.timetuple()[:6])
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            content = source.read(name)
            file.writestr(entry, _MODIFIED.sub(stamp, content) if name == "docProps/core.xml" else content)
    return buffer.getvalue()


REPORTER = ChangeReporter(name="xlsx", write=write, binary=True)
