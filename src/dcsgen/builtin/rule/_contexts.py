"""Which Transfer Syntaxes an Application Entity offers or accepts for a SOP Class, over all of its services."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from dcsgen.base.words import Role
from dcsgen.builtin.rule._services import roles_of
from dcsgen.model import Capability, Service, SopClass

Offered = Callable[[Service, SopClass, Role], frozenset[str]]
"""The UIDs of all Transfer Syntaxes that the Application Entity of a service has for a SOP Class in a role."""


def offered(capability: Capability) -> Offered:
    """A function that looks them up.

    Presentation Contexts for one Abstract Syntax may stand in several services of an Application Entity, and PS3.5 10
    asks for a Transfer Syntax in any of them.
    """
    services: dict[tuple[str, str, Role], tuple[str, ...]] = defaultdict(tuple)
    for key, service in capability.services.items():
        for role in roles_of(service):
            for sop_class in service.sop_classes:
                services[service.application_entity, sop_class.uid, role] += (key,)
    # Most SOP Classes stand in the same services as their neighbours, so each list is united once.
    united: dict[tuple[str, ...], frozenset[str]] = {}

    def look_up(service: Service, sop_class: SopClass, role: Role) -> frozenset[str]:
        keys = services[service.application_entity, sop_class.uid, role]
        if keys not in united:
            united[keys] = frozenset(one.uid for key in keys for one in capability.services[key].transfer_syntaxes)
        return united[keys]

    return look_up


def first_with(
    capability: Capability, wrong: Callable[[Role, frozenset[str]], bool]
) -> Iterator[tuple[str, Service, list[str]]]:
    """Services with the names of those SOP Classes whose Transfer Syntaxes in a role are wrong.

    A SOP Class of an Application Entity is named once for each role, with the first service that has it.
    """
    look_up = offered(capability)
    judged: dict[tuple[Role, frozenset[str]], bool] = {}
    seen: set[tuple[str, str, Role]] = set()
    for key, service in capability.services.items():
        names: dict[str, None] = {}
        for role in roles_of(service):
            for sop_class in service.sop_classes:
                context = (service.application_entity, sop_class.uid, role)
                if context in seen:
                    continue
                seen.add(context)
                case = (role, look_up(service, sop_class, role))
                if case not in judged:
                    judged[case] = wrong(*case)
                if judged[case]:
                    names[sop_class.name] = None
        if names:
            yield key, service, list(names)
