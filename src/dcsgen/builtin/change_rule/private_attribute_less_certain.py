"""The change rule C355: a private Attribute is empty or missing more often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the private Attribute {change.path[1]} is empty or missing more often: {from_to(change)}"


RULE = ChangeRule(
    code="C355",
    slug="private-attribute-less-certain",
    verdict=Verdict.BREAKING,
    subject=Subject.PRIVATE_ATTRIBUTE,
    actions=(Action.WIDENED,),
    field="presence",
    what="A private Attribute is empty or missing more often.",
    why="A receiver that could rely on a value has to do without it.",
    hurts="Receivers that have learnt to read it.",
    instead="Write it whenever the product knows it.",
    clause="PS3.2 N.9.6.3",
    say=say,
)
