"""Statements in PDF: tables with and without rules, over pages, and files that cannot be read."""

from __future__ import annotations

import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from papers import line, ruled, word, written

from dcsgen.base.errors import UnreadableInputError
from dcsgen.builtin.importer.pdf import read
from dcsgen.plugin import Document, Heading, Paragraph, Reading, Table

CT, MR = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.4"
XS = (20, 150, 300, 380)
HEAD = ("Name", "UID", "Role")


def texts(table: Table) -> list[tuple[str, ...]]:
    return [row.texts for row in table.rows]


def of(tmp_path: Path, *pages: str, rotate: int = 0) -> Document:
    return read(written(tmp_path / "statement.pdf", pages, rotate), Reading())


def test_a_ruled_table_has_its_cells(tmp_path: Path) -> None:
    document = of(tmp_path, ruled(XS, (50, 70, 90), (HEAD, ("CT Image Storage", CT, "SCU"))))
    (table,) = document.tables
    assert texts(table) == [HEAD, ("CT Image Storage", CT, "SCU")]
    assert table.ruled
    assert table.rows[1].cells[1].spot.box == (150.0, 70.0, 300.0, 90.0)


def test_a_table_on_a_page_that_is_turned(tmp_path: Path) -> None:
    # Text that runs upwards on the sheet is level where the page is turned by a quarter.
    turned = f"q 0 1 -1 0 {400} 0 cm\n{ruled(XS, (250, 270, 290), (HEAD, ('CT Image Storage', CT, 'SCU')))}\nQ"
    (table,) = of(tmp_path, turned, rotate=90).tables
    assert texts(table) == [HEAD, ("CT Image Storage", CT, "SCU")]


def test_a_table_that_goes_on_over_the_page_end_is_one(tmp_path: Path) -> None:
    first = ruled(XS, (540, 560, 580), (HEAD, ("CT Image Storage", CT, "SCU")))
    second = ruled(XS, (20, 40, 60), (HEAD, ("MR Image Storage", MR, "SCP")))
    (table,) = of(tmp_path, first, second).tables
    assert texts(table) == [HEAD, ("CT Image Storage", CT, "SCU"), ("MR Image Storage", MR, "SCP")]
    assert table.rows[2].spot.page == 2


def test_a_row_like_the_first_one_at_the_top_of_a_page_is_kept(tmp_path: Path) -> None:
    row = ("CT Image Storage", CT, "SCU")
    first, second = ruled(XS, (520, 540, 560, 580), (HEAD, row, row)), ruled(XS, (20, 40, 60, 80), (HEAD, row, row))
    (table,) = of(tmp_path, first, second).tables
    assert texts(table) == [HEAD, row, row, row, row]
    assert table.head == 1


def test_a_row_that_the_page_end_cuts_is_not_lost(tmp_path: Path) -> None:
    rows = (HEAD, ("CT Image Storage", CT, "SCU"), ("MR Image Storage", MR, "SCP"))
    whole = ruled(XS, (520, 540, 560, 580), rows)
    cut = whole.replace(line(XS[0], 580, XS[-1], 580), "")
    (table,) = of(tmp_path, cut).tables
    assert texts(table) == list(rows)


def test_level_rules_that_are_broken_between_cells_show_the_columns(tmp_path: Path) -> None:
    parts = [line(x0 + 0.2, y, x1, y) for y in (50, 70, 90, 110) for x0, x1 in pairwise(XS)]
    rows = (HEAD, ("CT Image Storage", CT, "SCU"), ("MR Image Storage", MR, "SCP"))
    parts += [
        word(x + 3, 64 + 20 * index, text, 8)
        for index, row in enumerate(rows)
        for x, text in zip(XS, row, strict=False)
    ]
    (table,) = of(tmp_path, "\n".join(parts)).tables
    assert texts(table) == list(rows)


def test_a_table_without_rules_is_read_by_its_columns(tmp_path: Path) -> None:
    rows = (HEAD, ("CT Image Storage", CT, "SCU"), ("MR Image Storage", MR, "SCP"))
    parts = [
        word(x, 60 + 18 * index, text, 8) for index, row in enumerate(rows) for x, text in zip(XS, row, strict=False)
    ]
    sentence = word(20, 40, "This product supports what is listed here, and nothing else.")
    document = of(tmp_path, "\n".join([sentence, *parts]))
    (table,) = document.tables
    assert texts(table) == list(rows)
    assert not table.ruled
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [
        "This product supports what is listed here, and nothing else."
    ]


def test_text_in_two_columns_is_no_table(tmp_path: Path) -> None:
    left = [word(20, 60 + 12 * row, "some words of a sentence that goes on", 8) for row in range(12)]
    right = [word(210, 60 + 12 * row, "other words that stand on the right side", 8) for row in range(12)]
    assert of(tmp_path, "\n".join([*left, *right])).tables == ()


def test_the_number_of_a_foot_note_is_no_part_of_a_uid(tmp_path: Path) -> None:
    table = ruled(XS, (50, 70, 90), (HEAD, ("CT Image Storage", "", "SCU")))
    marked = "\n".join([table, word(153, 83, CT, 8), word(153 + 94, 80, "1", 5)])
    (found,) = of(tmp_path, marked).tables
    assert found.rows[1].texts[1] in (f"{CT}¹", f"{CT} ¹")


def test_steps_in_a_figure_are_no_headings(tmp_path: Path) -> None:
    page = "\n".join(
        (
            word(20, 40, "7 Networking", 16, "F2"),
            word(20, 80, "1 N-ACTION", 11, "F2"),
            word(20, 120, "Body text " * 6, 10),
        )
    )
    document = of(tmp_path, page)
    assert [(block.number, block.text) for block in document.blocks if isinstance(block, Heading)] == [
        ("7", "Networking")
    ]


def test_a_scanned_statement_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="only pictures of pages; --ocr reads them"):
        of(tmp_path, line(0, 0, 100, 100))


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "broken.pdf"
    file.write_bytes(b"%PDF-1.4\nnothing else")
    with pytest.raises(UnreadableInputError, match="it is damaged, or no PDF"):
        read(file, Reading())


def test_when_the_time_is_up_what_was_read_is_used(tmp_path: Path) -> None:
    pages = [word(20, 40, f"This is the sentence of page {number}.") for number in range(40)]
    file = written(tmp_path / "long.pdf", pages)
    document = read(file, Reading(until=time.monotonic() - 1))
    assert document.unread == ("time is up: pages 17 to 40 were not read",)
    assert len(document.texts) == 16


def test_recognition_needs_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    file = written(tmp_path / "scan.pdf", [line(0, 0, 100, 100)])
    with pytest.raises(UnreadableInputError, match="apt-get install tesseract-ocr"):
        read(file, Reading(recognise=True))


def test_words_that_were_recognised_are_marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    columns = "level|page_num|block_num|par_num|line_num|word_num|left|top|width|height|conf|text".replace("|", "\t")
    words = (("Conformance", 200, "96"), ("Statement", 800, "95"), ("smudge", 1400, "3"))
    rows = [
        f"5\t1\t1\t1\t1\t{index}\t{left}\t300\t500\t50\t{sure}\t{text}"
        for index, (text, left, sure) in enumerate(words)
    ]
    table = "\n".join([columns, *rows])
    program = tmp_path / "tesseract"
    program.write_text(f"#!{sys.executable}\nimport sys\nsys.stdin.buffer.read()\nprint({table!r})\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    document = read(written(tmp_path / "scan.pdf", [line(0, 0, 100, 100)]), Reading(recognise=True))
    assert document.recognised
    assert document.texts == ("Conformance Statement",)


def test_a_list_of_contents_is_no_heading_and_no_table(tmp_path: Path) -> None:
    entries = [f"{number}. CHAPTER OF THE STATEMENT" for number in range(1, 9)]
    contents = [
        part
        for number, entry in enumerate(entries, 1)
        for part in (word(20, 40 + 20 * number, entry), word(370, 40 + 20 * number, str(number + 1)))
    ]
    chapters = [
        word(20, 100, entry, 14, "F2") + "\n" + word(20, 140, "Text of it, in small letters.") for entry in entries
    ]
    document = of(tmp_path, "\n".join(contents), *chapters)
    assert [block.spot.page for block in document.blocks if isinstance(block, Heading)] == list(range(2, 10))
    assert document.tables == ()


def test_of_text_in_two_columns_the_left_one_is_read_first(tmp_path: Path) -> None:
    left = [word(20, 60 + 30 * row, f"left {row} words of a sentence on one side", 8) for row in range(9)]
    right = [word(210, 60 + 30 * row, f"right {row} words of another on that side", 8) for row in range(9)]
    document = of(tmp_path, "\n".join(part for pair in zip(left, right, strict=True) for part in pair))
    said = " ".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    assert said.index("left 8") < said.index("right 0")
