"""The change rule C383: flow part changed."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} goes through {change.key} in another place: {from_to(change)}"


RULE = ChangeRule(
    code="C383",
    slug="flow-part-changed",
    verdict=Verdict.RISKY,
    subject=Subject.FLOW_PART,
    actions=(Action.CHANGED,),
    what="A value is in another Attribute of a service or an object, or in a field of HL7 under another name.",
    why="Who took the value from the old place finds nothing there, or another value.",
    hurts="Interfaces that are configured for the old place.",
    instead="Keep the old place filled for a time.",
    clause="PS3.2 A.9.1.3",
    say=say,
)
