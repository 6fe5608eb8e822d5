"""The change rule C347: functional group elsewhere."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Functional Group {change.path[3]} of {where(change)} is placed otherwise: {from_to(change)}"


RULE = ChangeRule(
    code="C347",
    slug="functional-group-elsewhere",
    verdict=Verdict.RISKY,
    subject=Subject.FUNCTIONAL_GROUP,
    actions=(Action.CHANGED,),
    field="placement",
    what="A Functional Group is shared by all frames where it was said of each, or the other way round.",
    why="A receiver has to look in both places; whether each does, nobody can tell from here.",
    hurts="Receivers that look in the old place only.",
    instead="Share a group only if it is the same for all frames, as the standard intends.",
    clause="PS3.3 C.7.6.16",
    say=say,
)
