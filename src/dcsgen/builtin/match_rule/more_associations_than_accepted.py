"""The match rule M013: the initiator opens more Associations at a time than the acceptor has."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._association import pair, policy_path
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What happens to those that are too many."""
    parties = pair(meeting)
    if parties is None:
        return
    initiator, acceptor = parties
    opening, accepting = initiator.entity.association.as_initiator, acceptor.entity.association.as_acceptor
    most = accepting.max_associations if accepting else None
    wanted = opening.max_associations if opening else None
    if not isinstance(most, int) or wanted is None or (isinstance(wanted, int) and wanted <= most):
        return
    paths = (policy_path(initiator, "as_initiator"), policy_path(acceptor, "as_acceptor"))
    sources = tuple((party, (*path, "max_associations")) for party, path in zip(parties, paths, strict=True))
    yield Said(
        outcome=Outcome.WORKS,
        message=f"{initiator.ae} may open {wanted} Associations at a time, {acceptor.ae} accepts {most}: further ones "
        "are rejected until one is released",
        condition=f"limit {initiator.ae} of {initiator.name} to {most} Association{'s' if most > 1 else ''} at a time "
        f"with {acceptor.ae}, or see that rejected ones are repeated",
        sources=sources,
    )


RULE = MatchRule(
    code="M013",
    slug="more-associations-than-accepted",
    means=Means.NETWORK,
    what="The initiator may open more Associations at the same time than the acceptor accepts.",
    why="Those that are too many are rejected, as a rule transiently with *local-limit-exceeded*; what was to be sent "
    "on them waits or fails.",
    instead="Limit the initiator, or raise the limit of the acceptor.",
    clause="PS3.8 9.3.4",
    judge=judge,
)
