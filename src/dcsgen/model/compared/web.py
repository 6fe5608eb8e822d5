"""How web services are compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.model import web_service
from dcsgen.model.compared.network import SOP_CLASS, TRANSFER_SYNTAX
from dcsgen.model.compared.spec import (
    DEMANDS,
    OFFERS,
    Empty,
    Record,
    each,
    link,
    one,
    records,
    size,
    standard,
    value,
    words,
    yes_or_no,
)

AGENT_DEMANDS = {"user_agent": DEMANDS, "origin_server": OFFERS}
"""What a user agent uses, the origin server has to have; what an origin server has, user agents may use."""

SERVER_DEMANDS = {"user_agent": OFFERS, "origin_server": DEMANDS}
"""What an origin server returns, its user agents have to understand; what they understand, it may return."""

WEB_SERVICE_TYPE = Record(
    of=web_service.WebServiceType,
    subject=Subject.WEB_SERVICE_TYPE,
    area=Area.WEB,
    fields={"id": value(), "name": standard(), "retired": standard(), "known": standard()},
)

WEB_RESOURCE = Record(
    of=web_service.WebResource, subject=Subject.WEB_RESOURCE, area=Area.WEB, fields={"description": words()}
)

WEB_PARAMETER = Record(
    of=web_service.WebParameter,
    subject=Subject.WEB_PARAMETER,
    area=Area.WEB,
    fields={
        "values": each(Subject.VALUE, stance=AGENT_DEMANDS, empty=Empty.ANY),
        "description": words(),
    },
)

WEB_HEADER = Record(of=web_service.WebParameter, subject=Subject.WEB_HEADER, area=Area.WEB, fields=WEB_PARAMETER.fields)

WEB_ATTRIBUTE = Record(
    of=web_service.WebAttribute,
    subject=Subject.WEB_ATTRIBUTE,
    area=Area.WEB,
    fields={
        "name": standard(),
        "tag": standard(),
        "matching": yes_or_no(AGENT_DEMANDS),
        "returned": yes_or_no(AGENT_DEMANDS),
        "description": words(),
    },
)

WEB_MEDIA_TYPE = Record(
    of=web_service.WebMediaType,
    subject=Subject.WEB_MEDIA_TYPE,
    area=Area.WEB,
    fields={"transfer_syntaxes": each(TRANSFER_SYNTAX, "uid", OFFERS), "description": words()},
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
        "resources": records(WEB_RESOURCE, AGENT_DEMANDS),
        "parameters": records(WEB_PARAMETER, AGENT_DEMANDS),
        "headers": records(WEB_HEADER, AGENT_DEMANDS),
        "attributes": records(WEB_ATTRIBUTE, AGENT_DEMANDS),
        "request_media_types": records(WEB_MEDIA_TYPE, AGENT_DEMANDS),
        "response_media_types": records(WEB_MEDIA_TYPE, OFFERS),
        "character_sets": each(Subject.CHARACTER_SET, stance=OFFERS),
        "sop_classes": each(SOP_CLASS, "uid", OFFERS, empty=Empty.ANY),
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
        "role": value(OFFERS),
        "local_activity": link("real_world_activities"),
        "remote_activity": link("real_world_activities"),
        "base_uri": value(),
        "max_requests": size(OFFERS, unlimited=("unlimited",)),
        "behaviour": words(),
        "transactions": records(WEB_TRANSACTION, AGENT_DEMANDS, empty=Empty.NONE, parts=True),
        "statuses": records(WEB_STATUS, SERVER_DEMANDS),
    },
)
