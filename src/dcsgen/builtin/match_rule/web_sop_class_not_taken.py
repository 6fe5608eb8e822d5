"""The match rule M234: a user agent stores objects of SOP Classes that the origin server does not take."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Loss, Means, Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._web import both, of
from dcsgen.plugin import MatchRule, Meeting, Said

SHOWN = 12
"""Names of SOP Classes that are told."""


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it, or is refused."""
    used, provided = of(meeting)
    user, provider = meeting.user, meeting.provider
    sent = used.sop_classes or user.web.sop_classes
    taken = {one.uid for one in provided.sop_classes or provider.web.sop_classes}
    if not sent or not taken:
        return
    refused = [one.name for one in sent if one.uid not in taken]
    if not refused:
        return
    more = f" and {len(refused) - SHOWN} more" if len(refused) > SHOWN else ""
    names = f"{listed(refused[:SHOWN], 'and')}{more}"
    nothing = len(refused) == len(sent)
    yield Said(
        outcome=Outcome.FAILS if nothing else Outcome.LOSS,
        message=f"{provider.name} has not these SOP Classes of {user.name} for {meeting.key}: {names}",
        subject=" ".join(one.uid for one in sent if one.uid not in taken),
        loss=None if nothing else Loss.REDUCED,
        sources=both(meeting, "sop_classes"),
        remedies=((provider, f"support {names}"),) if nothing else (),
    )


RULE = MatchRule(
    code="M234",
    slug="web-sop-class-not-taken",
    means=Means.WEB,
    what="A user agent sends or wants objects of SOP Classes that the origin server does not have for the transaction.",
    why="These objects are refused, with the Failure Reason 0122 in the response to a store, or are not found.",
    instead="Send them to another archive, or have the origin server support the SOP Classes.",
    clause="PS3.18 10.5.3",
    judge=judge,
)
