"""A page of facts for a terminal: a title, then sections of labelled facts, tables, lists and remarks.

Who has facts to show builds one; `page_text` lays it out. Marks stand in square brackets, `[retired]` and
`[unverified]`, so that they read the same with and without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

RETIRED, UNVERIFIED = "[retired]", "[unverified]"
"""What stands behind a fact that the standard took back, and behind one that no text of it was seen for."""


class Fact(NamedTuple):
    """A label and what is said about it."""

    label: str
    text: str


class Row(NamedTuple):
    """A line of a table; `depth` says how far it stands inside the rows before it."""

    cells: tuple[str, ...]
    depth: int = 0


class Table(NamedTuple):
    """A table. If it is too long to be shown whole, the rows with a depth go first; `more` names what rows are."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    more: str = "rows"


class Section(NamedTuple):
    """A part of a page. `words` are printed one after the other, `remarks` below everything else, one a paragraph."""

    title: str
    facts: tuple[Fact, ...] = ()
    table: Table | None = None
    words: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Page(NamedTuple):
    """A page; `kind` says what the title names, `marks` stand beside it."""

    title: str
    kind: str
    sections: tuple[Section, ...]
    marks: tuple[str, ...] = ()


def marked(text: str, *, retired: bool = False, unverified: bool = False) -> str:
    """A text with the marks that it needs."""
    marks = [mark for mark, needed in ((RETIRED, retired), (UNVERIFIED, unverified)) if needed]
    return " ".join([text, *marks] if text else marks)


def table(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]], more: str = "rows") -> Table:
    """A table whose rows all stand at the same depth."""
    return Table(headings, tuple(Row(row) for row in rows), more)
