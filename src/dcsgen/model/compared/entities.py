"""How Application Entities, their Associations, activities and sequences are compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.base.words import AcceptedTitles
from dcsgen.model import activity, application_entity
from dcsgen.model.compared.spec import (
    DEMANDS,
    EVERYTHING,
    OFFERS,
    Extent,
    Record,
    each,
    extent,
    link,
    one,
    ranked,
    records,
    size,
    value,
    words,
)

TITLES: dict[str, Extent] = {AcceptedTitles.ANY: EVERYTHING}

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

REJECTION = Record(
    of=application_entity.Rejection,
    subject=Subject.REJECTION,
    area=Area.NEGOTIATION,
    fields={"condition": words()},
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
        "rejections": records(REJECTION, DEMANDS),
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
