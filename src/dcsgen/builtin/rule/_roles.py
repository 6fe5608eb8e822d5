"""Who opens the Associations of an Application Entity, and what its services are for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dcsgen.base.standard.service_classes import ServiceClass, ServiceUse
from dcsgen.base.words import Initiator
from dcsgen.model import Capability, Service


class Directions(NamedTuple):
    """Whether an Application Entity opens Associations, and whether it accepts them, by its services."""

    initiates: bool
    accepts: bool


def directions(capability: Capability) -> dict[str, Directions]:
    """The directions of each Application Entity that is described and has services."""
    found: dict[str, Directions] = {}
    for service in capability.services.values():
        if service.application_entity not in capability.application_entities:
            continue
        before = found.get(service.application_entity, Directions(False, False))
        after = Directions(before.initiates or is_initiator(service), before.accepts or is_acceptor(service))
        found[service.application_entity] = after
    return found


def is_initiator(service: Service) -> bool:
    """Whether the product opens the Association, always or at times."""
    return service.opened_by is not Initiator.PEER


def is_acceptor(service: Service) -> bool:
    """Whether the peer opens the Association, always or at times."""
    return service.opened_by is not Initiator.SELF


def is_storage(uses: Iterable[ServiceUse]) -> bool:
    """Whether a SOP Class of the Storage Service Class is among the uses."""
    return any(use.service_class == ServiceClass.STORAGE for use in uses)
