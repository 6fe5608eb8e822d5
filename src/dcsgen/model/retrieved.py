"""By which services of Storage retrieved objects travel, and which of them arrive (PS3.4 C.4.2, C.4.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dcsgen.base.standard.service_classes import ServiceClass, class_of
from dcsgen.base.words import Initiator, Role
from dcsgen.model.capability import Capability
from dcsgen.model.service import Service
from dcsgen.model.sop_class import SopClass

_STORING = (ServiceClass.STORAGE, ServiceClass.NON_PATIENT_STORAGE)

Services = dict[str, Service]


class Travel(NamedTuple):
    """How objects go from the provider of a retrieval to its user, by services of Storage with their keys.

    The other fields are SOP Classes by UID, with their names: those that arrive, those that both sides have without a
    Transfer Syntax in common, and those that only one side has.
    """

    senders: Services
    receivers: Services
    arrives: dict[str, str]
    no_syntax: dict[str, str]
    only_sent: dict[str, str]
    only_received: dict[str, str]


def moved(user: Capability, user_ae: str, provider: Capability, provider_ae: str) -> Travel:
    """What C-MOVE brings, on an Association that the provider opens to the user.

    The services are those of the Application Entities that ask and answer, if they have some; otherwise all of the
    product, since a Move Destination may be another Application Entity.
    """
    senders = dict(_storing(provider, Role.SCU, lambda one: one.opened_by is not Initiator.PEER))
    receivers = dict(_storing(user, Role.SCP, lambda one: one.opened_by is not Initiator.SELF))
    return _travel(_of(senders, provider_ae) or senders, _of(receivers, user_ae) or receivers)


def got(user: Capability, user_service: Service, provider: Capability, provider_service: Service) -> Travel:
    """What C-GET brings, on the Association of the request, on which roles are turned round by role selection."""

    def accepts(one: Service) -> bool:
        turned = bool(one.role_selection or provider_service.role_selection)
        return one.opened_by is not Initiator.SELF or turned

    def proposes(one: Service) -> bool:
        turned = bool(one.role_selection or user_service.role_selection)
        return one.opened_by is not Initiator.PEER or turned

    senders = dict(_storing(provider, Role.SCU, accepts))
    receivers = dict(_storing(user, Role.SCP, proposes))
    return _travel(_of(senders, provider_service.application_entity), _of(receivers, user_service.application_entity))


def stored(capability: Capability, role: Role) -> Services:
    """The services of a product that store objects in a role."""
    return dict(_storing(capability, role, lambda one: True))


def stored_classes(capability: Capability, services: Services) -> Iterator[tuple[SopClass, Service]]:
    """The SOP Classes of Storage that services have, also those that the vendor made from one."""
    made_from = {own.uid: own.base.uid for own in capability.sop_classes.values() if own.base is not None}
    for service in services.values():
        for one in service.sop_classes:
            if class_of(made_from.get(one.uid, one.uid)) in _STORING:
                yield one, service


def _storing(capability: Capability, role: Role, fits: Callable[[Service], bool]) -> Iterator[tuple[str, Service]]:
    for key, service in capability.services.items():
        if service.role in (role, Role.BOTH) and fits(service) and any(stored_classes(capability, {key: service})):
            yield key, service


def _of(services: Services, application_entity: str) -> Services:
    return {key: one for key, one in services.items() if one.application_entity == application_entity}


def _travel(senders: Services, receivers: Services) -> Travel:
    sent, received = _by_class(senders), _by_class(receivers)
    names = {uid: name for uid, (name, _) in (sent | received).items()}
    both = [uid for uid in sent if uid in received]
    # What nobody states the Transfer Syntaxes of, may arrive.
    arrives = [uid for uid in both if not (sent[uid][1] and received[uid][1]) or sent[uid][1] & received[uid][1]]
    return Travel(
        senders,
        receivers,
        {uid: names[uid] for uid in arrives},
        {uid: names[uid] for uid in both if uid not in arrives},
        {uid: name for uid, (name, _) in sent.items() if uid not in received},
        {uid: name for uid, (name, _) in received.items() if uid not in sent},
    )


def _by_class(services: Services) -> dict[str, tuple[str, set[str]]]:
    """Name and Transfer Syntaxes of each SOP Class."""
    found: dict[str, tuple[str, set[str]]] = {}
    for service in services.values():
        for one in service.sop_classes:
            syntaxes = {syntax.uid for syntax in service.transfer_syntaxes}
            found[one.uid] = (one.name, found.get(one.uid, ("", set()))[1] | syntaxes)
    return found
