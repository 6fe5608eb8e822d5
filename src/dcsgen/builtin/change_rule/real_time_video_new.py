"""The change rule C402: an Application Entity provides or consumes more real-time video."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the real-time video "{change.key}" is new'


RULE = ChangeRule(
    code="C402",
    slug="real-time-video-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.REAL_TIME_VIDEO,
    actions=(Action.ADDED,),
    what="An Application Entity provides or consumes more real-time video.",
    why="Other flows are treated as before.",
    clause="PS3.22 5, PS3.2 N.5.5",
    say=say,
)
