"""Service Classes: their SOP Classes and status codes."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.api.standard.kind import Kind, source
from dcsgen.api.standard.kinds import _registry, _statuses
from dcsgen.api.standard.records import Entry, Hit
from dcsgen.base.page import Section, marked, table
from dcsgen.base.standard import service_classes, uids


class ServiceClass(Entry, frozen=True, kw_only=True, tag_field="kind", tag="service-class"):
    """A Service Class, its SOP Classes, retired ones too, and the statuses that it has of its own."""

    sop_classes: tuple[_registry.Named, ...]
    statuses: tuple[_statuses.Status, ...]


def _hits() -> Iterator[Hit]:
    for name in service_classes.service_classes():
        yield Hit("service-class", name, name, (f"{name} Service Class",), "Service Class")


def _show(key: str) -> ServiceClass:
    dimse: dict[str, None] = {}
    members = []
    for sop_class in uids.all_of(uids.SOP_CLASSES):
        use = service_classes.service_of(sop_class.uid)
        if use is not None and use.service_class == key:
            members.append(_registry.named(sop_class.uid))
            dimse.update(dict.fromkeys(use.dimse))
    return ServiceClass(
        id=key,
        name=f"{key} Service Class",
        sop_classes=tuple(members),
        statuses=tuple(status for status in _statuses.of_service(dimse, key) if status.service_class),
        sources=(source("Service Class", "PS3.4", service_classes.EDITION), *_statuses.sources()),
    )


def _sections(entry: ServiceClass) -> Iterator[Section]:
    rows = [(marked(one.name or one.uid, retired=one.retired), one.uid) for one in entry.sop_classes]
    yield Section("SOP Classes", table=table(("SOP Class", "UID"), rows, "SOP Classes"))
    if entry.statuses:
        yield Section("Status codes", table=_statuses.as_table(entry.statuses))


KIND = Kind(
    key="service-class",
    noun="Service Class",
    plural="Service Classes",
    entry=ServiceClass,
    hits=_hits,
    show=_show,
    sections=_sections,
)
