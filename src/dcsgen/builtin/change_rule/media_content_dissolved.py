"""The change rule C552: a part of what is on media is gone, and other parts have all its SOP Classes."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import loses_sop_classes, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the content "{change.key}" of {where(change)} is gone, but its SOP Classes belong to others'


def when(change: Change, sides: Sides) -> bool:
    """Whether all its SOP Classes are still there."""
    return not loses_sop_classes(change, sides)


RULE = ChangeRule(
    code="C552",
    slug="media-content-dissolved",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.MEDIA_CONTENT,
    actions=(Action.REMOVED,),
    what="A part of what is on media is gone, and other parts have all its SOP Classes.",
    why="How a File-set is divided is up to the author. What the others say differently is told on its own.",
    clause="PS3.11",
    say=say,
    when=when,
)
