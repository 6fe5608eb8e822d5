"""Pages of facts fit their width, keep words whole where they can, and lose nothing but what they say is cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcsgen.base.page import RETIRED, UNVERIFIED, Fact, Page, Row, Section, Table, marked, table
from dcsgen.base.page_text import MOST_ROWS, page_text, wrapped
from dcsgen.base.terminal import columns_of

WORDS = st.text(st.sampled_from("abcDEF.-_>,/ 19é漢"), max_size=40)
CELLS = st.tuples(WORDS, WORDS, WORDS)


def of_table(rows: Table, width: int = 60, **how: bool) -> list[str]:
    return page_text(Page("T", "", (Section("S", table=rows),)), width, **how).splitlines()[3:]


@given(st.lists(CELLS, max_size=6), st.lists(st.tuples(WORDS, WORDS), max_size=4), st.integers(40, 120))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(
    rows: list[tuple[str, str, str]], facts: list[tuple[str, str]], width: int
) -> None:
    section = Section("S", tuple(Fact(*fact) for fact in facts), table(("a", "b", "c"), rows), words=("x", "y"))
    text = page_text(Page("Title", "Kind", (section,)), width)
    assert max(map(columns_of, text.splitlines())) <= width
    for character in "DEF19é漢":
        wanted = sum(cell.count(character) for line in (*rows, *facts) for cell in line)
        # A table that is too wide for the page shows its headings, which are small letters, again and again.
        assert text.count(character) == wanted


@given(WORDS, st.integers(1, 30))
def test_wrapping_joins_to_what_it_was(text: str, width: int) -> None:
    assert "".join(wrapped(text, width)).replace(" ", "") == "".join(text.split())


def test_a_long_keyword_breaks_before_a_capital() -> None:
    assert wrapped("PatientRootQueryRetrieveInformationModelFind", 24) == [
        "PatientRootQueryRetrieve",
        "InformationModelFind",
    ]
    assert wrapped("1.2.840.10008.5.1.4.1.1.481.5", 20) == ["1.2.840.10008.5.1.4.", "1.1.481.5"]


def test_columns_are_aligned() -> None:
    lines = of_table(table(("id", "name"), [("a", "first"), ("long", "second")]))
    assert lines == ["  id    name", "  a     first", "  long  second"]


def test_a_table_that_is_too_wide_is_stacked() -> None:
    lines = of_table(table(("keyword", "clause"), [("Antidisestablishmentarian", "Supercalifragilistic")]), 40)
    assert lines == ["  Antidisestablishmentarian", "    clause  Supercalifragilistic"]


def test_a_cut_table_keeps_the_outermost_rows() -> None:
    rows = tuple(Row((f"row {number}",), number % 2) for number in range(2 * MOST_ROWS))
    cut, whole = of_table(Table(("h",), rows)), of_table(Table(("h",), rows), everything=True)
    assert cut[-1] == f"  … and {MOST_ROWS} more rows: --all shows them"
    assert cut[1:-1] == [f"  row {number}" for number in range(0, 2 * MOST_ROWS, 2)]
    assert len(whole) == 1 + len(rows)
    assert whole[2] == "    row 1"


def test_colour_changes_no_letter() -> None:
    section = Section("S", (Fact("label", marked("text", retired=True, unverified=True)),), remarks=("a remark",))
    page = Page("Title", "Kind", (section,), (RETIRED,))
    plain, colour = page_text(page, 60), page_text(page, 60, colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", colour) == plain
    assert f"\x1b[33m{UNVERIFIED}\x1b[0m" in colour
    assert f"text {RETIRED} {UNVERIFIED}" in plain


@pytest.mark.parametrize("colour", [False, True])
def test_what_would_steer_a_terminal_is_shown_as_a_picture(colour: bool) -> None:
    page = Page("\x1b[2J", "", (Section("S", (Fact("a", "\x07b"),), table(("h",), [("\x1b[31m",)])),))
    text = page_text(page, 60, colour=colour)
    assert "\x1b[2J" not in text
    assert "\x1b[31m" not in text
    assert "\x07" not in text
