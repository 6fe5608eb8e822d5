"""The match rule M184: whether who is told of objects can retrieve them where they are."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.service_classes import ServiceClass, needs_storage
from dcsgen.base.text import listed
from dcsgen.base.words import Role
from dcsgen.model import Capability, Service
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """A remark, or a condition; objects may be announced that are somewhere else, and fetched over the web."""
    sender, receiver = meeting.user, meeting.provider
    fetching = _retrieving(receiver.capability, Role.SCU)
    giving = _retrieving(sender.capability, Role.SCP)
    paths = [(party, ("services", key)) for party, found in ((receiver, fetching), (sender, giving)) for key in found]
    if not fetching or not giving:
        lacking, verb = (receiver, "retrieves nothing") if not fetching else (sender, "gives nothing out")
        if not lacking.draft:
            yield Said(
                outcome=Outcome.WORKS,
                message=f"{lacking.name} {verb} by C-MOVE or C-GET: what {sender.name} announces comes in another way",
                sources=((sender, sender.path), (receiver, receiver.path)),
            )
        return
    local = sender.capability.configuration.local
    entities = list(dict.fromkeys(one.application_entity for one in giving.values()))
    titles = [local[name].ae_title for name in entities if name in local]
    if set(titles) & receiver.capability.configuration.remote.keys():
        return
    what = listed(titles, "or") if titles else f"that of {listed(entities, 'or')}, which is not stated"
    unknown = () if titles else tuple(("configuration", "local", name, "ae_title") for name in entities)
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{sender.name} announces objects with the AE Title from which they can be retrieved",
        condition=f"enter in {receiver.name}, for {listed(_entities(fetching), 'or')}, the Retrieve AE Title {what} "
        f"({sender.name})",
        sources=tuple(paths),
        missing=tuple((sender, path, f"the AE Title of {path[2]}") for path in unknown),
    )


def _retrieving(capability: Capability, role: Role) -> dict[str, Service]:
    return {
        key: service
        for key, service in capability.services.items()
        if service.role in (role, Role.BOTH) and any(needs_storage(one.uid) for one in service.sop_classes)
    }


def _entities(services: dict[str, Service]) -> list[str]:
    return list(dict.fromkeys(service.application_entity for service in services.values()))


RULE = MatchRule(
    code="M184",
    slug="announced-objects-not-retrievable",
    means=Means.NETWORK,
    service_classes=(ServiceClass.AVAILABILITY,),
    what="The user announces objects with a Retrieve AE Title, and the provider does not know it or does not retrieve.",
    why="A notification is sent so that somebody can fetch the objects; who cannot is told in vain.",
    instead="Enter the Retrieve AE Title at the provider, or send it the objects.",
    clause="PS3.4 R.3.2",
    judge=judge,
)
