"""The match rule M202: the user waits for notifications that the provider does not send."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import ServiceClass
from dcsgen.model.operated import FROM_PROVIDER, described
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.operation import operated


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss, or a failure where the notification is the result; one of another type is no sign that none is sent."""
    user, provider = meeting.user, meeting.provider
    sent = [one for one in operated(meeting, provider) if one.operation.operation in FROM_PROVIDER]
    awaited = [one for one in operated(meeting, user) if one.operation.operation in FROM_PROVIDER]
    if sent or not awaited or not any(described(one.operation, provider.service, meeting.key) for one in awaited):
        return
    if provider.draft:
        return
    result = meeting.service_class == ServiceClass.COMMITMENT
    yield Said(
        outcome=Outcome.FAILS if result else Outcome.LOSS,
        message=f"{user.name} waits for {awaited[0].name}, which {provider.name} does not send",
        loss=None if result else Loss.IGNORED,
        sources=(*((user, one.path) for one in awaited), (provider, (*provider.path, "operations"))),
        remedies=((provider, f"send {awaited[0].name}"),),
    )


RULE = MatchRule(
    code="M202",
    slug="event-not-sent",
    means=Means.NETWORK,
    what="The user handles N-EVENT-REPORT, and the provider describes its operations without one.",
    why="The user waits for something that never comes.",
    instead="Have the provider send it, or ask for the state by N-GET.",
    clause="PS3.7 10.1.1",
    judge=judge,
)
