"""What Application Entities can agree on in Associations: single Presentation Contexts, out of what services say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.words import Initiator, Role
from dcsgen.model.capability import Capability
from dcsgen.model.service import Service
from dcsgen.model.sop_class import SopClass, TransferSyntax


class Negotiable(NamedTuple):
    """A Presentation Context with one Transfer Syntax. `initiator` is never `either`, `role` of the product never both.

    `application_entity` is the name of the product's; `initiator` says whether it or a peer proposes the context.
    """

    application_entity: str
    initiator: Initiator
    role: Role
    sop_class: SopClass
    transfer_syntax: TransferSyntax

    @property
    def key(self) -> tuple[Initiator, Role, str, str]:
        """What makes two of them the same, whatever the Application Entity and the names."""
        return self.initiator, self.role, self.sop_class.uid, self.transfer_syntax.uid


def negotiable(capability: Capability) -> Iterator[Negotiable]:
    """What all services together can agree on."""
    for service in capability.services.values():
        yield from negotiable_of(service)


def negotiable_of(service: Service) -> Iterator[Negotiable]:
    """What one service can agree on, by SOP Class, then in order of preference."""
    sides = sides_of(service)
    for sop_class in service.sop_classes:
        for transfer_syntax in service.transfer_syntaxes:
            for initiator, role in sides:
                yield Negotiable(service.application_entity, initiator, role, sop_class, transfer_syntax)


def sides_of(service: Service) -> list[tuple[Initiator, Role]]:
    """Who opens the Associations of a service, and in which single role the product then is."""
    roles = (Role.SCU, Role.SCP) if service.role is Role.BOTH else (service.role,)
    return [(initiator, role) for role in roles for initiator in initiators(service, role)]


def initiators(service: Service, role: Role) -> tuple[Initiator, ...]:
    """Who opens the Associations on which a service is in one of its roles: this product, its peer, or both may.

    Of a service for both roles whose Associations either side opens, an SCU opens them and an SCP has them opened by
    its peer (PS3.8 7.1).
    """
    opened_by = service.opened_by
    if opened_by is not Initiator.EITHER:
        return (opened_by,)
    if service.role is Role.BOTH:
        return (Initiator.SELF,) if role is Role.SCU else (Initiator.PEER,)
    return Initiator.SELF, Initiator.PEER
