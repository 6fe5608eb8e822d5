"""The change rule C376: a Content Item is empty or missing more often."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, where
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the Content Item {change.path[3]} of {where(change)} is missing more often: {from_to(change)}"


RULE = ChangeRule(
    code="C376",
    slug="content-item-less-certain",
    verdict=Verdict.BREAKING,
    subject=Subject.CONTENT_ITEM,
    actions=(Action.WIDENED,),
    field="presence",
    what="A Content Item is empty or missing more often.",
    why="A receiver that could rely on it has to do without it.",
    hurts="Receivers that need the value.",
    instead="Write it whenever the product knows it.",
    clause="PS3.2 A.9.1.1",
    say=say,
)
