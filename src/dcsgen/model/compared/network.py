"""How services over DIMSE are compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.base.content_words import ModulePresence, Presence
from dcsgen.base.words import Initiator, Role
from dcsgen.model import service, service_attributes, service_rules, sop_class, status
from dcsgen.model.compared.spec import (
    DEMANDS,
    OFFERS,
    PROVIDER_DEMANDS,
    USER_DEMANDS,
    Empty,
    Extent,
    Record,
    each,
    extent,
    link,
    one,
    ranked,
    records,
    scale,
    size,
    standard,
    value,
    words,
    yes_or_no,
)

WRITTEN_BY_USER = {"SCU": DEMANDS, "SCP": OFFERS}
"""Values that an SCU writes, its provider has to take; those that an SCP allows, its users may write."""

PRESENCE: dict[str, Extent] = {
    Presence.ALWAYS: frozenset(),
    Presence.VALUE_NOT_ALWAYS: frozenset({"empty"}),
    Presence.ATTRIBUTE_NOT_ALWAYS: frozenset({"absent"}),
    Presence.NEITHER_ALWAYS: frozenset({"empty", "absent"}),
    Presence.EMPTY: frozenset({"empty", "never filled"}),
}
"""What a peer may miss; the more that is, the more it has to do without."""

MODULE_PRESENCE: dict[str, Extent] = {
    ModulePresence.ALWAYS: frozenset({"present"}),
    ModulePresence.NOT_ALWAYS: frozenset({"present", "absent"}),
}

ROLES: dict[str, Extent] = {Role.BOTH: frozenset({"SCU", "SCP"})}
INITIATORS: dict[str, Extent] = {Initiator.EITHER: frozenset({"self", "peer"})}

SOP_CLASS = Record(
    of=sop_class.SopClass,
    subject=Subject.SOP_CLASS,
    area=Area.NEGOTIATION,
    fields={"uid": value(), "name": words(), "kind": value(), "retired": standard()},
)

TRANSFER_SYNTAX = Record(
    of=sop_class.TransferSyntax,
    subject=Subject.TRANSFER_SYNTAX,
    area=Area.NEGOTIATION,
    fields={"uid": value(), "name": words(), "private": value(), "retired": standard()},
)

RELATED_FIELD = Record(
    of=status.Element,
    subject=Subject.RELATED_FIELD,
    area=Area.SERVICE,
    fields={"keyword": value(), "name": standard(), "tag": standard(), "vr": standard(), "vm": standard()},
)

STATUS = Record(
    of=status.Status,
    subject=Subject.STATUS,
    area=Area.SERVICE,
    fields={
        "class_": value(),
        "meaning": words(),
        "further_meaning": words(),
        "condition": words(),
        "behaviour": words(),
        "related_fields": each(RELATED_FIELD, "keyword"),
        "action": words(),
    },
)

STATUS_TABLE = Record(
    of=status.StatusTable,
    subject=Subject.STATUS_TABLE,
    area=Area.SERVICE,
    identity=("service",),
    fields={
        "title": words(),
        "service": value(),
        "description": words(),
        "statuses": records(STATUS),
        "provider": words(),
    },
)

COMMUNICATION_FAILURE = Record(
    of=service.CommunicationFailure,
    subject=Subject.COMMUNICATION_FAILURE,
    area=Area.SERVICE,
    fields={"timeout": words(), "association_rejected": words(), "association_aborted": words()},
)

QUERY_KEY = Record(
    of=service_attributes.QueryKey,
    subject=Subject.QUERY_KEY,
    area=Area.QUERY,
    fields={
        "name": standard(),
        "tag": standard(),
        "vr": standard(),
        "matching_type": standard(),
        "return_type": standard(),
        "implied": value(),
        "level": value(),
        "matching": each(Subject.MATCHING, stance=USER_DEMANDS),
        "source": each(Subject.VALUE_SOURCE),
        "value": value(),
        "returned": yes_or_no(USER_DEMANDS),
        "display": scale("never", "configured", "shown"),
        "copied_into": each(Subject.COPY, link="iods"),
        "remark": words(),
    },
)

OPERATION_ATTRIBUTE = Record(
    of=service_attributes.OperationAttribute,
    subject=Subject.OPERATION_ATTRIBUTE,
    area=Area.SERVICE,
    fields={
        "name": standard(),
        "tag": standard(),
        "vr": standard(),
        "type": standard(),
        "implied": value(),
        "source": each(Subject.VALUE_SOURCE),
        "presence": extent(PRESENCE, DEMANDS),
        "required": yes_or_no(DEMANDS),
        "values": each(Subject.VALUE, stance=WRITTEN_BY_USER, empty=Empty.ANY),
        "default": value(),
        "otherwise": words(),
        "effect": words(),
        "remark": words(),
    },
)

OPERATION = Record(
    of=service_attributes.ServiceOperation,
    subject=Subject.OPERATION,
    area=Area.SERVICE,
    identity=("operation", "type_id", "sop_class"),
    fields={
        "operation": value(),
        "sop_class": one(SOP_CLASS, "uid"),
        "type_id": value(),
        "type_name": words(),
        "purpose": words(),
        "attributes": records(OPERATION_ATTRIBUTE, USER_DEMANDS),
    },
)

TRANSCODING = Record(
    of=service_rules.Transcoding,
    subject=Subject.TRANSCODING,
    area=Area.SERVICE,
    identity=("stored", "negotiated"),
    fields={
        "stored": each(TRANSFER_SYNTAX, "uid", OFFERS),
        "negotiated": each(TRANSFER_SYNTAX, "uid", OFFERS),
        "result": value(),
        "remark": words(),
    },
)

COERCION = Record(
    of=service_rules.Coercion,
    subject=Subject.COERCION,
    area=Area.SERVICE,
    fields={
        "name": standard(),
        "tag": standard(),
        "vr": standard(),
        "implied": value(),
        "sop_classes": each(SOP_CLASS, "uid", empty=Empty.ANY),
        "change": value(),
        "new_value": words(),
        "when": value(),
        "remark": words(),
    },
)

FAILURE_REASON = Record(
    of=service_rules.FailureReason,
    subject=Subject.FAILURE_REASON,
    area=Area.SERVICE,
    fields={"meaning": standard(), "condition": words(), "behaviour": words()},
)

LIMIT = Record(
    of=service_rules.Limit,
    subject=Subject.LIMIT,
    area=Area.SERVICE,
    identity=("attribute", "sop_classes"),
    fields={
        "attribute_name": standard(),
        "tag": standard(),
        "attribute": value(),
        "sop_classes": each(SOP_CLASS, "uid", DEMANDS, empty=Empty.ANY),
        "limit": words(),
        "otherwise": words(),
    },
)

SERVICE = Record(
    of=service.Service,
    subject=Subject.SERVICE,
    area=Area.NEGOTIATION,
    role="role",
    fields={
        "title": words(),
        "application_entity": link("application_entities", owner=True),
        "sop_classes": each(SOP_CLASS, "uid", OFFERS, empty=Empty.NONE, parts=True),
        "role": extent(ROLES, OFFERS),
        "initiator": extent(INITIATORS, OFFERS),
        "local_activity": link("real_world_activities"),
        "remote_activity": link("real_world_activities"),
        "transfer_syntaxes": ranked(TRANSFER_SYNTAX, "uid", OFFERS, empty=Empty.NONE),
        "extended_negotiation": words(),
        "role_selection": words(),
        "acceptance_criterion": words(),
        "transfer_syntax_selection": words(),
        "level_of_conformance": size(OFFERS),
        "digital_signature_level": size(OFFERS),
        "option": words(),
        "behaviour": words(),
        "status_table": link("status_tables"),
        "statuses": records(STATUS, PROVIDER_DEMANDS),
        "communication_failure": one(COMMUNICATION_FAILURE),
        "keys": records(QUERY_KEY, USER_DEMANDS),
        "operations": records(OPERATION, USER_DEMANDS, named=True),
        "transcoding": records(TRANSCODING, OFFERS, named=True),
        "coercion": records(COERCION, DEMANDS, empty=Empty.NONE),
        "failure_reasons": records(FAILURE_REASON, PROVIDER_DEMANDS),
        "limits": records(LIMIT, DEMANDS, named=True, empty=Empty.NONE),
        "max_peers": size(OFFERS, unlimited=("unlimited",)),
        "iod": link("iods"),
        "attribute_mapping": link("attribute_mappings"),
        "ae_mapping": link("ae_mappings"),
    },
)
