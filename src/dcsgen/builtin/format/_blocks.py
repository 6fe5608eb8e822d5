"""What a section says, without a file type: paragraphs, lists, tables, figures. DOCX and Markdown are written from it.

`dcsgen.builtin.format._reading` makes it from the HTML of a section.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct


class Run(Struct, frozen=True):
    """A piece of text that looks the same throughout; a line break is a line feed.

    `soft` is text that steps back, `href` where a link leads: `#id` for a place in the document.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    soft: bool = False
    href: str = ""


class Paragraph(Struct, frozen=True):
    """Text on lines of its own. `role` is the class that it has in HTML, or "heading" for a heading of a part."""

    runs: tuple[Run, ...]
    id: str = ""
    role: str = ""


class Code(Struct, frozen=True):
    """Lines in which each space counts."""

    text: str


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
    """A cell over one or more columns and rows; `header` for one that names its row or column."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False


class Row(Struct, frozen=True):
    """The cells that begin in a row."""

    cells: tuple[Cell, ...]


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
    """A picture with its caption."""

    picture: Picture
    id: str = ""
    caption: tuple[Run, ...] = ()


Block: TypeAlias = Paragraph | Code | Quote | ListOf | Table | Figure


def text_of(runs: Iterable[Run]) -> str:
    """The text alone, on one line."""
    return " ".join("".join(run.text for run in runs).split())
