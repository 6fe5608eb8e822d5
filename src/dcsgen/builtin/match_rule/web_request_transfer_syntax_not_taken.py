"""The match rule M224: objects are sent over the web in Transfer Syntaxes that the origin server does not take."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means
from dcsgen.builtin.match_rule._media_types import REQUEST, transfer_syntaxes
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it, or what is refused."""
    yield from transfer_syntaxes(meeting, REQUEST)


RULE = MatchRule(
    code="M224",
    slug="web-request-transfer-syntax-not-taken",
    means=Means.WEB,
    what="A user agent may send objects in Transfer Syntaxes that the origin server does not take.",
    why="Over the web nothing is negotiated before objects are sent: they are refused with a Failure Reason, or the "
    "whole request is.",
    instead="Have the user agent convert its objects to Explicit VR Little Endian, which is the default.",
    clause="PS3.18 8.7.3",
    judge=judge,
)
