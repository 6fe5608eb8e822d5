"""The change rule C291: a service does another thing to an Attribute: it modifies, adds or removes it."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} changes {attribute(change)} in another way: {from_to(change)}"


RULE = ChangeRule(
    code="C291",
    slug="coercion-otherwise",
    verdict=Verdict.RISKY,
    subject=Subject.COERCION,
    actions=(Action.CHANGED,),
    field="change",
    what="A service does another thing to an Attribute: it modifies, adds or removes it.",
    why="Who gets the object back finds another value, or none.",
    hurts="Systems that match objects by the Attribute, and digital signatures over it.",
    instead="Keep the original value in Original Attributes Sequence (0400,0561).",
    clause="PS3.2 Table N.5-11",
    say=say,
)
