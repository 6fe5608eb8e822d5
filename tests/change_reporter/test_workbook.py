"""The workbook: what a purchaser opens."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from differences import bytes_in, small, vendors
from openpyxl import load_workbook

from dcsgen.plugin import Difference


def book(difference: Difference) -> Any:
    return load_workbook(BytesIO(bytes_in("xlsx", difference)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(head, cells, strict=True)) for cells in others]


def test_the_first_sheet_has_a_frozen_head_and_filters() -> None:
    sheet = book(vendors()).worksheets[0]
    assert sheet.title == "Differences"
    assert sheet.freeze_panes == "E2"
    assert sheet.auto_filter.ref == f"A1:R{sheet.max_row}"
    assert sheet.print_title_rows == "$1:$1"
    assert all(sheet.row_dimensions[row].height >= 15 for row in range(2, sheet.max_row + 1))
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"yes,no,to be clarified"'
    assert str(choice.sqref) == f"J2:J{sheet.max_row}"
    assert sheet["J1"].value == "Matters to us"


def test_what_follows_names_its_cause() -> None:
    found = rows(book(vendors()).worksheets[0])
    numbers = {row["No."] for row in found}
    assert len(numbers) == len(found)
    following = [row for row in found if row["Follows from"]]
    assert following
    assert all(row["Follows from"] in numbers for row in following)
    assert len(found) - len(following) == len(vendors().changes)


def test_nothing_in_it_is_a_formula(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").touch()
    difference = small(tmp_path)
    cells = [cell for sheet in book(difference).worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_the_summary_counts(tmp_path: Path) -> None:
    difference = small(tmp_path)
    summary = rows(book(difference)["Summary"])
    total = next(row for row in summary if row[None] == "All")
    assert total["All"] == len(difference.changes)
    assert total["Breaking"] == difference.count(next(iter(type(difference.changes[0].verdict))))
    (new,) = [row for row in summary if row[None] == "New"]
    assert new["Breaking"].startswith("PRODUCT 2.0 · D-1, revision 2 of 2021-01-01 · ")


def test_there_is_no_clock_in_it(tmp_path: Path) -> None:
    with ZipFile(BytesIO(bytes_in("xlsx", small(tmp_path)))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z</dcterms:modified>" in file.read("docProps/core.xml")
