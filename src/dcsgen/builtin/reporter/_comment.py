"""Comments on pull requests in Markdown: text that marks nothing up, and no more rows than fit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dcsgen.base.tree import harmless

LONGEST = 60_000
"""Characters of a comment; GitHub refuses one with more than 65,536."""

_SPECIAL = re.compile(r"[&<>\\`*_~|\[\]@#]")


def that_fit(rows: Iterable[str], room: int) -> tuple[list[str], int]:
    """The first rows of a table, those that have room, and how many have none."""
    shown: list[str] = []
    left_out = 0
    for row in rows:
        room -= len(row)
        if room >= 0 and not left_out:
            shown.append(row)
        else:
            left_out += 1
    return shown, left_out


def literal(text: str) -> str:
    """Text that is shown as it is: nothing in it is markup, ends a cell, or calls somebody by his name."""
    return _SPECIAL.sub(_entity, harmless(text))


def _entity(found: re.Match[str]) -> str:
    # "@name" and "#12" are looked for after entities are replaced; a space without width keeps them apart.
    return f"&#{ord(found[0])};" + ("&#8203;" if found[0] in "@#" else "")
