"""The match rule M235: the two sides have no character set of payloads in common."""

from __future__ import annotations

from collections.abc import Iterator

from dcsgen.base.interaction import Means, Outcome
from dcsgen.base.text import listed
from dcsgen.builtin.match_rule._web import both, of
from dcsgen.plugin import MatchRule, Meeting, Said


def judge(meeting: Meeting) -> Iterator[Said]:
    """What speaks against it."""
    used, provided = of(meeting)
    ours, theirs = ({one.casefold() for one in each.character_sets} for each in (used, provided))
    if ours and theirs and not ours & theirs:
        yield Said(
            outcome=Outcome.FAILS,
            message=f"for {meeting.key}, {meeting.user.name} has {listed(used.character_sets, 'and')}, "
            f"{meeting.provider.name} has {listed(provided.character_sets, 'and')}",
            sources=both(meeting, "character_sets"),
            remedies=((meeting.user, "support UTF-8"), (meeting.provider, "support UTF-8")),
        )


RULE = MatchRule(
    code="M235",
    slug="web-character-set-not-supported",
    means=Means.WEB,
    what="Payloads of the user agent and of the origin server have no character set in common.",
    why="Texts cannot be read.",
    instead="Use UTF-8, which is the default of the web services.",
    clause="PS3.18 8.8",
    judge=judge,
)
