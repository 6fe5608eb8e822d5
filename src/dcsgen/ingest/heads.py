"""The columns of tables by the words of their heads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from dcsgen.ingest.pairs import words
from dcsgen.plugin.document import Row, Table


class Heads(NamedTuple):
    """Where the columns of a table are, by what a reader calls them, and the rows below its head."""

    at: Mapping[str, int]
    rows: tuple[Row, ...]

    def text(self, row: Row, column: str) -> str:
        """What a row has in a column, in one line; empty if there is no such column."""
        index = self.at.get(column)
        return words(row.texts[index]) if index is not None and index < len(row.cells) else ""


def heads_of(table: Table, vocabulary: Mapping[str, str]) -> Heads:
    """The columns of a table. `vocabulary` has a pattern for the head of each, in small and capital letters alike.

    What stands first in the vocabulary chooses first; of several heads that fit, the left one is taken, and no column
    is taken twice.
    """
    count = table.head or (1 if len(table.rows) > 1 else 0)
    heads = stacked(table.rows[:count], table.width)
    at: dict[str, int] = {}
    for column, pattern in vocabulary.items():
        fitting = (index for index, head in enumerate(heads) if head and re.search(pattern, head, re.I))
        index = next((index for index in fitting if index not in at.values()), None)
        if index is not None:
            at[column] = index
    return Heads(at, table.rows[count:])


def stacked(rows: tuple[Row, ...], width: int) -> tuple[str, ...]:
    """The words of each column, of all rows of the head."""
    found = []
    for column in range(width):
        said = [words(row.texts[column]) for row in rows if column < len(row.cells)]
        found.append(" ".join(dict.fromkeys(word for word in said if word)))
    return tuple(found)
