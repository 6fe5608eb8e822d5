"""The change rule C335: a Module is no longer in every object that the product creates."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Module {change.path[3]} is not always there in {where(change)} any more"


RULE = ChangeRule(
    code="C335",
    slug="module-less-certain",
    verdict=Verdict.BREAKING,
    subject=Subject.MODULE,
    actions=(Action.WIDENED,),
    field="presence",
    what="A Module is no longer in every object that the product creates.",
    why="A receiver that could rely on it has to do without it.",
    hurts="Receivers that need an Attribute of the Module.",
    instead="Write it always, with empty values where the standard allows.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
