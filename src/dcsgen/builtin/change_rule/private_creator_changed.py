"""The change rule C353: a private Attribute has another private creator."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"the private Attribute {change.path[1]} is of another creator: {from_to(change)}"


RULE = ChangeRule(
    code="C353",
    slug="private-creator-changed",
    verdict=Verdict.BREAKING,
    subject=Subject.PRIVATE_ATTRIBUTE,
    actions=(Action.CHANGED,),
    field="creator",
    what="A private Attribute has another private creator.",
    why="A receiver finds it by its creator and number; under another creator it is another Attribute.",
    hurts="Receivers that have learnt to read it.",
    instead="Keep the creator as long as the meaning is the same.",
    clause="PS3.5 7.8.1",
    say=say,
)
