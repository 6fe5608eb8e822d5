"""The change rule C551: a part of what is on media is gone, and with it SOP Classes that no other part has."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import loses_sop_classes, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the content "{change.key}" of {where(change)} is gone'


def when(change: Change, sides: Sides) -> bool:
    """Whether a SOP Class is gone with it."""
    return loses_sop_classes(change, sides)


RULE = ChangeRule(
    code="C551",
    slug="media-content-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.MEDIA_CONTENT,
    actions=(Action.REMOVED,),
    what="A part of what is on media is gone, and with it SOP Classes that no other part has.",
    why="Objects of these SOP Classes are no longer written, or no longer read.",
    hurts="People who exchange these objects on media.",
    instead="Keep it, or say how the objects are exchanged now.",
    clause="PS3.11",
    say=say,
    when=when,
)
