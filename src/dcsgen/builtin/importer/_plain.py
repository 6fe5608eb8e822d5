"""Headings, paragraphs and tables in plain text, by how its lines are arranged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dcsgen.builtin.importer._blocks import heading, is_caption
from dcsgen.plugin import Cell, Paragraph, Row, Spot, Table
from dcsgen.plugin.document import Block

_GAP = re.compile(r"\s{2,}|\t+")
_UNDERLINE = re.compile(r"^\s*([=\-~^\"'*+#])\1{2,}\s*$")
_NUMBERED = re.compile(r"^\d{1,2}(\.\d{1,2})*\.?\s+[A-Z]\S.{0,80}$")
_LEVELS = "=-~^\"'*+#"


def blocks_in(text: str, first: int = 1) -> Iterator[Block]:
    """The blocks of a text whose first line has a number in the file."""
    lines = text.splitlines()
    group: list[int] = []
    for number, line in enumerate([*lines, ""]):
        if line.strip():
            group.append(number)
            continue
        if group:
            yield from _of_group([lines[at] for at in group], first + group[0])
        group = []


def _of_group(lines: Sequence[str], first: int) -> Iterator[Block]:
    """The blocks of lines that stand together."""
    spot = Spot(line=first)
    if len(lines) >= 2 and (rule := _UNDERLINE.match(lines[1])) and not _UNDERLINE.match(lines[0]):
        yield heading(lines[0].strip(), _LEVELS.index(rule[1]) + 1, spot)
        yield from _of_group(lines[2:], first + 2) if len(lines) > 2 else ()
        return
    title = lines[0].strip()
    if len(lines) == 1 and (_NUMBERED.match(title) or (lines[0][:1].strip() and title.isupper() and len(title) < 60)):
        yield heading(title, title.split()[0].count(".") + 1 if title[0].isdigit() else 1, spot)
        return
    if lines[0][:1].strip() and title.isupper() and len(title) < 60 and not lines[1][:1].strip():
        # As in a manual page: the text stands below its title, moved to the right.
        yield heading(title, 1, spot)
        yield from _of_group(lines[1:], first + 1)
        return
    rest: list[str] = []
    for at, line in enumerate(lines):
        if rest and _starts_table(lines, at):
            yield _paragraph(rest, first + at - len(rest))
            rest = []
        if not rest and _starts_table(lines, at):
            end = at
            while end < len(lines) and len(_cells(lines[end])) == len(_cells(line)):
                end += 1
            yield _table(lines[at:end], first + at)
            yield from _of_group(lines[end:], first + end) if end < len(lines) else ()
            return
        rest.append(line)
    if rest:
        yield _paragraph(rest, first)


def _starts_table(lines: Sequence[str], at: int) -> bool:
    """Whether a line and the next one have the same two or more columns, of which the last ones begin below each
    other: words of justified text have gaps, too, but not in the same places.
    """
    here = _starts(lines[at])
    if len(here) < 2:
        return False
    if at + 1 == len(lines):
        return len(lines) == 1 and len(here) == 2 and lines[0].strip()[-1:].isdigit()
    below = _starts(lines[at + 1])
    return len(here) == len(below) and here[-1] == below[-1]


def _starts(line: str) -> list[int]:
    """Where the columns of a line begin."""
    text = line.expandtabs()
    return [found.start() for found in re.finditer(r"\S+(?:\s\S+)*", text)]


def _cells(line: str) -> list[str]:
    return [cell for cell in _GAP.split(line.strip()) if cell]


def _table(lines: Sequence[str], first: int) -> Table:
    rows = []
    for at, line in enumerate(lines, first):
        spot = Spot(line=at)
        rows.append(Row(cells=tuple(Cell(text=cell, spot=spot) for cell in _cells(line)), spot=spot))
    return Table(rows=tuple(rows), ruled=False, spot=Spot(line=first))


def _paragraph(lines: Sequence[str], first: int) -> Paragraph:
    text = " ".join(" ".join(lines).split())
    item = re.match(r"\s*([-*•o]|\d+[.)])\s", lines[0]) is not None
    return Paragraph(text=text, item=item, caption=is_caption(text), spot=Spot(line=first))
