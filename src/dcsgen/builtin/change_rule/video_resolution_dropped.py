"""The change rule C405: real-time video no longer has a resolution."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has video of {change.before.columns} x {change.before.rows}"


RULE = ChangeRule(
    code="C405",
    slug="video-resolution-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.VIDEO_RESOLUTION,
    actions=(Action.REMOVED,),
    what="Real-time video no longer has a resolution.",
    why="A flow of this resolution is not sent, or not shown, any more.",
    hurts="Cameras or displays that have only this one.",
    instead="Keep it, or scale on the side of the product.",
    clause="PS3.2 N.5.5",
    say=say,
)
