"""The match rule M183: the user subscribes to unified procedure steps, and no events can come."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.content_words import Operation
from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard import uids
from dcsgen.base.standard.service_classes import ServiceClass, expected_of_provider, reported_later
from dcsgen.base.words import Role
from dcsgen.model import Capability, ServiceOperation
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.operation import operated

_SUBSCRIBES = (3, 4, 5)
"""Action Types of Subscribe, Unsubscribe and Suspend Global Subscription."""


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss for each side that lacks the SOP Class of the events."""
    user, provider = meeting.user, meeting.provider
    events = [uid for uid in expected_of_provider(meeting.key) if reported_later(uid)]
    actions = [one.operation for one in operated(meeting, user) if one.operation.operation is Operation.N_ACTION]
    # A user that only asks for steps to be cancelled does not wait for events.
    if not events or reported_later(meeting.key) or (actions and not any(map(_subscribes, actions))):
        return
    for party, role in ((user, Role.SCU), (provider, Role.SCP)):
        for uid in events:
            if party.draft or _has(party.capability, role, uid):
                continue
            registered = uids.by_uid(uid)
            name = registered.name if registered is not None else uid
            yield Said(
                outcome=Outcome.LOSS,
                message=f"{user.name} subscribes to steps of {provider.name}, and {party.name} is not {role} of {name}",
                subject=party.side,
                loss=Loss.IGNORED,
                sources=((user, user.path), (provider, provider.path)),
                remedies=((party, f"support {name} as {role}"),),
            )


def _subscribes(operation: ServiceOperation) -> bool:
    return operation.type_id is None or operation.type_id in _SUBSCRIBES


def _has(capability: Capability, role: Role, uid: str) -> bool:
    return any(
        service.role in (role, Role.BOTH) and any(one.uid == uid for one in service.sop_classes)
        for service in capability.services.values()
    )


RULE = MatchRule(
    code="M183",
    slug="subscription-without-events",
    means=Means.NETWORK,
    service_classes=(ServiceClass.UNIFIED_STEP,),
    what="The user is SCU of Unified Procedure Step - Watch, and one side lacks the SOP Class of the events.",
    why="Subscriptions are made with UPS Watch and served with UPS Event, on an Association that the provider opens. "
    "Without it, the user believes that nothing happens.",
    instead="Have both sides support UPS Event, or ask for the steps from time to time.",
    clause="PS3.4 CC.2.3.3, CC.2.4",
    judge=judge,
)
