"""DIMSE-N operations and notifications of two services: which belong together, and what they send (PS3.7 10)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dcsgen.base.content_words import Operation, Presence
from dcsgen.base.standard import service_attributes
from dcsgen.base.standard.service_classes import ServiceClass, class_of, members_of, service_of
from dcsgen.base.words import Role
from dcsgen.model.service import Service
from dcsgen.model.service_attributes import OperationAttribute, ServiceOperation

Attributes = Mapping[str, OperationAttribute]

FROM_PROVIDER = frozenset({Operation.N_EVENT_REPORT})
"""What the provider invokes; everything else is invoked by the user."""

ABSENT_AT_TIMES = frozenset({Presence.ATTRIBUTE_NOT_ALWAYS, Presence.NEITHER_ALWAYS})
EMPTY_AT_TIMES = frozenset({Presence.VALUE_NOT_ALWAYS, Presence.NEITHER_ALWAYS, Presence.EMPTY})


def operations_of(service: Service, sop_class_uid: str) -> Iterator[tuple[str, ServiceOperation]]:
    """The operations of a service that belong to a SOP Class, or to a mandatory member of it, with their keys."""
    members = {member.uid for member in members_of(sop_class_uid) if member.mandatory}
    is_step = class_of(sop_class_uid) == ServiceClass.UNIFIED_STEP
    for key, operation in service.operations.items():
        own = operation.sop_class.uid if operation.sop_class is not None else ""
        # A unified procedure step is of UPS Push, whatever SOP Class was negotiated (PS3.4 CC.2.6.3).
        shared = not own or (is_step and class_of(own) == ServiceClass.UNIFIED_STEP)
        if own == sop_class_uid or own in members or (shared and _has(sop_class_uid, operation.operation)):
            yield key, operation


def counterparts(
    operation: ServiceOperation, service: Service, sop_class_uid: str
) -> tuple[tuple[str, ServiceOperation], ...]:
    """The operations of the other side that one of this side meets: of the same sort, SOP Class and type, with keys.

    What is not stated may be any.
    """
    return tuple(
        (key, other)
        for key, other in operations_of(service, sop_class_uid)
        if other.operation is operation.operation
        and _alike(operation, other)
        and (operation.type_id is None or other.type_id is None or operation.type_id == other.type_id)
    )


def described(operation: ServiceOperation, service: Service, sop_class_uid: str) -> bool:
    """Whether a service states operations of the SOP Class that one of the other side is of."""
    return any(_alike(operation, other) for _, other in operations_of(service, sop_class_uid))


def type_of(operation: ServiceOperation, sop_class_uid: str, path: str, role: Role) -> str:
    """The type that PS3.4 gives to an Attribute of an operation for a role; empty if it gives none, or is not known."""
    own = operation.sop_class.uid if operation.sop_class is not None else sop_class_uid
    service = service_attributes.service_of(own) or ""
    columns = (f"{operation.operation} {operation.type_id}", str(operation.operation))
    for row in service_attributes.find(service, tuple(path.split("."))) if service else ():
        for column in columns:
            if column in row.columns and column not in row.unverified:
                return service_attributes.type_for(row.columns[column], role)
    return ""


def presence_of(attributes: Attributes, path: str) -> Presence | None:
    """Whether an Attribute that is listed is sent; a Sequence that is implied is there if something in it is.

    None is not stated. KeyError if it is not listed.
    """
    one = attributes[path]
    if not one.implied:
        return one.presence
    inside = [other.presence for below, other in attributes.items() if below.startswith(f"{path}.")]
    if any(presence is not None and presence not in ABSENT_AT_TIMES for presence in inside):
        return Presence.ALWAYS
    return Presence.ATTRIBUTE_NOT_ALWAYS if None not in inside else None


def unlisted(attributes: Attributes, path: str) -> str:
    """The outermost part of a path that is not listed; empty if all is, or if a Sequence is listed without Items."""
    steps = path.split(".")
    for length in range(1, len(steps) + 1):
        part = ".".join(steps[:length])
        if part not in attributes:
            above = part.rpartition(".")[0]
            open_end = above and not any(other.startswith(f"{above}.") for other in attributes)
            return "" if open_end else part
    return ""


def above(path: str) -> Iterator[str]:
    """The Sequences that an Attribute is in, from the outermost."""
    steps = path.split(".")
    for length in range(1, len(steps)):
        yield ".".join(steps[:length])


def _has(sop_class_uid: str, operation: Operation) -> bool:
    use = service_of(sop_class_uid)
    return use is None or not use.dimse or operation in use.dimse


def _alike(one: ServiceOperation, other: ServiceOperation) -> bool:
    """Whether two operations may be of the same SOP Class."""
    mine, theirs = one.sop_class, other.sop_class
    if mine is None or theirs is None or mine.uid == theirs.uid:
        return True
    return class_of(mine.uid) == class_of(theirs.uid) == ServiceClass.UNIFIED_STEP
