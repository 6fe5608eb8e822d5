"""The change rule C275: an operation requires an Attribute that could be left out."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, operation, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} requires {attribute(change)} in {operation(change)}"


RULE = ChangeRule(
    code="C275",
    slug="operation-attribute-now-required",
    verdict=Verdict.BREAKING,
    subject=Subject.OPERATION_ATTRIBUTE,
    actions=(Action.RAISED,),
    field="required",
    what="An operation requires an Attribute that could be left out.",
    why="A request without it was answered with success and is refused now: missing attribute.",
    hurts="Users that leave it out lawfully, as its type for an SCU may allow.",
    instead="Take a default if it is missing, or require it only where the standard does.",
    clause="PS3.2 Table N.5-5, PS3.4 5.4.2.1",
    say=say,
)
