"""Views of services across Application Entities, as PS3.2 N.5.2, N.6.2 and N.7.3.2 order them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from dcsgen.base.standard.service_classes import ServiceClass, class_of, service_of
from dcsgen.base.words import Role
from dcsgen.model import Capability, Service, SopClass
from dcsgen.render.language import N_, _
from dcsgen.render.views import phrases
from dcsgen.render.views.entities import SopClassRow
from dcsgen.render.views.service_settings import SettingGroup, local_settings, remote_settings
from dcsgen.render.views.service_view import ServiceView
from dcsgen.render.views.settings import AddressRow, ParameterGroup, SettingsView
from dcsgen.render.views.statuses import StatusTableView, status_section

_GROUPS = {
    "worklist": (N_("Basic Worklist Management Service"), ServiceClass.WORKLIST),
    "mpps": (N_("Modality Performed Procedure Step Service"), ServiceClass.PERFORMED_STEP),
    "ups": (N_("Unified Worklist and Procedure Step Service"), ServiceClass.UNIFIED_STEP),
    "availability": (N_("Instance Availability Notification Service"), ServiceClass.AVAILABILITY),
    "storage": (N_("Storage Service"), ServiceClass.STORAGE),
    "commitment": (N_("Storage Commitment Service"), ServiceClass.COMMITMENT),
    "query": (N_("Query/Retrieve Service"), ServiceClass.QUERY_RETRIEVE),
    "printing": (N_("Print Management Service"), ServiceClass.PRINTING),
    "verification": (N_("Verification Service"), ServiceClass.VERIFICATION),
}
"""The services of N.5.2 in its order, with their Service Classes; Verification, which it does not list, comes last."""

_OTHER = "other"


class ServiceUseView(Struct, frozen=True, kw_only=True):
    """A service of an Application Entity in one role, with those of its SOP Classes that the section is about.

    `status_section` is the anchor of the section with its status codes, empty if none are stated. `details` is the
    service with those of its tables of Attributes that stand in this section: each stands in one section alone.
    """

    id: str
    title: str
    application_entity: str
    service: ServiceView
    sop_classes: tuple[SopClassRow, ...]
    dimse: tuple[str, ...]
    status_section: str
    details: ServiceView


class ServiceRoleView(Struct, frozen=True):
    """Everything of a service in one role; `title` is e.g. `SCU of the Study Root … - FIND`.

    `transcoding` are the services whose transcoding has a section of its own below (N.5.2.5.1.1).
    """

    id: str
    title: str
    role: str
    uses: tuple[ServiceUseView, ...]
    transcoding: tuple[ServiceView, ...] = ()


class ServiceGroupView(Struct, frozen=True, kw_only=True):
    """A service of N.5.2 that is supported. `scu` and `scp` are None without it; `by_sop_class` has both, in parts.

    `local`, `remote` and `parameters` are its configuration, `local_settings` and `remote_settings` the addresses as
    the tables of N.6.2 have them, `max_peers` titles of services with how many peers each has; `parameters_elsewhere`
    are the Application Entities whose parameters stand with an earlier service, with the anchor of that section.
    `status_tables` are those that no earlier service refers to, `status_tables_elsewhere` the anchors of the others.
    """

    id: str
    title: str
    entities: tuple[str, ...]
    scu: ServiceRoleView | None
    scp: ServiceRoleView | None
    by_sop_class: tuple[ServiceRoleView, ...]
    local: tuple[AddressRow, ...]
    remote: tuple[AddressRow, ...]
    parameters: tuple[ParameterGroup, ...]
    parameters_elsewhere: tuple[tuple[str, str], ...]
    status_tables: tuple[StatusTableView, ...]
    status_tables_elsewhere: tuple[str, ...]
    local_settings: tuple[SettingGroup, ...]
    remote_settings: tuple[SettingGroup, ...]
    max_peers: tuple[tuple[str, str], ...]


class ServiceMappingRow(Struct, frozen=True):
    """A service and whether each Application Entity is its user or provider: a row of Table N.5-1."""

    service: str
    roles: tuple[str, ...]


class FailureRow(Struct, frozen=True):
    """What is done when the communication breaks; services that do the same share a row."""

    services: tuple[str, ...]
    exception: str
    behaviour: str


class DimseView(Struct, frozen=True, kw_only=True):
    """All DIMSE services, one field for each of N.5.2; None where nothing is supported.

    `further` are those of a field for which N.5.2 has no section: Verification, and what is in `other`. `entities` are
    the columns of `mapping`. `unused_status_tables` belong to no service.
    """

    stated: bool
    worklist: ServiceGroupView | None
    mpps: ServiceGroupView | None
    ups: ServiceGroupView | None
    availability: ServiceGroupView | None
    storage: ServiceGroupView | None
    commitment: ServiceGroupView | None
    query: ServiceGroupView | None
    printing: ServiceGroupView | None
    verification: ServiceGroupView | None
    other: ServiceGroupView | None
    further: tuple[ServiceGroupView, ...]
    entities: tuple[str, ...]
    mapping: tuple[ServiceMappingRow, ...]
    failures: tuple[FailureRow, ...]
    unused_status_tables: tuple[StatusTableView, ...]


def dimse(
    capability: Capability,
    views: Mapping[str, ServiceView],
    settings: SettingsView,
    tables: Sequence[StatusTableView],
) -> DimseView:
    """The services of a Capability; `views`, by key, `settings` and `tables` are its other views."""
    uses: dict[str, list[tuple[Role, SopClass, ServiceUseView]]] = {}
    for key, service in capability.services.items():
        for group, sops in _by_group(service, capability).items():
            for role in (Role.SCU, Role.SCP) if service.role is Role.BOTH else (service.role,):
                for sop in sops:
                    uses.setdefault(group, []).append((role, sop, _use(views[key], sops)))
    made = _Maker(capability, settings, {table.id: table for table in tables})
    groups = {group: made.group(group, uses[group]) for group in (*_GROUPS, _OTHER) if group in uses}
    names = tuple(dict.fromkeys(s.application_entity for s in capability.services.values()))
    return DimseView(
        stated=bool(groups),
        **{group: groups.get(group) for group in (*_GROUPS, _OTHER)},
        further=tuple(groups[group] for group in ("verification", _OTHER) if group in groups),
        entities=names,
        mapping=tuple(_mapping_row(group, names) for group in groups.values()),
        failures=_failures(views.values()),
        unused_status_tables=tuple(table for table in tables if table.id not in made.tables_used),
    )


def _by_group(service: Service, capability: Capability) -> dict[str, tuple[SopClass, ...]]:
    """The SOP Classes of a service by the group of N.5.2 that they belong to."""
    bases = {own.uid: own.base.uid for own in capability.sop_classes.values() if own.base is not None}
    groups = {str(service_class): group for group, (_, service_class) in _GROUPS.items()}
    found: dict[str, tuple[SopClass, ...]] = {}
    for sop in service.sop_classes:
        group = groups.get(class_of(bases.get(sop.uid, sop.uid)), _OTHER)
        found[group] = (*found.get(group, ()), sop)
    return found


def _use(view: ServiceView, sops: Sequence[SopClass]) -> ServiceUseView:
    names: dict[str, None] = {}
    for sop in sops:
        known = service_of(sop.uid)
        names |= dict.fromkeys(known.dimse if known is not None else ())
    return ServiceUseView(
        id=view.id,
        title=view.title,
        application_entity=view.service.application_entity,
        service=view,
        sop_classes=tuple(SopClassRow(sop.name, sop.uid, phrases.SOP_CLASS_KINDS[sop.kind]) for sop in sops),
        dimse=tuple(names),
        status_section=view.status_table or (status_section(view.statuses.id) if view.statuses else ""),
        details=view,
    )


class _Maker:
    """Makes the groups one after the other, and remembers what has been said already."""

    def __init__(self, capability: Capability, settings: SettingsView, tables: dict[str, StatusTableView]) -> None:
        self.capability = capability
        self.settings = settings
        self.tables = tables
        self.tables_used: set[str] = set()
        self.owners: dict[str, str] = {}

    def group(self, id: str, uses: Sequence[tuple[Role, SopClass, ServiceUseView]]) -> ServiceGroupView:
        title = _(_GROUPS[id][0]) if id in _GROUPS else _("Other Services")
        entities = tuple(dict.fromkeys(use.application_entity for _, _, use in uses))
        section = f"configuration-{id}"
        here = [entity for entity in entities if self.owners.setdefault(entity, section) == section]
        with_parameters = {group.owner: group for group in self.settings.parameters}
        own = {use.id: use.service.statuses for _, _, use in uses if use.service.statuses}
        shared = dict.fromkeys(use.service.service.status_table for _, _, use in uses if use.service.status_table)
        first = [name for name in shared if name not in self.tables_used]
        new_own = [table for table in own.values() if table.id not in self.tables_used]
        elsewhere = [name for name in (*shared, *(table.id for table in own.values())) if name in self.tables_used]
        services = {use.id: use.service for _, _, use in uses}
        held = [(entity, _holds(uses, entity, Role.SCU), _holds(uses, entity, Role.SCP)) for entity in entities]
        self.tables_used.update(first, (table.id for table in new_own))
        return ServiceGroupView(
            id=id,
            title=title,
            entities=entities,
            scu=_role(Role.SCU, title, uses),
            scp=_role(Role.SCP, title, uses),
            by_sop_class=tuple(_by_sop_class(uses)),
            local=tuple(row for row in self.settings.local if row.owner in entities),
            remote=tuple(row for row in self.settings.remote if row.owner in entities),
            parameters=tuple(with_parameters[entity] for entity in here if entity in with_parameters),
            parameters_elsewhere=tuple(
                (entity, self.owners[entity]) for entity in entities if entity not in here and entity in with_parameters
            ),
            status_tables=(*(self.tables[name] for name in first), *new_own),
            status_tables_elsewhere=tuple(status_section(name) for name in elsewhere),
            local_settings=local_settings(self.capability, held),
            remote_settings=remote_settings(self.capability, held),
            max_peers=tuple((view.title, view.max_peers) for view in services.values() if view.max_peers),
        )


def _holds(uses: Sequence[tuple[Role, SopClass, ServiceUseView]], entity: str, role: Role) -> bool:
    return any(use.application_entity == entity for of, _, use in uses if of is role)


def _role(role: Role, title: str, uses: Sequence[tuple[Role, SopClass, ServiceUseView]]) -> ServiceRoleView | None:
    found = {use.id: use for of, _, use in uses if of is role}
    name = _("%(role)s of the %(service)s", role=role.value, service=title)
    return ServiceRoleView(role.value, name, role.value, tuple(found.values())) if found else None


def _by_sop_class(uses: Sequence[tuple[Role, SopClass, ServiceUseView]]) -> Iterator[ServiceRoleView]:
    """One part for each role and SOP Class, those as SCU first."""
    for role in (Role.SCU, Role.SCP):
        found: dict[SopClass, list[ServiceUseView]] = {}
        for of, sop, use in uses:
            if of is role:
                found.setdefault(sop, []).append(_use(use.service, [sop]))
        for sop, of_class in found.items():
            title = _("%(role)s of %(sop_class)s", role=role.value, sop_class=sop.name)
            yield ServiceRoleView(f"{role.value}-{sop.uid}", title, role.value, tuple(of_class))


def _mapping_row(group: ServiceGroupView, entities: Sequence[str]) -> ServiceMappingRow:
    def held(entity: str) -> str:
        parts = [part for part in (group.scu, group.scp) if part is not None]
        return ", ".join(part.role for part in parts if any(use.application_entity == entity for use in part.uses))

    return ServiceMappingRow(group.title, tuple(held(entity) for entity in entities))


def _failures(views: Iterable[ServiceView]) -> tuple[FailureRow, ...]:
    rows: dict[tuple[str, str], list[str]] = {}
    for view in views:
        for failure in view.failures:
            rows.setdefault((failure.exception, failure.behaviour), []).append(view.title)
    return tuple(FailureRow(tuple(names), *failure) for failure, names in rows.items())
