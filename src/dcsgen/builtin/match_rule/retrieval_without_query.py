"""The match rule M162: what is retrieved cannot be looked for first."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard import uids
from dcsgen.base.standard.service_classes import RETRIEVING, class_of, find_of_model
from dcsgen.base.words import Role
from dcsgen.model import Capability
from dcsgen.model.queried import queries
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss if the provider cannot be asked at all by this user; one that asks nobody has UIDs from elsewhere."""
    user, provider = meeting.user, meeting.provider
    wanted = find_of_model(meeting.key)
    asks = _find_classes(user.capability, Role.SCU, meeting.service_class)
    answers = _find_classes(provider.capability, Role.SCP, meeting.service_class)
    if not wanted or asks & answers or user.draft or provider.draft:
        return
    registered = uids.by_uid(wanted)
    name = registered.name if registered is not None else wanted
    sources = ((user, user.path), (provider, provider.path))
    if not asks:
        yield Said(
            outcome=Outcome.WORKS,
            message=f"{user.name} does not query: it has to know from elsewhere the UIDs of what it retrieves",
            sources=sources,
        )
        return
    party = user if wanted in answers else provider
    yield Said(
        outcome=Outcome.LOSS,
        message=f"{user.name} cannot ask {provider.name} for what it retrieves: {party.name} has no {name}",
        loss=Loss.REDUCED,
        sources=sources,
        remedies=((party, f"support {name}"),),
    )


def _find_classes(capability: Capability, role: Role, service_class: str) -> set[str]:
    return {
        one.uid
        for service in capability.services.values()
        if service.role in (role, Role.BOTH)
        for one in service.sop_classes
        if class_of(one.uid) == service_class and queries(one.uid)
    }


RULE = MatchRule(
    code="M162",
    slug="retrieval-without-query",
    means=Means.NETWORK,
    service_classes=RETRIEVING,
    what="The user retrieves from the provider, and there is no query of the Information Model that both have.",
    why="C-MOVE and C-GET need the UIDs of what is wanted, and a query is where they mostly come from.",
    instead="Have both support C-FIND of the same Information Model, or get the UIDs by a worklist or a notification.",
    clause="PS3.4 C.1.3, C.3.4",
    judge=judge,
)
