"""How the particulars of web services are compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.base.web_words import Demand
from dcsgen.model import web_details
from dcsgen.model.compared.network import PRESENCE
from dcsgen.model.compared.spec import (
    DEMANDS,
    OFFERS,
    Empty,
    Extent,
    Record,
    each,
    extent,
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

DEMANDED: dict[str, Extent] = {
    Demand.VALUE: frozenset({"empty", "absent"}),
    Demand.ATTRIBUTE: frozenset({"absent"}),
    Demand.EMPTY: frozenset({"value", "absent"}),
    Demand.OPTIONAL: frozenset(),
    Demand.ABSENT: frozenset({"value", "empty"}),
}
"""What a receiver does not take."""

WEB_VERSION = Record(
    of=web_details.WebVersion,
    subject=Subject.WEB_VERSION,
    area=Area.WEB,
    fields={"state": value(), "description": words()},
)

WEB_PARTITIONS = Record(
    of=web_details.WebPartitions,
    subject=Subject.WEB_PARTITIONS,
    area=Area.WEB,
    fields={
        "uri": value(),
        "required": yes_or_no(DEMANDS),
        "default": value(),
        "constraint": words(),
        "description": words(),
    },
)

WEB_LIMIT = Record(
    of=web_details.WebLimit,
    subject=Subject.WEB_LIMIT,
    area=Area.WEB,
    fields={"value": size(OFFERS), "unit": value(), "status": value(), "description": words()},
)

WEB_PAYLOAD_ATTRIBUTE = Record(
    of=web_details.WebPayloadAttribute,
    subject=Subject.WEB_PAYLOAD_ATTRIBUTE,
    area=Area.WEB,
    fields={
        "name": standard(),
        "tag": standard(),
        "type": standard(),
        "implied": value(),
        "demand": extent(DEMANDED, DEMANDS),
        "presence": extent(PRESENCE, DEMANDS),
        "source": each(Subject.VALUE_SOURCE),
        "values": each(Subject.VALUE, stance=AGENT_DEMANDS, empty=Empty.ANY),
        "constraint": words(),
        "otherwise": words(),
        "remark": words(),
    },
)

WEB_FIELD = Record(
    of=web_details.WebField,
    subject=Subject.WEB_FIELD,
    area=Area.WEB,
    fields={
        "payload": value(),
        "type": value(),
        "required": yes_or_no(DEMANDS),
        "values": each(Subject.VALUE, empty=Empty.ANY),
        "description": words(),
    },
)

WEB_REASON = Record(
    of=web_details.WebReason,
    subject=Subject.WEB_REASON,
    area=Area.WEB,
    fields={"meaning": words(), "condition": words(), "behaviour": words()},
)

WEB_CHECK = Record(
    of=web_details.WebCheck,
    subject=Subject.WEB_CHECK,
    area=Area.WEB,
    identity=("checked",),
    fields={
        "checked": words(),
        "consequence": value(),
        "status": value(),
        "reason": value(),
        "remark": words(),
    },
)

WEB_STORAGE = Record(
    of=web_details.WebStorage,
    subject=Subject.WEB_STORAGE,
    area=Area.WEB,
    fields={
        "unchanged": yes_or_no(OFFERS),
        "preamble": value(),
        "duplicates": value(),
        "retention": words(),
        "remark": words(),
    },
)

WEB_TEXT_MATCHING = Record(
    of=web_details.WebTextMatching,
    subject=Subject.WEB_TEXT_MATCHING,
    area=Area.WEB,
    fields={"case_sensitive": yes_or_no(), "accent_sensitive": yes_or_no(), "remark": words()},
)

WEB_SEARCH = Record(
    of=web_details.WebSearch,
    subject=Subject.WEB_SEARCH,
    area=Area.WEB,
    fields={
        "attribute_ids": each(Subject.ATTRIBUTE_ID, stance=AGENT_DEMANDS),
        "text_matching": records(WEB_TEXT_MATCHING),
        "order": words(),
        "conflicting_values": value(),
        "surplus_values": value(),
        "remark": words(),
    },
)

WEB_CACHING = Record(
    of=web_details.WebCaching,
    subject=Subject.WEB_CACHING,
    area=Area.WEB,
    fields={
        "validators": each(Subject.VALIDATOR, stance=OFFERS),
        "resources": each(Subject.RESOURCE, stance=OFFERS, empty=Empty.ANY),
        "cache_control": value(),
        "description": words(),
    },
)

WEB_STATE_RULE = Record(
    of=web_details.WebStateRule,
    subject=Subject.WEB_STATE_RULE,
    area=Area.WEB,
    fields={
        "accepted": yes_or_no(OFFERS),
        "next": each(Subject.WORKITEM_STATE, stance=OFFERS, empty=Empty.NONE),
        "status": value(),
        "description": words(),
    },
)
