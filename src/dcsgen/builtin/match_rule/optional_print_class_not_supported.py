"""The match rule M215: the user prints with a SOP Class that may be negotiated beside the Meta SOP Class."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import ServiceClass, members_of
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss for each such SOP Class that the user has operations for and the provider does not have."""
    user, provider = meeting.user, meeting.provider
    if provider.draft:
        return
    optional = {member.uid for member in members_of(meeting.key) if not member.mandatory}
    there = {
        one.uid
        for service in provider.capability.services.values()
        if service.application_entity == provider.ae
        for one in service.sop_classes
    }
    told: set[str] = set()
    for key, operation in user.service.operations.items():
        own = operation.sop_class
        if own is None or own.uid not in optional or own.uid in there | told:
            continue
        told.add(own.uid)
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{user.name} prints with {own.name} too, which {provider.name} does not have",
            subject=own.name,
            loss=Loss.REDUCED,
            sources=((user, (*user.path, "operations", key)), (provider, (*provider.path, "sop_classes"))),
            remedies=((provider, f"support {own.name}"),),
        )


RULE = MatchRule(
    code="M215",
    slug="optional-print-class-not-supported",
    means=Means.NETWORK,
    service_classes=(ServiceClass.PRINTING,),
    what="The user has operations of a print SOP Class that is negotiated beside the Meta SOP Class, such as Basic "
    "Annotation Box, Presentation LUT or Print Job, and the provider does not have it.",
    why="Films are printed without annotations, with the printer's own grey scale, or nobody learns whether they came "
    "out.",
    instead="Burn names into the pixel data, or choose a printer with the SOP Class.",
    clause="PS3.4 H.3.3.2",
    judge=judge,
)
