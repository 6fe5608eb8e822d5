"""The matrix as a workbook: the table of all, the numbers by Service Class, and what becomes of each thing."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from dcsgen.base.errors import DcsgenError
from dcsgen.base.tree import harmless
from dcsgen.builtin.matrix_reporter._words import LEAD, limits, meanings, numbers, pairs, sign, signs
from dcsgen.builtin.reporter import _sheets
from dcsgen.plugin.matrix import Matrix, MatrixReporter, Share

MOST_PRODUCTS = 250
"""Products that a sheet has rows and columns for: more than that, no program shows well."""

MOST_ROWS = 50_000
"""Rows of a sheet."""

_INKS = {
    Share.ALL: "0B5D2A",
    Share.LOSS: "6B4200",
    Share.SOME: "6B4200",
    Share.CANNOT_TELL: "3D4A55",
    Share.NONE: "9C1B2D",
}
_GROUNDS = {
    Share.ALL: "D3ECDC",
    Share.LOSS: "E4ECC8",
    Share.SOME: "FDF0D2",
    Share.CANNOT_TELL: "E6EAED",
    Share.NONE: "FBE1E4",
}

_GROUPS = {
    "Service Class": 34,
    "Uses or sends": 34,
    "Provides or receives": 34,
    "Uses": 9,
    "Works": 9,
    "With loss": 9,
    "May work": 9,
    "How much": 14,
}
_PAIRS = {
    "Uses or sends": 30,
    "Provides or receives": 30,
    "Service Class": 28,
    "What": 44,
    "UID or name": 32,
    "Outcome": 13,
    "Common ways": 44,
    "Why not, or what is lost": 54,
    "Place of the user": 34,
    "Place of the provider": 34,
}


def write(matrix: Matrix, colour: bool) -> bytes:
    """The workbook. Raises `DcsgenError` if there are too many products for a sheet."""
    from openpyxl import Workbook  # type: ignore[import-untyped]

    count = len(matrix.products)
    if count > MOST_PRODUCTS:
        raise DcsgenError(
            f"{count:,} products are too many for a workbook, which has room for {MOST_PRODUCTS}; name fewer, or write "
            "the matrix as json"
        )
    workbook = Workbook()
    workbook.properties.creator = f"{matrix.tool} {matrix.version}"
    workbook.properties.title = f"Who can use what of whom: {count} products"
    workbook.properties.created = _sheets.DATE
    sheet = workbook.active
    notes = [LEAD, limits(matrix), *matrix.notes]
    _rows(workbook, "By Service Class", _GROUPS, _by_group(matrix), notes, share=8)
    _rows(workbook, "Pairs", _PAIRS, _by_pair(matrix), notes)
    _matrix(sheet, matrix, notes)
    data = BytesIO()
    workbook.save(data)
    return _sheets.without_clock(data.getvalue())


def _matrix(sheet: Any, matrix: Matrix, notes: list[str]) -> None:
    """The table of all: numbers that programs can reckon with, shown with their shape and the number of all."""
    from openpyxl.styles import Alignment, PatternFill  # type: ignore[import-untyped]

    sheet.title = "Matrix"
    labels = [product.label for product in matrix.products]
    _sheets.head(sheet, 1, ["uses or sends ↓   provides or receives →", *labels])
    sheet.column_dimensions["A"].width = 40
    for user, label in enumerate(labels):
        row = user + 2
        _sheets.put(sheet.cell(row, 1), label)
        for column, cell in enumerate(matrix.cells(user), 2):
            if not cell.uses:
                continue
            put = sheet.cell(row, column, cell.done)
            put.number_format = f'"{sign(cell)} "0"{numbers(cell).removeprefix(str(cell.done))}"'
            _sheets.coloured(put, _INKS[cell.share])
            put.fill = PatternFill("solid", fgColor=_GROUNDS[cell.share])
            put.alignment = Alignment(horizontal="center", vertical="top")
    for column in range(2, len(labels) + 2):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = 16
    sheet.row_dimensions[1].height = _sheets.height(labels, [16] * len(labels))
    sheet.freeze_panes = "B2"
    row = len(labels) + 3
    for share, meaning in meanings(matrix).items():
        if share is not Share.NOTHING_USED:
            _sheets.put(sheet.cell(row, 1), f"{signs(share)}  {meaning}", wrapped=False)
            _sheets.coloured(sheet.cell(row, 1), _INKS[share])
            row += 1
    for note in notes:
        _sheets.sentence(sheet, row, note, len(labels) + 1, 40 + 16 * len(labels))
        row += 1
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    _sheets.printed_wide(sheet)


def _rows(
    workbook: Any,
    title: str,
    widths: dict[str, int],
    rows: Iterator[list[_sheets.Value]],
    notes: list[str],
    share: int = 0,
) -> None:
    """A sheet of rows, as many as there is room for; `share` is the column that has colours."""
    sheet = workbook.create_sheet(title)
    found = list(islice(rows, MOST_ROWS))
    if next(rows, None) is not None:
        notes.append(f'The sheet "{title}" has only the first {MOST_ROWS:,} rows; the report in JSON has more.')
    _sheets.table(sheet, widths, found)
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    for row, cells in enumerate(found, 2):
        if share:
            _sheets.coloured(sheet.cell(row, share), _INKS[Share(str(cells[share - 1]))])


def _by_group(matrix: Matrix) -> Iterator[list[_sheets.Value]]:
    for group in matrix.groups:
        for user, product in enumerate(matrix.products):
            if not product.uses(group.name):
                continue
            for number, cell in enumerate(matrix.cells(user, group.name)):
                other = matrix.products[number]
                if number != user and other.provides(group.name):
                    names = [harmless(name) for name in (group.name, product.label, other.label)]
                    yield [*names, cell.uses, cell.works, cell.loss, cell.may, cell.share.value]


def _by_pair(matrix: Matrix) -> Iterator[list[_sheets.Value]]:
    for user, provider in pairs(matrix):
        ours, theirs = matrix.products[user], matrix.products[provider]
        for one in matrix.pairs(user, provider):
            yield [
                ours.label,
                theirs.label,
                one.group,
                one.name,
                one.key,
                one.outcome.value,
                "\n".join(one.agreed),
                one.reason,
                "\n".join(map(str, ours.placed(one.user_paths))),
                "\n".join(map(str, theirs.placed(one.provider_paths))),
            ]


REPORTER = MatrixReporter(name="xlsx", write=write, binary=True)
