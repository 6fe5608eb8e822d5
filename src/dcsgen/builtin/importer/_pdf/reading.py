"""From pages to blocks: what is a heading, what belongs to a paragraph, which tables go on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from dcsgen.builtin.importer._blocks import is_caption, numbered
from dcsgen.builtin.importer._pdf.contents import in_reading_order, without_contents
from dcsgen.builtin.importer._pdf.joining import continues, joined
from dcsgen.builtin.importer._pdf.lines import EDGE, Line, body_size, form, without_furniture
from dcsgen.builtin.importer._pdf.page import Page
from dcsgen.builtin.importer._pdf.tables import PageTable
from dcsgen.plugin.document import Block, Heading, Paragraph, Spot

_NUMBERED = re.compile(
    r"(?P<number>(?:[A-Z]|\d{1,2})(?:\.\d{1,2})*\.?|(?:annex|appendix|section|chapter)\s+[A-Z\d][\d.]*)[\s:.\-–]+(?P<title>[^\W_].*)",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(\.\s?){4,}\s*\w*$|\s{3,}\d+$")
_ITEM = re.compile(r"^[•●▪◦‣–*-]\s|^\(?[a-z0-9]{1,2}[.)]\s")

LONGEST_HEADING = 120


def blocks_of(pages: Sequence[Page]) -> list[Block]:
    """The blocks of all pages in reading order."""
    heights = [page.height for page in pages]
    pages = without_contents(_without_furniture(pages))
    kept = without_furniture([page.lines for page in pages], heights)
    outside = [
        [line for line in lines if not any(_inside(line, table) for table in page.tables)]
        for page, lines in zip(pages, kept, strict=True)
    ]
    size = body_size([line for lines in outside for line in lines])
    levels = _levels([line for lines in outside for line in lines], size)
    blocks: list[Block] = []
    open_table: list[PageTable] = []
    paragraph: list[Line] = []
    tops: list[tuple[str, float]] = []

    def close_paragraph() -> None:
        if paragraph:
            blocks.append(_paragraph(paragraph))
            paragraph.clear()

    def close_table() -> None:
        if open_table:
            blocks.append(joined(open_table))
            open_table.clear()

    for page, lines in zip(pages, outside, strict=True):
        things: list[Line | PageTable] = [*lines, *page.tables]
        for thing in in_reading_order(things, page.width):
            if isinstance(thing, PageTable):
                close_paragraph()
                if not (open_table and continues(open_table[-1], thing, heights)):
                    close_table()
                open_table.append(thing)
                continue
            if open_table and not _of_table(thing):
                close_table()
            heading = _heading(thing, size, levels)
            if heading is not None and _follows(heading, thing, tops):
                close_paragraph()
                blocks.append(heading)
            elif paragraph and not _goes_on(paragraph[-1], thing):
                close_paragraph()
                paragraph.append(thing)
            else:
                paragraph.append(thing)
    close_paragraph()
    close_table()
    return numbered(blocks)


def _without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without the tables that their heads and feet are."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_form(table) for table in page.tables if _at_edge(table, page.height)})
    repeated = {form for form, count in seen.items() if count >= max(3, len(pages) // 4)}
    return [
        structs.replace(
            page,
            tables=tuple(
                table
                for table in page.tables
                if not (_at_edge(table, page.height) and (_form(table) in repeated or not _form(table)))
            ),
        )
        for page in pages
    ]


def _form(table: PageTable) -> str:
    return form(" ".join(text for row in table.rows for text in row.texts))


def _at_edge(table: PageTable, height: float) -> bool:
    return table.box[3] < height * EDGE or table.box[1] > height * (1 - EDGE)


def _follows(heading: Heading, line: Line, tops: list[tuple[str, float]]) -> bool:
    """Whether a heading of the first level may be one: steps in figures and lists begin with a number, too.

    `tops` are the numbers and sizes of those so far.
    """
    if not heading.number or heading.level > 1:
        return True
    number = heading.number
    if number.isdigit() and tops:
        last, size = tops[-1]
        if (last.isdigit() and int(number) <= int(last) and line.size < size - 0.3) or line.size < size - 1.5:
            return False
    tops.append((number, line.size))
    return True


def _of_table(line: Line) -> bool:
    """Whether a line between two parts of a table belongs to it: `Table 3 (continued)`."""
    return is_caption(line.text) and "cont" in line.text.casefold()


def _inside(line: Line, table: PageTable) -> bool:
    middle = (line.box[1] + line.box[3]) / 2
    return (
        line.page == table.page
        and table.box[1] - 1 <= middle <= table.box[3] + 1
        and line.box[0] >= table.box[0] - 4
        and line.box[0] <= table.box[2]
    )


def _levels(lines: Sequence[Line], size: float) -> dict[float, int]:
    """The levels of headings without numbers by the sizes of their letters."""
    larger = sorted({line.size for line in lines if line.size > size * 1.12 and len(line.text) < LONGEST_HEADING})
    return {each: level for level, each in enumerate(reversed(larger[-6:]), 1)}


def _heading(line: Line, size: float, levels: dict[float, int]) -> Heading | None:
    text = " ".join(line.text.split())
    if len(text) > LONGEST_HEADING or _CONTENTS.search(line.text) or is_caption(text):
        return None
    spot = Spot(page=line.page, box=line.box)
    stands_out = line.bold or line.size > size * 1.05
    found = _NUMBERED.fullmatch(text)
    if found is not None and len(found["number"]) == 1 and found["number"].isalpha():
        # "A notification is sent" begins with no number, nor does "N-SET".
        found = None
    if found is not None and (stands_out or text.isupper()) and not text.endswith((".", ",", ";")):
        number = found["number"].rstrip(".")
        return Heading(text=found["title"].strip(), level=number.count(".") + 1, number=number, spot=spot)
    if line.size in levels and line.size > size * 1.12 and re.search(r"[^\W\d_]{2}", text):
        return Heading(text=text, level=levels[line.size], spot=spot)
    return None


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line belongs to the paragraph that the last one is part of."""
    if last.page != line.page or _ITEM.match(line.text) or is_caption(line.text) or is_caption(last.text):
        return False
    return -2 < line.box[1] - last.box[3] < 0.7 * max(last.height, line.height) and last.bold == line.bold


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        # A hyphen at the end of a line parts a word, if what follows begins small.
        text = text[:-1] + line.text if text.endswith("-") and line.text[:1].islower() else f"{text} {line.text}"
    boxes = [line.box for line in lines]
    box = (min(b[0] for b in boxes), boxes[0][1], max(b[2] for b in boxes), boxes[-1][3])
    item = bool(_ITEM.match(lines[0].text))
    return Paragraph(text=text, item=item, caption=is_caption(text), spot=Spot(page=lines[0].page, box=box))
