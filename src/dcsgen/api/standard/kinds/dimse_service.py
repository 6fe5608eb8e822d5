"""DIMSE services: their status codes, and the Service Classes that use them."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.kinds import _statuses
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Section
from dcsgen.base.standard import service_classes, statuses, uids


class DimseService(Entry, frozen=True, kw_only=True, tag_field="kind", tag="dimse-service"):
    """A DIMSE service, the Service Classes that use it (retired SOP Classes do not count), and all its statuses."""

    service_classes: tuple[str, ...]
    statuses: tuple[_statuses.Status, ...]


def _hits() -> Iterator[Hit]:
    for name in statuses.dimse_services():
        yield Hit("dimse-service", name, name, note="DIMSE service")


def _show(key: str) -> DimseService:
    uses = [service_classes.service_of(uid.uid) for uid in uids.all_of(uids.SOP_CLASSES) if not uid.retired]
    using = sorted({use.service_class for use in uses if use is not None and key in use.dimse})
    found = dict.fromkeys(s for name in ("", *using) for s in _statuses.of_service((key,), name))
    own_first = sorted(found, key=lambda status: not status.service_class)
    return DimseService(
        id=key,
        name=key,
        service_classes=tuple(using),
        statuses=tuple(own_first),
        sources=(*_statuses.sources(), source("Service Classes", "PS3.4", service_classes.EDITION)),
    )


def _sections(entry: DimseService) -> Iterator[Section]:
    yield Section("Service Classes that use it", words=entry.service_classes)
    yield Section("Status codes", table=_statuses.as_table(entry.statuses, service_class=True))


KIND = Kind(
    key="dimse-service",
    noun="DIMSE service",
    plural="DIMSE services",
    entry=DimseService,
    hits=_hits,
    show=_show,
    sections=_sections,
)
