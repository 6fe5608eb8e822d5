"""Services as rules look at them: the roles they have, whether they store objects, and what they mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dcsgen.base.standard import uids
from dcsgen.base.standard.service_classes import ServiceClass, service_of
from dcsgen.base.text import some as some
from dcsgen.base.words import Role
from dcsgen.model import AssociationPolicy, Capability, Service

STORING = frozenset({ServiceClass.STORAGE, ServiceClass.NON_PATIENT_STORAGE})
"""The Service Classes of PS3.4 whose objects are stored and retrieved (Annexes B and GG)."""


def roles_of(service: Service) -> tuple[Role, ...]:
    """SCU, SCP, or both one after the other."""
    return (Role.SCU, Role.SCP) if service.role is Role.BOTH else (service.role,)


def by_entity(capability: Capability) -> dict[str, list[tuple[str, Service]]]:
    """The services of each Application Entity that has some, with their keys.

    In a draft, services may be of one that is not described; these are left out.
    """
    found: dict[str, list[tuple[str, Service]]] = defaultdict(list)
    for key, service in capability.services.items():
        if service.application_entity in capability.application_entities:
            found[service.application_entity].append((key, service))
    return found


def used_policies(capability: Capability) -> Iterator[tuple[str, AssociationPolicy]]:
    """The Application Entities that have services, with how they set up Associations."""
    for name in by_entity(capability):
        yield name, capability.application_entities[name].association


def origins(capability: Capability) -> dict[str, str]:
    """The UID of the standard SOP Class by that of the one which the vendor made from it."""
    return {own.uid: own.base.uid for own in capability.sop_classes.values() if own.base is not None}


def stores(uid: str) -> bool | None:
    """Whether a SOP Class is of a Service Class that stores objects; None if the standard does not know it."""
    use = service_of(uid)
    if use is None:
        return False if uids.by_uid(uid) is not None else None
    return use.service_class in STORING


def may_store(service: Service, made_from: dict[str, str]) -> bool:
    """Whether objects are stored by a service, as far as one can know: a private SOP Class may be one of Storage."""
    return any(stores(made_from.get(one.uid, one.uid)) is not False for one in service.sop_classes)


def mentions(service: Service, word: str) -> bool:
    """Whether the prose of a service has a word, whatever the case of its letters."""
    prose = (service.behaviour, service.acceptance_criterion, service.transfer_syntax_selection)
    return any(word in text.casefold() for text in prose)
