"""The change rule C374: a Content Item stands in another relationship to the one above."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Content Item {change.path[3]} of {where(change)} has another relationship: {from_to(change)}"


RULE = ChangeRule(
    code="C374",
    slug="content-item-relation-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.CONTENT_ITEM,
    actions=(Action.CHANGED,),
    field="relationship",
    what="A Content Item stands in another relationship to the one above.",
    why=(
        "A receiver that follows the relationship does not find it, or takes it for something else: a property for a "
        "part."
    ),
    hurts="Receivers that read the item.",
    instead="Keep the relationship of the template.",
    clause="PS3.3 Table C.17.3-8",
    say=say,
)
