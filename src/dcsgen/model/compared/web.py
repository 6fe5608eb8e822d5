"""How web services are compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.model import web_service
from dcsgen.model.compared.network import COERCION, SOP_CLASS, TRANSCODING, TRANSFER_SYNTAX
from dcsgen.model.compared.objects import CONFIGURABLE
from dcsgen.model.compared.spec import (
    DEMANDS,
    OFFERS,
    Empty,
    Record,
    each,
    link,
    one,
    range_of,
    records,
    scale,
    size,
    standard,
    value,
    words,
    yes_or_no,
)
from dcsgen.model.compared.web_details import (
    AGENT_DEMANDS,
    SERVER_DEMANDS,
    WEB_CACHING,
    WEB_CHECK,
    WEB_FIELD,
    WEB_LIMIT,
    WEB_PARTITIONS,
    WEB_PAYLOAD_ATTRIBUTE,
    WEB_REASON,
    WEB_SEARCH,
    WEB_STATE_RULE,
    WEB_STORAGE,
    WEB_VERSION,
)

WEB_SERVICE_TYPE = Record(
    of=web_service.WebServiceType,
    subject=Subject.WEB_SERVICE_TYPE,
    area=Area.WEB,
    fields={"id": value(), "name": standard(), "retired": standard(), "known": standard()},
)

RESOURCES = each(Subject.RESOURCE, stance=OFFERS, empty=Empty.ANY)
"""The resources for which something is; without any it is for all."""

WEB_RESOURCE = Record(
    of=web_service.WebResource,
    subject=Subject.WEB_RESOURCE,
    area=Area.WEB,
    fields={
        "uri": value(),
        "private": value(),
        "levels": each(Subject.QUERY_LEVEL, stance=AGENT_DEMANDS),
        "description": words(),
    },
)

WEB_PARAMETER = Record(
    of=web_service.WebParameter,
    subject=Subject.WEB_PARAMETER,
    area=Area.WEB,
    fields={
        "private": value(),
        "required": yes_or_no(DEMANDS),
        "repeatable": yes_or_no(AGENT_DEMANDS),
        "values": each(Subject.VALUE, stance=AGENT_DEMANDS, empty=Empty.ANY),
        "range": range_of(AGENT_DEMANDS),
        "unit": value(),
        "default": value(),
        "resources": RESOURCES,
        "otherwise": words(),
        "description": words(),
    },
)

WEB_HEADER = Record(of=web_service.WebParameter, subject=Subject.WEB_HEADER, area=Area.WEB, fields=WEB_PARAMETER.fields)

WEB_RESPONSE_HEADER = Record(
    of=web_service.WebParameter, subject=Subject.WEB_RESPONSE_HEADER, area=Area.WEB, fields=WEB_PARAMETER.fields
)

WEB_ATTRIBUTE = Record(
    of=web_service.WebAttribute,
    subject=Subject.WEB_ATTRIBUTE,
    area=Area.WEB,
    fields={
        "name": standard(),
        "tag": standard(),
        "levels": each(Subject.QUERY_LEVEL, stance=AGENT_DEMANDS),
        "matching": yes_or_no(AGENT_DEMANDS),
        "matching_types": each(Subject.MATCHING, stance=AGENT_DEMANDS),
        "resources": RESOURCES,
        "returned": yes_or_no(AGENT_DEMANDS),
        "returned_when": scale("matched", "named", "included", "always", stance=AGENT_DEMANDS),
        "description": words(),
    },
)

WEB_MEDIA_TYPE = Record(
    of=web_service.WebMediaType,
    subject=Subject.WEB_MEDIA_TYPE,
    area=Area.WEB,
    fields={
        "transfer_syntaxes": each(TRANSFER_SYNTAX, "uid", OFFERS),
        "default_transfer_syntax": one(TRANSFER_SYNTAX, "uid"),
        "as_stored": yes_or_no(AGENT_DEMANDS),
        "resources": RESOURCES,
        "default_for": each(Subject.RESOURCE),
        "description": words(),
    },
)

WEB_STATUS = Record(
    of=web_service.WebStatus,
    subject=Subject.WEB_STATUS,
    area=Area.WEB,
    fields={"condition": words(), "behaviour": words()},
)

WEB_TRANSACTION = Record(
    of=web_service.WebTransaction,
    subject=Subject.WEB_TRANSACTION,
    area=Area.WEB,
    fields={
        "name": standard(),
        "method": standard(),
        "private": value(),
        "resources": records(WEB_RESOURCE, AGENT_DEMANDS),
        "parameters": records(WEB_PARAMETER, AGENT_DEMANDS),
        "headers": records(WEB_HEADER, AGENT_DEMANDS),
        "response_headers": records(WEB_RESPONSE_HEADER, OFFERS),
        "attributes": records(WEB_ATTRIBUTE, AGENT_DEMANDS),
        "search": one(WEB_SEARCH),
        "request_media_types": records(WEB_MEDIA_TYPE, AGENT_DEMANDS),
        "response_media_types": records(WEB_MEDIA_TYPE, OFFERS),
        "transcoding": records(TRANSCODING, OFFERS, named=True),
        "character_sets": each(Subject.CHARACTER_SET, stance=OFFERS),
        "sop_classes": each(SOP_CLASS, "uid", OFFERS, empty=Empty.ANY),
        "request_attributes": records(WEB_PAYLOAD_ATTRIBUTE, AGENT_DEMANDS),
        "response_attributes": records(WEB_PAYLOAD_ATTRIBUTE, OFFERS),
        "omitted_value_representations": each(Subject.VALUE_REPRESENTATION, stance=DEMANDS, empty=Empty.NONE),
        "fields": records(WEB_FIELD),
        "success_payload": words(),
        "failure_payload": words(),
        "limits": records(WEB_LIMIT, DEMANDS),
        "validation": records(WEB_CHECK, DEMANDS, named=True),
        "storage": one(WEB_STORAGE),
        "coercion": records(COERCION, DEMANDS, empty=Empty.NONE),
        "caching": one(WEB_CACHING),
        "workitem_states": records(WEB_STATE_RULE, OFFERS),
        "failure_reasons": records(WEB_REASON, SERVER_DEMANDS),
        "warning_reasons": records(WEB_REASON, SERVER_DEMANDS),
        "error_codes": records(WEB_REASON, SERVER_DEMANDS),
        "statuses": records(WEB_STATUS, SERVER_DEMANDS),
        "behaviour": words(),
    },
)

WEB_SERVICE = Record(
    of=web_service.WebService,
    subject=Subject.WEB_SERVICE,
    area=Area.WEB,
    role="role",
    identity=("service", "role"),
    fields={
        "title": words(),
        "application_entity": link("application_entities", owner=True),
        "service": one(WEB_SERVICE_TYPE, "id", OFFERS),
        "private": value(),
        "role": value(OFFERS),
        "local_activity": link("real_world_activities"),
        "remote_activity": link("real_world_activities"),
        "base_uri": value(),
        "secured_base_uri": value(),
        "configurable": scale(*CONFIGURABLE, stance=OFFERS),
        "versions": records(WEB_VERSION, OFFERS),
        "partitions": one(WEB_PARTITIONS),
        "sop_classes": each(SOP_CLASS, "uid", OFFERS, empty=Empty.ANY),
        "max_requests": size(OFFERS, unlimited=("unlimited",)),
        "option": words(),
        "limits": records(WEB_LIMIT, DEMANDS),
        "behaviour": words(),
        "transactions": records(WEB_TRANSACTION, OFFERS, empty=Empty.NONE, parts=True),
        "statuses": records(WEB_STATUS, SERVER_DEMANDS),
    },
)
