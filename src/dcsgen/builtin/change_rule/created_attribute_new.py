"""The change rule C338: one more Attribute is written into objects that the product creates."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} writes {attribute(change)}, too"


RULE = ChangeRule(
    code="C338",
    slug="created-attribute-new",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.CREATED_ATTRIBUTE,
    actions=(Action.ADDED,),
    what="One more Attribute is written into objects that the product creates.",
    why="Receivers that do not use it see no difference.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
