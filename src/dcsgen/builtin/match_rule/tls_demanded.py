"""The match rule M050: one side demands TLS and the other one does not have it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.builtin.match_rule._association import pair
from dcsgen.builtin.match_rule._security import TRANSPORT, insists, transports
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it, in both directions."""
    parties = pair(meeting)
    if parties is None:
        return
    for demanding, other in (parties, parties[::-1]):
        uses = transports(demanding)
        if not insists(uses) or transports(other):
            continue
        sources = (*((demanding, (*TRANSPORT, key)) for key in uses), (other, TRANSPORT))
        if not other.capability.security.secure_transport:
            yield Said(
                outcome=Outcome.CANNOT_TELL,
                message=f"{demanding.ae} of {demanding.name} works over TLS only, and whether {other.name} has TLS is "
                "not stated",
                missing=((other, TRANSPORT, f"whether {other.ae} has TLS, and which versions"),),
                sources=sources,
            )
        else:
            yield Said(
                outcome=Outcome.FAILS,
                message=f"{demanding.ae} of {demanding.name} works over TLS only, and {other.ae} of {other.name} does "
                "not have it",
                remedies=(
                    (demanding, "allow Associations without TLS for this peer"),
                    (other, f"use TLS for {other.ae}"),
                ),
                sources=sources,
            )


RULE = MatchRule(
    code="M050",
    slug="tls-demanded",
    means=Means.NETWORK,
    what="One side opens or accepts Associations over TLS only, and the other one does not have TLS for its "
    "Application Entity.",
    why="No Association comes about.",
    instead="Allow plain text for this peer where the network is protected otherwise, or put a TLS proxy "
    "in front of it.",
    clause="PS3.15 B",
    judge=judge,
)
