"""The change rule C529: the product is one more actor of an IHE profile."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the product is the {change.key} of {where(change)}, too"


RULE = ChangeRule(
    code="C529",
    slug="ihe-actor-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.IHE_ACTOR,
    actions=(Action.ADDED,),
    what="The product is one more actor of an IHE profile.",
    why="Its other parts are as before.",
    clause="PS3.2 A.1",
    say=say,
)
