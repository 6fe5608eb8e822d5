"""What the columns of a table hold: by the words of its head, and by what stands below, which counts for more."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum

from msgspec import Struct

from dcsgen.base.standard import uids
from dcsgen.ingest import lexicon, roles
from dcsgen.ingest.heads import stacked
from dcsgen.plugin.document import Row, Table

MOST_HEADS = 3
"""Rows that a head may have."""


class Column(StrEnum):
    """What a column is about."""

    CLASS_NAME = "name of a SOP Class"
    CLASS_UID = "UID of a SOP Class"
    SYNTAX_NAME = "name of a Transfer Syntax"
    SYNTAX_UID = "UID of a Transfer Syntax"
    ROLE = "role"
    SCU = "as SCU"
    SCP = "as SCP"
    NEGOTIATION = "extended negotiation"
    ENTITY = "Application Entity"


_WORDS: tuple[tuple[Column, str], ...] = (
    (Column.SYNTAX_UID, r"transfer syntax.*\buids?\b|\btransfer.*\buid"),
    (Column.SYNTAX_NAME, r"transfer syntax"),
    (Column.NEGOTIATION, r"\bext(ended|\.)?\s*neg|\bnegotiation"),
    (Column.CLASS_UID, r"(abstract|sop|class|object).*\buids?\b|^uids?$"),
    (Column.ROLE, r"\broles?\b|\bscu\s*(/|and|or|&)\s*scp\b"),
    (Column.SCU, r"\bscu\b|\buser of (the )?service\b|\bservice class user\b"),
    (Column.SCP, r"\bscp\b|\bprovider of (the )?service\b|\bservice class provider\b"),
    (
        Column.CLASS_NAME,
        r"abstract syntax|sop class|\bclass name\b|\bobject(s| type)?\b|^information model$|^services?$",
    ),
    (Column.ENTITY, r"application entit|\bae( title| name)?\b"),
)


class Columns(Struct, frozen=True):
    """The columns of a table by what they hold, and the rows below its head."""

    at: dict[Column, int]
    body: tuple[Row, ...]
    head: tuple[str, ...]

    def text(self, row: Row, column: Column) -> str:
        """What a row has in a column; empty if there is no such column."""
        index = self.at.get(column)
        return row.cells[index].text if index is not None and index < len(row.cells) else ""

    def has(self, *columns: Column) -> bool:
        """Whether there are all of these columns."""
        return all(column in self.at for column in columns)


def columns_of(table: Table) -> Columns:
    """The columns of a table."""
    heads = table.head if table.head else _heads(table)
    head = stacked(table.rows[:heads], table.width)
    body = table.rows[heads:]
    found = _by_words(head)
    return Columns(_by_contents(found, body, table.width), body, head)


def _heads(table: Table) -> int:
    """How many rows are heads, where the document does not say: those before the first row with something to read."""
    for number, row in enumerate(table.rows[: MOST_HEADS + 1]):
        if any(_holds_uid(text) for text in row.texts) or (number and any(lexicon.sop_class(t) for t in row.texts[:2])):
            return number
        if number and all(roles.is_answer(text) for text in row.texts[1:]) and any(row.texts[1:]):
            return number
    return 1 if len(table.rows) > 1 else 0


def _holds_uid(text: str) -> bool:
    return any(one.known or one.uid.startswith(lexicon.REGISTERED) for one in lexicon.uids_in(text))


def _by_words(head: tuple[str, ...]) -> dict[Column, int]:
    found: dict[Column, int] = {}
    for index, text in enumerate(head):
        plain = re.sub(r"presentation contexts?( table)?", "", lexicon.cleaned(text).casefold()).strip()
        for column, words in _WORDS:
            if column not in found and re.search(words, plain):
                found[column] = index
                break
    return found


def _by_contents(found: dict[Column, int], body: tuple[Row, ...], width: int) -> dict[Column, int]:
    """The columns as what stands in them says, where it says something."""
    classes: Counter[int] = Counter()
    syntaxes: Counter[int] = Counter()
    class_names: Counter[int] = Counter()
    syntax_names: Counter[int] = Counter()
    named_roles: Counter[int] = Counter()
    filled: Counter[int] = Counter()
    for row in body:
        for index, cell in enumerate(row.cells):
            if not cell.text.strip():
                continue
            filled[index] += 1
            kinds = [one.kind for named in lexicon.uids_in(cell.text) if (one := uids.by_uid(named.uid))]
            classes[index] += any(kind in uids.SOP_CLASSES for kind in kinds)
            syntaxes[index] += any(kind in uids.TRANSFER_SYNTAXES for kind in kinds)
            if not kinds:
                class_names[index] += lexicon.sop_class(_first_line(cell.text)) is not None
                syntax_names[index] += lexicon.transfer_syntax(_first_line(cell.text)) is not None
            named_roles[index] += roles.of_cell(cell.text) is not None and len(cell.text) < 40
    chosen = dict(found)
    for column, counted, least in (
        (Column.CLASS_UID, classes, 0.0),
        (Column.SYNTAX_UID, syntaxes, 0.0),
        (Column.CLASS_NAME, class_names, 0.5),
        (Column.SYNTAX_NAME, syntax_names, 0.5),
    ):
        best = max(range(width), key=lambda index: (counted[index], -index), default=0)
        if counted[best] and counted[best] >= least * filled[best]:
            chosen = {key: index for key, index in chosen.items() if index != best or key is column}
            chosen[column] = best
    if Column.ROLE not in chosen and not {Column.SCU, Column.SCP} <= chosen.keys():
        best = max(range(width), key=lambda index: (named_roles[index], -index), default=0)
        if named_roles[best] > filled[best] / 2 and best not in chosen.values():
            chosen[Column.ROLE] = best
    return chosen


def _first_line(text: str) -> str:
    return " ".join(text.split()) if len(text) < 120 else text.partition("\n")[0]
