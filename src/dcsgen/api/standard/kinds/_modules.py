"""Modules of an IOD, as several kinds of entries have them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from dcsgen.base.page import Table, table
from dcsgen.base.standard import iods

USAGES = {"M": "mandatory", "C": "conditional", "U": "user option"}


class ModuleUse(Struct, frozen=True):
    """A Module of an IOD: its id and name, its usage (M, C or U, PS3.3 A.1.3), and its Information Entity."""

    id: str
    name: str
    usage: str
    entity: str


def modules_of(iod: str) -> tuple[ModuleUse, ...]:
    """The Modules of an IOD in the order of PS3.3."""
    return tuple(ModuleUse(m.key, m.name, m.usage, m.entity) for m in iods.modules_of(iod))


def module_table(modules: Iterable[ModuleUse]) -> Table:
    """A table of Modules."""
    rows = [(m.name, f"{m.usage} ({USAGES.get(m.usage, '?')})", m.entity, m.id) for m in modules]
    return table(("Module", "usage", "Information Entity", "id"), rows, "Modules")
