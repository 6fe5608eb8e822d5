"""The match rule M003: the two sides use different application contexts."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._association import pair, policy_path
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    parties = pair(meeting)
    if parties is None:
        return
    initiator, acceptor = parties
    proposed, known = (party.entity.association.application_context for party in parties)
    if proposed != known:
        yield Said(
            outcome=Outcome.FAILS,
            message=f"{initiator.ae} proposes the application context {proposed}, {acceptor.ae} has {known}",
            sources=tuple((party, policy_path(party, "application_context")) for party in parties),
            remedies=((initiator, f"propose {known}"), (acceptor, f"accept {proposed}")),
        )


RULE = MatchRule(
    code="M003",
    slug="application-contexts-differ",
    means=Means.NETWORK,
    what="The initiator proposes another application context name than the one that the acceptor has.",
    why="The acceptor rejects the Association with the reason *application-context-name-not-supported*.",
    instead="Use 1.2.840.10008.3.1.1.1, the only name that the standard has.",
    clause="PS3.7 A.2.1, PS3.8 9.3.4",
    judge=judge,
)
