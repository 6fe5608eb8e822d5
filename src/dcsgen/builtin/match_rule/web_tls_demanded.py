"""The match rule M229: over the web, one side demands TLS and the other one does not have it."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means
from dcsgen.builtin.match_rule._security import without_tls
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it, in both directions."""
    yield from without_tls(meeting.provider, meeting.user)
    yield from without_tls(meeting.user, meeting.provider)


RULE = MatchRule(
    code="M229",
    slug="web-tls-demanded",
    means=Means.WEB,
    what="The origin server answers over TLS only, or the user agent asks over TLS only, and the other one does not "
    "have TLS for its Application Entity.",
    why="No connection comes about.",
    instead="Allow plain HTTP where the network is protected otherwise, or put a proxy in front that ends TLS.",
    clause="PS3.15 B.12, PS3.18 8",
    judge=judge,
)
