"""What a section says, without a file type: paragraphs, lists, tables, figures. DOCX and Markdown are written from it.

`dcsgen.builtin.format._reading` makes it from the HTML of a section.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct


class Run(Struct, frozen=True):
    """A piece of text that looks the same throughout; a line break is a line feed.

    `soft` is text that steps back, `href` where a link leads: `#id` for a place in the document. `change` is "added" or
    "removed" for what a document with change marks shows so.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    soft: bool = False
    href: str = ""
    change: str = ""


class Paragraph(Struct, frozen=True):
    """Text on lines of its own. `role` is the class that it has in HTML, or "heading" for a heading of a part."""

    runs: tuple[Run, ...]
    id: str = ""
    role: str = ""


class Code(Struct, frozen=True):
    """Lines in which each space counts; `runs` are the same with change marks, if there are some."""

    text: str
    runs: tuple[Run, ...] = ()


class Quote(Struct, frozen=True):
    """A note, or words of somebody else."""

    blocks: tuple[Block, ...]


class Item(Struct, frozen=True):
    """What stands behind one bullet."""

    blocks: tuple[Block, ...]
    id: str = ""


class ListOf(Struct, frozen=True):
    """Bullets, or numbers from `start` on."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


class Cell(Struct, frozen=True):
    """A cell over one or more columns and rows; `header` for one that names its row or column, `change` as for rows."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False
    change: str = ""


class Row(Struct, frozen=True):
    """The cells that begin in a row; `change` is "added" or "removed" if the whole row was."""

    cells: tuple[Cell, ...]
    change: str = ""


class Table(Struct, frozen=True):
    """A table: rows of headings, then groups of rows. `widths` are shares of the width, one for each column.

    `together` is a table that shall not be parted by the end of a page.
    """

    widths: tuple[float, ...]
    head: tuple[Row, ...]
    groups: tuple[tuple[Row, ...], ...]
    id: str = ""
    caption: tuple[Run, ...] = ()
    role: str = ""
    together: bool = False


class Picture(Struct, frozen=True):
    """A picture: its file, what it is called, and what it shows in words."""

    data: bytes
    media_type: str
    title: str = ""
    description: str = ""


class Figure(Struct, frozen=True):
    """A picture with its caption; `change` is "added" or "removed" if both were."""

    picture: Picture
    id: str = ""
    caption: tuple[Run, ...] = ()
    change: str = ""


Block: TypeAlias = Paragraph | Code | Quote | ListOf | Table | Figure


def change_of(runs: Iterable[Run]) -> str:
    """ "added" or "removed" if all of a text was, otherwise empty."""
    changes = {run.change for run in runs if run.text.strip()}
    return changes.pop() if len(changes) == 1 else ""


def text_of(runs: Iterable[Run]) -> str:
    """The text alone, on one line."""
    return " ".join("".join(run.text for run in runs).split())
