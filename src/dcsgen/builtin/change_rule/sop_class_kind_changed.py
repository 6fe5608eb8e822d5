"""The change rule C260: sop class kind changed."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"what sort of SOP Class {change.key} is in {where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C260",
    slug="sop-class-kind-changed",
    verdict=Verdict.RISKY,
    subject=Subject.SOP_CLASS,
    actions=(Action.CHANGED,),
    field="kind",
    what="A SOP Class is standard where it was extended, specialized or private, or the other way round.",
    why="With the UID unchanged, only additional Attributes of Type 3 may come or go; which, the kind does not say.",
    hurts="Peers that use the Attributes that go beyond the standard.",
    instead="Describe the additional Attributes, so that they are compared one by one.",
    clause="PS3.2 7.3",
    say=say,
)
