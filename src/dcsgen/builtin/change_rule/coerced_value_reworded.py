"""The change rule C570: what a service writes into an Attribute that it changes is another text."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import from_to, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"what {service(change, sides)} writes into {change.key} goes {from_to(change)}"


RULE = ChangeRule(
    code="C570",
    slug="coerced-value-reworded",
    verdict=Verdict.RISKY,
    subject=Subject.COERCION,
    actions=(Action.CHANGED,),
    field="new_value",
    what="The new value of an Attribute that a service changes is another one, or is said in other words.",
    why="The value is described in words, so nobody can tell from here whether objects are changed in another way.",
    hurts="Systems that match objects by the Attribute.",
    instead="Say in the revision history whether the value is another one.",
    clause="PS3.2 Table N.5-11",
    say=say,
)
