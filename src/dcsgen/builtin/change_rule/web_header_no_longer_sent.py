"""The change rule C561: a user agent sends one header field less."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer sends the header {change.key}"


RULE = ChangeRule(
    code="C561",
    slug="web-header-no-longer-sent",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_HEADER,
    actions=(Action.REMOVED,),
    role="user_agent",
    what="A user agent sends one header field less.",
    why="Less is asked of the origin server.",
    clause="PS3.18 8.4",
    say=say,
)
