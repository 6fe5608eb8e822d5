"""Where things are: in a description, and in a file."""

from __future__ import annotations

from msgspec import Struct

Path = tuple[str | int, ...]
"""Keys and indices from the root of a description to a node, e.g. `("services", "plan-import", "role")`."""


class Place(Struct, frozen=True, order=True):
    """A spot in a file. `line` and `column` count from 1; `file` is as the user would type it."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
