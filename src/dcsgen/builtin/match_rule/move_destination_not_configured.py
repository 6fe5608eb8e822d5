"""The match rule M161: the provider of C-MOVE has to know where it sends objects to."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.service_classes import RETRIEVING, query_model
from dcsgen.base.text import listed, some
from dcsgen.model import LocalAddress
from dcsgen.model.retrieved import Travel, moved
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """A condition, unless a title of the user is known; a user without Storage of its own sends to a third system."""
    user, provider = meeting.user, meeting.provider
    model = query_model(meeting.key)
    if model is None or model.kind != "MOVE":
        return
    travel = moved(user.capability, user.ae, provider.capability, provider.ae)
    remote = (provider, ("configuration", "remote"))
    if not travel.receivers:
        yield _third_system(meeting, travel)
        return
    local = user.capability.configuration.local
    entities = list(dict.fromkeys(one.application_entity for one in travel.receivers.values()))
    titles = {name: local[name].ae_title for name in entities if name in local}
    places = [f"{local[name].ae_title}{_ports(local[name])}" for name in titles]
    if set(_known(meeting, travel)) & set(titles.values()):
        return
    unknown = [name for name in entities if name not in titles]
    wanted = [*places, *(f"the AE Title of {name}, which is not stated" for name in unknown)]
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{provider.name} sends objects only to Move Destinations that it knows",
        condition=f"enter in {provider.name}, for {provider.ae}, the Move Destination {listed(wanted, 'or')} "
        f"of {user.name}",
        sources=(*((user, ("configuration", "local", name, "ae_title")) for name in titles), remote),
        missing=tuple(
            (user, ("configuration", "local", name, "ae_title"), f"the AE Title of {name}") for name in unknown
        ),
    )


def _third_system(meeting: Meeting, travel: Travel) -> Said:
    user, provider = meeting.user, meeting.provider
    known = _known(meeting, travel)
    among = f"; as delivered it knows {some(known)}" if known else ""
    return Said(
        outcome=Outcome.WORKS,
        message=f"{user.name} accepts no objects itself: it has {provider.name} send them to a third system{among}",
        condition=f"enter in {provider.name}, for {provider.ae}, the system that is to get what {user.name} moves",
        sources=((user, user.path), (provider, ("configuration", "remote"))),
    )


def _known(meeting: Meeting, travel: Travel) -> list[str]:
    """The AE Titles that the Application Entities of the provider know that answer and send."""
    entities = {"", meeting.provider.ae, *(one.application_entity for one in travel.senders.values())}
    remote = meeting.provider.capability.configuration.remote
    return [title for title, one in remote.items() if one.application_entity in entities]


def _ports(address: LocalAddress) -> str:
    ports = [str(port) for port in (address.port, address.tls_port) if port is not None]
    return f" with port {' or '.join(ports)}" if ports else ""


RULE = MatchRule(
    code="M161",
    slug="move-destination-not-configured",
    means=Means.NETWORK,
    service_classes=RETRIEVING,
    what="The user has objects moved to an AE Title that the provider does not know as it is delivered.",
    why="A C-MOVE request has nothing but an AE Title for the destination. A provider that cannot find host and port "
    "by it answers *Move Destination unknown* (A801).",
    instead="Enter AE Title, host and port of the destination at the provider.",
    clause="PS3.4 C.4.2.1",
    judge=judge,
)
