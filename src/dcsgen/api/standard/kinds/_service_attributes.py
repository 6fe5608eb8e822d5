"""What services that are no Storage say about Attributes, as several kinds of entries have it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from dcsgen.base.page import Row, Table
from dcsgen.base.standard import service_attributes


class ServiceAttribute(Struct, frozen=True):
    """What a service says about an Attribute: the path of keywords, and the cells of the table of PS3.4 by heading.

    `level` is that of a query. `unverified` names the headings whose cells were not seen in the standard.
    """

    service: str
    path: tuple[str, ...]
    level: str
    columns: dict[str, str]
    clause: str
    unverified: tuple[str, ...]


def of_service(service: str) -> tuple[ServiceAttribute, ...]:
    """All Attributes of a service."""
    return tuple(_record(service, attribute) for attribute in service_attributes.attributes_of(service))


def of_attribute(keyword: str) -> tuple[ServiceAttribute, ...]:
    """What all services say about an Attribute, wherever it stands."""
    return tuple(
        _record(service, attribute)
        for service in service_attributes.services()
        for attribute in service_attributes.attributes_of(service)
        if attribute.path[-1] == keyword
    )


def as_table(attributes: Iterable[ServiceAttribute]) -> Table:
    """A table of the Attributes of one service, those in Sequences below theirs."""
    known = tuple(attributes)
    levels = any(attribute.level for attribute in known)
    rows = (Row((a.path[-1], *((a.level,) if levels else ()), cells(a), a.clause), len(a.path) - 1) for a in known)
    headings = ("Attribute", *(("level",) if levels else ()), "requirement", "clause")
    return Table(headings, tuple(rows), "Attributes")


def cells(attribute: ServiceAttribute) -> str:
    """The cells of an Attribute in one line; a cell that was not seen is marked, one that is not known is a `?`."""
    names = dict.fromkeys((*attribute.columns, *attribute.unverified))
    return "; ".join(
        f"{name} {attribute.columns.get(name, '?')}{' [unverified]' if name in attribute.unverified else ''}"
        for name in names
        if attribute.columns.get(name, "?")
    )


def _record(service: str, attribute: service_attributes.ServiceAttribute) -> ServiceAttribute:
    return ServiceAttribute(
        service, attribute.path, attribute.level, dict(attribute.columns), attribute.clause, attribute.unverified
    )
