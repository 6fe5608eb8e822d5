"""The change rule C407: real-time video of a resolution has another frame rate."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the frame rate of "{change.path[3]}" in {where(change)} goes {from_to(change)}'


RULE = ChangeRule(
    code="C407",
    slug="video-frame-rate-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.VIDEO_RESOLUTION,
    actions=(Action.CHANGED,),
    field="frame_rate",
    what="Real-time video of a resolution has another frame rate.",
    why="A consumer that is locked to the old rate loses frames, or shows nothing.",
    hurts="Every device that shares the flow.",
    instead="Support both rates.",
    clause="PS3.2 N.5.5",
    say=say,
)
