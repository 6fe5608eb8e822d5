"""Lists of Transfer Syntaxes that stand apart from the SOP Classes that they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dcsgen.ingest.claims import SyntaxClaim
from dcsgen.ingest.columns import Column, columns_of
from dcsgen.ingest.entities import entity_of
from dcsgen.ingest.lexicon import cleaned
from dcsgen.ingest.syntaxes import of_sentence, of_table
from dcsgen.plugin.document import Document, Paragraph, Section, Table

_OPTIONAL = re.compile(
    r"\b(depend(s|ing) on|optional(ly)?|these options|can be (changed|configured|enabled)|"
    r"if .{0,40} (enabled|configured))\b",
    re.I,
)
"""Words of the sentence above a list that is not what is supported as delivered."""

_SAME = re.compile(r"\bsame\b.*?\b(?:section|chapter|clause|§)\s*([A-Z]?\.?\d[\d.]*)", re.I)
_SYNTAXES = re.compile(r"transfer syntax", re.I)
_NOT = re.compile(r"\b(not|no|never|neither|except|without)\b", re.I)

FEWEST = 2
"""Transfer Syntaxes that a sentence has to name to be a list of them."""


class Listed(NamedTuple):
    """A list: the headings under which it stands, the Application Entity that these name, what is in it."""

    titles: tuple[str, ...]
    entity: str
    syntaxes: tuple[SyntaxClaim, ...]


def lists_of(document: Document) -> list[Listed]:
    """The lists of a document: tables, sentences, and what is said to be the same as another section has."""
    found: list[Listed] = []
    sections = list(document.sections())
    before = ""
    for section in sections:
        block = section.block
        syntaxes: tuple[SyntaxClaim, ...] = ()
        if isinstance(block, Table):
            syntaxes = () if _OPTIONAL.search(before) else _of_table(block)
        elif isinstance(block, Paragraph):
            before = block.text if not block.item else before
            syntaxes = _of_paragraph(section, block, sections)
        if syntaxes:
            found.append(Listed(section.titles, entity_of(section), syntaxes))
    return found


def _of_table(table: Table) -> tuple[SyntaxClaim, ...]:
    columns = columns_of(table)
    if columns.has(Column.CLASS_UID) or columns.has(Column.CLASS_NAME):
        return ()
    found = of_table(table)
    return found if len(found) >= max(1, len(columns.body) // 2) else ()


def _of_paragraph(section: Section, block: Paragraph, sections: Sequence[Section]) -> tuple[SyntaxClaim, ...]:
    text = cleaned(block.text)
    about = bool(_SYNTAXES.search(text) or any(_SYNTAXES.search(title) for title in section.titles[-1:]))
    if not about or _NOT.search(text):
        return ()
    if same := _SAME.search(text):
        return tuple(_in_section(same[1].rstrip("."), sections))
    found = of_sentence(block)
    if block.item and any(_SYNTAXES.search(title) for title in section.titles[-1:]):
        return found
    return found if len(found) >= FEWEST else ()


def _in_section(number: str, sections: Sequence[Section]) -> Iterator[SyntaxClaim]:
    """The Transfer Syntaxes of the tables and items of another section."""
    for section in sections:
        if not any(heading.number == number for heading in section.headings):
            continue
        if isinstance(section.block, Table):
            yield from _of_table(section.block)
        elif isinstance(section.block, Paragraph) and section.block.item:
            yield from of_sentence(section.block)
