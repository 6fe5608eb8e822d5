"""How configuration, character sets and communication stacks are compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.model import character_sets, communication, configuration
from dcsgen.model.compared.objects import CONFIGURABLE
from dcsgen.model.compared.spec import OFFERS, Empty, Record, each, link, range_of, records, scale, value, words

LOCAL_ADDRESS = Record(
    of=configuration.LocalAddress,
    subject=Subject.LOCAL_ADDRESS,
    area=Area.CONFIGURATION,
    fields={
        "ae_title": value(),
        "port": value(),
        "tls_port": value(),
        "address": value(),
        "configurable": scale(*CONFIGURABLE, stance=OFFERS),
        "description": words(),
    },
)

REMOTE_ADDRESS = Record(
    of=configuration.RemoteAddress,
    subject=Subject.REMOTE_ADDRESS,
    area=Area.CONFIGURATION,
    fields={
        "description": words(),
        "address": value(),
        "port": value(),
        "tls_port": value(),
        "application_entity": link("application_entities"),
        "configurable": scale(*CONFIGURABLE, stance=OFFERS),
    },
)

PARAMETER = Record(
    of=configuration.Parameter,
    subject=Subject.PARAMETER,
    area=Area.CONFIGURATION,
    identity=("stands_for",),
    fields={
        "description": words(),
        "default": value(),
        "range": range_of(OFFERS),
        "values": each(Subject.VALUE, stance=OFFERS, empty=Empty.ANY),
        "unit": value(),
        "configurable": scale(*CONFIGURABLE, stance=OFFERS),
        "stands_for": value(),
        "services": each(Subject.SCOPE, link="services", empty=Empty.ANY),
        "application_entity": link("application_entities"),
    },
)

CONFIGURATION = Record(
    of=configuration.Configuration,
    subject=Subject.CONFIGURATION,
    area=Area.CONFIGURATION,
    fields={
        "description": words(),
        "local": records(LOCAL_ADDRESS, link="application_entities"),
        "remote": records(REMOTE_ADDRESS, named=True),
        "remote_description": words(),
        "parameters": records(PARAMETER, OFFERS, named=True, empty=Empty.NONE),
    },
)

CONVERSION = Record(
    of=character_sets.Conversion,
    subject=Subject.CONVERSION,
    area=Area.CONTENT,
    identity=("incoming", "outgoing"),
    fields={"incoming": each(Subject.CHARACTER_SET), "outgoing": value(), "situation": words()},
)

CHARACTER_SETS = Record(
    of=character_sets.CharacterSets,
    subject=Subject.CHARACTER_SETS,
    area=Area.CONTENT,
    fields={
        "supported": each(Subject.CHARACTER_SET, stance=OFFERS, empty=Empty.NONE),
        "default": value(),
        "conversions": records(CONVERSION, OFFERS, named=True),
        "unsupported": words(),
        "description": words(),
    },
)

STACK = Record(
    of=communication.Stack,
    subject=Subject.STACK,
    area=Area.NEGOTIATION,
    fields={
        "description": words(),
        "api": words(),
        "ip_versions": each(Subject.STACK_PART, stance=OFFERS),
        "physical_media": each(Subject.STACK_PART, stance=OFFERS),
        "additional_protocols": each(Subject.STACK_PART, stance=OFFERS, empty=Empty.NONE),
    },
)

COMMUNICATION = Record(
    of=communication.Communication,
    subject=Subject.COMMUNICATION,
    area=Area.NEGOTIATION,
    fields={"description": words(), "stacks": records(STACK, OFFERS, named=True)},
)
