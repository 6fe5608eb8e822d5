"""Notifications that the provider sends later, on an Association that it opens itself."""

from __future__ import annotations

from dcsgen.base.words import Initiator, Role
from dcsgen.plugin.match_rule import Meeting, Party


def may_report(meeting: Meeting, party: Party) -> bool:
    """Whether a party opens such an Association, as the provider, or accepts it, as the user.

    Another service of its Application Entity with the SOP Class in the same role may say so.
    """
    role, against = (Role.SCU, Initiator.SELF) if party is meeting.user else (Role.SCP, Initiator.PEER)
    return any(
        service.opened_by is not against
        for service in party.capability.services.values()
        if service.application_entity == party.ae
        and service.role in (role, Role.BOTH)
        and any(one.uid == meeting.key for one in service.sop_classes)
    )
