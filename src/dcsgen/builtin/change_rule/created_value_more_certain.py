"""The change rule C340: an Attribute of created objects is empty or missing less often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} leaves {attribute(change)} empty or out less often: {from_to(change)}"


RULE = ChangeRule(
    code="C340",
    slug="created-value-more-certain",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.CREATED_ATTRIBUTE,
    actions=(Action.NARROWED,),
    field="presence",
    what="An Attribute of created objects is empty or missing less often.",
    why="Who can do without the value can do with it.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
