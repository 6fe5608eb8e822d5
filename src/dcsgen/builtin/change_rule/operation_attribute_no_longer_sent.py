"""The change rule C279: a user no longer has an Attribute in an operation."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import attribute, operation, service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer has {attribute(change)} in {operation(change)}"


RULE = ChangeRule(
    code="C279",
    slug="operation-attribute-no-longer-sent",
    verdict=Verdict.BREAKING,
    subject=Subject.OPERATION_ATTRIBUTE,
    actions=(Action.REMOVED,),
    role="SCU",
    what="A user no longer has an Attribute in an operation.",
    why="What the provider took from it, or returned for it, is missing.",
    hurts="Providers that match, bill or print by the Attribute, and workflows behind them.",
    instead="Keep it as long as the product has the value.",
    clause="PS3.2 Tables N.5-4 and N.5-5",
    say=say,
)
