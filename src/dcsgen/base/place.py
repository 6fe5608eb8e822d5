"""Where things are: in a description, and in a file."""

from __future__ import annotations

from msgspec import Struct

Path = tuple[str | int, ...]
"""Keys and indices from the root of a description to a node, e.g. `("services", "plan-import", "role")`."""


class Place(Struct, frozen=True, order=True, omit_defaults=True):
    """A spot in a file. `line` and `column` count from 1; `file` is as the user would type it.

    `where` says it in words for a document that has no lines that people see (`page 12, table 3`); both numbers are 1
    then.
    """

    file: str
    line: int
    column: int
    where: str = ""

    def __str__(self) -> str:
        return f"{self.file}, {self.where}" if self.where else f"{self.file}:{self.line}:{self.column}"
