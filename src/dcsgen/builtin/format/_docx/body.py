"""The text of the document: blocks as paragraphs, tables and pictures, with the bookmarks that links lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from dcsgen.builtin.format._blocks import Block, Cell, Code, Figure, ListOf, Paragraph, Quote, Run, Table, change_of
from dcsgen.builtin.format._docx.figures import picture_xml
from dcsgen.builtin.format._docx.numbering import DEEPEST, Lists
from dcsgen.builtin.format._docx.package import Package
from dcsgen.builtin.format._docx.revisions import Revisions, kind_of
from dcsgen.builtin.format._docx.tables import table_xml
from dcsgen.builtin.format._docx.words import END_FIELD, begin_field, bookmark, field, paragraph, plain, properties_of
from dcsgen.plugin.statement import Caption

DOCUMENT = "word/document.xml"

_OUTSIDE = re.compile(r"(?:https?|mailto):[^\s]+", re.IGNORECASE)
_LABEL = re.compile(r"(\w+) (?:(.+)-)?([0-9]+)")
_ROLES = {
    "heading": "Part Heading",
    "cover-vendor": "Cover Vendor",
    "cover-product": "Title",
    "cover-title": "Subtitle",
    "cover-colophon": "Cover Colophon",
}


class Body:
    """Writes blocks one after the other; keeps count of bookmarks, pictures and lists.

    `styles` gives the id of each style, `captions` those of the document by their ids.
    """

    def __init__(
        self,
        package: Package,
        styles: Mapping[str, str],
        captions: Mapping[str, Caption],
        lists: Lists,
        width: int,
        revisions: Revisions,
    ) -> None:
        self.width = width
        self.style = dict(styles)
        self._package = package
        self._captions = captions
        self._lists = lists
        self._bookmarks: set[str] = set()
        self._pictures = 0
        self._revisions = revisions
        self._counted: dict[str, int] = {}

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks in the main text."""
        return "".join(self._block(block) for block in blocks)

    def link(self, id: str, words: str) -> str:
        """A link to a place in the document, in the look of the text around it."""
        return f'<w:hyperlink w:anchor="{bookmark(id)}" w:history="1">{plain(words)}</w:hyperlink>'

    def marked(self, id: str, content: str) -> str:
        """Content with a bookmark for an id, once for each id."""
        name = bookmark(id) if id else ""
        if not name or name in self._bookmarks:
            return content
        self._bookmarks.add(name)
        number = len(self._bookmarks)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'

    def runs(self, runs: Sequence[Run]) -> str:
        """Runs of a paragraph; those of the same link are one link."""
        pieces: list[str] = []
        position = 0
        while position < len(runs):
            href, begin = runs[position].href, position
            while position < len(runs) and runs[position].href == href:
                position += 1
            pieces.append(self._linked(href, runs[begin:position]))
        return "".join(pieces)

    def _linked(self, href: str, runs: Sequence[Run]) -> str:
        inner = href.startswith("#") and len(href) > 1
        if not inner and not _OUTSIDE.fullmatch(href):
            # Word would look for the file: what is no address of the web stays text.
            return "".join(self._run(structs.replace(run, href="")) for run in runs)
        content = "".join(self._run(run) for run in runs)
        if inner:
            return f'<w:hyperlink w:anchor="{bookmark(href[1:])}" w:history="1">{content}</w:hyperlink>'
        id = self._package.relate(DOCUMENT, "hyperlink", href, external=True)
        return f'<w:hyperlink r:id="{id}" w:history="1">{content}</w:hyperlink>'

    def _run(self, run: Run) -> str:
        return self._revisions.around(run.change, plain(run.text, properties_of(run, self.style), kind_of(run.change)))

    def end_of(self, runs: Sequence[Run]) -> str:
        """What the properties of a paragraph end with: whether it was added or removed as a whole."""
        return self._revisions.paragraph(change_of(runs))

    def _block(self, block: Block, style: str = "", before: str = "", ends: bool = True) -> str:
        """A block; `style` is that of its paragraphs, `before` what else their properties hold, `ends` says whether
        the ends of paragraphs can come and go with their text."""
        if isinstance(block, Paragraph):
            role = _ROLES.get(block.role, "")
            return paragraph(
                self.style[role or style or "Normal"],
                self.marked(block.id, self.runs(block.runs)),
                before + (self.end_of(block.runs) if ends else ""),
            )
        if isinstance(block, Code):
            code = self.runs(block.runs) or plain(block.text)
            return paragraph(self.style["Code Block"], code, before + self.end_of(block.runs))
        if isinstance(block, Quote):
            return "".join(self._block(each, style or "Quote", before) for each in block.blocks)
        if isinstance(block, ListOf):
            return self._list(block, 0, style)
        if isinstance(block, Table):
            return self._table(block)
        return self._figure(block, before)

    def _list(self, block: ListOf, level: int, style: str) -> str:
        level = min(level, DEEPEST - 1)
        number = self._lists.number(level, block.start) if block.ordered else self._lists.bullets
        pieces = []
        for item in block.items:
            marks = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            anchor = item.id
            for each in item.blocks or (Paragraph(()),):
                if isinstance(each, ListOf):
                    pieces.append(self._list(each, level + 1, style))
                elif isinstance(each, Paragraph):
                    each = Paragraph(each.runs, each.id or anchor, each.role)
                    pieces.append(self._block(each, style or "List Paragraph", marks))
                    anchor = ""
                else:
                    pieces.append(self._block(each, style or "List Paragraph"))
                # What follows in the same item stands below its text, without a bullet.
                marks = f'<w:ind w:left="{340 * (level + 1)}"/>'
        return "".join(pieces)

    def _table(self, table: Table) -> str:
        caption = self._caption(table.id, table.caption, "<w:keepNext/>") if table.caption else ""
        inside = table_xml(table, self.width, self.style["Statement Table"], self._cell, self._revisions.mark)
        # Two tables in a row would become one; and text needs room below a table.
        return f"{caption}{inside}{paragraph(self.style['Normal'], '', _GAP)}"

    def _cell(self, cell: Cell, head: bool, stays: bool) -> str:
        style = "Table Heading" if head else "Table Text"
        marks = "<w:keepNext/>" if stays else ""
        pieces = []
        for block in cell.blocks:
            if isinstance(block, Table):
                # A table in a cell comes from a vendor's template alone: its cells become paragraphs.
                rows = [*block.head, *(row for group in block.groups for row in group)]
                pieces += [self._cell(inner, head, stays) for row in rows for inner in row.cells]
            elif isinstance(block, ListOf):
                pieces.append(self._list(block, 0, style))
            else:
                # A cell has always one paragraph.
                pieces.append(self._block(block, style, marks, ends=block is not cell.blocks[-1]))
        return "".join(pieces) or paragraph(self.style[style], "", marks)

    def _figure(self, figure: Figure, before: str) -> str:
        self._pictures += 1
        picture = picture_xml(figure.picture, self._pictures, self.width, self._package)
        inside = self._revisions.around(figure.change, picture)
        shown = paragraph(self.style["Figure"], inside, self._revisions.paragraph(figure.change)) if picture else ""
        if not figure.caption:
            return shown
        return shown + self._caption(figure.id, figure.caption, '<w:jc w:val="center"/>')

    def _caption(self, id: str, runs: Sequence[Run], properties: str) -> str:
        """A caption, whose number Word counts within the chapter as dcsgen did."""
        known = self._captions.get(id)
        parts = _LABEL.fullmatch(known.label) if known else None
        if known is None or parts is None:
            content = self.marked(id, self.runs(runs))
            return paragraph(self.style["caption"], content, properties + self.end_of(runs))
        look = f'<w:rStyle w:val="{self.style["Caption Label"]}"/>'
        word, chapter, number = parts.groups()
        # Where a chapter begins, they begin anew: by order, because LibreOffice counts no chapters.
        follows = int(number) == self._counted.get(word, 0) + 1
        self._counted[word] = int(number)
        again = "" if follows else f" \\r {number}"
        instruction = f"SEQ {word} \\* ARABIC{again}"
        label = f"{word} {chapter}-" if chapter else f"{word} "
        if any(run.change for run in runs):
            return self._changed_caption(id, runs, properties, known, (label, instruction, number, look))
        counted = field(instruction, number, look)
        title = plain(f" {known.title}")
        return paragraph(self.style["caption"], self.marked(id, plain(label, look) + counted + title), properties)

    def _changed_caption(
        self, id: str, runs: Sequence[Run], properties: str, known: Caption, counted: tuple[str, str, str, str]
    ) -> str:
        """A caption with marks; its number is a part of what was added with it, so that it goes with it."""
        label, instruction, number, look = counted
        change = change_of(runs)
        pieces = "".join(
            (plain(label, look), begin_field(instruction, look), plain(number, look), END_FIELD)
            if change
            else (plain(label, look), field(instruction, number, look))
        )
        title = [run for run in runs if run.text.strip() != known.label]
        content = self._revisions.around(change, pieces) + self.runs([Run(" ", change=change), *_stripped(title)])
        return paragraph(self.style["caption"], self.marked(id, content), properties + self.end_of(runs))


_GAP = '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'


def _stripped(runs: Sequence[Run]) -> list[Run]:
    """Runs without space before the first word."""
    first = runs[0].text.lstrip() if runs else ""
    return [*([structs.replace(runs[0], text=first)] if first else ()), *runs[1:]]
