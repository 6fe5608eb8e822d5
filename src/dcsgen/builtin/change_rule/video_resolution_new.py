"""The change rule C406: real-time video has one more resolution."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} has video of {change.after.columns} x {change.after.rows}, too"


RULE = ChangeRule(
    code="C406",
    slug="video-resolution-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.VIDEO_RESOLUTION,
    actions=(Action.ADDED,),
    what="Real-time video has one more resolution.",
    why="The others are supported as before.",
    clause="PS3.2 N.5.5",
    say=say,
)
