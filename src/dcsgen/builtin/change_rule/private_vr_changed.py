"""The change rule C354: a private Attribute has another VR."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the private Attribute {change.path[1]} has another VR: {from_to(change)}"


RULE = ChangeRule(
    code="C354",
    slug="private-vr-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.PRIVATE_ATTRIBUTE,
    actions=(Action.CHANGED,),
    field="vr",
    what="A private Attribute has another VR.",
    why="In Implicit VR a receiver takes the VR from what it was told, and misreads the bytes.",
    hurts="Receivers that have learnt to read it.",
    instead="Give a new number to the new form.",
    clause="PS3.5 6.2",
    say=say,
)
