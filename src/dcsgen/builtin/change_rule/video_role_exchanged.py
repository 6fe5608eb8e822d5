"""The change rule C563: real-time video is consumed where it was provided, or the other way round."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the role of {where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C563",
    slug="video-role-exchanged",
    verdict=Verdict.BREAKING,
    subject=Subject.REAL_TIME_VIDEO,
    actions=(Action.CHANGED,),
    field="role",
    what="Real-time video is consumed where it was provided, or the other way round.",
    why="Who showed the flow gets none, or who sent it has no consumer.",
    hurts="Every device that shares the flow.",
    instead="Describe the new role as another flow, and keep the old one.",
    clause="PS3.22 5",
    say=say,
)
