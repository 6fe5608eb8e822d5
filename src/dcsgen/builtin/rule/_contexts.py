"""Which Transfer Syntaxes an Application Entity offers or accepts for a SOP Class, over all of its services."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dcsgen.base.standard.transfer_syntaxes import Compression, Family, default_may_be_missing, syntax
from dcsgen.base.words import Role
from dcsgen.builtin.rule._services import roles_of
from dcsgen.model import Capability, Service, SopClass
from dcsgen.plugin import Path

Offered = Callable[[Service, SopClass, Role], frozenset[str]]
"""The UIDs of all Transfer Syntaxes that the Application Entity of a service has for a SOP Class in a role."""

Wrong = Callable[[Role, frozenset[str]], str]
"""What is wrong with a set of Transfer Syntaxes in a role, for a message; empty if nothing is."""


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


class Complaint(NamedTuple):
    """What is wrong with the Transfer Syntaxes of some SOP Classes in a service. `what` tells it, for a message."""

    key: str
    service: Service
    names: tuple[str, ...]
    what: str

    @property
    def path(self) -> Path:
        """Where the Transfer Syntaxes stand."""
        return ("services", self.key, "transfer_syntaxes")


def complaints(
    capability: Capability, wrong: Wrong, concerns: Callable[[SopClass], bool] = lambda _: True
) -> Iterator[Complaint]:
    """What `wrong` says about the Transfer Syntaxes that an Application Entity has for SOP Classes in a role.

    `wrong` gives an empty text where nothing is, and is asked once for each role and set. A SOP Class of an Application
    Entity is named once for each role, with the first service that has it, and only if it `concerns`.
    """
    look_up = offered(capability)
    judged: dict[tuple[Role, frozenset[str]], str] = {}
    seen: set[tuple[str, str, Role]] = set()
    for key, service in capability.services.items():
        named: dict[str, dict[str, None]] = defaultdict(dict)
        for role in roles_of(service):
            for sop_class in service.sop_classes:
                context = (service.application_entity, sop_class.uid, role)
                if context in seen:
                    continue
                seen.add(context)
                case = (role, look_up(service, sop_class, role))
                if case not in judged:
                    judged[case] = wrong(*case)
                if judged[case] and concerns(sop_class):
                    named[judged[case]][sop_class.name or sop_class.uid] = None
        for what, names in named.items():
            yield Complaint(key, service, tuple(names), what)


def waived(role: Role, uids: frozenset[str]) -> bool:
    """Whether PS3.5 10.1 may waive the default Transfer Syntax, because of the form in which a sender has its objects.

    It does so for a sender who has nothing but lossy compressed pixels, or pixels too long for the default; and for an
    acceptor to whom pixels are offered by reference.
    """
    by_reference = any(facts is not None and facts.family is Family.REFERENCED for facts in map(syntax, uids))
    if by_reference:
        return role is Role.SCP
    return all(default_may_be_missing(uid) for uid in uids)


def is_lossy(uids: frozenset[str]) -> bool:
    """Whether every one of some Transfer Syntaxes may lose information."""
    facts = [syntax(uid) for uid in uids]
    return all(one is not None and one.compression in (Compression.LOSSY, Compression.EITHER) for one in facts)
