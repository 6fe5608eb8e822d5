"""The change rule C286: a user sends one value less in an operation."""

from __future__ import annotations

from dcsgen.builtin.change_rule._words import service
from dcsgen.plugin import Action, Change, ChangeRule, Sides, Subject, Verdict


def say(change: Change, sides: Sides) -> str:
    """The sentence about a change."""
    return f"{service(change, sides)} no longer sends {change.key} for {change.path[-3]}"


def when(change: Change, sides: Sides) -> bool:
    """Whether it is of an operation."""
    return change.path[0] == "services"


RULE = ChangeRule(
    code="C286",
    slug="value-no-longer-sent",
    verdict=Verdict.COMPATIBLE,
    subject=Subject.VALUE,
    actions=(Action.REMOVED,),
    role="SCU",
    what="A user sends one value less in an operation.",
    why="Less is asked of the provider.",
    clause="PS3.2 Table N.5-21",
    say=say,
    when=when,
)
