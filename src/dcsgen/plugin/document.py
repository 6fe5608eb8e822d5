"""Documents as importers read them: headings, paragraphs and tables in reading order, each with its place.

What a document looks like is gone here, but where something stood is not: a fact that is read from a document leads
back to the place from which it was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

Box = tuple[float, float, float, float]
"""Left, top, right and bottom on a page, in points (1/72 inch) from its upper left corner."""


class Spot(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where something stands in a document: on a page, or in a line of a text. Both count from 1.

    `table` counts the tables of the document from 1, `row` and `column` those of the table from 1, heads included.
    """

    page: int | None = None
    box: Box | None = None
    line: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


class Heading(Struct, frozen=True, kw_only=True, tag="heading"):
    """A heading; `level` counts from 1. `number` is `3.2.1` or `A.4`, empty if it has none that can be seen."""

    text: str
    level: int
    number: str = ""
    spot: Spot = Spot()


class Paragraph(Struct, frozen=True, kw_only=True, tag="paragraph"):
    """A paragraph, an item of a list (`item`), or the caption of the table that follows or precedes (`caption`)."""

    text: str
    item: bool = False
    caption: bool = False
    spot: Spot = Spot()


class Cell(Struct, frozen=True, kw_only=True):
    """A cell; paragraphs in it are lines of its text.

    Spans are resolved: each place of the grid has a cell. `repeated` marks those that show again what the cell above or
    on the left says, because that one spans them.
    """

    text: str
    repeated: bool = False
    spot: Spot = Spot()


class Row(Struct, frozen=True, kw_only=True):
    """A row of a table. `cut` says that it is the last or first one of a page and may be part of a row."""

    cells: tuple[Cell, ...]
    cut: bool = False
    spot: Spot = Spot()

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of its cells."""
        return tuple(cell.text for cell in self.cells)


class Table(Struct, frozen=True, kw_only=True, tag="table"):
    """A table, which may go on over pages: importers join its parts and take out repeated heads.

    `head` is how many of the rows are heads; None if the document does not say. `ruled` is false for a table whose
    columns were only guessed from where words stand.
    """

    rows: tuple[Row, ...]
    head: int | None = None
    caption: str = ""
    ruled: bool = True
    spot: Spot = Spot()

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max((len(row.cells) for row in self.rows), default=0)


Block = Heading | Paragraph | Table


class Section(Struct, frozen=True, kw_only=True):
    """A block with the headings under which it stands, the outermost first."""

    headings: tuple[Heading, ...]
    block: Block

    @property
    def titles(self) -> tuple[str, ...]:
        """The texts of the headings."""
        return tuple(heading.text for heading in self.headings)


class Document(Struct, frozen=True, kw_only=True):
    """What an importer has read.

    `format` is the name of the importer. `metadata` is what the file says of itself (`title`, `author`, `created`).
    `texts` is the plain text of each page, or of the whole, for whatever is in none of the blocks. `unread` are
    sentences about parts that could not be read, for people. `recognised` marks text that optical recognition gave.
    """

    format: str
    blocks: tuple[Block, ...]
    pages: int = 0
    metadata: dict[str, str] = {}
    texts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    recognised: bool = False

    def sections(self) -> Iterator[Section]:
        """All blocks but the headings, each with the headings above it."""
        above: list[Heading] = []
        for block in self.blocks:
            if isinstance(block, Heading):
                above = [heading for heading in above if heading.level < block.level] + [block]
            else:
                yield Section(headings=tuple(above), block=block)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


def grid(rows: list[list[tuple[str, int, int]]]) -> tuple[Row, ...]:
    """Rows of cells with their spans (text, columns, rows) as rows in which each place of the grid has its cell."""
    filled: dict[tuple[int, int], tuple[str, bool]] = {}
    for index, cells in enumerate(rows):
        column = 0
        for text, across, down in cells:
            while (index, column) in filled:
                column += 1
            for below in range(max(down, 1)):
                for beside in range(max(across, 1)):
                    if index + below < len(rows):
                        filled[index + below, column + beside] = (text, bool(below or beside))
            column += max(across, 1)
    width = max((column for _, column in filled), default=-1) + 1
    return tuple(
        Row(
            cells=tuple(
                Cell(
                    text=filled.get((index, column), ("", False))[0],
                    repeated=filled.get((index, column), ("", False))[1],
                )
                for column in range(width)
            )
        )
        for index in range(len(rows))
    )
