"""The change rule C337: an Attribute is no longer written into objects that the product creates."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{where(change)} no longer writes {attribute(change)}"


RULE = ChangeRule(
    code="C337",
    slug="created-attribute-dropped",
    verdict=Verdict.BREAKING,
    subject=Subject.CREATED_ATTRIBUTE,
    actions=(Action.REMOVED,),
    what="An Attribute is no longer written into objects that the product creates.",
    why="The value is missing in all new objects.",
    hurts="Receivers that use the value: to sort, to compute, to show it.",
    instead="Keep writing it as long as the product has the value.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
