"""Statuses of DIMSE responses, as several kinds of entries have them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from dcsgen.api.standard.kind import source
from dcsgen.api.standard.records import Source
from dcsgen.base.page import Table, marked, table
from dcsgen.base.standard import general_statuses, statuses, uids


class Status(Struct, frozen=True):
    """A status code, or a range with `x` for any digit, that a DIMSE service may return.

    `service_class` is empty for what PS3.7 gives to every Service Class. `applies_to` is the keyword of the SOP Class,
    or the operation, that it is limited to. `related_fields` are keywords of Command Elements that may come with it.
    """

    code: str
    status_class: str
    meaning: str
    dimse: str
    service_class: str
    applies_to: str
    related_fields: tuple[str, ...]
    clause: str
    unverified: bool


def record(status: statuses.Status) -> Status:
    """A status of the knowledge as one of an answer."""
    return Status(
        status.code,
        status.status_class.value,
        status.meaning,
        status.dimse,
        status.service_class,
        status.applies_to,
        status.related_fields,
        status.clause,
        status.unverified,
    )


def of_service(dimse: Iterable[str], service_class: str, keywords: Iterable[str] = ()) -> tuple[Status, ...]:
    """The statuses of DIMSE services in a Service Class; without those that are for other SOP Classes than these."""
    own = set(keywords)
    return tuple(
        record(status)
        for service in dimse
        for status in statuses.statuses_of(service, service_class)
        if not own or status.applies_to in own or not _is_sop_class(status.applies_to)
    )


def as_table(of: Iterable[Status], *, service_class: bool = False) -> Table:
    """A table of statuses; with the Service Class where it is not clear."""
    headings = ("code", "class", "meaning", "DIMSE", *(("Service Class",) if service_class else ()), "clause")
    rows = []
    for status in of:
        limit = f" ({status.applies_to})" if status.applies_to else ""
        meaning = marked(status.meaning + limit, unverified=status.unverified)
        where = (status.service_class or "any",) if service_class else ()
        rows.append((status.code, status.status_class, meaning, status.dimse, *where, status.clause))
    return table(headings, rows, "status codes")


def sources() -> tuple[Source, Source]:
    """Where statuses are from."""
    return (
        source("Status codes", "PS3.4", statuses.EDITION),
        source("General status codes", "PS3.7 Annex C", general_statuses.EDITION),
    )


def _is_sop_class(applies_to: str) -> bool:
    return applies_to.isidentifier() and uids.find(applies_to, uids.SOP_CLASSES) is not None
