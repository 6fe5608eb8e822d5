"""Forms of a matrix: every sort of cell, limits, names that would do harm, the same bytes each time."""

from __future__ import annotations

import json
import re
from io import BytesIO

import pytest
from matrices import everything, lossy, many, text_in, written
from openpyxl import load_workbook

from dcsgen.base.errors import DcsgenError
from dcsgen.plugin.matrix import Cell, Share


@pytest.mark.parametrize(
    ("cell", "share"),
    [
        (Cell(3, 3, 0), Share.ALL),
        (Cell(3, 1, 0), Share.SOME),
        (Cell(3, 1, 2), Share.SOME),
        (Cell(3, 0, 1), Share.CANNOT_TELL),
        (Cell(3, 0, 0), Share.NONE),
        (Cell(3, 2, 0, 1), Share.LOSS),
        (Cell(3, 0, 2, 1), Share.SOME),
        (Cell(0, 0, 0), Share.NOTHING_USED),
    ],
)
def test_what_may_work_is_never_taken_for_what_does_not(cell: Cell, share: Share) -> None:
    assert cell.share is share


def test_a_table_that_is_too_wide_has_several_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    text = text_in("text", everything())
    table = text.split("\n\n●")[0]
    assert all(len(line) <= 50 for line in table.splitlines()[2:])
    assert table.count("1  <b>=SENDER</b>") == 2
    first = [line.split("</b>")[-1].strip() for line in table.splitlines() if line.startswith("1  ")]
    assert re.split(" {2,}", "  ".join(first)) == ["○ 0/3", "● 3/3", "◔ 1/3", "? 0/3?", "○ 0/3", "◕ 2/3"]
    assert "nothing works for sure" in text


def test_colours_are_for_terminals() -> None:
    assert "\x1b[" not in text_in("text", everything())
    assert "\x1b[1;32m● 3/3\x1b[0m" in text_in("text", everything(), colour=True)


def test_many_products_are_counted_instead_of_shown() -> None:
    text = text_in("text", many(60))
    assert "P59" in text
    assert re.search(r"P0\s+59\s+0\s+0\s+0\n", text)
    assert "Storage\n" not in text


def test_json_leaves_pairs_out_if_there_are_too_many() -> None:
    few, more = (json.loads(text_in("json", many(count))) for count in (3, 51))
    assert len(few["pairs"]) == 6
    assert "pairs" not in more
    assert more["all"]["works"] == [[1] * 51] * 51
    assert "may" not in more["all"]
    assert json.loads(text_in("json", everything()))["all"]["may"][0] == [0, 0, 0, 2, 0, 0]


def test_a_page_tells_what_has_no_counterpart_and_hides_nothing() -> None:
    page = text_in("html", everything())
    assert "Lonely: used by SOME; nobody provides it" in page
    assert "Other: provided by NONE; nobody uses it" in page
    assert "<b>=SENDER" not in page
    assert "&lt;b&gt;=SENDER&lt;/b&gt;" in page
    assert page.count('<table class="heat') == 3
    assert "The Transfer Syntaxes of the provider are not stated." in page
    anchors = set(re.findall(r'href="#(pair-[\d-]+)"', page))
    assert anchors
    assert anchors <= set(re.findall(r'id="(pair-[\d-]+)"', page))


@pytest.mark.parametrize(("form", "count"), [("html", 251), ("xlsx", 251)])
def test_too_many_products_are_refused_with_a_way_out(form: str, count: int) -> None:
    with pytest.raises(DcsgenError, match=r"json"):
        written(form, many(count))


def test_json_has_limits_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    from dcsgen.builtin.matrix_reporter import json_report

    monkeypatch.setattr(json_report, "MOST_BY_GROUP", 4)
    monkeypatch.setattr(json_report, "MOST_PRODUCTS", 5)
    assert json.loads(text_in("json", many(4)))["groups"][0]["works"] == [[1] * 4] * 4
    assert json.loads(text_in("json", many(5)))["groups"] == [{"name": "Storage", "means": "network"}]
    with pytest.raises(DcsgenError, match=r"6 products are too many for JSON, which has room for 5"):
        text_in("json", many(6))


def test_a_page_of_many_products_tells_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from dcsgen.builtin.matrix_reporter import _view

    monkeypatch.setattr(_view, "MOST_LINES", 5)
    monkeypatch.setattr(_view, "MOST_CELLS", 100)
    page = text_in("html", many(10))
    assert page.count('<details class="pair">') == 5
    assert "85 pairs are not told one by one here" in page
    assert "There are no tables of Storage here" in page
    assert page.count('href="#pair-') == 5


def test_names_are_never_formulas_and_sheets_have_room(monkeypatch: pytest.MonkeyPatch) -> None:
    from dcsgen.builtin.matrix_reporter import xlsx

    monkeypatch.setattr(xlsx, "MOST_ROWS", 4)
    data = written("xlsx", everything())
    assert isinstance(data, bytes)
    book = load_workbook(BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert book["Pairs"].max_row == 5
    assert any('"Pairs" has only the first 4 rows' in str(cell.value) for cell in cells)
    assert book["Matrix"]["E2"].number_format == '"? "0"/3?"'


def test_what_is_lost_is_told_in_every_form() -> None:
    text = text_in("text", lossy())
    assert "≈ 3/3 ≈1" in text
    assert "≈  all that the row uses works with the column, some of it with loss" in text
    page = text_in("html", lossy())
    assert "Of the 3 things that &lt;b&gt;=SENDER&lt;/b&gt; uses, all work with ALL, 1 of them with loss." in page
    assert '<td class="all-with-loss">' in page
    assert "Implicit VR Little Endian. it loses something" in page
    data = written("xlsx", lossy())
    assert isinstance(data, bytes)
    book = load_workbook(BytesIO(data))
    assert (book["Matrix"]["C2"].value, book["Matrix"]["C2"].number_format) == (3, '"≈ "0"/3 ≈1"')
    assert json.loads(text_in("json", lossy()))["all"]["loss"][0] == [0, 1, 0, 0, 0, 1]
    assert "with loss" not in text_in("text", everything())


@pytest.mark.parametrize("form", ["text", "json", "html", "xlsx"])
def test_the_same_matrix_gives_the_same_bytes(form: str) -> None:
    assert written(form, everything()) == written(form, everything())
