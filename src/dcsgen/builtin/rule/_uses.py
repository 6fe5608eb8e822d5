"""Everything that an Application Entity does, whether over DIMSE, on media or over the web."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.model import Capability
from dcsgen.plugin import Path


class Use(NamedTuple):
    """A service, media service or web service as far as they are alike; `what` names it in a message."""

    path: Path
    what: str
    application_entity: str
    local_activity: str
    remote_activity: str


def uses(capability: Capability) -> Iterator[Use]:
    """Services first, then those on media, then those over the web."""
    for collection, what, records in (
        ("services", "service", capability.services),
        ("media", "media service", capability.media),
        ("web_services", "web service", capability.web_services),
    ):
        for key, record in records.items():
            entity = record.application_entity
            yield Use((collection, key), what, entity, record.local_activity, record.remote_activity)


def entities_in_use(capability: Capability) -> set[str]:
    """The Application Entities that do something, real-time video included."""
    videos = {video.application_entity for video in capability.real_time_video.values()}
    return {use.application_entity for use in uses(capability)} | videos


def without_associations(capability: Capability) -> set[str]:
    """The Application Entities without DIMSE: rules about Associations have no say in them."""
    associating = {service.application_entity for service in capability.services.values()}
    return entities_in_use(capability) - associating
