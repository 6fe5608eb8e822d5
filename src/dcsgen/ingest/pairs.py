"""Names with their values: in tables of two columns, in tables of parameters, in lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.draft import Evidence
from dcsgen.ingest.claims import evidence
from dcsgen.ingest.lexicon import cleaned
from dcsgen.plugin.document import Document, Heading, Paragraph, Row, Section, Table

LONGEST_KEY = 80
"""Characters of a name that stands before a colon."""

_HEAD_OF_NAMES = re.compile(
    r"^(parameters?|items?|names?|settings?|features?|propert(y|ies)|options?|variables?|keys?|attributes?|elements?|"
    r"characteristics?|descriptions?|capabilit(y|ies))\b( names?\b)?|^$",
    re.I,
)
_HEAD_OF_VALUES = re.compile(
    r"^(default( values?)?|values?|settings?|supported|supports?|configured|initial)\b|^$", re.I
)
_LINE = re.compile(r"^[\s•–\-*·]*(?P<key>[^:=|]{2,80}?)\s*[:=]\s+(?P<value>\S.*)$")


class Pair(NamedTuple):
    """A name and its value, the section that it stands in, and how sure it is that they belong together."""

    key: str
    value: str
    section: Section
    caption: str
    where: Evidence
    confidence: float

    @property
    def about(self) -> str:
        """The title that is nearest: of the table, else of the section."""
        return self.caption or (self.section.titles[-1] if self.section.titles else "")


def pairs_of(document: Document) -> Iterator[Pair]:
    """All names with values of a document, in its order."""
    previous = ""
    for section in document.sections():
        block = section.block
        if isinstance(block, Table):
            yield from _of_table(section, block, block.caption or previous)
        elif isinstance(block, Paragraph):
            yield from _of_lines(section, block)
        previous = block.text if isinstance(block, Paragraph) and block.caption else ""


def words(text: str) -> str:
    """A text in one line, without signs that are not to be seen."""
    return " ".join(cleaned(text).split())


def _of_table(section: Section, table: Table, caption: str) -> Iterator[Pair]:
    columns = _columns(table)
    if columns is None:
        return
    key, value, first = columns
    for row in table.rows[first:]:
        said = _cells(row)
        if max(key, value) < len(said) and said[key] and said[value] and len(said[key]) <= LONGEST_KEY:
            yield Pair(said[key].strip(" :"), said[value], section, caption, evidence(row), 1.0)


def _columns(table: Table) -> tuple[int, int, int] | None:
    """The columns of names and of values, and the first row below the head; None for another sort of table."""
    if not table.rows:
        return None
    width = max(len(_cells(row)) for row in table.rows)
    head = [words(text) for text in _cells(table.rows[0])]
    if width == 2:
        is_head = bool(table.head) or all(map(re.match, _two_heads(), head))
        return 0, 1, 1 if is_head and len(head) == 2 and _HEAD_OF_VALUES.match(head[1]) else 0
    if width > 2 and len(head) == width and _HEAD_OF_NAMES.match(head[0]):
        for index, text in enumerate(head[1:], 1):
            if text and _HEAD_OF_VALUES.match(text):
                return 0, index, 1
    return None


def _two_heads() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _HEAD_OF_NAMES, _HEAD_OF_VALUES


def _cells(row: Row) -> list[str]:
    """The texts of a row, without those that only show again what spans them."""
    own = [cell.text for cell in row.cells if not cell.repeated]
    return own if len(own) < len(row.cells) and len(own) >= 2 else list(row.texts)


def _of_lines(section: Section, paragraph: Paragraph) -> Iterator[Pair]:
    for line in cleaned(paragraph.text).splitlines():
        found = _LINE.match(line)
        if found is not None and not re.search(r"[.!?]\s", found["key"]):
            where = evidence(paragraph, words(line))
            yield Pair(words(found["key"]), words(found["value"]), section, "", where, 0.95)


def under(section: Section, pattern: re.Pattern[str]) -> bool:
    """Whether one of the headings above matches."""
    return any(pattern.search(title) for title in section.titles)


def heading_evidence(heading: Heading) -> Evidence:
    """The evidence that a heading is."""
    spot = heading.spot
    return Evidence(page=spot.page, box=spot.box, line=spot.line, text=words(heading.text))
