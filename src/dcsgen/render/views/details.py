"""In which section of PS3.2 N.5.2 each table about the Attributes of a service stands: in one, even if the service has
SOP Classes of several sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import structs
from msgspec.structs import replace

from dcsgen.render.views.operations import OperationView
from dcsgen.render.views.service_view import ServiceView
from dcsgen.render.views.services import DimseView, ServiceGroupView, ServiceRoleView, ServiceUseView

_Section = tuple[str, str]
"""The ids of a group and of one of its parts."""

_FIELDS = ("keys", "transcodings", "coercions", "failure_reasons", "limits", "max_peers")
_BY_SOP_CLASS = ("query", "printing", "other")


def share_out(dimse: DimseView) -> DimseView:
    """The services, with the `details` of each use of a service being what stands in its section alone."""
    groups = {field: value for field, value in structs.asdict(dimse).items() if isinstance(value, ServiceGroupView)}
    owners: dict[tuple[str, str], _Section] = {}
    suited: set[tuple[str, str]] = set()
    for group in groups.values():
        for part in _parts(group):
            for use in part.uses:
                for field, suits in _wishes(group.id, part.role, use):
                    wish = (use.id, field)
                    if wish not in owners or (suits and wish not in suited):
                        owners[wish] = (group.id, part.id)
                    if suits:
                        suited.add(wish)
    shared = {id: _shared(group, owners) for id, group in groups.items()}
    return replace(dimse, **shared, further=tuple(shared[group.id] for group in dimse.further))


def _parts(group: ServiceGroupView) -> tuple[ServiceRoleView, ...]:
    """The parts that are sections of the document."""
    if group.id in _BY_SOP_CLASS:
        return group.by_sop_class
    return tuple(part for part in (group.scu, group.scp) if part is not None)


def _wishes(group: str, role: str, use: ServiceUseView) -> Iterator[tuple[str, bool]]:
    """Each kind of details, and whether this section is made for it."""
    made_for = {
        "keys": "C-FIND" in use.dimse,
        "transcodings": group == "storage",
        "coercions": group == "storage" and role == "SCP",
        "failure_reasons": group == "commitment",
        "limits": group == "storage" and role == "SCP",
    }
    for field in _FIELDS:
        yield field, made_for.get(field, True)
    names = {sop.name for sop in use.sop_classes}
    for operation in use.service.operations:
        yield _wish(operation), operation.sop_class in names


def _wish(operation: OperationView) -> str:
    return f"operation {operation.id}"


def _shared(group: ServiceGroupView, owners: Mapping[tuple[str, str], _Section]) -> ServiceGroupView:
    def part_of(part: ServiceRoleView | None) -> ServiceRoleView | None:
        return _part(group.id, part, owners) if part is not None else None

    return replace(
        group,
        scu=part_of(group.scu),
        scp=part_of(group.scp),
        by_sop_class=tuple(_part(group.id, part, owners) for part in group.by_sop_class),
    )


def _part(group: str, part: ServiceRoleView, owners: Mapping[tuple[str, str], _Section]) -> ServiceRoleView:
    here = (group, part.id)
    transcoded = group == "storage" and part.role == "SCU"
    uses = tuple(replace(use, details=_details(use, here, owners)) for use in part.uses)
    if not transcoded:
        return replace(part, uses=uses)
    return replace(
        part,
        uses=tuple(replace(use, details=replace(use.details, transcodings=(), matrix=None)) for use in uses),
        transcoding=tuple(use.details for use in uses if use.details.transcodings),
    )


def _details(use: ServiceUseView, here: _Section, owners: Mapping[tuple[str, str], _Section]) -> ServiceView:
    service = use.service
    names = {sop.uid.replace(".", "-") for sop in use.sop_classes}

    def stands(wish: str) -> bool:
        return owners.get((service.id, wish)) == here

    return replace(
        service,
        keys=service.keys if stands("keys") else (),
        operations=tuple(one for one in service.operations if stands(_wish(one))),
        transcodings=service.transcodings if stands("transcodings") else (),
        matrix=service.matrix if stands("transcodings") else None,
        limits=service.limits if stands("limits") else (),
        members=tuple(table for table in service.members if table.id in names),
        coercions=service.coercions if stands("coercions") else (),
        unchanged=service.unchanged and stands("coercions"),
        failure_reasons=service.failure_reasons if stands("failure_reasons") else (),
        every_failure_reason=service.every_failure_reason if stands("failure_reasons") else (),
        max_peers=service.max_peers if stands("max_peers") else "",
    )
