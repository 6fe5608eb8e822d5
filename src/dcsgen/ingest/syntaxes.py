"""Transfer Syntaxes of a row: by UID, by name, or by a reference to another table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dcsgen.base.draft import Method
from dcsgen.base.standard import uids
from dcsgen.ingest import lexicon
from dcsgen.ingest.claims import SyntaxClaim, evidence
from dcsgen.ingest.columns import Column, columns_of
from dcsgen.plugin.document import Cell, Document, Paragraph, Table

_REFERENCE = re.compile(r"\btable\s*\.?\s*([\w][\w.\-]*)", re.I)

PRIVATE = 0.85
"""How sure it is that a UID that is not registered, in a column of Transfer Syntaxes, is one."""

_ITEMS = re.compile(r"[\n;,]|\band\b|\bor\b")


class Syntaxes:
    """Finds the Transfer Syntaxes that cells of one document name."""

    def __init__(self, document: Document) -> None:
        self._captioned: dict[str, Table] = {}
        for table in document.tables:
            if found := _REFERENCE.match(table.caption.strip()):
                self._captioned.setdefault(found[1].rstrip("."), table)

    def of_cells(self, names: Cell | None, numbers: Cell | None) -> tuple[SyntaxClaim, ...]:
        """What a cell of names and one of UIDs say; UIDs count for more."""
        found: dict[str, SyntaxClaim] = {}
        for cell in (numbers, names):
            for claim in self._of_cell(cell) if cell is not None else ():
                found.setdefault(claim.uid, claim)
            if found and cell is numbers:
                break
        return tuple(found.values())

    def _of_cell(self, cell: Cell) -> Iterator[SyntaxClaim]:
        for named in lexicon.uids_in(cell.text, uids.TRANSFER_SYNTAXES):
            if named.known:
                yield _claim(named, cell)
            elif not named.uid.startswith(lexicon.REGISTERED):
                # A private one: only the column says what it is.
                yield _claim(named._replace(confidence=PRIVATE), cell)
        for part in _ITEMS.split(cell.text):
            if (name := lexicon.transfer_syntax(part.strip(" -•.")) if part.strip() else None) is not None:
                yield _claim(name, cell)
        if referred := _REFERENCE.search(cell.text):
            table = self._captioned.get(referred[1].rstrip("."))
            if table is not None:
                for claim in of_table(table):
                    yield SyntaxClaim(
                        uid=claim.uid,
                        name=claim.name,
                        evidence=claim.evidence,
                        method=Method.REFERENCE,
                        confidence=round(claim.confidence * 0.92, 3),
                    )


def of_table(table: Table) -> tuple[SyntaxClaim, ...]:
    """The Transfer Syntaxes that a table lists and that are not said to be unsupported."""
    columns = columns_of(table)
    found: dict[str, SyntaxClaim] = {}
    for row in columns.body:
        for column in (Column.SYNTAX_UID, Column.SYNTAX_NAME):
            index = columns.at.get(column)
            if index is None or index >= len(row.cells):
                continue
            cell = row.cells[index]
            named = [one for one in lexicon.uids_in(cell.text, uids.TRANSFER_SYNTAXES) if one.known]
            if not named and (by_name := lexicon.transfer_syntax(" ".join(cell.text.split()))):
                named = [by_name]
            for one in named:
                found.setdefault(one.uid, _claim(one, cell))
            if named:
                break
    return tuple(found.values())


def of_sentence(paragraph: Paragraph) -> tuple[SyntaxClaim, ...]:
    """The Transfer Syntaxes that a sentence names by UID, or in a list by name."""
    found: dict[str, SyntaxClaim] = {}
    for named in lexicon.uids_in(paragraph.text, uids.TRANSFER_SYNTAXES):
        if named.known:
            found.setdefault(named.uid, _sentence(named, paragraph))
    for part in _ITEMS.split(paragraph.text):
        if 5 < len(part.strip()) < 70 and (name := lexicon.transfer_syntax(part.strip(" -•.:()"))) is not None:
            found.setdefault(name.uid, _sentence(name, paragraph))
    return tuple(found.values())


def _claim(named: lexicon.Named, cell: Cell) -> SyntaxClaim:
    registered = uids.by_uid(named.uid)
    return SyntaxClaim(
        uid=named.uid,
        name=registered.name if registered else "",
        evidence=evidence(cell),
        method=named.method,
        confidence=named.confidence,
    )


def _sentence(named: lexicon.Named, paragraph: Paragraph) -> SyntaxClaim:
    registered = uids.by_uid(named.uid)
    return SyntaxClaim(
        uid=named.uid,
        name=registered.name if registered else "",
        evidence=evidence(paragraph),
        method=Method.SENTENCE,
        confidence=round(named.confidence * 0.9, 3),
    )
