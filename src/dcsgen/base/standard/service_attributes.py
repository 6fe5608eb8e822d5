"""Which Attributes the services that are no Storage ask of user and provider (PS3.4): keys, requirement types, usage.

The facts are in `data/service_attributes.json`, one Attribute of one table of PS3.4 a line: the path of keywords, then
the cells of the table, between vertical bars. A cell that ends in `?` was not seen in the text of the standard, a lone
`?` is not known, an empty one is empty in the table. What the facts lack, `origin` tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import msgspec

from dcsgen.base.standard import origins
from dcsgen.base.standard.origins import Origin
from dcsgen.base.words import Role

NOT_ALLOWED = "not allowed"
"""What a cell says where the Attribute shall not be there, as PS3.4 has it for UPS, MPPS and verification."""
UNSEEN = "?"


class ServiceAttribute(NamedTuple):
    """What a service says about one Attribute.

    `path` are keywords from the outermost Sequence inwards. `columns` are the cells of the table, e.g. `key` with `U`,
    `R`, `O` (PS3.4 C.2.2.1) or, for one of several, `C` (Y.6.1.1.3), `matching key`, `return key`, or a DIMSE service
    with the type for user and provider, `N-CREATE` with `1C/1`; `final state` has the codes of PS3.4 Table F.7.2-1 or
    CC.2.5-1. A number behind a service is the Event or Action Type ID. `level` is that of a query, else empty.
    `unverified` names columns whose cell was not seen in the standard: known ones are in `columns` all the same,
    others are missing there.
    """

    path: tuple[str, ...]
    columns: Mapping[str, str]
    level: str = ""
    clause: str = ""
    unverified: tuple[str, ...] = ()


class _Service(msgspec.Struct, frozen=True):
    tables: str
    sop_classes: str


class _Table(msgspec.Struct, frozen=True):
    level: str
    columns: str
    rows: tuple[str, ...]


class _Facts(Origin, frozen=True):
    services: dict[str, _Service]
    tables: dict[str, _Table]


def origin() -> Origin:
    """Where the facts are from, and what they lack."""
    return _facts()


def services() -> tuple[str, ...]:
    """The names that `attributes_of` takes, sorted: `modality-worklist`, `patient-root-query`, `printer` and so on."""
    return tuple(_facts().services)


def service_of(sop_class_uid: str) -> str | None:
    """The name of the service that a SOP Class belongs to; None where the facts have no Attributes for it."""
    return _by_sop_class().get(sop_class_uid)


@cache
def attributes_of(service: str, level: str = "") -> tuple[ServiceAttribute, ...]:
    """The Attributes of a service in the order of PS3.4, for a query those of one level (`STUDY`) or of all.

    An Attribute that several tables of a service have, e.g. for N-ACTION and N-EVENT-REPORT, comes once for each.
    KeyError if there is no such service; a level that the service lacks gives nothing.
    """
    facts = _facts()
    labels = facts.services[service].tables.split(" ")
    return tuple(
        attribute
        for label in labels
        if not level or facts.tables[label].level == level
        for attribute in _table_attributes(label)
    )


def find(service: str, path: tuple[str, ...], level: str = "") -> tuple[ServiceAttribute, ...]:
    """What a service says about the Attribute at a path: once for each of its tables, nothing if it has none there."""
    return tuple(attribute for attribute in attributes_of(service, level) if attribute.path == path)


def type_for(cell: str, role: Role) -> str:
    """The part of a cell that binds a role: `1C` of `1C/1` for the user, `1` for the provider; both parts for BOTH.

    A cell without two parts, such as `R` or `not allowed`, holds for either.
    """
    user, slash, provider = cell.partition("/")
    if not slash or role is Role.BOTH:
        return cell
    return user if role is Role.SCU else provider


@cache
def _facts() -> _Facts:
    return origins.read("service_attributes", _Facts)


@cache
def _by_sop_class() -> dict[str, str]:
    return {uid: name for name, service in _facts().services.items() for uid in service.sop_classes.split(" ")}


@cache
def _table_attributes(label: str) -> tuple[ServiceAttribute, ...]:
    table = _facts().tables[label]
    names = table.columns.split("|")
    # A table whose number was not seen goes by the clause that it stands in.
    clause = f"PS3.4 Table {label}" if "-" in label else f"PS3.4 {label}"
    return tuple(_attribute(row, names, table.level, clause) for row in table.rows)


def _attribute(row: str, names: list[str], level: str, clause: str) -> ServiceAttribute:
    path, *cells = row.split("|")
    named = dict(zip(names, cells, strict=True))
    columns = {name: known for name, cell in named.items() if (known := cell.removesuffix(UNSEEN))}
    unverified = tuple(name for name, cell in named.items() if cell.endswith(UNSEEN))
    return ServiceAttribute(tuple(path.split(".")), columns, level, clause, unverified)
