"""The match rule M201: the provider sends a notification that the user does not handle."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.model.operated import FROM_PROVIDER, counterparts, described
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.operation import operated


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss for each event, where the user says which operations it knows."""
    user, provider = meeting.user, meeting.provider
    for one in operated(meeting, provider):
        if one.operation.operation not in FROM_PROVIDER or counterparts(one.operation, user.service, meeting.key):
            continue
        if described(one.operation, user.service, meeting.key) and not user.draft:
            yield Said(
                outcome=Outcome.LOSS,
                message=f"{provider.name} sends {one.name}, which {user.name} does not handle",
                subject=str(one.path[-1]),
                loss=Loss.IGNORED,
                sources=((provider, one.path), (user, (*user.path, "operations"))),
                remedies=((user, f"handle {one.name}"),),
            )


RULE = MatchRule(
    code="M201",
    slug="event-not-handled",
    means=Means.NETWORK,
    what="The provider sends an N-EVENT-REPORT, and it is not among the operations that the user describes.",
    why="The user answers with a failure, and nobody learns of the event.",
    instead="Have the user handle it; otherwise look at the provider whether something has happened.",
    clause="PS3.7 10.1.1",
    judge=judge,
)
