"""The change rule C348: a Functional Group is no longer in every object that the product creates."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Functional Group {change.path[3]} is not always there in {where(change)} any more"


RULE = ChangeRule(
    code="C348",
    slug="functional-group-less-certain",
    verdict=Verdict.BREAKING,
    subject=Subject.FUNCTIONAL_GROUP,
    actions=(Action.WIDENED,),
    field="presence",
    what="A Functional Group is no longer in every object that the product creates.",
    why="A receiver that could rely on it has to do without it.",
    hurts="Receivers that need it.",
    instead="Write it always.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
