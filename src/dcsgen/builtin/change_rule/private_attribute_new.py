"""The change rule C352: there is one more private Attribute."""

from __future__ import annotations

from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the private Attribute {change.key} is new"


RULE = ChangeRule(
    code="C352",
    slug="private-attribute-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.PRIVATE_ATTRIBUTE,
    actions=(Action.ADDED,),
    what="There is one more private Attribute.",
    why="Receivers that do not know it pass over it.",
    clause="PS3.5 7.8",
    say=say,
)
