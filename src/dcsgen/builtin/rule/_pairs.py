"""Pairs of services that have SOP Classes in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from dcsgen.builtin.rule._roles import is_acceptor, is_initiator
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
    """Each service with the one before it that shares SOP Classes, in the order of the description.

    Services of which the product opens the Associations of one, and the peer those of the other, have no direction in
    common.
    """
    contexts: dict[tuple[str, str, str, bool], str] = {}
    shared: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for key, service in capability.services.items():
        directions = [opens for opens, is_so in ((True, is_initiator(service)), (False, is_acceptor(service))) if is_so]
        for role in roles_of(service):
            for one in service.sop_classes:
                for opens in directions:
                    context = (service.application_entity, one.uid, role, opens)
                    before = contexts.get(context)
                    if before is not None:
                        shared[before, key][one.name or one.uid] = None
                    contexts[context] = key
    for (first, second), common in shared.items():
        former, latter = capability.services[first], capability.services[second]
        yield Pair(
            first,
            second,
            tuple(common),
            is_acceptor(former) and is_acceptor(latter),
            (former.local_activity, former.remote_activity) == (latter.local_activity, latter.remote_activity),
            {syntax.uid for syntax in former.transfer_syntaxes} == {syntax.uid for syntax in latter.transfer_syntaxes},
        )
