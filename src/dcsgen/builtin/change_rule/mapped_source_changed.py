"""The change rule C329: a value of one peer is taken from another Attribute."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} takes a value of a peer from another Attribute: {from_to(change)}"


RULE = ChangeRule(
    code="C329",
    slug="mapped-source-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.TARGET,
    actions=(Action.CHANGED,),
    field="source",
    what="A value of one peer is taken from another Attribute.",
    why="What the peer writes in the old Attribute is not used any more.",
    hurts="The peer that is named.",
    instead="Take the old Attribute if the new one is empty.",
    clause="IEC TR 62266 Annex D",
    say=say,
)
