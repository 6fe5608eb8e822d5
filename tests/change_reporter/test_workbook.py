"""The workbook: what a purchaser opens."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from differences import bytes_in, small, vendors
from openpyxl import load_workbook

from dcsgen.base.change import Verdict
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
    last = sheet.cell(1, sheet.max_column).column_letter
    assert sheet.auto_filter.ref == f"A1:{last}{sheet.max_row}"
    assert sheet.print_title_rows == "$1:$1"
    assert all(sheet.row_dimensions[row].height >= 15 for row in range(2, sheet.max_row + 1))
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == '"yes,no,to be clarified"'
    column = next(cell.column_letter for cell in sheet[1] if cell.value == "Matters to us")
    assert str(choice.sqref) == f"{column}2:{column}{sheet.max_row}"


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
    summary = {row[0]: row[1:] for row in book(difference)["Summary"].iter_rows(values_only=True) if row[0]}
    assert "Fails: 1 difference is breaking and counts." in summary
    assert summary["All"] == (*(difference.count(verdict) for verdict in Verdict), len(difference.changes))
    assert summary["New"][0].startswith("PRODUCT 2.0 · D-1, revision 2 of 2021-01-01 · ")


def test_columns_that_nothing_is_in_are_left_out(tmp_path: Path) -> None:
    head = [cell.value for cell in book(small(tmp_path)).worksheets[0][1]]
    assert {"Old", "New", "Not stated by", "Comment"} <= set(head)
    assert not {"At the site", "Accepted", "Like"} & set(head)


def test_the_sides_of_two_products_are_called_by_name() -> None:
    found = book(vendors())
    head = [cell.value for cell in found.worksheets[0][1]]
    assert head[5:7] == ["NORTHLIGHT Archive 3.2", "DCMTK dcmqrscp 3.6.7"]
    pairs = rows(found["Held against each other"])
    assert pairs[0]["NORTHLIGHT Archive 3.2"] == "FINDER"
    assert [row["Because"] for row in pairs].count("no counterpart") == 7


def test_what_is_not_stated_is_a_sheet_of_questions() -> None:
    found = rows(book(vendors())["Not stated"])
    assert {row["Not stated by"] for row in found} == {"DCMTK dcmqrscp 3.6.7"}
    asked = sum(row["How often"] for row in found)
    rules = [row["Rule"] for row in rows(book(vendors()).worksheets[0])]
    assert asked == rules.count("C005") > len(found)


def test_there_is_no_clock_in_it(tmp_path: Path) -> None:
    with ZipFile(BytesIO(bytes_in("xlsx", small(tmp_path)))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z</dcterms:modified>" in file.read("docProps/core.xml")
