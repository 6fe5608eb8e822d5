"""The change rule C431: a user agent no longer uses a query parameter."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer uses the parameter {change.key}"


RULE = ChangeRule(
    code="C431",
    slug="web-parameter-no-longer-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_PARAMETER,
    actions=(Action.REMOVED,),
    role="user_agent",
    what="A user agent no longer uses a query parameter.",
    why="Less is asked of the origin server.",
    clause="PS3.18 8.3",
    say=say,
)
