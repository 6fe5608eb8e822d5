"""Facts about Attributes that hold in some Modules, as the files of `data/` keep them: one fact a line.

A row is a keyword, cells that depend on the file, the keys of the Modules, and values separated by commas, all between
vertical bars. A question mark at the end says that no second source confirmed the row.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec

UNSEEN = "?"


class ModuleRows(msgspec.Struct, frozen=True):
    """What a file holds. `tables` are the numbers of the tables of PS3.3 by the key of the Module."""

    edition: str
    source: str
    known_holes: tuple[str, ...]
    tables: dict[str, str]
    rows: tuple[str, ...]


class Place(NamedTuple):
    """A row at one of its Modules; `clause` is the table of PS3.3."""

    cells: tuple[str, ...]
    values: tuple[str, ...]
    clause: str
    unverified: bool


def read(name: str) -> ModuleRows:
    """The file `data/<name>.json`."""
    file = Path(__file__).with_name("data") / f"{name}.json"
    return msgspec.json.decode(file.read_bytes(), type=ModuleRows)


def by_place(facts: ModuleRows) -> dict[tuple[str, str], Place]:
    """The rows by the key of the Module and the keyword of the Attribute."""
    places = {}
    for row in facts.rows:
        keyword, *cells, modules, values = row.split("|")
        listed = tuple(values.removesuffix(UNSEEN).split(","))
        for module in modules.split(" "):
            clause = f"PS3.3 Table {facts.tables[module]}"
            places[module, keyword] = Place(tuple(cells), listed, clause, values.endswith(UNSEEN))
    return places
