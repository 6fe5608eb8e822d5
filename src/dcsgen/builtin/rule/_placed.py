"""The SOP Classes of services one by one, what they retrieve, and whether their roles have to be negotiated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.base.standard.service_classes import query_model
from dcsgen.base.words import Initiator, Role
from dcsgen.builtin.rule._services import origins, roles_of
from dcsgen.model import Capability, Service


class Placed(NamedTuple):
    """A SOP Class of a service, in one role. `uid` is that of the standard class from which the vendor made his."""

    key: str
    service: Service
    role: Role
    uid: str
    name: str


def placed(capability: Capability) -> Iterator[Placed]:
    """Every SOP Class of every service, once for each role."""
    made_from = origins(capability)
    for key, service in capability.services.items():
        for role in roles_of(service):
            for one in service.sop_classes:
                yield Placed(key, service, role, made_from.get(one.uid, one.uid), one.name or one.uid)


def retrieves(service: Service, kind: str, made_from: dict[str, str]) -> bool:
    """Whether a service has a SOP Class for C-`kind`: FIND, MOVE or GET."""
    models = (query_model(made_from.get(one.uid, one.uid)) for one in service.sop_classes)
    return any(model is not None and model.kind == kind for model in models)


def is_against_default(service: Service) -> bool:
    """Whether a role needs SCP/SCU Role Selection: SCP on Associations that the product opens, SCU on the peer's.

    Without it, whoever opens the Association is SCU (PS3.7 D.3.3.4). In both roles and both directions nothing is
    turned round: the product is SCU where it opens, and SCP where it accepts.
    """
    if service.role is Role.BOTH:
        return service.opened_by is not Initiator.EITHER
    return service.opened_by is not (Initiator.SELF if service.role is Role.SCU else Initiator.PEER)
