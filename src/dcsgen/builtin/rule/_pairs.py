"""Pairs of services that have SOP Classes in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from dcsgen.base.words import Initiator
from dcsgen.builtin.rule._roles import is_acceptor
from dcsgen.builtin.rule._services import roles_of
from dcsgen.model import Capability


class Pair(NamedTuple):
    """Two services of one Application Entity with common SOP Classes, in a common role and direction."""

    first: str
    second: str
    names: tuple[str, ...]
    both_accept: bool
    same_activities: bool
    same_transfer_syntaxes: bool


def pairs(capability: Capability) -> Iterator[Pair]:
    """All such pairs, in the order of the description.

    Services of which the product opens the Associations of one, and the peer those of the other, have no direction in
    common.
    """
    contexts: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for key, service in capability.services.items():
        for role in roles_of(service):
            for one in service.sop_classes:
                contexts[service.application_entity, one.uid, role].append(key)
                names[one.uid] = one.name
    shared: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for (_, uid, _), keys in contexts.items():
        for first, second in combinations(keys, 2):
            shared[first, second][names[uid]] = None
    for (first, second), common in shared.items():
        one, other = capability.services[first], capability.services[second]
        if {one.opened_by, other.opened_by} == {Initiator.SELF, Initiator.PEER}:
            continue
        yield Pair(
            first,
            second,
            tuple(common),
            is_acceptor(one) and is_acceptor(other),
            (one.local_activity, one.remote_activity) == (other.local_activity, other.remote_activity),
            {syntax.uid for syntax in one.transfer_syntaxes} == {syntax.uid for syntax in other.transfer_syntaxes},
        )
