"""Reads the HTML of sections into blocks.

lxml reads it: a C parser that takes HTML as it is written, left-out end tags too, and that is fast enough for tables
of 20,000 rows. It fetches nothing. Drawings are cut out before, because SVG tells capital letters from small ones and
HTML does not.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NoBase64
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import unquote_to_bytes

from dcsgen.builtin.format._blocks import (
    Block,
    Cell,
    Code,
    Figure,
    Item,
    ListOf,
    Paragraph,
    Picture,
    Quote,
    Row,
    Run,
    Table,
)
from dcsgen.builtin.format._running_text import PLAIN, Look, Text

_SVG = re.compile(r"<svg\b.*?</svg\s*>", re.DOTALL)
_WIDTH = re.compile(r"(?<![\w-])width:\s*([0-9.]+)%")
_DATA = re.compile(r"data:(image/[a-z.+-]+)((?:;[^,;]*)*),(.*)", re.DOTALL)

_NEVER_SHOWN = {"script", "style", "template", "colgroup", "head", "title"}
_ON_LINES_OF_THEIR_OWN = {"line", "note"}
_LARGEST_SPAN = 1000


def read(html: str) -> tuple[Block, ...]:
    """The blocks of a piece of HTML."""
    if not html.strip():
        return ()
    from lxml.html import fragment_fromstring  # type: ignore[import-untyped]

    drawings: list[str] = []

    def keep(found: re.Match[str]) -> str:
        drawings.append(found[0])
        return f'<img data-drawing="{len(drawings) - 1}">'

    root = fragment_fromstring(_SVG.sub(keep, html), create_parent="div")
    return _Reader(drawings).blocks(root)


class _Reader:
    """Walks through a tree of HTML; `drawings` are those that were cut out of it."""

    def __init__(self, drawings: Sequence[str]) -> None:
        self._drawings = drawings
        self._of_tag: dict[str, Callable[[Any, Look], Block | None]] = {
            "ul": self._list,
            "ol": self._list,
            "table": self._table,
            "figure": self._figure,
            "img": self._image,
            "pre": self._code,
            "blockquote": lambda element, look: Quote(self.blocks(element, look._replace(soft=False))),
        }

    def blocks(self, element: Any, look: Look = PLAIN) -> tuple[Block, ...]:
        """What stands inside an element."""
        text = Text()
        found = [*self._flow(element, look, text)]
        if rest := text.taken():
            found.append(Paragraph(rest))
        return tuple(found)

    def _flow(self, element: Any, look: Look, text: Text) -> Iterator[Block]:
        """The blocks inside an element; what is left in `text` belongs to a paragraph that has not ended."""
        text.add(element.text or "", look)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _NEVER_SHOWN:
                yield from self._child(child, look, text)
            text.add(child.tail or "", look)

    def _child(self, child: Any, look: Look, text: Text) -> Iterator[Block]:
        tag = child.tag
        if tag == "br":
            text.force_break()
        elif tag in self._of_tag:
            if runs := text.taken():
                yield Paragraph(runs)
            if (block := self._of_tag[tag](child, look)) is not None:
                yield block
        elif tag in _PARAGRAPHS:
            if runs := text.taken():
                yield Paragraph(runs)
            yield from self._paragraph(child, look, text)
        elif tag == "span" and child.get("class") in _ON_LINES_OF_THEIR_OWN:
            text.break_line()
            yield from self._flow(child, _looks(child, look), text)
            text.break_line()
        else:
            yield from self._flow(child, _looks(child, look), text)

    def _paragraph(self, element: Any, look: Look, text: Text) -> Iterator[Block]:
        role = "heading" if element.tag in _HEADINGS else element.get("class", "")
        found = [*self._flow(element, look._replace(strong=look.strong or element.tag == "dt"), text)]
        if runs := text.taken():
            found.append(Paragraph(runs))
        id = element.get("id", "")
        for block in found:
            if isinstance(block, Paragraph) and not block.id and not block.role and element.tag != "div":
                yield Paragraph(block.runs, id, role)
                id = ""
            else:
                yield block

    def _code(self, element: Any, look: Look) -> Block:
        text = element.text_content().strip("\n")
        if element.find(".//ins") is None and element.find(".//del") is None:
            return Code(text)
        return Code(text, tuple(_exact(element, look)))

    def _list(self, element: Any, look: Look) -> Block:
        start = element.get("start", "1")
        return ListOf(
            items=tuple(Item(self.blocks(child, look), child.get("id", "")) for child in element if child.tag == "li"),
            ordered=element.tag == "ol",
            start=int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1,
        )

    def _table(self, element: Any, look: Look) -> Block | None:
        caption = element.find("caption")
        head = [self._row(row, look, header=True) for row in element.iterfind("thead/tr")]
        bodies = [element, *element.iterfind("tbody"), *element.iterfind("tfoot")]
        groups = [tuple(self._row(row, look) for row in body.iterfind("tr")) for body in bodies]
        groups = [group for group in groups if group]
        if not head and not groups:
            return None
        return Table(
            widths=_widths(element, [*head, *(row for group in groups for row in group)]),
            head=tuple(head),
            groups=tuple(groups),
            id=caption.get("id", "") if caption is not None else element.get("id", ""),
            caption=self._runs(caption, look) if caption is not None else (),
            role=element.get("class", ""),
            together="short" in element.get("class", "").split(),
        )

    def _row(self, element: Any, look: Look, header: bool = False) -> Row:
        if element.get("class") == "ignored":
            look = look._replace(soft=True)
        return Row(
            tuple(
                Cell(
                    self.blocks(cell, look),
                    _span(cell.get("colspan")),
                    _span(cell.get("rowspan")),
                    header or cell.tag == "th",
                    _whole_change(cell),
                )
                for cell in element
                if cell.tag in ("td", "th")
            ),
            _whole_change(element),
        )

    def _figure(self, element: Any, look: Look) -> Block | None:
        caption = element.find("figcaption")
        runs = self._runs(caption, look) if caption is not None else ()
        id = element.get("id", "")
        image = element.find(".//img")
        if image is not None and isinstance(figure := self._image(image, look), Figure):
            return Figure(figure.picture, id, runs, _whole_change(element))
        return Paragraph(runs, id) if runs else None

    def _image(self, element: Any, look: Look) -> Block | None:
        kept = element.get("data-drawing", "")
        if kept.isdigit() and int(kept) < len(self._drawings):
            return Figure(_drawing(self._drawings[int(kept)]))
        alt = element.get("alt", "")
        found = _DATA.fullmatch(element.get("src", ""))
        if found:
            try:
                data = b64decode(found[3]) if found[2].endswith(";base64") else unquote_to_bytes(found[3])
            except (NoBase64, ValueError):
                data = b""
            if data:
                return Figure(Picture(data, found[1], alt))
        return Paragraph((Run(alt, *look),)) if alt else None

    def _runs(self, element: Any, look: Look) -> tuple[Run, ...]:
        """All text of an element as one paragraph."""
        text = Text()
        for block in self._flow(element, look, text):
            if isinstance(block, Paragraph):
                return block.runs
        return text.taken()


_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_PARAGRAPHS = _HEADINGS | {"p", "div", "section", "article", "header", "footer", "details", "summary", "dl", "dt", "dd"}
_STRONG = {"strong", "b"}
_EMPHASIS = {"em", "i", "var", "cite"}
_CHANGES = {"ins": "added", "del": "removed"}
_CODE = {"code", "kbd", "samp", "tt"}
_STRONG_CLASSES = {"label", "key"}
_SOFT_CLASSES = {"note", "url"}


def _looks(element: Any, look: Look) -> Look:
    """How the text of an inline element looks."""
    tag, role = element.tag, element.get("class", "")
    return Look(
        strong=look.strong or tag in _STRONG or role in _STRONG_CLASSES,
        emphasis=look.emphasis or tag in _EMPHASIS or role == "change-note",
        code=look.code or tag in _CODE,
        soft=look.soft or role in _SOFT_CLASSES,
        href=element.get("href", "") if tag == "a" else look.href,
        change=_CHANGES.get(tag, look.change),
    )


def _exact(element: Any, look: Look) -> Iterator[Run]:
    """The text of an element with all its spaces."""
    if element.text:
        yield Run(element.text, *look)
    for child in element:
        yield from _exact(child, _looks(child, look))
        if child.tail:
            yield Run(child.tail, *look)


def _whole_change(element: Any) -> str:
    """ "added" or "removed" for what was, as a whole."""
    change: str = element.get("data-change", "")
    return change if change in _CHANGES.values() else ""


def _drawing(svg: str) -> Picture:
    """A drawing with its title and description, which are its alternative text."""
    from lxml.html import fragment_fromstring

    words = dict.fromkeys(("title", "desc"), "")
    for name in words:
        if found := re.search(rf"<{name}\b[^>]*>(.*?)</{name}>", svg, re.DOTALL):
            # Character references as in HTML: text content alone, whatever stands in it.
            words[name] = " ".join(fragment_fromstring(found[1], create_parent="div").text_content().split())
    return Picture(svg.encode(), "image/svg+xml", words["title"], words["desc"])


def _span(text: str | None) -> int:
    """Over how many columns or rows a cell goes."""
    return min(max(int(text), 1), _LARGEST_SPAN) if text and text.isascii() and text.isdigit() else 1


def _widths(table: Any, rows: Sequence[Row]) -> tuple[float, ...]:
    """The shares of the columns; those without a width share what is left."""
    count = max(_columns(rows), 1)
    stated = [_WIDTH.search(column.get("style", "")) for column in table.iterfind("colgroup/col")][:count]
    widths = [float(found[1]) if found else 0.0 for found in stated]
    widths += [0.0] * (count - len(widths))
    open_columns = widths.count(0)
    if open_columns:
        rest = max(100 - sum(widths), 10.0 * open_columns) / open_columns
        widths = [width or rest for width in widths]
    return tuple(width / sum(widths) for width in widths)


def _columns(rows: Sequence[Row]) -> int:
    """The number of columns: the most that the cells of a row take, with those that reach down into it."""
    most, reaching = 0, list[int]()
    for row in rows:
        own = sum(cell.columns for cell in row.cells)
        covered = sum(1 for left in reaching if left)
        most = max(most, own + covered)
        reaching = [left - 1 for left in reaching if left > 1]
        reaching += [cell.rows - 1 for cell in row.cells for _ in range(cell.columns) if cell.rows > 1]
    return most
