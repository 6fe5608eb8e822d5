"""The change rule C349: a Functional Group is in every object that the product creates."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Functional Group {change.path[3]} is always there in {where(change)}"


RULE = ChangeRule(
    code="C349",
    slug="functional-group-more-certain",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.FUNCTIONAL_GROUP,
    actions=(Action.NARROWED,),
    field="presence",
    what="A Functional Group is in every object that the product creates.",
    why="Who can do without it can do with it.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
