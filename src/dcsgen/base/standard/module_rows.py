"""Facts about Attributes that hold in some Modules, as the files of `data/` keep them: one fact a line.

A row is a keyword, cells that depend on the file, the keys of the Modules, and values separated by commas, all between
vertical bars. A question mark at the end says that no second source confirmed the row.
"""

from __future__ import annotations

from typing import NamedTuple

from dcsgen.base.standard import origins
from dcsgen.base.standard.origins import Origin

UNSEEN = "?"


class ModuleRows(Origin, frozen=True):
    """What a file holds. `tables` are the numbers of the tables of PS3.3 by the key of the Module."""

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
    return origins.read(name, ModuleRows)


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
