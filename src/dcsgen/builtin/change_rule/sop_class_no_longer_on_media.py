"""The change rule C394: objects of a SOP Class are no longer written to, or read from, media."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import name, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer has {name(change)} on media"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is on media."""
    return change.path[0] == "media"


RULE = ChangeRule(
    code="C394",
    slug="sop-class-no-longer-on-media",
    verdict=Verdict.BREAKING,
    subject=Subject.SOP_CLASS,
    actions=(Action.REMOVED,),
    what="Objects of a SOP Class are no longer written to, or read from, media.",
    why="A disc with such objects is read without them, or written without them.",
    hurts="People who exchange these objects on media.",
    instead="Keep it, or say how the objects are exchanged now.",
    clause="PS3.11",
    say=say,
    when=when,
)
