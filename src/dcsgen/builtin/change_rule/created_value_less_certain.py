"""The change rule C339: an Attribute of created objects is empty or missing more often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} leaves {attribute(change)} empty or out more often: {from_to(change)}"


RULE = ChangeRule(
    code="C339",
    slug="created-value-less-certain",
    verdict=Verdict.BREAKING,
    subject=Subject.CREATED_ATTRIBUTE,
    actions=(Action.WIDENED,),
    field="presence",
    what="An Attribute of created objects is empty or missing more often.",
    why="A receiver that could rely on a value has to do without it.",
    hurts="Receivers that need the value, above all those that import it as mandatory.",
    instead="Write it whenever the product knows it.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
