"""The match rule M001: both sides wait for the other one to open the Association, or both want to."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.words import Initiator, Role
from dcsgen.model.negotiable import initiators
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    if meeting.context is None or meeting.initiator is not None:
        return
    user, provider = meeting.user, meeting.provider
    both = "both open" if Initiator.SELF in initiators(user.service, Role.SCU) else "neither opens"
    yield Said(
        outcome=Outcome.FAILS,
        message=f"{both} the Association: {user.name} for {user.ae} and {provider.name} for {provider.ae}",
        sources=tuple((party, (*party.path, "initiator")) for party in (user, provider)),
        remedies=(
            (user, "open the Association itself"),
            (provider, "accept Associations for this service"),
        ),
    )


RULE = MatchRule(
    code="M001",
    slug="nobody-opens-association",
    means=Means.NETWORK,
    what="For a service, both products wait for the other one to open the Association, or each opens its own and waits "
    "for none.",
    why="A service is used on an Association that one side opens and the other one accepts.",
    instead="Have the user open it, as nearly every service has it, and the provider accept it.",
    clause="PS3.8 7.1",
    judge=judge,
)
