"""Headings, paragraphs and tables out of HTML, which other formats are turned into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import structs

from dcsgen.plugin import Heading, Paragraph, Row, Spot, Table
from dcsgen.plugin.document import Block, grid

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LEFT_OUT = {"script", "style", "template", "noscript", "head", "nav", "svg", "math", "comment"}
_LINES = {"br", "p", "div", "li", "tr", "dt", "dd", "pre", "blockquote", *_HEADINGS}
_PARAGRAPHS = {"p", "li", "dt", "dd", "pre", "blockquote", "figcaption"}
_NUMBER = re.compile(r"(?:(?:annex|appendix|section|chapter)\s+)?((?:[A-Z]|\d+)(?:\.\d+)*)\.?\s+(?=\S)", re.IGNORECASE)
_CAPTION = re.compile(r"table\b[\s.]*[\w.\-]+\s*[-–—:.]?\s*\S", re.IGNORECASE)


def blocks_of(root: Any, *, lines: bool = True) -> list[Block]:
    """The blocks of an element of lxml, in reading order. With `lines`, they are told where they stand in the file."""
    return numbered(list(_Walk(lines).blocks(root)))


def heading(text: str, level: int, spot: Spot) -> Heading:
    """A heading, with its number taken off its text."""
    found = _NUMBER.match(text)
    if found is None or not (
        found[1][0].isdigit() or "." in found[1] or found[0].casefold().startswith(("annex", "app"))
    ):
        return Heading(text=text, level=level, spot=spot)
    return Heading(text=text[found.end() :], level=level, number=found[1], spot=spot)


def is_caption(text: str) -> bool:
    """Whether a paragraph looks like the caption of a table."""
    return len(text) < 200 and _CAPTION.match(text) is not None


def numbered(blocks: list[Block]) -> list[Block]:
    """The blocks with tables, their rows and cells counted, and captions given to the tables beside them."""
    found: list[Block] = []
    count = 0
    for index, block in enumerate(blocks):
        if not isinstance(block, Table):
            found.append(block)
            continue
        count += 1
        caption = block.caption or _beside(blocks, index)
        rows = tuple(_counted(row, count, number) for number, row in enumerate(block.rows, 1))
        found.append(structs.replace(block, rows=rows, caption=caption, spot=structs.replace(block.spot, table=count)))
    return found


def _beside(blocks: list[Block], index: int) -> str:
    """The caption in the paragraph before a table, or after it."""
    for at in (index - 1, index + 1):
        if 0 <= at < len(blocks) and isinstance(block := blocks[at], Paragraph) and is_caption(block.text):
            return block.text
    return ""


def _counted(row: Row, table: int, number: int) -> Row:
    spot = structs.replace(row.spot, table=table, row=number)
    cells = (
        structs.replace(
            cell, spot=structs.replace(cell.spot, line=row.spot.line, table=table, row=number, column=column)
        )
        for column, cell in enumerate(row.cells, 1)
    )
    return structs.replace(row, cells=tuple(cells), spot=spot)


class _Walk:
    def __init__(self, lines: bool) -> None:
        self._lines = lines

    def blocks(self, element: Any) -> Iterator[Block]:
        """The blocks in an element; text that is in none of them is a paragraph."""
        loose: list[str] = [element.text or ""]
        for child in element:
            tag = _tag(child)
            if tag in _LEFT_OUT:
                pass
            elif tag in _HEADINGS or tag == "table" or tag in _PARAGRAPHS or _has_blocks(child):
                yield from self._paragraph("".join(loose), element)
                loose = []
                yield from self._block(child, tag)
            elif tag == "br":
                loose.append("\n")
            else:
                loose.append(text_of(child))
            loose.append(child.tail or "")
        yield from self._paragraph("".join(loose), element)

    def _block(self, element: Any, tag: str) -> Iterator[Block]:
        if tag in _HEADINGS:
            text = tidy(text_of(element)).replace("\n", " ")
            if text:
                yield heading(text, _HEADINGS[tag], self._spot(element))
        elif tag == "table":
            yield self._table(element)
        elif tag == "pre":
            from dcsgen.builtin.importer._plain import blocks_in

            # Its own lines are told, not those of the file: HTML says only where it ends.
            yield from blocks_in(text_of(element), element.sourceline if self._lines else 1)
        elif tag in _PARAGRAPHS and not _has_blocks(element):
            yield from self._paragraph(text_of(element), element, item=tag in ("li", "dt", "dd"))
        else:
            yield from self.blocks(element)

    def _paragraph(self, text: str, element: Any, *, item: bool = False) -> Iterator[Paragraph]:
        plain = tidy(text)
        if plain:
            yield Paragraph(text=plain, item=item, caption=is_caption(plain), spot=self._spot(element))

    def _table(self, element: Any) -> Table:
        rows: list[list[tuple[str, int, int]]] = []
        spots: list[Spot] = []
        head = 0
        for row in _rows(element):
            cells = [cell for cell in row if _tag(cell) in ("td", "th")]
            if all(_tag(cell) == "th" for cell in cells) and head == len(rows) and cells:
                head += 1
            rows.append([(tidy(text_of(cell)), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in cells])
            spots.append(self._spot(row))
        caption = next((tidy(text_of(child)) for child in element if _tag(child) == "caption"), "")
        made = tuple(structs.replace(row, spot=spot) for row, spot in zip(grid(rows), spots, strict=True))
        return Table(rows=made, head=head or None, caption=caption.replace("\n", " "), spot=self._spot(element))

    def _spot(self, element: Any) -> Spot:
        return Spot(line=element.sourceline if self._lines else None)


def text_of(element: Any) -> str:
    """The text in an element, with a line end at each of its paragraphs and breaks."""
    parts = [element.text or ""]
    for child in element:
        tag = _tag(child)
        if tag not in _LEFT_OUT:
            inner = text_of(child)
            parts.append(f"\n{inner}\n" if tag in _LINES else inner)
        parts.append(child.tail or "")
    return "".join(parts)


def tidy(text: str) -> str:
    """A text with single spaces, and without empty lines."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else "comment"


def _has_blocks(element: Any) -> bool:
    return any(
        _tag(child) in _HEADINGS or _tag(child) in _PARAGRAPHS or _tag(child) == "table"
        for child in element.iter()
        if child is not element
    )


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, heads before bodies before feet, without those of tables inside."""
    for child in table:
        tag = _tag(child)
        if tag == "tr":
            yield child
        elif tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if _tag(row) == "tr")


def _span(cell: Any, name: str) -> int:
    word = cell.get(name, "1")
    # A table of a file may claim to span millions of columns.
    return min(max(int(word), 1), 200) if word.isdecimal() else 1
