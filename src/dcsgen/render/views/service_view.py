"""Views of a service of an Application Entity: its Presentation Contexts, keys, operations, rules and status codes."""

from __future__ import annotations

from msgspec import Struct

from dcsgen.base.standard import service_classes
from dcsgen.model import Capability, Service, SopClass, TransferSyntax
from dcsgen.render.language import _
from dcsgen.render.outline import anchor
from dcsgen.render.views import phrases, wording
from dcsgen.render.views.operations import OperationView, QueryKeyGroup, key_groups, operations
from dcsgen.render.views.service_rules import (
    CoercionRow,
    FailureReasonRow,
    TranscodingRow,
    coercions,
    every_failure_reason,
    failure_reasons,
    transcodings,
)
from dcsgen.render.views.service_tables import (
    LimitRow,
    MemberTable,
    StepGroup,
    TranscodingMatrix,
    keys_kind,
    limits,
    matrix,
    members,
    steps,
)
from dcsgen.render.views.statuses import StatusTableView, own_statuses, shared_statuses


class Context(Struct, frozen=True):
    """A block of a Presentation Context Table.

    `negotiates` is true for a Meta SOP Class of which an extended negotiation is stated, which Tables A.4.2-8 and
    A.4.2-12 then describe.
    """

    sop_class: SopClass
    transfer_syntaxes: tuple[TransferSyntax, ...]
    role: str
    extended_negotiation: str
    negotiates: bool


class ServiceFailureRow(Struct, frozen=True):
    """What the service does when the communication breaks in one way."""

    exception: str
    behaviour: str


class ServiceView(Struct, frozen=True):
    """A service inside an activity. `statuses` are its own codes, `status_table` the id of a shared table.

    `keys_kind` is the kind of the table of its keys, such as `worklist_keys_scu`. `steps` are N-CREATE and N-SET of a
    Modality Performed Procedure Step in one table, which are among `operations` too. `unchanged` is true if it is
    stated that there are no `coercions`.
    """

    id: str
    title: str
    service: Service
    role: str
    sop_class_names: tuple[str, ...]
    statuses: StatusTableView | None
    status_table: str
    failures: tuple[ServiceFailureRow, ...]
    attribute_mapping: str
    ae_mapping: str
    keys: tuple[QueryKeyGroup, ...]
    operations: tuple[OperationView, ...]
    transcodings: tuple[TranscodingRow, ...]
    coercions: tuple[CoercionRow, ...]
    unchanged: bool
    failure_reasons: tuple[FailureReasonRow, ...]
    max_peers: str
    keys_kind: str
    steps: tuple[StepGroup, ...]
    matrix: TranscodingMatrix | None
    limits: tuple[LimitRow, ...]
    members: tuple[MemberTable, ...]
    every_failure_reason: tuple[FailureReasonRow, ...]


def contexts(service: Service) -> list[Context]:
    """The Presentation Contexts of a service, one for each SOP Class."""
    stated = [wording.or_none(text) for text in (service.extended_negotiation, service.role_selection) if text]
    negotiation = " ".join(wording.sentence(text) for text in stated) if len(stated) > 1 else "".join(stated)
    role = phrases.ROLES[service.role]
    return [
        Context(
            sop,
            service.transfer_syntaxes,
            role,
            negotiation or phrases.not_stated(),
            bool(negotiation and service_classes.members_of(sop.uid)),
        )
        for sop in service.sop_classes
    ]


def service_view(key: str, capability: Capability) -> ServiceView:
    """The view of a service by its key in the description."""
    service = capability.services[key]
    names = tuple(sop.name for sop in service.sop_classes)
    failure = service.communication_failure
    failures = (
        (
            (_("Time-out"), failure.timeout),
            (_("Association rejected"), failure.association_rejected),
            (_("Association aborted"), failure.association_aborted),
        )
        if failure
        else ()
    )
    return ServiceView(
        id=key,
        title=wording.service_title(key, service),
        service=service,
        role=phrases.ROLES[service.role],
        sop_class_names=names,
        statuses=own_statuses(key, service),
        status_table=shared_statuses(service, capability),
        failures=tuple(ServiceFailureRow(exception, prose) for exception, prose in failures if prose),
        attribute_mapping=f"mapping-{anchor(service.attribute_mapping)}" if service.attribute_mapping else "",
        ae_mapping=f"ae-mapping-{anchor(service.ae_mapping)}" if service.ae_mapping else "",
        keys=key_groups(service, capability),
        operations=operations(key, service),
        transcodings=transcodings(service.transcoding),
        coercions=coercions(service.coercion or {}),
        unchanged=service.coercion == {},
        failure_reasons=failure_reasons(service),
        max_peers=wording.at_most(service.max_peers),
        keys_kind=keys_kind(service),
        steps=steps(service),
        matrix=matrix(service),
        limits=limits(service),
        members=members(service),
        every_failure_reason=every_failure_reason(service),
    )
