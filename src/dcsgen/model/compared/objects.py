"""How applied IODs, attribute mappings and what is in objects are compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.base.words import Support
from dcsgen.model import attribute_mapping, content, created, extensions, iod
from dcsgen.model.compared.network import MODULE_PRESENCE, PRESENCE, SOP_CLASS
from dcsgen.model.compared.spec import (
    DEMANDS,
    OFFERS,
    Empty,
    Record,
    each,
    extent,
    link,
    one,
    range_of,
    records,
    scale,
    size,
    standard,
    texts,
    value,
    words,
    yes_or_no,
)

TAKEN_OR_GIVEN = {"import": OFFERS, "export": DEMANDS}
"""Values that an import takes, peers may send; values that an export writes, peers have to take."""

CREATED_ATTRIBUTE = Record(
    of=created.CreatedAttribute,
    subject=Subject.CREATED_ATTRIBUTE,
    area=Area.CONTENT,
    fields={
        "name": standard(),
        "tag": standard(),
        "vr": standard(),
        "vm": standard(),
        "type": standard(),
        "implied": value(),
        "presence": extent(PRESENCE, DEMANDS),
        "source": each(Subject.VALUE_SOURCE),
        "values": each(Subject.VALUE, stance=DEMANDS, empty=Empty.ANY),
        "condition": words(),
        "remark": words(),
    },
)

COMMON_MODULE = Record(
    of=created.CommonModule,
    subject=Subject.COMMON_MODULE,
    area=Area.CONTENT,
    identity=("module",),
    fields={"module": value(), "description": words(), "attributes": records(CREATED_ATTRIBUTE, OFFERS)},
)

COMMON_FUNCTIONAL_GROUP = Record(
    of=created.CommonFunctionalGroup,
    subject=Subject.COMMON_FUNCTIONAL_GROUP,
    area=Area.CONTENT,
    identity=("macro",),
    fields={"macro": value(), "description": words(), "attributes": records(CREATED_ATTRIBUTE, OFFERS)},
)

FUNCTIONAL_GROUP = Record(
    of=created.FunctionalGroup,
    subject=Subject.FUNCTIONAL_GROUP,
    area=Area.CONTENT,
    fields={
        "placement": value(),
        "presence": extent(MODULE_PRESENCE, DEMANDS),
        "condition": words(),
        "common": link("common_functional_groups"),
        "attributes": records(CREATED_ATTRIBUTE, OFFERS),
    },
)

MODULE = Record(
    of=iod.AppliedModule,
    subject=Subject.MODULE,
    area=Area.CONTENT,
    fields={
        "support": scale(Support.NOT_SUPPORTED, Support.IGNORED, Support.USED, stance=OFFERS),
        "presence": extent(MODULE_PRESENCE, DEMANDS),
        "condition": words(),
        "common": link("common_modules"),
        "attributes": records(CREATED_ATTRIBUTE, OFFERS, movable=True),
        "remark": words(),
        "usage": standard(),
        "entity": standard(),
    },
)

IOD = Record(
    of=iod.Iod,
    subject=Subject.IOD,
    area=Area.CONTENT,
    role="role",
    identity=("sop_class", "role"),
    fields={
        "title": words(),
        "sop_class": one(SOP_CLASS, "uid"),
        "role": value(),
        "description": words(),
        "modules": records(MODULE, OFFERS, empty=Empty.NONE),
        "functional_groups": records(FUNCTIONAL_GROUP, OFFERS),
        "provider": words(),
    },
)

ATTRIBUTE = Record(
    of=attribute_mapping.MappedAttribute,
    subject=Subject.ATTRIBUTE,
    area=Area.CONTENT,
    fields={
        "use": scale("ignored", "optional", "mandatory", stance=DEMANDS),
        "needed_in": scale("first_item", "every_item", stance=DEMANDS),
        "name": standard(),
        "tag": standard(),
        "vr": standard(),
        "vm": standard(),
        "type": standard(),
        "implied": value(),
        "constraint": words(),
        "values": each(Subject.VALUE, stance=TAKEN_OR_GIVEN, empty=Empty.ANY),
        "range": range_of(TAKEN_OR_GIVEN),
        "unit": value(),
        "otherwise": words(),
        "status": value(),
        "field": each(Subject.FIELD),
        "length": size(TAKEN_OR_GIVEN),
        "too_long": value(),
        "conversion": words(),
        "default": value(),
        "overwrite": value(),
        "remark": words(),
    },
)

MAPPED_MODULE = Record(
    of=attribute_mapping.MappedModule,
    subject=Subject.MAPPED_MODULE,
    area=Area.CONTENT,
    fields={"description": words(), "attributes": records(ATTRIBUTE, OFFERS, empty=Empty.NONE, movable=True)},
)

MAPPING_STATUSES = Record(
    of=attribute_mapping.MappingStatuses,
    subject=Subject.ATTRIBUTE_MAPPING,
    area=Area.CONTENT,
    fields={
        "absent": value(),
        "empty": value(),
        "not_accepted": value(),
        "too_long": value(),
        "truncated": value(),
        "not_translated": value(),
        "ignored": value(),
    },
)

ATTRIBUTE_MAPPING = Record(
    of=attribute_mapping.AttributeMapping,
    subject=Subject.ATTRIBUTE_MAPPING,
    area=Area.CONTENT,
    role="direction",
    identity=("iod", "direction"),
    fields={
        "title": words(),
        "iod": link("iods"),
        "direction": value(),
        "target": value(),
        "description": words(),
        "statuses": one(MAPPING_STATUSES),
        "modules": records(MAPPED_MODULE, OFFERS, empty=Empty.NONE),
        "provider": words(),
    },
)

TARGET = Record(
    of=attribute_mapping.Target,
    subject=Subject.TARGET,
    area=Area.CONTENT,
    fields={
        "field": each(Subject.FIELD),
        "values": texts(Subject.TRANSLATION, stance=OFFERS),
        "source": value(),
        "remark": words(),
    },
)

CONFIGURABLE = ("fixed", "service", "user")
"""Who may change something, the more people the later."""

AE_MAPPED_ATTRIBUTE = Record(
    of=attribute_mapping.AeMappedAttribute,
    subject=Subject.AE_MAPPED_ATTRIBUTE,
    area=Area.CONTENT,
    fields={
        "name": standard(),
        "tag": standard(),
        "purpose": words(),
        "default": one(TARGET),
        "configurable_by": scale(*CONFIGURABLE, stance=OFFERS),
        "per_ae_title": records(TARGET, OFFERS, empty=Empty.NONE),
    },
)

AE_MAPPING = Record(
    of=attribute_mapping.AeMapping,
    subject=Subject.AE_MAPPING,
    area=Area.CONTENT,
    identity=("attribute_mapping",),
    fields={
        "title": words(),
        "attribute_mapping": link("attribute_mappings"),
        "configurable_by": scale(*CONFIGURABLE, stance=OFFERS),
        "description": words(),
        "attributes": records(AE_MAPPED_ATTRIBUTE, OFFERS, empty=Empty.NONE),
        "provider": words(),
    },
)

CODE = Record(
    of=content.ContextCode,
    subject=Subject.CODE,
    area=Area.CONTENT,
    fields={"scheme": value(), "meaning": words(), "description": words()},
)

CONTEXT_GROUP = Record(
    of=content.ContextGroup,
    subject=Subject.CONTEXT_GROUP,
    area=Area.CONTENT,
    identity=("cid", "attribute", "codes"),
    fields={
        "name": standard(),
        "attribute_name": standard(),
        "tag": standard(),
        "attribute": value(),
        "cid": value(),
        "value_set": value(),
        "configurable": scale("no", "extensible", "replaceable", stance=OFFERS),
        "coding_schemes": each(Subject.CODING_SCHEME),
        "codes": records(CODE),
        "use": words(),
    },
)

CONTENT_ITEM = Record(
    of=content.ContentItem,
    subject=Subject.CONTENT_ITEM,
    area=Area.CONTENT,
    fields={
        "value_type": value(),
        "relationship": value(),
        "concept": value(),
        "presence": extent(PRESENCE, DEMANDS),
        "source": each(Subject.VALUE_SOURCE),
        "values": each(Subject.VALUE, stance=DEMANDS, empty=Empty.ANY),
        "remark": words(),
    },
)

TEMPLATE = Record(
    of=content.SrTemplate,
    subject=Subject.TEMPLATE,
    area=Area.CONTENT,
    identity=("tid",),
    fields={
        "tid": value(),
        "name": words(),
        "root": yes_or_no(),
        "private": value(),
        "iods": each(Subject.TEMPLATE_IOD, link="iods"),
        "description": words(),
        "content": records(CONTENT_ITEM, OFFERS),
    },
)

ATTRIBUTE_FLOW = Record(
    of=content.AttributeFlow,
    subject=Subject.ATTRIBUTE_FLOW,
    area=Area.CONTENT,
    identity=("services", "iods"),
    fields={
        "services": texts(Subject.FLOW_PART, link="services"),
        "iods": texts(Subject.FLOW_PART, link="iods"),
        "hl7": texts(Subject.FLOW_PART),
        "remark": words(),
    },
)

GRAYSCALE = Record(
    of=content.GrayscaleConsistency,
    subject=Subject.GRAYSCALE,
    area=Area.CONTENT,
    fields={"gsdf": yes_or_no(OFFERS), "calibration": words(), "description": words()},
)

OWN_SOP_CLASS = Record(
    of=extensions.ExtendedSopClass,
    subject=Subject.OWN_SOP_CLASS,
    area=Area.NEGOTIATION,
    identity=("uid",),
    fields={
        "name": words(),
        "uid": value(),
        "kind": value(),
        "base": one(SOP_CLASS, "uid"),
        "description": words(),
    },
)

OWN_TRANSFER_SYNTAX = Record(
    of=extensions.PrivateTransferSyntax,
    subject=Subject.OWN_TRANSFER_SYNTAX,
    area=Area.NEGOTIATION,
    identity=("uid",),
    fields={"name": words(), "uid": value(), "description": words()},
)

PRIVATE_ATTRIBUTE = Record(
    of=extensions.PrivateAttribute,
    subject=Subject.PRIVATE_ATTRIBUTE,
    area=Area.CONTENT,
    fields={
        "creator": value(),
        "name": words(),
        "vr": value(),
        "vm": value(),
        "description": words(),
        "module": value(),
        "presence": extent(PRESENCE, DEMANDS),
        "source": each(Subject.VALUE_SOURCE),
        "values": each(Subject.VALUE, stance=DEMANDS, empty=Empty.ANY),
        "condition": words(),
        "identifiable": yes_or_no(DEMANDS),
    },
)
