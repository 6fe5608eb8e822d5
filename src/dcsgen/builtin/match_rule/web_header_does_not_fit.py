"""The match rule M228: a header field is required and not sent, or sent with a value that is not taken."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means
from dcsgen.builtin.match_rule._parameters import parameters
from dcsgen.plugin import MatchRule, Meeting, Said

NEGOTIATED = ("accept", "content-type")
"""Header fields whose values are media types, which other rules compare."""


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    yield from parameters(meeting, "headers", "header field", negotiated=NEGOTIATED)


RULE = MatchRule(
    code="M228",
    slug="web-header-does-not-fit",
    means=Means.WEB,
    what="The origin server requires a header field that the user agent does not send, or takes other values of it.",
    why="The request is answered with 400 (Bad Request) or 406 (Not Acceptable).",
    instead="Have the user agent send what is required.",
    clause="PS3.18 8.4",
    judge=judge,
)
