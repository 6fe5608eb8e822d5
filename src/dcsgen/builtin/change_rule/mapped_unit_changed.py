"""The change rule C306: the value of an Attribute is taken, or written, in another unit."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the unit of {attribute(change)} in {where(change)} goes {from_to(change)}"


RULE = ChangeRule(
    code="C306",
    slug="mapped-unit-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.ATTRIBUTE,
    actions=(Action.CHANGED,),
    field="unit",
    what="The value of an Attribute is taken, or written, in another unit.",
    why="The same number means another quantity, and nothing in the object says so.",
    hurts="Everybody who relies on the value; in radiotherapy the patient.",
    instead="Keep the unit that the standard gives to the Attribute, and convert inside the product.",
    clause="PS3.3 Annex C",
    say=say,
)
