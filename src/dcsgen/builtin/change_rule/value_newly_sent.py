"""The change rule C285: a user sends one more value in an operation."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} sends {change.key} for {change.path[-3]}, too"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of an operation."""
    return change.path[0] == "services"


RULE = ChangeRule(
    code="C285",
    slug="value-newly-sent",
    verdict=Verdict.BREAKING,
    subject=Subject.VALUE,
    actions=(Action.ADDED,),
    role="SCU",
    what="A user sends one more value in an operation.",
    why="A provider that does not know the value refuses the request, or carries it out with another one.",
    hurts="Providers with a list of values that lacks it.",
    instead="Make it a choice of the site.",
    clause="PS3.7 C.4.3, PS3.7 C.5.11",
    say=say,
    when=when,
)
