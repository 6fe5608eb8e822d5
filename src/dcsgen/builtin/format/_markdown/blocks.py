"""Blocks as lines of Markdown: paragraphs, lists, tables, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from dcsgen.builtin.format._blocks import Block, Cell, Code, Figure, ListOf, Paragraph, Picture, Quote, Row, Table
from dcsgen.builtin.format._markdown.inline import html, html_text, inline, lines, words

_FENCES = re.compile("`{3,}")


def anchor(id: str) -> str:
    """A place that links lead to. GitHub makes anchors of headings too, but of their words, which change."""
    return f'<a id="{escape(id)}"></a>' if id else ""


def markdown(blocks: Iterable[Block]) -> str:
    """Blocks with an empty line between them."""
    pieces: list[str] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(block, ListOf) and isinstance(before, ListOf):
            # Else the two lists would be one.
            pieces.append("<!-- -->")
        pieces.append(_block(block))
        before = block
    return "\n\n".join(piece for piece in pieces if piece)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        text = lines(inline(block.runs))
        return anchor(block.id) + (f"**{text}**" if block.role == "heading" and "*" not in text else text)
    if isinstance(block, Code) and block.runs:
        return _tagged(block)
    if isinstance(block, Code):
        fence = "`" * max((len(ticks) + 1 for ticks in _FENCES.findall(block.text)), default=3)
        return f"{fence}text\n{block.text}\n{fence}"
    if isinstance(block, Quote):
        return _behind("> ", "> ", markdown(block.blocks))
    if isinstance(block, ListOf):
        return _list(block)
    if isinstance(block, Table):
        return _table(block)
    return _figure(block)


def _behind(first: str, rest: str, text: str) -> str:
    """Lines with something in front of each."""
    begin, *others = text.split("\n")
    return "\n".join([first + begin, *((rest + line).rstrip() for line in others)])


def _list(block: ListOf) -> str:
    tight = all(len(item.blocks) < 2 or isinstance(item.blocks[1], ListOf) for item in block.items)
    items = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. " if block.ordered else "- "
        inside = anchor(item.id) + markdown(item.blocks)
        items.append(_behind(mark, " " * len(mark), inside.replace("\n\n", "\n") if tight else inside))
    return ("\n" if tight else "\n\n").join(items)


def _table(table: Table) -> str:
    caption = anchor(table.id) + inline(table.caption, " ")
    rows = _as_lines(table) if _fits_in_lines(table) else _as_html(table)
    return f"{caption}\n\n{rows}" if caption else rows


def _fits_in_lines(table: Table) -> bool:
    """Whether Markdown has such tables: one row of headings, no cell over others, text alone in cells."""
    rows = [*table.head, *(row for group in table.groups for row in group)]
    return len(table.head) < 2 and all(
        cell.columns == cell.rows == 1 and all(isinstance(block, Paragraph) for block in cell.blocks)
        for row in rows
        for cell in row.cells
    )


def _as_lines(table: Table) -> str:
    count = len(table.widths)
    head = table.head[0] if table.head else Row(())
    body = (row for group in table.groups for row in group)
    return "\n".join([_line(head, count), "|" + " --- |" * count, *(_line(row, count) for row in body)])


def _line(row: Row, count: int) -> str:
    cells = [_in_line(cell) for cell in row.cells]
    return "| " + " | ".join([*cells, *[""] * (count - len(cells))]) + " |"


def _in_line(cell: Cell) -> str:
    return "<br>".join(
        anchor(block.id) + inline(block.runs, "<br>") for block in cell.blocks if isinstance(block, Paragraph)
    )


def _as_html(table: Table) -> str:
    head = "".join(_row(row) for row in table.head)
    bodies = "\n".join("<tbody>\n" + "\n".join(_row(row) for row in group) + "\n</tbody>" for group in table.groups)
    return "<table>\n" + (f"<thead>{head}</thead>\n" if head else "") + f"{bodies}\n</table>"


def _row(row: Row) -> str:
    return "<tr>" + "".join(_cell(cell) for cell in row.cells) + "</tr>"


def _cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return f"<{tag}{spans}>{_inside(cell.blocks)}</{tag}>"


def _inside(blocks: Sequence[Block]) -> str:
    """Blocks as HTML on one line."""
    if all(isinstance(block, Paragraph) for block in blocks):
        return "<br>".join(html(block.runs) for block in blocks if isinstance(block, Paragraph))
    return "".join(_tagged(block) for block in blocks)


def _tagged(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{html(block.runs)}</p>"
    if isinstance(block, Code):
        return f"<pre>{html(block.runs) or html_text(block.text)}</pre>"
    if isinstance(block, Quote):
        return f"<blockquote>{_inside(block.blocks)}</blockquote>"
    if isinstance(block, ListOf):
        tag = "ol" if block.ordered else "ul"
        return f"<{tag}>" + "".join(f"<li>{_inside(item.blocks)}</li>" for item in block.items) + f"</{tag}>"
    if isinstance(block, Table):
        return _as_html(block).replace("\n", "")
    return f"<em>{html_text(_in_words(block.picture))}</em>"


def _figure(figure: Figure) -> str:
    """A figure in words: GitHub shows neither drawings inside of Markdown nor pictures in `data:` addresses."""
    caption = anchor(figure.id) + inline(figure.caption, " ")
    description = _in_words(figure.picture)
    shown = f"> {lines(words(description))}" if description else ""
    return "\n\n".join(filter(None, (caption, shown)))


def _in_words(picture: Picture) -> str:
    return picture.description or picture.title
