"""The change rule C427: a user agent no longer uses a resource."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer uses the resource {change.key}"


RULE = ChangeRule(
    code="C427",
    slug="web-resource-no-longer-used",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_RESOURCE,
    actions=(Action.REMOVED,),
    role="user_agent",
    what="A user agent no longer uses a resource.",
    why="Less is asked of the origin server.",
    clause="PS3.18 8.2",
    say=say,
)
