"""The change rule C311: a mapping has another default for a value that is missing."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the default of {attribute(change)} in {where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C311",
    slug="mapped-default-changed",
    verdict=Verdict.RISKY,
    subject=Subject.ATTRIBUTE,
    actions=(Action.CHANGED,),
    field="default",
    what="A mapping has another default for a value that is missing.",
    why="Objects without the value get another one than before.",
    hurts="Senders that leave the value out because the default was right.",
    instead="Keep the default, or show users that a default was taken.",
    clause="PS3.2 A.9.1.2",
    say=say,
)
