"""How Application Entities, activities and services over DIMSE are compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.base.content_words import ModulePresence, Presence
from dcsgen.base.words import AcceptedTitles, Initiator, Role
from dcsgen.model import activity, application_entity, service, service_attributes, service_rules, sop_class, status
from dcsgen.model.compared.spec import (
    DEMANDS,
    EVERYTHING,
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
    Presence.ALWAYS: frozenset({"value"}),
    Presence.VALUE_NOT_ALWAYS: frozenset({"value", "empty"}),
    Presence.ATTRIBUTE_NOT_ALWAYS: frozenset({"value", "absent"}),
    Presence.NEITHER_ALWAYS: frozenset({"value", "empty", "absent"}),
    Presence.EMPTY: frozenset({"empty"}),
}
"""What a peer may meet; the more there can be, the more it has to cope with."""

MODULE_PRESENCE: dict[str, Extent] = {
    ModulePresence.ALWAYS: frozenset({"present"}),
    ModulePresence.NOT_ALWAYS: frozenset({"present", "absent"}),
}

ROLES: dict[str, Extent] = {Role.BOTH: frozenset({"SCU", "SCP"})}
INITIATORS: dict[str, Extent] = {Initiator.EITHER: frozenset({"self", "peer"})}
TITLES: dict[str, Extent] = {AcceptedTitles.ANY: EVERYTHING}

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

ASSOCIATION_LIMIT = Record(
    of=application_entity.AssociationLimit,
    subject=Subject.ASSOCIATION_LIMIT,
    area=Area.NEGOTIATION,
    fields={
        "max_associations": size({"acceptor": OFFERS, "initiator": DEMANDS}, unlimited=("unlimited",)),
        "description": words(),
    },
)

ASYNCHRONOUS_WINDOW = Record(
    of=application_entity.AsynchronousWindow,
    subject=Subject.ASYNCHRONOUS_WINDOW,
    area=Area.NEGOTIATION,
    fields={
        "invoked": size(DEMANDS, unlimited=(0,)),
        "performed": size(OFFERS, unlimited=(0,)),
        "description": words(),
    },
)

ASSOCIATION = Record(
    of=application_entity.AssociationPolicy,
    subject=Subject.ASSOCIATION,
    area=Area.NEGOTIATION,
    fields={
        "application_context": value(DEMANDS),
        "max_pdu_received": size(OFFERS, unlimited=(0,)),
        "max_pdu_sent": size(unlimited=(0,)),
        "as_initiator": one(ASSOCIATION_LIMIT, role="initiator"),
        "as_acceptor": one(ASSOCIATION_LIMIT, role="acceptor"),
        "asynchronous_window": one(ASYNCHRONOUS_WINDOW),
        "implementation_class_uid": value(),
        "implementation_version_name": value(),
        "accepted_called_ae_titles": extent(TITLES, OFFERS),
        "accepted_calling_ae_titles": extent(TITLES, OFFERS),
        "description": words(),
    },
)

FILE_META_INFORMATION = Record(
    of=application_entity.FileMetaInformation,
    subject=Subject.FILE_META_INFORMATION,
    area=Area.MEDIA,
    fields={
        "source_ae_title": value(),
        "implementation_class_uid": value(),
        "implementation_version_name": value(),
        "private_information_creator_uid": value(),
        "private_information": words(),
    },
)

APPLICATION_ENTITY = Record(
    of=application_entity.ApplicationEntity,
    subject=Subject.APPLICATION_ENTITY,
    area=Area.NEGOTIATION,
    fields={
        "title": words(),
        "function": words(),
        "association": one(ASSOCIATION),
        "file_meta_information": one(FILE_META_INFORMATION),
    },
)

ACTIVITY = Record(
    of=activity.RealWorldActivity,
    subject=Subject.ACTIVITY,
    area=Area.DOCUMENT,
    fields={
        "name": words(),
        "side": value(),
        "description": words(),
        "triggered_by": each(Subject.TRIGGER, link="real_world_activities"),
    },
)

STEP = Record(
    of=activity.Step,
    subject=Subject.STEP,
    area=Area.DOCUMENT,
    fields={
        "source": link("application_entities", "real_world_activities"),
        "target": link("application_entities", "real_world_activities"),
        "message": words(),
        "kind": value(),
        "note": words(),
    },
)

SEQUENCE = Record(
    of=activity.Sequence,
    subject=Subject.SEQUENCE,
    area=Area.DOCUMENT,
    fields={"title": words(), "description": words(), "steps": ranked(STEP, ("source", "target", "message"))},
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
        "sop_classes": each(SOP_CLASS, "uid", DEMANDS, empty=Empty.ANY),
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
        "behaviour": words(),
        "status_table": link("status_tables"),
        "statuses": records(STATUS, PROVIDER_DEMANDS),
        "communication_failure": one(COMMUNICATION_FAILURE),
        "keys": records(QUERY_KEY, USER_DEMANDS),
        "operations": records(OPERATION, USER_DEMANDS, named=True),
        "transcoding": records(TRANSCODING, OFFERS, named=True),
        "coercion": records(COERCION, DEMANDS, empty=Empty.NONE),
        "failure_reasons": records(FAILURE_REASON, PROVIDER_DEMANDS),
        "max_peers": size(OFFERS, unlimited=("unlimited",)),
        "iod": link("iods"),
        "attribute_mapping": link("attribute_mappings"),
        "ae_mapping": link("ae_mappings"),
    },
)
