"""The match rule M226: a query parameter is required and not sent, or sent with a value that is not taken."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means
from dcsgen.builtin.match_rule._parameters import parameters
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    yield from parameters(meeting, "parameters", "parameter")


RULE = MatchRule(
    code="M226",
    slug="web-parameter-does-not-fit",
    means=Means.WEB,
    what="The origin server requires a query parameter that the user agent does not send, or takes other values of it.",
    why="The request is answered with 400 (Bad Request), or as if it had asked for something else.",
    instead="Have the user agent send what is required.",
    clause="PS3.18 8.3",
    judge=judge,
)
