"""The change rule C528: the product is no longer an actor of an IHE profile."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the product is no longer the {change.key} of {where(change)}"


RULE = ChangeRule(
    code="C528",
    slug="ihe-actor-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.IHE_ACTOR,
    actions=(Action.REMOVED,),
    what="The product is no longer an actor of an IHE profile.",
    why="The other actors of the profile have no partner in it for the transactions of this one.",
    hurts="Sites where the product has this part in a workflow.",
    instead="Keep it, or name the product that takes the part.",
    clause="PS3.2 A.1",
    say=say,
)
