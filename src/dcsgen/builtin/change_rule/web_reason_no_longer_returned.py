"""The change rule C555: an origin server no longer returns a reason, or a code of its own."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import transaction
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{transaction(change)} no longer returns the reason {change.key}"


RULE = ChangeRule(
    code="C555",
    slug="web-reason-no-longer-returned",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.WEB_REASON,
    actions=(Action.REMOVED,),
    role="origin_server",
    what="An origin server no longer returns a reason, or a code of its own.",
    why="User agents that handle it never have to.",
    clause="PS3.18 I.2.2",
    say=say,
)
