"""Tables: which columns a layout gives each kind of table, as data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct


class Column(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A column of a table: its heading, its width in percent, and which cells of a row stand in it, below each other.

    The cells of a kind of table are the macros of `templates/parts/cells/`. `look` is a class of the style sheets, such
    as `code`. `empty` stands where a cell would be empty. An `optional` column is left out where it would be empty
    throughout. `unverified` marks a column that no text of the standard was seen for.
    """

    heading: str
    width: float
    cells: tuple[str, ...]
    look: str = ""
    empty: str = ""
    optional: bool = False
    unverified: bool = False


class Table(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """The columns of a kind of table, and where the standard has it; without `clause`, no standard says anything.

    `like` names a kind whose columns it has, as the layout at work has them.
    """

    clause: str = ""
    like: str = ""
    columns: tuple[Column, ...] = ()


FILE = "tables.yaml"
"""The file of a template folder with the columns of tables; one that comes first decides about the kinds it has."""


def tables_from_file(file: Path) -> Mapping[str, Table]:
    """The tables in a YAML file in the form of `schemas/tables.schema.json`; raises `msgspec.DecodeError`."""
    return msgspec.yaml.decode(file.read_bytes(), type=dict[str, Table])
