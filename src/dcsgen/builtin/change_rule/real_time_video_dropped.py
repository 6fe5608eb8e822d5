"""The change rule C401: an Application Entity no longer provides or consumes real-time video."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the real-time video "{change.key}" is gone'


RULE = ChangeRule(
    code="C401",
    slug="real-time-video-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.REAL_TIME_VIDEO,
    actions=(Action.REMOVED,),
    what="An Application Entity no longer provides or consumes real-time video.",
    why="Whoever sent the flow has no consumer, or whoever showed it has no provider.",
    hurts="Rooms in which the video is used.",
    instead="Keep it, or say what takes its place.",
    clause="PS3.22 5, PS3.2 N.5.5",
    say=say,
)
