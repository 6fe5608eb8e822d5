"""The change rule C403: real-time video no longer has a format, a bit depth or a colour model."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import sort_of, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has the {sort_of(change)} {change.key}"


RULE = ChangeRule(
    code="C403",
    slug="video-format-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.VIDEO_FORMAT,
    actions=(Action.REMOVED,),
    what="Real-time video no longer has a format, a bit depth or a colour model.",
    why="A flow cannot be converted on its way: the other side has to send, or show, what is left.",
    hurts="Cameras or displays that have only this one.",
    instead="Keep it as long as devices in the room need it.",
    clause="PS3.2 N.5.5",
    say=say,
)
