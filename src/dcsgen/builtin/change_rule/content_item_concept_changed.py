"""The change rule C375: a Content Item has another concept name."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Content Item {change.path[3]} of {where(change)} has another concept name: {from_to(change)}"


RULE = ChangeRule(
    code="C375",
    slug="content-item-concept-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.CONTENT_ITEM,
    actions=(Action.CHANGED,),
    field="concept",
    what="A Content Item has another concept name.",
    why="Receivers find an item by the code of its concept name; under another one it is another item.",
    hurts="Receivers that read the item.",
    instead="Keep the code; a better text for its meaning does no harm.",
    clause="PS3.3 C.17.3",
    say=say,
)
