"""The match rule M211: the provider of Storage Commitment has to know where results go."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.standard.service_classes import ServiceClass, reported_later
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.reports import may_report


def judge(meeting: Meeting) -> Iterator[Said]:
    """A condition, unless the title of the user is known to the provider."""
    user, provider = meeting.user, meeting.provider
    if not reported_later(meeting.key) or meeting.initiator is not user:
        return
    if not (may_report(meeting, user) and may_report(meeting, provider)):
        return
    title = user.address.ae_title if user.address else ""
    remote = provider.capability.configuration.remote
    if title in remote and remote[title].application_entity in ("", provider.ae):
        return
    path = ("configuration", "local", user.ae)
    ports = [port for port in (user.address.port, user.address.tls_port) if port is not None] if user.address else []
    where = f"port {' or '.join(map(str, ports))}" if ports else "the port at which it waits, which is not stated"
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{provider.name} opens an Association to {user.name} for the result",
        condition=f"enter in {provider.name}, for {provider.ae}, the peer {title or user.ae} ({user.name}) with its "
        f"host and {where}",
        sources=((user, path), (provider, ("configuration", "remote"))),
        missing=() if ports else ((user, (*path, "port"), f"the port at which {user.ae} waits for results"),),
    )


RULE = MatchRule(
    code="M211",
    slug="commitment-return-address",
    means=Means.NETWORK,
    service_classes=(ServiceClass.COMMITMENT,),
    what="The provider sends the result of Storage Commitment on an Association that it opens, and does not know the "
    "address of the user as it is delivered.",
    why="The request comes with an AE Title only. Storage works, commitment is asked for, and the result never comes: "
    "this is forgotten most often.",
    instead="Enter AE Title, host and port of the user at the provider.",
    clause="PS3.4 J.3.3.1.2",
    judge=judge,
)
