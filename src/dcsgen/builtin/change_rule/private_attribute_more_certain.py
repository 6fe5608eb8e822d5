"""The change rule C356: a private Attribute is empty or missing less often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the private Attribute {change.path[1]} is empty or missing less often: {from_to(change)}"


RULE = ChangeRule(
    code="C356",
    slug="private-attribute-more-certain",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.PRIVATE_ATTRIBUTE,
    actions=(Action.NARROWED,),
    field="presence",
    what="A private Attribute is empty or missing less often.",
    why="Who can do without the value can do with it.",
    clause="PS3.2 N.9.6.3",
    say=say,
)
