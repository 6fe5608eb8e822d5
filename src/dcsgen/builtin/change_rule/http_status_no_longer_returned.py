"""The change rule C454: an origin server no longer returns an HTTP status."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer returns the status {change.key}"


RULE = ChangeRule(
    code="C454",
    slug="http-status-no-longer-returned",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_STATUS,
    actions=(Action.REMOVED,),
    role="origin_server",
    what="An origin server no longer returns an HTTP status.",
    why="User agents that handle it never have to.",
    clause="PS3.18 8.5",
    say=say,
)
