"""How a whole Capability is compared: the root of the tables."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.model.capability import Capability
from dcsgen.model.compared import entities, media, network, objects, product, security, settings, web
from dcsgen.model.compared.spec import OFFERS, Empty, Record, one, plain, records, standard, value

CAPABILITY = Record(
    of=Capability,
    subject=Subject.CAPABILITY,
    area=Area.PRODUCT,
    fields={
        "dcsgen": value(),
        "edition": standard(),
        "product": one(product.PRODUCT),
        "document": one(product.DOCUMENT),
        "application_entities": records(entities.APPLICATION_ENTITY, OFFERS, named=True, empty=Empty.NONE),
        "real_world_activities": records(entities.ACTIVITY, named=True, empty=Empty.NONE),
        "sequences": records(entities.SEQUENCE, named=True, empty=Empty.NONE),
        "services": records(network.SERVICE, OFFERS, named=True, empty=Empty.NONE, parts=True),
        "media": records(media.MEDIA_SERVICE, OFFERS, named=True, empty=Empty.NONE, parts=True),
        "application_profiles": records(media.OWN_APPLICATION_PROFILE, empty=Empty.NONE),
        "web_services": records(web.WEB_SERVICE, OFFERS, named=True, empty=Empty.NONE, parts=True),
        "status_tables": records(network.STATUS_TABLE, named=True, empty=Empty.NONE),
        "iods": records(objects.IOD, named=True),
        "common_modules": records(objects.COMMON_MODULE, named=True, empty=Empty.NONE),
        "common_functional_groups": records(objects.COMMON_FUNCTIONAL_GROUP, named=True, empty=Empty.NONE),
        "attribute_mappings": records(objects.ATTRIBUTE_MAPPING, named=True),
        "ae_mappings": records(objects.AE_MAPPING, named=True),
        "context_groups": records(objects.CONTEXT_GROUP, named=True, empty=Empty.NONE),
        "templates": records(objects.TEMPLATE, named=True, empty=Empty.NONE),
        "attribute_flows": records(objects.ATTRIBUTE_FLOW, named=True),
        "real_time_video": records(media.REAL_TIME_VIDEO, OFFERS, named=True, empty=Empty.NONE, parts=True),
        "ihe_profiles": records(product.IHE_PROFILE, OFFERS, empty=Empty.NONE),
        "grayscale": one(objects.GRAYSCALE),
        "communication": one(settings.COMMUNICATION),
        "sop_classes": records(objects.OWN_SOP_CLASS, named=True, empty=Empty.NONE),
        "transfer_syntaxes": records(objects.OWN_TRANSFER_SYNTAX, named=True, empty=Empty.NONE),
        "private_attributes": records(objects.PRIVATE_ATTRIBUTE, empty=Empty.NONE),
        "configuration": one(settings.CONFIGURATION),
        "character_sets": one(settings.CHARACTER_SETS),
        "security": one(security.SECURITY),
        "extensions": plain(),
    },
)
