"""The match rule M180: what the user copies into its objects does not come back from the query."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.standard.service_classes import QUERYING
from dcsgen.base.text import listed
from dcsgen.plugin import MatchRule, Meeting, Said
from dcsgen.plugin.query import key_sources, supports


def judge(meeting: Meeting) -> Iterator[Said]:
    """A loss for each such key."""
    user, provider = meeting.user, meeting.provider
    for one, there in supports(meeting):
        if not one.key.copied_into or there.returned is not False or there.level:
            continue
        iods = user.capability.iods
        titles = [iods[name].title if name in iods else name for name in one.key.copied_into]
        yield Said(
            outcome=Outcome.LOSS,
            message=f"{provider.name} does not return {one.name}, which {user.name} copies into "
            f"{listed(titles, 'and')}",
            subject=one.path,
            loss=Loss.DEFAULTED,
            sources=key_sources(meeting, one, there),
        )


RULE = MatchRule(
    code="M180",
    slug="copied-value-not-returned",
    means=Means.NETWORK,
    service_classes=QUERYING,
    what="The user copies the value of a key into the objects that it creates, and the provider does not return it.",
    why="The objects lack the value, or somebody types it in: Patients and orders are then not joined by themselves.",
    instead="Have the provider return the key.",
    clause="PS3.4 K.2.2.1.2, PS3.17 J",
    together="{provider} does not return {count} values that {user} copies into objects",
    judge=judge,
)
