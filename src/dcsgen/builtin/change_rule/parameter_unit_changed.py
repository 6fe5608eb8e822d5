"""The change rule C513: a parameter is in another unit."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f'the unit of the parameter "{change.path[2]}" goes {from_to(change)}'


RULE = ChangeRule(
    code="C513",
    slug="parameter-unit-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.PARAMETER,
    actions=(Action.CHANGED,),
    field="unit",
    what="A parameter is in another unit.",
    why="The number that a site has entered means another quantity: 30 seconds become 30 milliseconds.",
    hurts="Every site that has set the parameter.",
    instead="Convert what sites have entered, or take a new name.",
    clause="PS3.2 A.4.4.2",
    say=say,
)
