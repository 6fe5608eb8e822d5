"""How media and real-time video are compared."""

from __future__ import annotations

from dcsgen.base.change import Area, Subject
from dcsgen.model import integration, media
from dcsgen.model.compared.network import SOP_CLASS, TRANSFER_SYNTAX
from dcsgen.model.compared.spec import OFFERS, Empty, Record, each, link, one, records, standard, value, words

APPLICATION_PROFILE = Record(
    of=media.ApplicationProfile,
    subject=Subject.APPLICATION_PROFILE,
    area=Area.MEDIA,
    fields={"id": value(), "kind": value(), "base": value(), "retired": standard(), "known": standard()},
)

MEDIA_CONTENT = Record(
    of=media.MediaContent,
    subject=Subject.MEDIA_CONTENT,
    area=Area.MEDIA,
    identity=("sop_classes",),
    fields={
        "sop_classes": each(SOP_CLASS, "uid", OFFERS, empty=Empty.NONE, parts=True, movable=True),
        "transfer_syntaxes": each(TRANSFER_SYNTAX, "uid", OFFERS, empty=Empty.NONE),
        "description": words(),
    },
)

MEDIA_SERVICE = Record(
    of=media.MediaService,
    subject=Subject.MEDIA_SERVICE,
    area=Area.MEDIA,
    role="roles",
    identity=("profile", "roles"),
    fields={
        "title": words(),
        "application_entity": link("application_entities", owner=True),
        "profile": one(APPLICATION_PROFILE, "id", OFFERS),
        "roles": each(Subject.FILE_SET_ROLE, stance=OFFERS),
        "local_activity": link("real_world_activities"),
        "remote_activity": link("real_world_activities"),
        "contents": records(MEDIA_CONTENT, OFFERS, named=True, parts=True),
        "options": words(),
        "option": words(),
        "behaviour": words(),
    },
)

OWN_APPLICATION_PROFILE = Record(
    of=media.OwnApplicationProfile,
    subject=Subject.OWN_APPLICATION_PROFILE,
    area=Area.MEDIA,
    fields={
        "name": words(),
        "kind": value(),
        "base": one(APPLICATION_PROFILE, "id"),
        "sop_class_augmentations": words(),
        "directory_augmentations": words(),
        "other_augmentations": words(),
        "description": words(),
    },
)

VIDEO_RESOLUTION = Record(
    of=integration.VideoResolution,
    subject=Subject.VIDEO_RESOLUTION,
    area=Area.NEGOTIATION,
    identity=("rows", "columns"),
    fields={"rows": value(), "columns": value(), "frame_rate": value(), "video_type": value(), "scan": value()},
)

REAL_TIME_VIDEO = Record(
    of=integration.RealTimeVideo,
    subject=Subject.REAL_TIME_VIDEO,
    area=Area.NEGOTIATION,
    role="role",
    fields={
        "application_entity": link("application_entities", owner=True),
        "role": value(OFFERS),
        "sop_classes": each(SOP_CLASS, "uid", OFFERS, empty=Empty.NONE, parts=True),
        "transfer_syntaxes": each(TRANSFER_SYNTAX, "uid", OFFERS, empty=Empty.NONE),
        "photometric_interpretations": each(Subject.VIDEO_FORMAT, stance=OFFERS),
        "bit_depths": each(Subject.VIDEO_FORMAT, stance=OFFERS),
        "resolutions": records(VIDEO_RESOLUTION, OFFERS, named=True),
        "formats": each(Subject.VIDEO_FORMAT, stance=OFFERS),
        "behaviour": words(),
    },
)
