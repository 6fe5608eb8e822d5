"""Services as rules look at them: the roles they have, whether they store objects, and what they mention."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dcsgen.base.standard import uids
from dcsgen.base.standard.service_classes import query_model, service_of
from dcsgen.base.text import listed
from dcsgen.base.words import Initiator, Role
from dcsgen.model import Capability, Service

STORING = frozenset({"Storage", "Non-Patient Object Storage"})
"""The Service Classes of PS3.4 whose objects are stored and retrieved (Annexes B and GG)."""

_DENIAL = re.compile(r"\b(no|not|none|never|neither|nor|without|cannot|unsupported|n/a)\b", re.IGNORECASE)

# Ends of sentences and of items in a list; a line break alone is none.
_END = re.compile(r"[.;]\s|\n\s*\n|\n\s*[-*]\s")


def roles_of(service: Service) -> tuple[Role, ...]:
    """SCU, SCP, or both one after the other."""
    return (Role.SCU, Role.SCP) if service.role is Role.BOTH else (service.role,)


def is_against_default(service: Service) -> bool:
    """Whether a role needs SCP/SCU Role Selection: SCP on Associations that the product opens, SCU on the peer's.

    Without it, whoever opens the Association is SCU (PS3.7 D.3.3.4). In both roles and both directions nothing is
    turned round: the product is SCU where it opens, and SCP where it accepts.
    """
    if service.role is Role.BOTH:
        return service.opened_by is not Initiator.EITHER
    return service.opened_by is not (Initiator.SELF if service.role is Role.SCU else Initiator.PEER)


def by_entity(capability: Capability) -> dict[str, list[tuple[str, Service]]]:
    """The services of each Application Entity that has some, with their keys."""
    found: dict[str, list[tuple[str, Service]]] = defaultdict(list)
    for key, service in capability.services.items():
        found[service.application_entity].append((key, service))
    return found


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
                yield Placed(key, service, role, made_from.get(one.uid, one.uid), one.name)


def retrieves(service: Service, kind: str, made_from: dict[str, str]) -> bool:
    """Whether a service has a SOP Class for C-`kind`: FIND, MOVE or GET."""
    models = (query_model(made_from.get(one.uid, one.uid)) for one in service.sop_classes)
    return any(model is not None and model.kind == kind for model in models)


def affirms(text: str) -> bool:
    """Whether a text says something, and not just that there is nothing of the kind."""
    return bool(text.strip()) and not _DENIAL.search(text)


def says(text: str, word: str) -> bool:
    """Whether a sentence of a text has a word, whatever the case of its letters, and denies nothing."""
    return any(word in sentence.casefold() and affirms(sentence) for sentence in _END.split(text))


def mentions(service: Service, word: str) -> bool:
    """Whether the prose of a service has a word, whatever the case of its letters."""
    prose = (service.behaviour, service.acceptance_criterion, service.transfer_syntax_selection)
    return any(word in text.casefold() for text in prose)


def some(names: Sequence[str], limit: int = 3) -> str:
    """Names for a sentence: all of a few, the first ones of many."""
    if len(names) <= limit + 1:
        return listed(names, "and")
    return f"{', '.join(names[:limit])} and {len(names) - limit} others"
