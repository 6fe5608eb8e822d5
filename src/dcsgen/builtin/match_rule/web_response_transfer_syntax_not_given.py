"""The match rule M225: objects are given out over the web in Transfer Syntaxes that a user agent does not accept."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means
from dcsgen.builtin.match_rule._media_types import RESPONSE, transfer_syntaxes
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    yield from transfer_syntaxes(meeting, RESPONSE)


RULE = MatchRule(
    code="M225",
    slug="web-response-transfer-syntax-not-given",
    means=Means.WEB,
    what="The origin server gives out objects in none of the Transfer Syntaxes that the user agent accepts.",
    why="The request is answered with 406 (Not Acceptable), or with objects that cannot be read.",
    instead="Have both sides support Explicit VR Little Endian, which is the default.",
    clause="PS3.18 8.7.3",
    judge=judge,
)
