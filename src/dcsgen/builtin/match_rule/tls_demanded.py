"""The match rule M050: one side demands TLS and the other one does not have it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means
from dcsgen.builtin.match_rule._association import pair
from dcsgen.builtin.match_rule._security import without_tls
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it, in both directions."""
    parties = pair(meeting)
    if parties is None:
        return
    for demanding, other in (parties, parties[::-1]):
        yield from without_tls(demanding, other)


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
