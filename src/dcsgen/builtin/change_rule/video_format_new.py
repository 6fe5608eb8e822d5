"""The change rule C404: real-time video has one more format, bit depth or colour model."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import sort_of, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} has the {sort_of(change)} {change.key}, too"


RULE = ChangeRule(
    code="C404",
    slug="video-format-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.VIDEO_FORMAT,
    actions=(Action.ADDED,),
    what="Real-time video has one more format, bit depth or colour model.",
    why="The others are supported as before.",
    clause="PS3.2 N.5.5",
    say=say,
)
