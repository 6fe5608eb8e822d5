"""SOP Classes whose provider opens an Association of its own to report something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dcsgen.base.standard.service_classes import ServiceClass, class_of, reported_later
from dcsgen.base.words import Role
from dcsgen.builtin.rule._placed import placed
from dcsgen.builtin.rule._roles import is_acceptor, is_initiator
from dcsgen.model import Capability
from dcsgen.plugin import Path

COMMITMENT = frozenset({ServiceClass.COMMITMENT})
NOTIFICATION = frozenset({ServiceClass.PERFORMED_STEP, ServiceClass.UNIFIED_STEP})


class OneWay(NamedTuple):
    """A service in whose role reports cannot go from the SCP to the SCU on an Association that the SCP opens."""

    key: str
    role: Role
    name: str
    path: Path


def is_of(uid: str, service_classes: frozenset[ServiceClass]) -> bool:
    """Whether a SOP Class is of one of some Service Classes, and its provider reports on an Association of its own."""
    return class_of(uid) in service_classes and bool(reported_later(uid))


def one_way(capability: Capability, service_classes: frozenset[ServiceClass]) -> Iterator[OneWay]:
    """Services of such SOP Classes whose Application Entity has no service with the direction of the report."""
    every = [one for one in placed(capability) if is_of(one.uid, service_classes)]
    right = {(one.service.application_entity, one.uid, one.role) for one in every if _goes[one.role](one.service)}
    for one in every:
        if (one.service.application_entity, one.uid, one.role) not in right:
            stated = one.service.initiator is not None
            path = ("services", one.key, "initiator") if stated else ("services", one.key)
            yield OneWay(one.key, one.role, one.name, path)


_goes: dict[Role, Callable[..., bool]] = {Role.SCU: is_acceptor, Role.SCP: is_initiator}
