"""The change rule C373: a Content Item has another Value Type."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Content Item {change.path[3]} of {where(change)} has another Value Type: {from_to(change)}"


RULE = ChangeRule(
    code="C373",
    slug="content-item-retyped",
    verdict=Verdict.BREAKING,
    subject=Subject.CONTENT_ITEM,
    actions=(Action.CHANGED,),
    field="value_type",
    what="A Content Item has another Value Type.",
    why="The value is in another Attribute of the item, where receivers do not look.",
    hurts="Receivers that read the item.",
    instead="Keep the type, or add a second item.",
    clause="PS3.3 Table C.17.3-7",
    say=say,
)
