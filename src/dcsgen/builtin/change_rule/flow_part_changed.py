"""The change rule C383: a value is in another Attribute of a service or an object."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} goes through {change.key} in another Attribute: {from_to(change)}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is a path; what stands behind a field of HL7 is its name."""
    return change.path[2] != "hl7"


RULE = ChangeRule(
    code="C383",
    slug="flow-part-changed",
    verdict=Verdict.RISKY,
    subject=Subject.FLOW_PART,
    actions=(Action.CHANGED,),
    what="A value is in another Attribute of a service or an object.",
    why="Who took the value from the old place finds nothing there, or another value.",
    hurts="Interfaces that are configured for the old place.",
    instead="Keep the old place filled for a time.",
    clause="PS3.2 A.9.1.3",
    say=say,
    when=when,
)
