"""Lays out a page of facts as text: aligned, wrapped to a width, coloured if asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from dcsgen.base.page import Fact, Page, Row, Section, Table
from dcsgen.base.terminal import columns_of
from dcsgen.base.tree import harmless

MOST_ROWS = 40
"""Rows of a table that is not shown whole."""

_GAP = "  "
_INDENT = "  "
_NARROWEST = 8
_LABELS = 26
_MARK = re.compile(r"\[(?:retired|unverified)\]")
# Where a word that is too long for its column may break: behind what joins the parts of paths, UIDs and addresses, and
# before the capitals of a keyword.
_PIECES = re.compile(r"[A-Z]+[^A-Z./,_>-]*[./,_>-]?|[^A-Z./,_>-]+[./,_>-]?|[./,_>-]")

_Painter = Callable[[str, str], str]

_BOLD, _FAINT, _HEADING, _WARNING = "1", "2", "1;36", "33"


def page_text(page: Page, width: int, *, colour: bool = False, everything: bool = False) -> str:
    """The text of a page in lines of at most `width` columns; long tables are cut unless `everything` is to be seen."""
    painter = _painted if colour else _plain
    lines = [*_title(page, width, painter)]
    for section in page.sections:
        lines += ["", *_section(section, width, painter, everything)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def table_text(table: Table, width: int, *, colour: bool = False, everything: bool = True) -> str:
    """The text of a table that stands for itself."""
    lines = _table(table, width, _painted if colour else _plain, everything)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` columns, at least one; longer words break where they are joined."""
    lines = [""]
    for word in harmless(text).split():
        space = " " if lines[-1] else ""
        if columns_of(lines[-1]) + len(space) + columns_of(word) <= width:
            lines[-1] += space + word
            continue
        if columns_of(word) <= width:
            lines.append(word)
            continue
        for part in _broken(word, width):
            room = width - columns_of(lines[-1]) - len(space)
            if columns_of(part) <= room:
                lines[-1] += space + part
            else:
                lines.append(part)
            space = ""
    return lines[1:] if len(lines) > 1 and not lines[0] else lines


def _broken(word: str, width: int) -> Iterator[str]:
    for piece in _PIECES.findall(word):
        while columns_of(piece) > width:
            yield piece[:width]
            piece = piece[width:]
        if piece:
            yield piece


def _plain(text: str, _style: str) -> str:
    return text


def _painted(text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if text.strip() else text


def _title(page: Page, width: int, paint: _Painter) -> Iterator[str]:
    for line in wrapped(page.title, width):
        yield paint(line, _BOLD)
    if page.kind:
        yield from _marked(wrapped(" ".join([page.kind, *page.marks]), width), paint)


def _marked(lines: Sequence[str], paint: _Painter) -> Iterator[str]:
    for line in lines:
        yield _MARK.sub(lambda found: paint(found[0], _WARNING), line)


def _section(section: Section, width: int, paint: _Painter, everything: bool) -> Iterator[str]:
    inner = max(width - len(_INDENT), _NARROWEST)
    yield from (paint(line, _HEADING) for line in wrapped(section.title, width))
    yield from (f"{_INDENT}{line}" for line in _facts(section.facts, inner, paint))
    if section.table is not None:
        yield from (f"{_INDENT}{line}" for line in _table(section.table, inner, paint, everything))
    if section.words:
        yield from (f"{_INDENT}{line}" for line in _marked(wrapped(", ".join(section.words), inner), paint))
    for remark in section.remarks:
        first, *others = wrapped(remark, inner - 2)
        yield from (f"{_INDENT}{line}" for line in _marked([f"- {first}", *(f"  {line}" for line in others)], paint))


def _facts(facts: Sequence[Fact], width: int, paint: _Painter) -> Iterator[str]:
    labels = min(width // 2, _LABELS, max((columns_of(fact.label) for fact in facts), default=0))
    room = max(width - labels - len(_GAP), _NARROWEST)
    for fact in facts:
        label = wrapped(fact.label, max(labels, 1))
        text = wrapped(fact.text, room)
        for number in range(max(len(label), len(text))):
            left = label[number] if number < len(label) else ""
            right = text[number] if number < len(text) else ""
            left = paint(left, _FAINT) + " " * (labels - columns_of(left))
            yield from _marked([f"{left}{_GAP}{right}"], paint)


def _table(table: Table, width: int, paint: _Painter, everything: bool) -> Iterator[str]:
    rows = table.rows if everything else _short(table.rows)
    cells = [tuple(map(harmless, row.cells)) for row in rows]
    indented = [(_INDENT * row.depth + first, *others) for row, (first, *others) in zip(rows, cells, strict=True)]
    widths = _widths([table.headings, *indented], width)
    if sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        for row in cells:
            yield from _stacked(table.headings, row, width, paint)
    else:
        yield from (paint(line, _FAINT) for line in _lines(table.headings, widths))
        depths = (row.depth for row in rows)
        for depth, row in zip(depths, cells, strict=True):
            yield from _marked(list(_lines(row, widths, depth)), paint)
    left_out = len(table.rows) - len(rows)
    if left_out:
        for line in wrapped(f"… and {left_out:,} more {table.more}: --all shows them", width):
            yield paint(line, _WARNING)


def _stacked(headings: Sequence[str], cells: Sequence[str], width: int, paint: _Painter) -> Iterator[str]:
    """A row for which there are too few columns: its cells below each other."""
    yield from _marked(wrapped(cells[0], width), paint)
    below = zip(headings[1:], cells[1:], strict=True)
    facts = tuple(Fact(heading, cell) for heading, cell in below if cell)
    yield from (f"{_INDENT}{line}" for line in _facts(facts, width - len(_INDENT), paint))


def _short(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The outermost rows, as many as may be shown, in their order."""
    if len(rows) <= MOST_ROWS:
        return rows
    outermost = sorted(range(len(rows)), key=lambda number: (rows[number].depth, number))
    return tuple(rows[number] for number in sorted(outermost[:MOST_ROWS]))


def _widths(lines: Sequence[Sequence[str]], width: int) -> list[int]:
    """The widths of the columns: what each needs, or less for the widest if that is too much together.

    Words stay whole if that is possible, otherwise the parts that they are joined of; more may be needed than there is.
    """
    columns = list(zip(*lines, strict=True))
    widths = [max(map(columns_of, column)) for column in columns]
    too_much = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    for least in (_longest(columns, str.split), _longest(columns, _PIECES.findall)):
        while too_much > 0:
            widest = max(range(len(widths)), key=lambda number: (widths[number] > least[number], widths[number]))
            if widths[widest] <= least[widest]:
                break
            widths[widest] -= 1
            too_much -= 1
    return widths


def _longest(columns: Sequence[Sequence[str]], parts: Callable[[str], list[str]]) -> list[int]:
    """The width of the longest part in each column."""
    return [max((columns_of(part) for cell in column for part in parts(cell)), default=0) for column in columns]


def _lines(cells: Sequence[str], widths: Sequence[int], depth: int = 0) -> Iterator[str]:
    indent = _INDENT * depth
    if max(map(columns_of, _PIECES.findall(cells[0])), default=0) > widths[0] - len(indent):
        indent = ""
    first = [indent + line for line in wrapped(cells[0], widths[0] - len(indent))]
    columns = [first, *(wrapped(cell, width) for cell, width in zip(cells[1:], widths[1:], strict=True))]
    for number in range(max(map(len, columns))):
        parts = [column[number] if number < len(column) else "" for column in columns]
        yield _GAP.join(part + " " * (width - columns_of(part)) for part, width in zip(parts, widths, strict=True))
