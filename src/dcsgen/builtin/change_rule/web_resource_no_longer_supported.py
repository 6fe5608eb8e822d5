"""The change rule C424: an origin server no longer supports a resource."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer supports the resource {change.key}"


RULE = ChangeRule(
    code="C424",
    slug="web-resource-no-longer-supported",
    verdict=Verdict.BREAKING,
    subject=Subject.WEB_RESOURCE,
    actions=(Action.REMOVED,),
    role="origin_server",
    what="An origin server no longer supports a resource.",
    why="A request for it is answered with not found, or not supported.",
    hurts="User agents that ask for the resource.",
    instead="Support it as long as peers use it.",
    clause="PS3.18 8.2",
    say=say,
)
