"""The match rule M227: a user agent sends a query parameter that the origin server does not have."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means
from dcsgen.builtin.match_rule._parameters import unknown
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What is lost."""
    yield from unknown(meeting)


RULE = MatchRule(
    code="M227",
    slug="web-parameter-unknown",
    means=Means.WEB,
    what="A user agent sends a query parameter that the origin server does not support.",
    why="An origin server ignores what it does not support: more is found than was asked for, or it looks otherwise.",
    instead="See whether the user agent can do without, e.g. by leaving out what does not fit by itself.",
    clause="PS3.18 8.3.1",
    together="{provider} does not have {count} parameters that {user} sends",
    judge=judge,
)
